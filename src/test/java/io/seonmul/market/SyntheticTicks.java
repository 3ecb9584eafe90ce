// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import io.seonmul.exchange.SyntheticMarket;
import io.seonmul.protocol.Frame;
import io.seonmul.protocol.ProtocolException;
import io.seonmul.protocol.TickDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// Ticks of the synthetic market by way of the real decoder, for tests.
public final class SyntheticTicks {

    private static final ProductTable PRODUCTS = ProductTable.builtIn();
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 23);
    private static final DateTimeFormatter WIRE_TIME = DateTimeFormatter.ofPattern("HHmmss");

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
            int offset = day;
            market.advance(Duration.between(market.time(), LocalTime.of(15, 50)))
                    .forEach(record -> ticks.add(decode(decoder, record, FIRST_DAY.plusDays(offset))));
            market.startNextDay(LocalTime.of(8, 40));
        }
        return ticks;
    }

    /// A morning's fold of one contract whose totals were lowered in it, so that nobody can say what was lost.
    public static Instrument corrected(String code) {
        List<Tick> ticks = days(3, code, 1);
        Instrument instrument = new Instrument(contract(code));
        ticks.subList(0, 200).forEach(instrument::apply);
        for (Tick tick : ticks.subList(200, 220)) {
            Tick lowered = SampleTick.draftOf(tick)
                    .set(Figure.VOLUME, tick.volume() - 10)
                    .set(Figure.SELL_VOLUME, tick.orderFlow().sellVolume().orElseThrow() - 10)
                    .tick(tick.code(), tick.receivedAt(), tick.width(), WireText.of(tick.raw()));
            instrument.apply(lowered);
        }
        return instrument;
    }

    /// One record decoded, as received at the second of its trade.
    public static Tick decode(String record) {
        return decode(new TickDecoder(), record, FIRST_DAY);
    }

    private static Tick decode(TickDecoder decoder, String record, LocalDate day) {
        return decode(decoder, record, received(record, day));
    }

    /// When a record would arrive that is made on `day`.
    public static Instant received(String record, LocalDate day) {
        LocalTime time = LocalTime.parse(record.split("\\^", 3)[1], WIRE_TIME);
        return day.atTime(time).atZone(TradingCalendar.SEOUL).toInstant();
    }

    /// One record decoded, as received then.
    public static Tick decode(TickDecoder decoder, String record, Instant received) {
        List<Tick> ticks = new ArrayList<>(1);
        try {
            decoder.decode(Frame.parse("0|H0IFCNT0|001|" + record), received, ticks::add, e -> {
                throw new AssertionError(e);
            });
        } catch (ProtocolException e) {
            throw new AssertionError(e);
        }
        return ticks.getFirst();
    }
}
