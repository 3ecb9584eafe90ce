// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.AlertRule;
import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.ProductTable;
import io.seonmul.protocol.Rejection;
import io.seonmul.session.CodeState;
import io.seonmul.session.CodeStatus;
import io.seonmul.session.FeedCounters;
import io.seonmul.session.LatencyBound;
import io.seonmul.session.SessionState;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.DemoMarket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A session whose state the test decides: no real one stays in each state long enough to be looked at. FX thread only.
final class StagedSession implements SessionControl {

    static final CodeState FLOWING = new CodeState.Flowing();
    static final CodeState NO_ROOM = new CodeState.Refused("OPSP0008", "MAX SUBSCRIBE OVER (41, not sent)");

    final Map<InstrumentCode, CodeState> codes = new LinkedHashMap<>();
    final Map<InstrumentCode, CodeState> depths = new LinkedHashMap<>();
    List<AlertRule> rules = List.of();
    final List<String> asked = new ArrayList<>();
    SessionState state = new SessionState.Live(DemoMarket.CLOCK.minusSeconds(3600));
    FeedCounters counters = FeedCounters.ZERO;
    Optional<LatencyBound> latency =
            Optional.of(new LatencyBound(Duration.ofMillis(210), Duration.ofMillis(1210), Duration.ofMillis(340)));
    Optional<Rejection> rejection = Optional.empty();

    StagedSession(List<InstrumentCode> codes) {
        codes.forEach(code -> this.codes.put(code, FLOWING));
        codes.stream().limit(41 - codes.size()).forEach(code -> depths.put(code, FLOWING));
        codes.stream().skip(41 - codes.size()).forEach(code -> depths.put(code, NO_ROOM));
    }

    @Override
    public void watch(InstrumentCode code) {
        asked.add("watch " + code);
        codes.put(code, new CodeState.Requested());
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
        codes.remove(code);
        depths.remove(code);
    }

    @Override
    public void reorder(List<InstrumentCode> order) {
        asked.add("reorder " + order);
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
        ProductTable products = ProductTable.builtIn();
        List<CodeStatus> statuses = codes.entrySet().stream()
                .map(entry -> status(products.contract(entry.getKey()), entry.getValue()))
                .toList();
        return new SessionStatus(state, statuses, counters, latency, Optional.empty(), rejection);
    }

    private CodeStatus status(Contract contract, CodeState state) {
        return new CodeStatus(
                contract, state, Optional.of(DemoMarket.CLOCK), true, Optional.ofNullable(depths.get(contract.code())));
    }
}
