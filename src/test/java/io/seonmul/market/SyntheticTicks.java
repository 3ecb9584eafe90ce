// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import io.seonmul.exchange.SyntheticMarket;
import io.seonmul.protocol.Frame;
import io.seonmul.protocol.ProtocolException;
import io.seonmul.protocol.TickDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/// Ticks of the synthetic market by way of the real decoder, for tests.
public final class SyntheticTicks {

    private static final ProductTable PRODUCTS = ProductTable.builtIn();
    private static final Instant RECEIVED = Instant.parse("2026-11-23T00:00:00Z");

    private SyntheticTicks() {}

    /// The contract of that code, from the built-in table.
    public static Contract contract(String code) {
        return PRODUCTS.contract(new InstrumentCode(code));
    }

    /// All ticks of one contract over `days` days, auctions and resets included.
    public static List<Tick> days(long seed, String code, int days) {
        SyntheticMarket market = new SyntheticMarket(seed, List.of(contract(code)), LocalTime.of(8, 40));
        TickDecoder decoder = new TickDecoder();
        List<Tick> ticks = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            market.advance(Duration.between(market.time(), LocalTime.of(15, 50)))
                    .forEach(record -> decode(decoder, record, ticks));
            market.startNextDay(LocalTime.of(8, 40));
        }
        return ticks;
    }

    /// One record decoded.
    public static Tick decode(String record) {
        List<Tick> ticks = new ArrayList<>(1);
        decode(new TickDecoder(), record, ticks);
        return ticks.getFirst();
    }

    private static void decode(TickDecoder decoder, String record, List<Tick> ticks) {
        try {
            decoder.decode(Frame.parse("0|H0IFCNT0|001|" + record), RECEIVED, ticks::add, e -> {
                throw new AssertionError(e);
            });
        } catch (ProtocolException e) {
            throw new AssertionError(e);
        }
    }
}
