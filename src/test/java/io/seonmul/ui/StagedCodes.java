// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.ProductTable;
import io.seonmul.session.CodeState;
import io.seonmul.session.CodeStatus;
import io.seonmul.ui.watchlist.WatchControl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The registrations of a session as a test decides them: it does what the watchlist asks for, and notes that it was
/// asked. FX thread only where views look on.
public abstract class StagedCodes implements WatchControl {

    public static final CodeState FLOWING = new CodeState.Flowing();
    public static final CodeState NO_ROOM = new CodeState.Refused("OPSP0008", "MAX SUBSCRIBE OVER (41, not sent)");

    public final Map<InstrumentCode, CodeState> codes = new LinkedHashMap<>();
    public final Map<InstrumentCode, CodeState> depths = new LinkedHashMap<>();
    public Optional<Instant> lastRecordAt = Optional.of(DemoMarket.CLOCK);
    public final List<String> asked = new ArrayList<>();

    /// All of `codes` flow.
    protected StagedCodes(List<InstrumentCode> codes) {
        codes.forEach(code -> this.codes.put(code, FLOWING));
    }

    /// Each code as the session would report it.
    protected List<CodeStatus> statuses() {
        return codes.entrySet().stream()
                .map(code -> new CodeStatus(
                        ProductTable.builtIn().contract(code.getKey()),
                        code.getValue(),
                        lastRecordAt,
                        true,
                        Optional.ofNullable(depths.get(code.getKey()))))
                .toList();
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
}
