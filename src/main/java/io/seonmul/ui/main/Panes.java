// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.session.SessionStatus;
import io.seonmul.ui.fx.PaneFeed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;

/// The panes that show the selected code, one of each kind, in one language. FX thread only.
final class Panes {

    private final Map<PaneKind, Pane> panes = new EnumMap<>(PaneKind.class);
    private PaneSettings settings;

    /// @param settings as the user left them
    /// @param keep told whenever the user sets something else
    Panes(PaneMaker maker, PaneSettings settings, Consumer<PaneSettings> keep) {
        this.settings = settings;
        for (PaneKind kind : PaneKind.values()) {
            panes.put(kind, maker.make(kind, settings, change -> {
                this.settings = change.apply(this.settings);
                keep.accept(this.settings);
            }));
        }
    }

    /// The root of the pane of that kind.
    Node node(PaneKind kind) {
        return Objects.requireNonNull(panes.get(kind), kind::name).node();
    }

    /// Tells all of them what the session does.
    void session(SessionStatus status) {
        panes.values().forEach(pane -> pane.session().accept(status));
    }

    /// All of them as the window's model sees them.
    List<PaneFeed> feeds() {
        return panes.values().stream().map(Pane::feed).toList();
    }
}
