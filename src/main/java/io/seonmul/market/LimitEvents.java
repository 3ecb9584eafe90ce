// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.List;
import java.util.Optional;

/// The events of one contract, counted, whose past can be handed to another thread without a copy. Session thread only.
///
/// It keeps at least the newest [#MOST]; whoever follows the sequences sees what it missed.
final class LimitEvents {

    /// How many are kept at least.
    static final int MOST = 1_000;

    private final InstrumentCode code;
    private AppendLog<LimitEvent> log = new AppendLog<>();
    private int kept;
    private long sequence;

    /// What an event says beside the record that caused it; see [LimitEvent].
    record Told(
            LimitEvent.Kind kind,
            LimitEvent.Severity severity,
            Price price,
            Optional<Price> reference,
            double figure,
            String detail,
            long withheld,
            Optional<AlertRule> rule) {

        Told(
                LimitEvent.Kind kind,
                LimitEvent.Severity severity,
                Price price,
                Optional<Price> reference,
                double figure,
                String detail) {
            this(kind, severity, price, reference, figure, detail, 0, Optional.empty());
        }
    }

    LimitEvents(InstrumentCode code) {
        this.code = code;
    }

    void add(Tick tick, Told told) {
        if (kept == 2 * MOST) {
            AppendLog<LimitEvent> newer = new AppendLog<>();
            log.view().subList(kept - MOST, kept).forEach(newer::add);
            log = newer;
            kept = MOST;
        }
        kept++;
        log.add(new LimitEvent(
                ++sequence,
                code,
                tick.time(),
                tick.receivedAt(),
                told.kind(),
                told.severity(),
                told.price(),
                told.reference(),
                told.figure(),
                told.detail(),
                told.withheld(),
                told.rule(),
                tick.raw()));
    }

    List<LimitEvent> view() {
        return log.view();
    }
}
