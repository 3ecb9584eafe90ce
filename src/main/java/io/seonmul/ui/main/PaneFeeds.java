// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.MarketBoard;
import io.seonmul.ui.fx.PaneFeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The panes as the window's model feeds them: each is told of its own code and hears when it has another one. FX
/// thread
/// only.
final class PaneFeeds {

    private final MarketBoard board;
    private final List<Ear> ears = new ArrayList<>();
    private final Set<InstrumentCode> heard = new LinkedHashSet<>();

    /// One pane, and the code that it was told last.
    private static final class Ear {

        private final PaneFeed feed;
        private final Supplier<Optional<InstrumentCode>> code;
        private Optional<InstrumentCode> told = Optional.empty();
        private boolean asked;

        Ear(PaneFeed feed, Supplier<Optional<InstrumentCode>> code) {
            this.feed = feed;
            this.code = code;
        }
    }

    PaneFeeds(MarketBoard board) {
        this.board = board;
    }

    /// Feeds one more pane, from now on.
    ///
    /// @param code whose figures it shows at the moment
    void add(PaneFeed feed, Supplier<Optional<InstrumentCode>> code) {
        Ear ear = new Ear(feed, code);
        ears.add(ear);
        // What a pane says of other codes must not wait until a quiet one trades again.
        heard.forEach(known -> board.latest(known).ifPresent(feed::watched));
        refresh(ear);
    }

    /// Tells every pane of the newest figures of a watched code, before [#show].
    void watched(InstrumentSnapshot snapshot) {
        heard.add(snapshot.code());
        ears.forEach(ear -> ear.feed.watched(snapshot));
    }

    /// Tells every pane that only these codes are watched now.
    void watching(Collection<InstrumentCode> codes) {
        heard.retainAll(codes);
        ears.forEach(ear -> ear.feed.watching(codes));
    }

    /// Feeds that pane no more.
    void remove(PaneFeed feed) {
        ears.removeIf(ear -> ear.feed.equals(feed));
    }

    /// Gives the newest figures to the panes of that code.
    void show(InstrumentSnapshot snapshot) {
        for (Ear ear : ears) {
            if (ear.told.isPresent() && ear.told.get().equals(snapshot.code())) {
                ear.feed.show(snapshot);
            }
        }
    }

    /// Some pane may have another code now.
    void refresh() {
        ears.forEach(this::refresh);
    }

    private void refresh(Ear ear) {
        Optional<InstrumentCode> now = ear.code.get();
        if (ear.asked && now.equals(ear.told)) {
            return;
        }
        ear.asked = true;
        ear.told = now;
        now.flatMap(board::latest)
                .ifPresentOrElse(ear.feed::show, () -> now.ifPresentOrElse(ear.feed::await, ear.feed::clear));
    }

    /// A second went by.
    void second(Instant now) {
        ears.forEach(ear -> ear.feed.second(now));
    }
}
