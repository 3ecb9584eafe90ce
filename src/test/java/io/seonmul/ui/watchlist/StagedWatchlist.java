// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.ProductTable;
import io.seonmul.session.FeedCounters;
import io.seonmul.session.LatencyBound;
import io.seonmul.session.MarketToday;
import io.seonmul.session.SessionState;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.StagedCodes;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A watchlist's model with a session and a clock that the test decides. One thread, the FX thread where views look on.
final class StagedWatchlist extends StagedCodes {

    final WatchlistViewModel model;
    Optional<LatencyBound> latency = Optional.empty();
    MarketToday market = MarketToday.NOT_KNOWN;
    private Instant now = DemoMarket.CLOCK;

    StagedWatchlist(Locale locale, List<InstrumentCode> codes, WatchlistSettings settings) {
        super(codes);
        codes.stream().filter(settings::wantsDepth).forEach(code -> depths.put(code, FLOWING));
        model = new WatchlistViewModel(
                this,
                ProductTable.builtIn(),
                new Words(locale),
                () -> now,
                codes,
                codes.stream().skip(1).findFirst(),
                settings);
    }

    static List<InstrumentCode> codes(String... texts) {
        return Stream.of(texts).map(InstrumentCode::new).toList();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void show(List<InstrumentSnapshot> snapshots) {
        snapshots.forEach(model::show);
        status();
        model.paintNow();
    }

    void status() {
        model.show(new SessionStatus(
                new SessionState.Live(DemoMarket.CLOCK),
                statuses(),
                FeedCounters.ZERO,
                latency,
                Optional.empty(),
                Optional.empty(),
                market));
    }
}
