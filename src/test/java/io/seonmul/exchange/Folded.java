// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.seonmul.market.AuditReport;
import io.seonmul.market.FeedGap;
import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.ProductTable;
import io.seonmul.market.Tick;
import io.seonmul.protocol.Frame;
import io.seonmul.protocol.ProtocolException;
import io.seonmul.protocol.TickDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the monitor's own decoding and folding make of frames, for tests.
final class Folded {

    /// Every gap that the audit found.
    final List<FeedGap> gaps = new ArrayList<>();

    private final TickDecoder decoder = new TickDecoder();
    private final Map<String, Instrument> instruments = new LinkedHashMap<>();
    private int records;

    Folded frames(Iterable<String> texts) {
        texts.forEach(this::frame);
        return this;
    }

    void frame(String text) {
        try {
            frame(Frame.parse(text));
        } catch (ProtocolException e) {
            fail("not a frame: " + text, e);
        }
    }

    void frame(Frame frame) throws ProtocolException {
        int width = decoder.decode(frame, Instant.EPOCH, this::tick, rejected -> fail("rejected", rejected));
        assertThat(width).isEqualTo(50);
    }

    private void tick(Tick tick) {
        records++;
        Instrument instrument = instruments.computeIfAbsent(
                tick.code().text(),
                text -> new Instrument(ProductTable.builtIn().contract(new InstrumentCode(text))));
        gaps.addAll(instrument.apply(tick));
    }

    int records() {
        return records;
    }

    InstrumentSnapshot snapshot(String code) {
        return instruments.get(code).snapshot().orElseThrow();
    }

    /// Holds every contract to it: nothing lost, nothing twice, nothing out of order, every relation kept.
    Folded assertContiguous() {
        assertThat(gaps).isEmpty();
        assertThat(instruments).isNotEmpty();
        instruments.forEach((code, instrument) -> {
            AuditReport audit = instrument.audit();
            assertThat(audit.duplicates() + audit.lateRecords() + audit.resets())
                    .as(code)
                    .isZero();
            assertThat(audit.invariants().failures())
                    .as("%s: %s", code, audit.invariants())
                    .isZero();
        });
        return this;
    }
}
