// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.AuditReport;
import io.seonmul.market.Figure;
import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.ProductTable;
import io.seonmul.market.SyntheticTicks;
import io.seonmul.market.Tick;
import io.seonmul.protocol.TickDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The faults of single records, folded: what is counted and what is stated as lost is what was traded.
class DoubtFoldTest {

    private static final int AFTER = 40;

    @ParameterizedTest(name = "{0}, {1} lost before")
    @CsvSource({"A01612,0", "A05612,0", "A06612,0", "A01612,1", "A05612,3", "A06612,17"})
    void losesNothingAndCountsNothingTwice(String code, int lost) {
        List<Tick> ticks = SyntheticTicks.days(3, code, 1).subList(2_000, 2_400);
        WrongRecords wrong = new WrongRecords(3, LocalDate.of(2026, 11, 23));
        for (int k = lost + 1; k + AFTER < ticks.size(); k++) {
            Instrument instrument = new Instrument(SyntheticTicks.contract(code));
            long sent = 0;
            for (int i = k - 1 - lost; i < k + AFTER; i++) {
                Tick tick = ticks.get(i);
                sent += tick.size();
                if (i >= k - lost && i < k) {
                    continue;
                }
                instrument.apply(i == k ? SyntheticTicks.decode(wrong.ahead(tick.raw(), 300)) : tick);
            }
            AuditReport audit = instrument.audit();
            assertThat(audit.contracts() + audit.lostContracts())
                    .as("%s at %d: %s", code, k, audit)
                    .isEqualTo(sent);
            assertThat(instrument.snapshot().orElseThrow().tick()).isEqualTo(ticks.get(k + AFTER - 1));
        }
    }

    /// The totals fall by 300 and rise by the block in one step.
    @ParameterizedTest(name = "{0}, {1} lost before")
    @CsvSource({"A01612,1", "A05612,3", "A06612,17"})
    void aBlockDoesNotHideThatTheTotalsFell(String code, int lost) {
        List<Tick> ticks = SyntheticTicks.days(3, code, 1).subList(2_000, 2_200);
        WrongRecords wrong = new WrongRecords(3, LocalDate.of(2026, 11, 23));
        for (int k = lost + 1; k + AFTER < ticks.size(); k++) {
            Instrument instrument = new Instrument(SyntheticTicks.contract(code));
            long sent = 0;
            for (int i = k - 1 - lost; i < k + AFTER; i++) {
                Tick tick = ticks.get(i);
                sent += tick.size();
                if (i == k) {
                    instrument.apply(SyntheticTicks.decode(wrong.ahead(tick.raw(), 300)));
                } else if (i < k - lost || i > k) {
                    instrument.apply(i < k ? tick : withBlock(tick, ticks.get(k), 350));
                }
            }
            AuditReport audit = instrument.audit();
            assertThat(audit.contracts() + audit.lostContracts())
                    .as("%s at %d: %s", code, k, audit)
                    .isEqualTo(sent);
            assertThat(audit.isLossProved()).as("%s at %d: %s", code, k, audit).isTrue();
        }
    }

    /// `tick` on a day on which a block of so many contracts was agreed upon, at the price of `at`, before it.
    private static Tick withBlock(Tick tick, Tick at, long contracts) {
        String[] fields = tick.raw().split("\\^", -1);
        long won = SyntheticTicks.contract(tick.code().text()).krwPerPoint().orElseThrow();
        long value = at.figure(Figure.LAST) * contracts * won / 100_000;
        add(fields, 10, contracts);
        add(fields, 11, value);
        add(fields, 46, contracts);
        return SyntheticTicks.decode(String.join("^", fields));
    }

    private static void add(String[] fields, int index, long more) {
        fields[index] = Long.toString(Long.parseLong(fields[index]) + more);
    }

    @ParameterizedTest(name = "{0} of {1}, seed {2}")
    @MethodSource("doubts")
    void countsWhatWasTraded(Fault.Doubt doubt, String code, long seed) {
        LocalDate date = LocalDate.of(2026, 11, 23);
        List<String> traded = new SyntheticMarket(
                        seed,
                        date,
                        List.of(ProductTable.builtIn().contract(new InstrumentCode(code))),
                        LocalTime.of(11, 0),
                        new Pace.Fixed(100, LocalTime.of(11, 0).toNanoOfDay()))
                .advance(Duration.ofSeconds(40));
        StandingFaults faults = new StandingFaults(new WrongRecords(seed, date));
        faults.add(new Fault.Doubtful(doubt, 20));
        Registration registration = new Registration(code, false, faults.ahead(), List.of(), 0);
        Instrument instrument = new Instrument(SyntheticTicks.contract(code));
        TickDecoder decoder = new TickDecoder();
        instrument.apply(SyntheticTicks.decode(traded.getFirst()));
        long sent = SyntheticTicks.decode(traded.getFirst()).size();
        for (int i = 1; i < traded.size(); i++) {
            String record = traded.get(i);
            sent += SyntheticTicks.decode(record).size();
            Instant received = SyntheticTicks.received(record, date);
            boolean healed = i > traded.size() - AFTER; // what is in doubt before is settled
            (healed ? List.of(record) : faults.records(registration, List.of(record)))
                    .forEach(text -> instrument.apply(SyntheticTicks.decode(decoder, text, received)));
        }
        AuditReport audit = instrument.audit();
        assertThat(audit.contracts() + audit.lostContracts()).as("%s", audit).isEqualTo(sent);
    }

    static Stream<Arguments> doubts() {
        return Stream.of(Fault.Doubt.values())
                .flatMap(doubt -> Stream.of("A01612", "A05612", "A06612")
                        .flatMap(code -> Stream.of(1L, 12L, 20_261_123L).map(seed -> Arguments.of(doubt, code, seed))));
    }
}
