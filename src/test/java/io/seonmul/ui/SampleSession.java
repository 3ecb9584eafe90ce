// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui;

import io.seonmul.exchange.SyntheticMarket;
import io.seonmul.market.Contract;
import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.ProductTable;
import io.seonmul.market.Tick;
import io.seonmul.protocol.Frame;
import io.seonmul.protocol.ProtocolException;
import io.seonmul.protocol.TickDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/// A stretch of a synthetic day as a panel gets it: through the wire's text, the decoder and the fold.
public final class SampleSession {
    /// When its records arrive.
    public static final Instant RECEIVED = Instant.parse("2026-11-23T01:00:00Z");

    private final Instrument instrument;
    private final TickDecoder decoder = new TickDecoder();

    private SampleSession(Contract contract) {
        instrument = new Instrument(contract);
    }

    /// That contract's market from `start` for that long, heard from its first trade there.
    public static InstrumentSnapshot of(String code, LocalTime start, Duration length) {
        Contract contract = contract(code);
        SampleSession session = new SampleSession(contract);
        new SyntheticMarket(7, List.of(contract), start).advance(length).forEach(session::receive);
        return session.instrument.snapshot().orElseThrow();
    }

    /// A contract of the built-in table.
    public static Contract contract(String code) {
        return ProductTable.builtIn().contract(new InstrumentCode(code));
    }

    /// What the fold makes of records told one by one.
    public static InstrumentSnapshot of(Contract contract, List<Tick> ticks) {
        Instrument instrument = new Instrument(contract);
        ticks.forEach(instrument::apply);
        return instrument.snapshot().orElseThrow();
    }

    private void receive(String record) {
        try {
            decoder.decode(Frame.parse("0|H0IFCNT0|001|" + record), RECEIVED, instrument::apply, bad -> {
                throw new AssertionError(bad);
            });
        } catch (ProtocolException e) {
            throw new AssertionError(record, e);
        }
    }
}
