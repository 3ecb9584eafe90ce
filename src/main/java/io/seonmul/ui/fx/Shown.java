// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import io.seonmul.market.InstrumentSnapshot;
import java.util.Optional;
import javafx.scene.Node;

/// The mark of the snapshot that a node shows, by which it is found out where the screen lies behind the
/// board. FX thread only.
///
/// Whoever writes or draws figures sets it in the same breath.
public final class Shown {

    private Shown() {}

    /// Marks `node` as showing `snapshot`, or nothing.
    public static void mark(Node node, Optional<InstrumentSnapshot> snapshot) {
        snapshot.ifPresentOrElse(
                shown -> node.getProperties().put(Shown.class, shown),
                () -> node.getProperties().remove(Shown.class));
    }

    /// What `node` shows; empty where it shows nothing or is not marked.
    public static Optional<InstrumentSnapshot> by(Node node) {
        return node.hasProperties() && node.getProperties().get(Shown.class) instanceof InstrumentSnapshot shown
                ? Optional.of(shown)
                : Optional.empty();
    }
}
