// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.fx.PaneFeed;
import javafx.scene.Node;

/// One pane of the window: what is seen, and what is told. Immutable.
///
/// @param node its root
/// @param feed its view model's ear
record Pane(Node node, PaneFeed feed) {}
