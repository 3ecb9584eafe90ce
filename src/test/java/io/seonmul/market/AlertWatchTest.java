// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.seonmul.market.AlertRule.Condition;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AlertWatchTest {
    private static final Contract MINI = ProductTable.builtIn().contract(new InstrumentCode("A05612"));

    private final AlertBook book = new AlertBook();
    private final Instrument instrument = new Instrument(MINI, book);
    private final SampleTick market = new SampleTick(MINI, "1000.00");

    private static AlertRule rule(AlertFigure figure, Condition condition, double value, int seconds) {
        return rule(figure, condition, value, seconds, true, 60);
    }

    private static AlertRule rule(
            AlertFigure figure, Condition condition, double value, int seconds, boolean repeating, int coolDown) {
        return new AlertRule(
                "r",
                Optional.empty(),
                figure,
                condition,
                value,
                seconds,
                repeating,
                coolDown,
                LimitEvent.Severity.NOTICE,
                true);
    }

    private void buy(String price) {
        instrument.apply(market.buy(price, 1));
    }

    private List<LimitEvent> alerts() {
        return instrument.snapshot().orElseThrow().limitEvents().stream()
                .filter(event -> event.kind() == LimitEvent.Kind.ALERT)
                .toList();
    }

    @Test
    void aLevelIsCrossedUpwardsOnlyFromBelow() {
        book.set(List.of(rule(AlertFigure.LAST, Condition.CROSSES_UP, 1000.50, 0)));
        buy("1000.60");
        assertThat(alerts()).as("it began above").isEmpty();
        market.later(1);
        buy("1000.48");
        market.later(1);
        buy("1000.50");
        assertThat(alerts()).hasSize(1);
        LimitEvent told = alerts().getFirst();
        assertThat(told.figure()).isEqualTo(1000.50);
        assertThat(told.rule()).contains(book.rules().getFirst());
        assertThat(told.severity()).isEqualTo(LimitEvent.Severity.NOTICE);
        assertThat(told.raw()).contains("1000.50");
    }

    @Test
    void aCrossingBetweenTwoRecordsThatJumpOverTheLevelIsOne() {
        book.set(List.of(AlertRule.lastCrosses(MINI.code(), Price.parse("1000.50"))));
        buy("1000.00");
        market.later(1);
        buy("1002.00");
        assertThat(alerts()).hasSize(1);
        market.later(61);
        buy("999.00");
        assertThat(alerts()).hasSize(2);
    }

    @Test
    void everyTradeIsJudgedNotOnlyTheNewestOfASnapshot() {
        book.set(List.of(rule(AlertFigure.SIZE, Condition.AT_LEAST, 100, 0)));
        buy("1000.00");
        instrument.apply(market.buy("1000.00", 100));
        buy("1000.00");
        assertThat(alerts()).hasSize(1);
        market.later(61);
        instrument.apply(market.buy("1000.00", 120));
        market.later(61);
        instrument.apply(market.buy("1000.00", 130));
        assertThat(alerts()).as("each trade has a size of its own").hasSize(3);
    }

    @Test
    void atLeastIsToldAlsoWhereItHeldWhenTheRuleBegan() {
        buy("1001.00");
        book.set(List.of(rule(AlertFigure.LAST, Condition.AT_LEAST, 1000, 0)));
        market.later(1);
        buy("1001.00");
        assertThat(alerts()).hasSize(1);
        market.later(600);
        buy("1001.00");
        assertThat(alerts()).as("it holds still").hasSize(1);
    }

    @Test
    void onceMeansOnceForAllContractsUntilItIsSetAnew() {
        AlertRule once = rule(AlertFigure.LAST, Condition.CROSSES, 1000.10, 0, false, 1);
        book.set(List.of(once));
        Instrument other = new Instrument(ProductTable.builtIn().contract(new InstrumentCode("A05701")), book);
        SampleTick elsewhere = new SampleTick(other.contract(), "1000.00");
        buy("1000.00");
        other.apply(elsewhere.buy("1000.00", 1));
        market.later(1);
        buy("1000.20");
        other.apply(elsewhere.later(1).buy("1000.20", 1));
        assertThat(alerts()).hasSize(1);
        assertThat(other.snapshot().orElseThrow().limitEvents()).isEmpty();
        book.set(List.of(once, rule(AlertFigure.SIZE, Condition.AT_LEAST, 1000, 0)));
        market.later(10);
        buy("1000.00");
        assertThat(alerts()).as("another rule beside it changes nothing").hasSize(1);
        book.set(List.of(once.withEnabled(false)));
        book.set(List.of(once));
        market.later(10);
        buy("1000.20");
        market.later(10);
        buy("1000.00");
        assertThat(alerts()).as("switched on again").hasSize(2);
    }

    @Test
    void aChangeIsMeasuredWithinItsSecondsAndToldOnce() {
        book.set(List.of(rule(AlertFigure.LAST, Condition.CHANGES_BY, 1, 10, true, 1)));
        buy("1000.00");
        market.later(9);
        buy("1000.60");
        market.later(4);
        buy("1001.00");
        assertThat(alerts()).as("a point, but in 13 seconds").isEmpty();
        market.later(2);
        buy("1001.60");
        assertThat(alerts()).as("a point in 6 seconds").hasSize(1);
        market.later(2);
        buy("1001.80");
        assertThat(alerts()).as("the same move").hasSize(1);
        market.later(2);
        buy("1000.60");
        assertThat(alerts()).as("the way back is another").hasSize(2);
    }

    @Test
    void derivedFiguresAreWhatTheSnapshotSays() {
        book.set(List.of(
                rule(AlertFigure.LOST_CONTRACTS, Condition.AT_LEAST, 7, 0),
                rule(AlertFigure.COMPLETENESS, Condition.AT_MOST, 50, 0),
                rule(AlertFigure.SESSION_VWAP, Condition.AT_LEAST, 1, 0),
                rule(AlertFigure.SESSION_DELTA, Condition.AT_LEAST, 1, 0),
                rule(AlertFigure.STAGE_DISTANCE, Condition.AT_MOST, 8, 0),
                rule(AlertFigure.QUOTE_WIDTH, Condition.AT_LEAST, 0, 0),
                rule(AlertFigure.LIMIT_CODE, Condition.AT_LEAST, 0, 0)));
        buy("1000.00");
        market.lose(7);
        market.later(1);
        buy("1000.00");
        InstrumentSnapshot now = instrument.snapshot().orElseThrow();
        assertThat(now.audit().lostContracts()).isEqualTo(7);
        assertThat(alerts())
                .extracting(event -> event.rule().orElseThrow().figure() + " " + event.figure())
                .containsExactlyInAnyOrder(
                        "SESSION_VWAP 1000.0",
                        "SESSION_DELTA 1.0",
                        "STAGE_DISTANCE 8.0",
                        "QUOTE_WIDTH 0.04",
                        "LIMIT_CODE 2.0",
                        "LOST_CONTRACTS 7.0",
                        "COMPLETENESS " + now.audit().completenessPercent());
    }

    @Test
    void everyFigureCanBeReadOfEveryRecord() {
        book.set(List.of(AlertFigure.values()).stream()
                .map(figure -> new AlertRule(
                        figure.name(),
                        Optional.empty(),
                        figure,
                        Condition.AT_MOST,
                        -1e12,
                        0,
                        true,
                        1,
                        LimitEvent.Severity.NOTICE,
                        true))
                .toList());
        buy("1000.00");
        instrument.apply(market.band("", "").quote("", "").sell("1001.00", 2));
        assertThat(alerts()).isEmpty();
    }

    @Test
    void aNewSessionComparesWithNothingBefore() {
        book.set(List.of(rule(AlertFigure.VOLUME, Condition.CROSSES_DOWN, 5, 0)));
        for (int i = 0; i < 10; i++) {
            buy("1000.00");
        }
        instrument.apply(new SampleTick(MINI, "1010.00")
                .at(java.time.LocalTime.of(8, 45))
                .buy("1010.00", 1));
        assertThat(alerts()).isEmpty();
    }

    /// However a figure swings around its threshold, it is told at most once within the cool-down, and what was
    /// withheld is counted.
    @Test
    void swingingAroundAThresholdTellsAtMostOnceACoolDown() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Condition> conditions = List.of(Condition.values());
        for (int run = 0; run < 60; run++) {
            Condition condition = conditions.get(run % conditions.size());
            int coolDown = 1 + random.nextInt(90);
            AlertRule any = rule(
                    AlertFigure.LAST,
                    condition,
                    condition.isChange() ? 0.04 : 1000,
                    condition.isChange() ? 5 : 0,
                    true,
                    coolDown);
            ArmedRule armed = new ArmedRule(any);
            long second = 40_000;
            long told = Long.MIN_VALUE;
            int times = 0;
            for (int i = 0; i < 2_000; i++) {
                second += random.nextInt(3) == 0 ? 1 : 0;
                if (armed.isNews(1000 + (random.nextInt(9) - 4) * 0.02, second)) {
                    times++;
                    if (told != Long.MIN_VALUE) {
                        assertThat(second - told).as("seed %d, %s", seed, any).isGreaterThanOrEqualTo(coolDown);
                    }
                    told = second;
                }
            }
            assertThat(times).as("seed %d, %s", seed, any).isPositive();
        }
    }

    /// Plain search over all values of the window is the oracle.
    @Test
    void theSlidingRangeHoldsExactlyTheNewestSeconds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 30; run++) {
            int seconds = 1 + random.nextInt(20);
            SlidingRange range = new SlidingRange(seconds);
            long[] at = new long[300];
            double[] values = new double[300];
            long second = random.nextInt(1000);
            for (int i = 0; i < at.length; i++) {
                second += random.nextInt(4) == 0 ? random.nextInt(12) : 0;
                at[i] = second;
                values[i] = random.nextInt(1000);
                range.add(values[i], second);
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                for (int j = 0; j <= i; j++) {
                    if (at[j] >= second - seconds) {
                        low = Math.min(low, values[j]);
                        high = Math.max(high, values[j]);
                    }
                }
                assertThat(range.low()).as("seed %d", seed).isEqualTo(low);
                assertThat(range.high()).as("seed %d", seed).isEqualTo(high);
            }
        }
    }

    @Test
    void nothingIsAllocatedWhereNothingIsTold() {
        FeedAudit audit = new FeedAudit(MINI, new NoFold());
        LimitEvents events = new LimitEvents(MINI.code());
        LimitWatch limits = new LimitWatch(MINI, events);
        AlertWatch watch = new AlertWatch(MINI, book, events);
        book.set(List.of(AlertFigure.values()).stream()
                .map(figure -> new AlertRule(
                        figure.name(),
                        Optional.empty(),
                        figure,
                        Condition.RISES_BY,
                        1e12,
                        30,
                        true,
                        60,
                        LimitEvent.Severity.NOTICE,
                        true))
                .toList());
        Tick tick = market.buy("1000.00", 1);
        limits.add(tick, true);
        watch.add(tick, 1, audit, limits);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 2_000; i++) {
            watch.add(tick, i, audit, limits);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).as("bytes for 2,000 records and all figures").isLessThan(20_000);
        assertThat(events.view()).isEmpty();
    }

    @Test
    void aRuleThatMakesNoSenseCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(AlertFigure.LAST, Condition.CROSSES, Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(AlertFigure.LAST, Condition.RISES_BY, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(AlertFigure.LAST, Condition.RISES_BY, -1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(AlertFigure.LAST, Condition.AT_LEAST, 1, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(AlertFigure.LAST, Condition.AT_LEAST, 1, 0, true, 0));
    }

    private static final class NoFold implements FeedAudit.Fold {
        @Override
        public void fold(Tick tick, Verdict verdict) {}

        @Override
        public void withdraw(LateFill loss) {}

        @Override
        public void restore() {}
    }
}
