// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The audit on synthetic days: untouched, and with records deleted, repeated and reordered at random.
class FeedAuditTest {

    private static AuditReport audit(String code, List<Tick> ticks) {
        Instrument instrument = new Instrument(SyntheticTicks.contract(code));
        ticks.forEach(instrument::apply);
        return instrument.audit();
    }

    private static Stream<Invariant> failed(AuditReport report) {
        return Stream.of(Invariant.values())
                .filter(invariant -> report.invariants().failed(invariant) > 0);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"A01612,1", "A05612,2", "A06612,3", "A01612,4", "A05612,5", "AA4612,6"})
    void findsNothingLostWhereNothingIs(String code, long seed) {
        List<Tick> ticks = SyntheticTicks.days(seed, code, 2);

        AuditReport report = audit(code, ticks);

        assertThat(report.records()).isEqualTo(ticks.size());
        assertThat(report.gaps()).isEmpty();
        assertThat(report.duplicates()).isZero();
        assertThat(report.lateRecords()).isZero();
        assertThat(report.resets()).isEqualTo(1);
        assertThat(report.completenessPercent()).isEqualTo(100);
        assertThat(failed(report)).isEmpty();
        assertThat(report.auctionPrints()).isBetween(2L, 4L);
        assertThat(report.invariants().passed(Invariant.I1)).isGreaterThan(0);
        assertThat(report.contracts())
                .isEqualTo(ticks.stream().mapToLong(Tick::size).sum());
    }

    /// What was taken out between two records that arrived, as the truth to hold the audit to.
    private static final class Truth {
        long contracts;
        long trades;
        long buy;
        long sell;
        double value;

        void add(Tick before, Tick tick) {
            contracts += tick.size();
            value += tick.last().points() * tick.size();
            boolean anew = tick.volume() < before.volume();
            long boughtBefore = anew ? 0 : before.orderFlow().buyVolume().orElseThrow();
            long soldBefore = anew ? 0 : before.orderFlow().sellVolume().orElseThrow();
            long bought = tick.orderFlow().buyVolume().orElseThrow() - boughtBefore;
            long sold = tick.orderFlow().sellVolume().orElseThrow() - soldBefore;
            buy += bought;
            sell += sold;
            trades += bought + sold > 0 ? 1 : 0;
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"A01612,11", "A05612,12", "A06612,13", "A01612,14", "A05612,15", "A06612,16"})
    void findsEveryDeletedContractAndTrade(String code, long seed) {
        List<Tick> ticks = SyntheticTicks.days(seed, code, 2);
        Random random = new Random(seed);
        double rate = random.nextDouble() * 0.5;
        List<Tick> received = new ArrayList<>();
        List<Truth> gaps = new ArrayList<>();
        Truth open = new Truth();
        boolean joining = true;
        for (int i = 0; i < ticks.size(); i++) {
            Tick tick = ticks.get(i);
            boolean newSession = i > 0 && tick.volume() < ticks.get(i - 1).volume();
            if (newSession) {
                open = new Truth(); // what a session traded after its last received record, nothing can tell
                joining = true;
            }
            if (i > 0 && random.nextDouble() < rate) {
                open.add(ticks.get(i - 1), tick);
            } else {
                received.add(tick);
                if (joining) {
                    open = new Truth(); // nor what it traded before its first one
                    joining = false;
                }
                if (open.contracts > 0) {
                    gaps.add(open);
                    open = new Truth();
                }
            }
        }

        AuditReport report = audit(code, received);

        assertThat(report.gaps()).hasSameSizeAs(gaps);
        Contract contract = SyntheticTicks.contract(code);
        double won = contract.krwPerPoint().orElseThrow() * contract.tickSize().points();
        boolean wholeThousands = Math.rint(won / 1000) * 1000 == won; // then the wire's turnover is exact
        double rounding = wholeThousands ? 0 : 1000.0 / contract.krwPerPoint().orElseThrow();
        for (int i = 0; i < gaps.size(); i++) {
            Truth truth = gaps.get(i);
            FeedGap gap = report.gaps().get(i);
            assertThat(gap.contracts()).as("gap %d", i).isEqualTo(truth.contracts);
            assertThat(gap.buySide() + gap.sellSide() + gap.unlabelled()).isEqualTo(gap.contracts());
            assertThat(gap.trades()).as("trades of %s", gap).isEqualTo(truth.trades);
            if (!gap.sidesInferred()) {
                assertThat(gap.buySide()).isEqualTo(truth.buy);
                assertThat(gap.sellSide()).isEqualTo(truth.sell);
            }
            if (gap.averagePrice().isPresent()) {
                assertThat(gap.averagePrice().getAsDouble())
                        .isCloseTo(truth.value / truth.contracts, within(rounding / truth.contracts + 1e-6));
            }
            assertThat(gap.witnesses()).isEqualTo(FeedGap.Witnesses.AGREE);
        }
        long lost = gaps.stream().mapToLong(gap -> gap.contracts).sum();
        assertThat(report.lostContracts()).isEqualTo(lost);
        assertThat(report.lostTrades())
                .isEqualTo(gaps.stream().mapToLong(gap -> gap.trades).sum());
        assertThat(report.gaps().stream()
                        .filter(gap -> gap.averagePrice().isEmpty())
                        .count())
                .as("only a block hides a price")
                .isLessThan(Math.max(20, gaps.size() / 20));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"A01612,21", "A05612,22", "A06612,23"})
    void countsARepeatedRecordOnce(String code, long seed) {
        List<Tick> ticks = SyntheticTicks.days(seed, code, 2);
        Random random = new Random(seed);
        List<Tick> received = new ArrayList<>();
        int repeated = 0;
        int sessionStart = 0;
        for (int i = 0; i < ticks.size(); i++) {
            if (i > 0 && ticks.get(i).volume() < ticks.get(i - 1).volume()) {
                sessionStart = i;
            }
            received.add(ticks.get(i));
            if (random.nextInt(20) == 0) {
                received.add(ticks.get(Math.max(sessionStart, i - random.nextInt(30))));
                repeated++;
            }
        }

        AuditReport report = audit(code, received);

        assertThat(report.gaps()).isEmpty();
        assertThat(report.duplicates()).isEqualTo(repeated).isPositive();
        assertThat(report.contracts())
                .isEqualTo(ticks.stream().mapToLong(Tick::size).sum());
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"A01612,31", "A05612,32", "A06612,33"})
    void takesALateRecordOffTheLoss(String code, long seed) {
        List<Tick> ticks = SyntheticTicks.days(seed, code, 1);
        Random random = new Random(seed);
        List<Tick> received = new ArrayList<>(ticks);
        int swaps = 0;
        for (int i = 1; i + 1 < received.size(); i += 2 + random.nextInt(10)) {
            Tick first = received.get(i);
            received.set(i, received.get(i + 1));
            received.set(i + 1, first);
            swaps++;
        }

        AuditReport report = audit(code, received);

        assertThat(report.lateRecords()).isEqualTo(swaps).isPositive();
        assertThat(report.gaps()).isEmpty();
        assertThat(report.lostContracts()).isZero();
        assertThat(report.lostTrades()).isZero();
        assertThat(report.completenessPercent()).isEqualTo(100);
        assertThat(report.contracts())
                .isEqualTo(ticks.stream().mapToLong(Tick::size).sum());
    }

    @Test
    void knowsTheSideOfEveryTradeFromTheTotals() {
        List<Tick> ticks = SyntheticTicks.days(41, "A05612", 1);
        Instrument instrument = new Instrument(SyntheticTicks.contract("A05612"));
        long delta = ticks.getFirst().orderFlow().delta().orElseThrow();
        for (Tick tick : ticks) {
            instrument.apply(tick);
            InstrumentSnapshot snapshot = instrument.snapshot().orElseThrow();
            delta += switch (snapshot.aggressor()) {
                case BUYER -> tick.size();
                case SELLER -> -tick.size();
                case NONE -> 0;
            };
            assertThat(snapshot.sessionDelta()).hasValue(delta);
        }
        assertThat(instrument.audit().quoteRuleAgreed()).isPositive();
    }

    @Test
    void whatANewSessionTradedBeforeItsFirstRecordIsNoLoss() {
        List<Tick> ticks = SyntheticTicks.days(51, "A06612", 2);
        int secondDay = 1;
        while (ticks.get(secondDay).volume() > ticks.get(secondDay - 1).volume()) {
            secondDay++;
        }
        List<Tick> received = new ArrayList<>(ticks.subList(0, secondDay / 2));
        List<Tick> later = ticks.subList(secondDay + 50, ticks.size());
        received.addAll(later);

        AuditReport report = audit("A06612", received);

        assertThat(report.resets()).isEqualTo(1);
        assertThat(report.gaps()).isEmpty();
        assertThat(report.lostContracts()).isZero();
    }

    /// Seen in ten million untouched records: a contract of few trades.
    @Test
    void aDayThatBeginsWithYesterdaysTotalsIsANewSession() {
        Contract contract = SyntheticTicks.contract("A04611");
        SampleTick yesterday = new SampleTick(contract, "31.45").at(LocalTime.of(8, 45));
        SampleTick today = new SampleTick(contract, "31.65").on(1).at(LocalTime.of(8, 45));
        List<Tick> ticks = List.of(
                yesterday.buy("31.65", 4),
                yesterday.later(3_600).sell("31.60", 1),
                yesterday.later(7_200).buy("31.65", 2),
                today.buy("31.65", 4),
                today.later(40).sell("31.60", 2));

        AuditReport report = audit("A04611", ticks);

        assertThat(report.gaps()).isEmpty();
        assertThat(report.resets()).isEqualTo(1);
        assertThat(report.duplicates()).isZero();
        assertThat(report.contracts()).isEqualTo(13);
    }

    @Test
    void threeRecordsThatContinueEachOtherCorrectTheTotals() {
        SampleTick sample = new SampleTick(SyntheticTicks.contract("A05612"), "1080.00");
        Instrument instrument = new Instrument(SyntheticTicks.contract("A05612"));
        Tick first = sample.buy("1080.00", 40);
        SampleTick other = new SampleTick(SyntheticTicks.contract("A05612"), "1080.00");
        other.buy("1080.00", 5);
        List<Tick> lower = List.of(
                other.later(1).buy("1080.00", 1),
                other.later(1).sell("1080.00", 2),
                other.later(1).buy("1080.00", 1));
        instrument.apply(first);

        for (Tick tick : lower) {
            assertThat(instrument.apply(tick)).isEmpty();
            assertThat(instrument.snapshot().orElseThrow().tick()).isEqualTo(tick);
        }

        AuditReport report = instrument.audit();
        assertThat(report.corrections()).isEqualTo(1);
        assertThat(report.unknownLosses()).isEqualTo(1);
        assertThat(report.isLossProved()).isFalse();
        assertThat(report.contracts()).isEqualTo(44);
        assertThat(instrument.doubts()).isEmpty();
        assertThat(instrument.snapshot().orElseThrow().bars().live().getFirst().volume())
                .isEqualTo(44);
    }

    @Test
    void aSessionComesBackWhereItsTotalsGoOn() {
        Contract contract = SyntheticTicks.contract("A05612");
        SampleTick own = new SampleTick(contract, "1080.00");
        SampleTick foreign = new SampleTick(contract, "1100.00");
        Instrument instrument = new Instrument(contract);
        instrument.apply(own.buy("1080.00", 4));
        instrument.apply(own.later(1).sell("1079.98", 3));
        foreign.buy("1100.00", 50);
        for (int i = 0; i < DoubtfulRecords.PROVED; i++) {
            instrument.apply(foreign.later(1).buy("1100.00", 1));
        }
        assertThat(instrument.audit().resets()).isEqualTo(1);

        Tick next = own.later(4).buy("1080.00", 2);
        instrument.apply(next);

        InstrumentSnapshot snapshot = instrument.snapshot().orElseThrow();
        assertThat(snapshot.tick()).isEqualTo(next);
        assertThat(snapshot.doubts()).isEmpty();
        assertThat(snapshot.trades().size()).isEqualTo(3);
        assertThat(snapshot.bars().live().getFirst().volume()).isEqualTo(9);
        assertThat(snapshot.profile().at(Price.parse("1100.00")).total()).isZero();
        assertThat(snapshot.audit().contracts()).isEqualTo(9);
        assertThat(snapshot.audit().resets()).isZero();
        assertThat(snapshot.audit().discarded()).isEqualTo(DoubtfulRecords.PROVED);
        assertThat(snapshot.audit().lostContracts()).isZero();
    }

    @Test
    void aNewerStateWithTheSameTotalsIsShownAndIsNoTrade() {
        Contract contract = SyntheticTicks.contract("A05612");
        Tick trade = new SampleTick(contract, "1080.00").openInterest(500, 1, 1).buy("1080.00", 4);
        Tick state = SampleTick.draftOf(trade)
                .set(Figure.TIME, trade.secondOfDay() + 5)
                .set(Figure.ASK, 108_010)
                .set(Figure.OPEN_INTEREST, 510)
                .tick(trade.code(), trade.receivedAt().plusSeconds(5), trade.width(), WireText.of("state"));
        Instrument instrument = new Instrument(contract);
        instrument.apply(trade);
        instrument.apply(state);

        InstrumentSnapshot snapshot = instrument.snapshot().orElseThrow();
        assertThat(snapshot.tick()).isEqualTo(state);
        assertThat(snapshot.doubts()).isEmpty();
        assertThat(snapshot.trades().size()).isEqualTo(1);
        assertThat(snapshot.openInterestSteps()).hasSize(2);
        assertThat(snapshot.audit().updates()).isEqualTo(1);
        assertThat(snapshot.audit().contracts()).isEqualTo(4);
        assertThat(snapshot.audit().duplicates()).isZero();
    }
}
