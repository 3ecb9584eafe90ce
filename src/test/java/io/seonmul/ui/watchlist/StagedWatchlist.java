// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.ProductTable;
import io.seonmul.session.CodeState;
import io.seonmul.session.CodeStatus;
import io.seonmul.session.FeedCounters;
import io.seonmul.session.LatencyBound;
import io.seonmul.session.SessionState;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A watchlist's model with a session and a clock that the test decides. One thread, the FX thread where views look on.
final class StagedWatchlist implements WatchControl {

    static final CodeState FLOWING = new CodeState.Flowing();
    static final CodeState NO_ROOM = new CodeState.Refused("OPSP0008", "MAX SUBSCRIBE OVER (41, not sent)");

    final List<String> asked = new ArrayList<>();
    final Map<InstrumentCode, CodeState> states = new LinkedHashMap<>();
    final Map<InstrumentCode, CodeState> depths = new LinkedHashMap<>();
    final WatchlistViewModel model;
    Optional<LatencyBound> latency = Optional.empty();
    private Instant now = DemoMarket.CLOCK;

    StagedWatchlist(Locale locale, List<InstrumentCode> codes, WatchlistSettings settings) {
        codes.forEach(code -> states.put(code, FLOWING));
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
                states.keySet().stream()
                        .map(code -> new CodeStatus(
                                ProductTable.builtIn().contract(code),
                                states.get(code),
                                Optional.of(DemoMarket.CLOCK),
                                true,
                                Optional.ofNullable(depths.get(code))))
                        .toList(),
                FeedCounters.ZERO,
                latency,
                Optional.empty(),
                Optional.empty()));
    }

    @Override
    public void watch(InstrumentCode code) {
        asked.add("watch " + code);
        states.put(code, new CodeState.Requested());
    }

    @Override
    public void watchDepth(InstrumentCode code, boolean wanted) {
        asked.add((wanted ? "depth " : "no depth ") + code);
        if (wanted) {
            depths.put(code, new CodeState.Requested());
        } else {
            depths.remove(code);
        }
    }

    @Override
    public void unwatch(InstrumentCode code) {
        asked.add("unwatch " + code);
        states.remove(code);
        depths.remove(code);
    }

    @Override
    public void reorder(List<InstrumentCode> codes) {
        asked.add("reorder " + codes);
    }
}
