// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.seonmul.market.AuditReport;
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

    /// Holds what became of one contract to the same day without trouble: the newest record is the same, and what was
    /// received and what was stated as lost are together all that was traded.
    ///
    /// @param begin before the first trouble; what was traded before its records is not of the clean day
    /// @return the clean day
    public static InstrumentSnapshot assertAccounts(
            String what, ExchangeOptions options, InstrumentSnapshot begin, InstrumentSnapshot end) {
        AuditReport then = begin.audit();
        AuditReport now = end.audit();
        assertThat(then.lostContracts()).as(what).isZero();
        long joined = begin.tick().volume() - then.contracts() - then.blockContracts();
        InstrumentSnapshot clean = of(options, end.code(), joined, end.tick().volume());
        assertThat(end.tick().raw()).as(what).isEqualTo(clean.tick().raw());
        assertThat(now.contracts() + now.lostContracts())
                .as(what)
                .isEqualTo(clean.audit().contracts());
        assertThat(now.trades() + now.lostTrades())
                .as(what)
                .isEqualTo(clean.audit().trades());
        assertThat(now.blockContracts()).as(what).isEqualTo(clean.audit().blockContracts());
        return clean;
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
