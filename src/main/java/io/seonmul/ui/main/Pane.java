// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.session.SessionStatus;
import io.seonmul.ui.fx.PaneFeed;
import java.util.function.Consumer;
import javafx.scene.Node;

/// One pane of the window: what is seen, and what is told. Immutable.
///
/// @param node its root
/// @param feed its view model's ear
/// @param session told what the session does, as often as it is looked at
record Pane(Node node, PaneFeed feed, Consumer<SessionStatus> session) {

    /// A pane that has no business with the session.
    Pane(Node node, PaneFeed feed) {
        this(node, feed, status -> {});
    }
}
