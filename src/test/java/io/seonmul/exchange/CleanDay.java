// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static org.assertj.core.api.Assertions.fail;

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
import java.util.ArrayList;
import java.util.List;

/// What a monitor would know of one contract if nothing had gone wrong: the same market told without a network.
public final class CleanDay {

    private static final Duration STEP = Duration.ofSeconds(1);
    private static final int MOST_STEPS = 3_600;

    private CleanDay() {}

    /// Folds the records of `code` whose running volume lies above `after` and up to `last`, of the market that an
    /// exchange of those options has. The options must have a rate.
    public static InstrumentSnapshot of(ExchangeOptions options, InstrumentCode code, long after, long last) {
        SyntheticMarket market = new SyntheticMarket(
                options.seed(),
                options.date(),
                options.codes().stream().map(ProductTable.builtIn()::contract).toList(),
                options.start(),
                new Pace.Fixed(
                        options.rate().orElseThrow() / options.clock(),
                        options.start().toNanoOfDay()));
        Instrument instrument = new Instrument(ProductTable.builtIn().contract(code));
        TickDecoder decoder = new TickDecoder();
        for (int step = 0; step < MOST_STEPS; step++) {
            List<Tick> ticks = new ArrayList<>();
            for (SyntheticMarket.Trade trade : market.trades(STEP)) {
                if (trade.code().equals(code)) {
                    decode(decoder, trade.text(), ticks);
                }
            }
            for (Tick tick : ticks) {
                if (tick.volume() > after && tick.volume() <= last) {
                    instrument.apply(tick);
                }
                if (tick.volume() >= last) {
                    return instrument.snapshot().orElseThrow();
                }
            }
        }
        return fail("%s does not reach a volume of %d", code, last);
    }

    private static void decode(TickDecoder decoder, String record, List<Tick> ticks) {
        try {
            decoder.decode(
                    Frame.parse("0|H0IFCNT0|001|" + record),
                    Instant.EPOCH,
                    ticks::add,
                    problem -> fail("rejected", problem));
        } catch (ProtocolException e) {
            fail("not a record: " + record, e);
        }
    }
}
