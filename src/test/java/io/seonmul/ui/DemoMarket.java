// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui;

import io.seonmul.exchange.SyntheticMarket;
import io.seonmul.market.Contract;
import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.ProductTable;
import io.seonmul.protocol.Frame;
import io.seonmul.protocol.ProtocolException;
import io.seonmul.protocol.TickDecoder;
import io.seonmul.protocol.TickField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/// Snapshots as the session would publish them, from the synthetic market over the wire's text, the decoder and the
/// fold. Confined to one thread at a time.
public final class DemoMarket {

    /// When the day of [#CLOCK] is: 2026-11-23, 10:30 in Korea.
    public static final Instant CLOCK = Instant.parse("2026-11-23T01:30:00Z");

    private static final LocalTime OPENING = LocalTime.of(8, 45);

    private final SyntheticMarket market;
    private final TickDecoder decoder = new TickDecoder();
    private final Map<InstrumentCode, Instrument> instruments = new LinkedHashMap<>();
    private long received;

    /// A market of those codes, joined before the opening.
    public DemoMarket(long seed, List<InstrumentCode> codes) {
        ProductTable products = ProductTable.builtIn();
        List<Contract> contracts = codes.stream().map(products::contract).toList();
        market = new SyntheticMarket(seed, contracts, OPENING.minusMinutes(1));
        contracts.forEach(contract -> instruments.put(contract.code(), new Instrument(contract)));
    }

    /// Lets the market trade for `time`.
    public void run(Duration time) {
        run(time, number -> true);
    }

    /// Lets the market trade for `time`; only the records whose running number `arrives` are received.
    public void run(Duration time, LongPredicate arrives) {
        for (String record : market.advance(time)) {
            if (arrives.test(received++)) {
                receive(record);
            }
        }
    }

    /// Has the newest record of `code` come once more with 5,000 contracts more in its volume total alone.
    public void glitch(InstrumentCode code) {
        String[] record =
                instruments.get(code).snapshot().orElseThrow().tick().raw().split("\\^", -1);
        int volume = TickField.WIRE_ORDER.indexOf(TickField.ACML_VOL);
        record[volume] = Long.toString(Long.parseLong(record[volume]) + 5_000);
        receive(String.join("^", record));
    }

    /// The newest record of `code` again, with another text in one field.
    public void sendAgain(InstrumentCode code, TickField field, String text) {
        String[] record =
                instruments.get(code).snapshot().orElseThrow().tick().raw().split("\\^", -1);
        record[TickField.WIRE_ORDER.indexOf(field)] = text;
        receive(String.join("^", record));
    }

    private void receive(String record) {
        try {
            decoder.decode(
                    Frame.parse("0|H0IFCNT0|001|" + record),
                    CLOCK,
                    tick -> instruments.get(tick.code()).apply(tick),
                    rejected -> {
                        throw new IllegalStateException(rejected);
                    });
        } catch (ProtocolException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The market's time of day.
    public LocalTime time() {
        return market.time();
    }

    /// What is known now of every code that has traded.
    public List<InstrumentSnapshot> snapshots() {
        return instruments.values().stream()
                .flatMap(instrument -> instrument.snapshot().stream())
                .toList();
    }
}
