// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.AlertRule;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.TradingCalendar.Phase;
import io.seonmul.protocol.Rejection;
import io.seonmul.session.FeedCounters;
import io.seonmul.session.LatencyBound;
import io.seonmul.session.MarketToday;
import io.seonmul.session.SessionState;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.StagedCodes;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// A session whose state the test decides: no real one stays in each state long enough to be looked at. FX thread only.
final class StagedSession extends StagedCodes implements SessionControl {

    List<AlertRule> rules = List.of();
    SessionState state = new SessionState.Live(DemoMarket.CLOCK.minusSeconds(3600));
    FeedCounters counters = FeedCounters.ZERO;
    Optional<LatencyBound> latency =
            Optional.of(new LatencyBound(Duration.ofMillis(210), Duration.ofMillis(1210), Duration.ofMillis(340)));
    Optional<Rejection> rejection = Optional.empty();
    MarketToday market =
            new MarketToday(Optional.empty(), Phase.CONTINUOUS, Optional.of(LocalTime.of(8, 45)), Duration.ofHours(2));

    StagedSession(List<InstrumentCode> codes) {
        super(codes);
        codes.stream().limit(41 - codes.size()).forEach(code -> depths.put(code, FLOWING));
        codes.stream().skip(41 - codes.size()).forEach(code -> depths.put(code, NO_ROOM));
    }

    @Override
    public void alerts(List<AlertRule> now) {
        rules = now;
    }

    @Override
    public void reconnect() {
        asked.add("reconnect");
    }

    @Override
    public SessionStatus status() {
        return new SessionStatus(state, statuses(), counters, latency, Optional.empty(), rejection, market);
    }
}
