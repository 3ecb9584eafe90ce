// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.session.SessionStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.Node;

/// The panes of a desk, in one language: made when they appear on it, and let go when they leave. FX thread only.
final class Panes {

    private final PaneMaker maker;
    private final PaneFeeds feeds;
    private final Function<Integer, Optional<InstrumentCode>> code;
    private final Keep keep;
    private final Map<Integer, Pane> panes = new HashMap<>();

    /// Told whenever the user sets something else in a pane.
    interface Keep {
        void keep(int id, UnaryOperator<PaneSettings> change);
    }

    /// @param code whose figures the pane of that id shows at the moment
    Panes(PaneMaker maker, PaneFeeds feeds, Function<Integer, Optional<InstrumentCode>> code, Keep keep) {
        this.maker = maker;
        this.feeds = feeds;
        this.code = code;
        this.keep = keep;
    }

    /// Makes those that `desk` has and lets those go that it has no more.
    void follow(Desk desk) {
        Set<Integer> gone = new HashSet<>(panes.keySet());
        for (PaneSlot slot : desk.panes()) {
            if (!gone.remove(slot.id())) {
                Pane made = maker.make(slot.kind(), slot.settings(), change -> keep.keep(slot.id(), change));
                panes.put(slot.id(), made);
                feeds.add(made.feed(), () -> code.apply(slot.id()));
            }
        }
        for (int id : gone) {
            feeds.remove(Objects.requireNonNull(panes.remove(id)).feed());
        }
    }

    /// Lets all of them go.
    void clear() {
        panes.values().forEach(pane -> feeds.remove(pane.feed()));
        panes.clear();
    }

    /// The root of that pane.
    Node node(int id) {
        return Objects.requireNonNull(panes.get(id), () -> "pane " + id).node();
    }

    /// Tells all of them what the session does.
    void session(SessionStatus status) {
        Consumer<Pane> tell = pane -> pane.session().accept(status);
        panes.values().forEach(tell);
    }
}
