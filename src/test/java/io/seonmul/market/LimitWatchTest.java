// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static io.seonmul.market.LimitEvent.Kind.BAND_CONSUMED;
import static io.seonmul.market.LimitEvent.Kind.BAND_NOT_FOLLOWING;
import static io.seonmul.market.LimitEvent.Kind.CODE_CHANGED;
import static io.seonmul.market.LimitEvent.Kind.QUOTE_AT_BAND;
import static io.seonmul.market.LimitEvent.Kind.STAGE_NEAR;
import static io.seonmul.market.LimitEvent.Kind.STAGE_REACHED;
import static io.seonmul.market.LimitEvent.Kind.WIDTH_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Base price 1,000.00 and tick size 0.02: stage 1 is 1,080.00 / 920.00, the band 10.00 to each side.
final class LimitWatchTest {
    private static final Contract MINI = ProductTable.builtIn().contract(new InstrumentCode("A05612"));

    private final LimitWatch watch = new LimitWatch(MINI);
    private final SampleTick market = new SampleTick(MINI, "1000.00");

    private void buy(String price) {
        watch.add(market.buy(price, 1), true);
    }

    private List<LimitEvent.Kind> kinds() {
        return watch.events().stream().map(LimitEvent::kind).toList();
    }

    /// Goes there in steps too small to consume the band, one a minute.
    private void walkTo(double from, double to) {
        int steps = (int) Math.ceil(Math.abs(to - from) / 2);
        for (int i = 1; i <= steps; i++) {
            market.later(60);
            buy(Price.ofHundredths(Math.round((from + (to - from) * i / steps) * 50) * 2)
                    .toString());
        }
    }

    @Test
    void knowsNothingBeforeTheFirstRecord() {
        assertThatIllegalStateException().isThrownBy(watch::status);
        assertThat(watch.events()).isEmpty();
    }

    @Test
    void stagesAreRoundedInwardsToTheTick() {
        Price tick = Price.parse("0.05");
        LimitStage stage = LimitStage.of(8, Price.parse("432.13"), tick);
        // 466.7004 and 397.5596
        assertThat(stage.upper()).isEqualTo(Price.parse("466.70"));
        assertThat(stage.lower()).isEqualTo(Price.parse("397.60"));
    }

    @Test
    void stagesNeverLieOutsideThePercentageNorMoreThanATickInside() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long base = 1 + random.nextLong(300_000);
            long tick = 1 + random.nextLong(20);
            int percent = new int[] {8, 15, 20}[random.nextInt(3)];
            LimitStage stage = LimitStage.of(percent, Price.ofHundredths(base), Price.ofHundredths(tick));
            long upper = stage.upper().hundredths();
            long lower = stage.lower().hundredths();
            assertThat(upper % tick).as("seed %d", seed).isZero();
            assertThat(lower % tick).as("seed %d", seed).isZero();
            assertThat(100 * upper).as("seed %d", seed).isLessThanOrEqualTo(base * (100 + percent));
            assertThat(100 * (upper + tick)).as("seed %d", seed).isGreaterThan(base * (100 + percent));
            assertThat(100 * lower).as("seed %d", seed).isGreaterThanOrEqualTo(base * (100 - percent));
            assertThat(100 * (lower - tick)).as("seed %d", seed).isLessThan(base * (100 - percent));
        }
    }

    @Test
    void saysHowFarTheFirstStageIs() {
        buy("1010.00");
        LimitStatus status = watch.status();
        assertThat(status.base()).contains(Price.parse("1000.00"));
        assertThat(status.stages()).extracting(LimitStage::percent).containsExactly(8, 15, 20);
        assertThat(status.nearestUpper()).isEqualTo(Price.parse("70.00"));
        assertThat(status.nearestLower()).isEqualTo(Price.parse("90.00"));
    }

    @Test
    void nearestApproachCountsTheHighMadeBeforeJoining() {
        market.buy("1030.00", 1);
        market.sell("995.00", 1);
        buy("1000.00");
        assertThat(watch.status().nearestApproach()).isEqualTo(Price.parse("50.00"));
    }

    @Test
    void nearAStageIsToldOnceUntilClearlyFarAgain() {
        walkTo(1000, 1075.02);
        assertThat(kinds()).containsExactly(STAGE_NEAR);
        walkTo(1075.02, 1074.00);
        walkTo(1074.00, 1076.00);
        assertThat(kinds()).as("within the hysteresis").containsExactly(STAGE_NEAR);
        walkTo(1076.00, 1072.00);
        walkTo(1072.00, 1076.00);
        assertThat(kinds()).containsExactly(STAGE_NEAR, STAGE_NEAR);
        LimitEvent first = watch.events().getFirst();
        assertThat(first.severity()).isEqualTo(LimitEvent.Severity.WARNING);
        assertThat(first.reference()).contains(Price.parse("1080.00"));
        assertThat(first.detail()).isEqualTo("+8");
        assertThat(first.figure()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void reachingAStageIsAnotherThingThanBeingNear() {
        walkTo(1000, 920);
        assertThat(kinds()).containsExactly(STAGE_NEAR, STAGE_REACHED);
        LimitEvent reached = watch.events().getLast();
        assertThat(reached.severity()).isEqualTo(LimitEvent.Severity.CRITICAL);
        assertThat(reached.reference()).contains(Price.parse("920.00"));
        assertThat(reached.detail()).isEqualTo("-8");
        assertThat(reached.figure()).isZero();
        walkTo(920, 921);
        walkTo(921, 920);
        assertThat(kinds()).as("bouncing at the stage").hasSize(2);
    }

    @Test
    void stagesBehindTheFirstAreWatchedAsWell() {
        walkTo(1000, 1150);
        assertThat(kinds()).containsExactly(STAGE_NEAR, STAGE_REACHED, STAGE_NEAR, STAGE_REACHED);
        assertThat(watch.events()).extracting(LimitEvent::detail).containsExactly("+8", "+8", "+15", "+15");
        assertThat(watch.status().nearestUpper()).isEqualTo(Price.parse("-70.00"));
        walkTo(1150, 1079);
        assertThat(kinds()).as("from above, stage 1 is not new").hasSize(4);
    }

    @Test
    void aPrintTakesItsShareOfTheBandThatHeldBeforeIt() {
        buy("1000.00");
        assertThat(watch.status().printConsumed()).isNaN();
        market.later(1);
        buy("1003.00");
        assertThat(watch.status().printConsumed()).isCloseTo(0.30, within(1e-9));
        assertThat(watch.status().mostConsumed()).isCloseTo(0.30, within(1e-9));
        assertThat(kinds()).containsExactly(BAND_CONSUMED);
        assertThat(watch.events().getFirst().figure()).isCloseTo(30, within(1e-9));
        assertThat(watch.events().getFirst().severity()).isEqualTo(LimitEvent.Severity.WARNING);
    }

    @Test
    void theSecondIsMeasuredFromWhereItSetOut() {
        buy("1000.00");
        market.later(1);
        buy("1002.00");
        buy("1001.00");
        buy("1003.00");
        assertThat(watch.status().printConsumed()).isCloseTo(0.20, within(1e-9));
        assertThat(watch.status().secondConsumed()).isCloseTo(0.30, within(1e-9));
        market.later(1);
        buy("1003.00");
        assertThat(watch.status().secondConsumed()).isZero();
        assertThat(watch.status().mostConsumed()).isCloseTo(0.30, within(1e-9));
    }

    @Test
    void consumptionGrowsLouderOnceAndIsToldAnewOnlyAfterCalm() {
        buy("1000.00");
        market.later(1);
        buy("1003.00");
        buy("1006.00");
        assertThat(watch.events())
                .extracting(LimitEvent::severity)
                .containsExactly(LimitEvent.Severity.WARNING, LimitEvent.Severity.CRITICAL);
        market.later(LimitWatch.CALM_SECONDS);
        buy("1002.00");
        assertThat(watch.events()).as("still the same commotion").hasSize(2);
        market.later(LimitWatch.CALM_SECONDS + 1);
        buy("1006.00");
        assertThat(watch.events()).as("another, within the cool-down").hasSize(2);
        market.later(LimitWatch.COOL_DOWN_SECONDS);
        buy("1002.00");
        assertThat(watch.events()).hasSize(3);
    }

    @Test
    void aMoveAcrossLostRecordsIsNotCalledOnePrint() {
        buy("1000.00");
        market.later(300);
        watch.add(market.buy("1009.00", 1), false);
        assertThat(watch.status().printConsumed()).isNaN();
        assertThat(watch.status().secondConsumed()).isZero();
        assertThat(watch.events()).isEmpty();
    }

    @Test
    void theDistanceToTheBandIsNoEvent() {
        walkTo(1000, 1060);
        walkTo(1060, 950);
        assertThat(watch.events()).isEmpty();
        assertThat(watch.status().quote()).isEqualTo(LimitStatus.QuotePosition.INSIDE);
        assertThat(watch.status().following()).isTrue();
    }

    @Test
    void aQuoteAtTheBandIsToldWithTheQuoteAndTheEdge() {
        buy("1000.00");
        market.later(1).quote("1010.00", "999.98");
        buy("1000.00");
        assertThat(watch.status().quote()).isEqualTo(LimitStatus.QuotePosition.TOUCHING);
        market.later(1);
        buy("1000.00");
        market.later(1).quote("1010.00", "999.98");
        buy("1000.00");
        assertThat(kinds()).as("flapping").containsExactly(QUOTE_AT_BAND);
        assertThat(watch.events().getFirst().price()).isEqualTo(Price.parse("1010.00"));
        assertThat(watch.events().getFirst().reference()).contains(Price.parse("1010.00"));
        market.later(1).quote("1000.02", "989.98");
        buy("1000.00");
        assertThat(watch.status().quote()).isEqualTo(LimitStatus.QuotePosition.OUTSIDE);
        assertThat(kinds()).as("worse than touching").containsExactly(QUOTE_AT_BAND, QUOTE_AT_BAND);
        assertThat(watch.events().getLast().price()).isEqualTo(Price.parse("989.98"));
        assertThat(watch.events().getLast().reference()).contains(Price.parse("990.00"));
    }

    @Test
    void aBidAtTheUpperEdgeTouchesTheBandToo() {
        buy("1000.00");
        market.quote("", "1010.00");
        buy("1000.00");
        assertThat(watch.status().quote()).isEqualTo(LimitStatus.QuotePosition.TOUCHING);
        assertThat(watch.events().getFirst().reference()).contains(Price.parse("1010.00"));
    }

    @Test
    void noQuoteOrNoBandIsUnknown() {
        market.quote("", "");
        buy("1000.00");
        assertThat(watch.status().quote()).isEqualTo(LimitStatus.QuotePosition.UNKNOWN);
        market.band("", "");
        buy("1000.00");
        assertThat(watch.status().quote()).isEqualTo(LimitStatus.QuotePosition.UNKNOWN);
        assertThat(watch.status().dynamic()).isEmpty();
        assertThat(watch.events()).isEmpty();
    }

    @Test
    void aBandThatDoesNotFollowIsToldOnceUntilItFollowedForAWhile() {
        buy("1000.00");
        for (int i = 0; i < 5; i++) {
            market.later(2).band("1010.00", "990.00");
            buy("1001.00");
            assertThat(watch.status().following()).isFalse();
            market.later(2);
            buy("1001.00");
            assertThat(watch.status().following()).isTrue();
        }
        assertThat(kinds()).containsExactly(BAND_NOT_FOLLOWING);
        market.later(LimitWatch.COOL_DOWN_SECONDS);
        buy("1001.00");
        market.later(1).band("1010.00", "990.00");
        buy("1001.00");
        assertThat(kinds()).containsExactly(BAND_NOT_FOLLOWING, BAND_NOT_FOLLOWING);
    }

    @Test
    void aTickOfWidthMeansNothingAndAnySlowGrowthDoes() {
        buy("1000.00");
        market.band("1010.02", "989.98");
        buy("1000.00");
        assertThat(watch.events()).isEmpty();
        market.band("1010.04", "989.96");
        buy("1000.00");
        assertThat(kinds()).containsExactly(WIDTH_CHANGED);
        assertThat(watch.events().getFirst().figure()).isEqualTo(10.04);
    }

    @Test
    void aChangeOfTheRawCodeIsToldAlsoAcrossARecordWithoutABand() {
        buy("1000.00");
        market.band("", "");
        buy("1000.00");
        market.limitCode("3");
        buy("1000.00");
        buy("1000.00");
        assertThat(kinds()).containsExactly(CODE_CHANGED);
        assertThat(watch.events().getFirst().detail()).isEqualTo("2 → 3");
    }

    @Test
    void aNewSessionForgetsTheDayAndKeepsTheLogAndTheCode() {
        walkTo(1000, 1076);
        watch.newSession();
        assertThatIllegalStateException().isThrownBy(watch::status);
        SampleTick tomorrow = new SampleTick(MINI, "1076.00").limitCode("1");
        watch.add(tomorrow.buy("1076.00", 1), true);
        assertThat(kinds()).containsExactly(STAGE_NEAR, CODE_CHANGED);
        assertThat(watch.events()).extracting(LimitEvent::sequence).containsExactly(1L, 2L);
        assertThat(watch.status().nearestApproach()).isEqualTo(Price.parse("86.08"));
        assertThat(watch.status().mostConsumed()).isZero();
    }

    @Test
    void aCalendarSpreadHasNoStages() {
        Contract spread = ProductTable.builtIn().contract(new InstrumentCode("D0161265"));
        LimitWatch ofSpread = new LimitWatch(spread);
        ofSpread.add(new SampleTick(spread, "1.00").band("", "").buy("1.30", 1), true);
        assertThat(ofSpread.status().stages()).isEmpty();
        assertThat(ofSpread.events()).isEmpty();
    }

    @Test
    void midnightDoesNotEndACommotion() {
        market.at(java.time.LocalTime.of(23, 59, 58));
        buy("1000.00");
        buy("1004.00");
        market.later(4);
        buy("1000.00");
        assertThat(kinds()).containsExactly(BAND_CONSUMED);
    }

    /// Whatever the market does, the figures are shares, sequences count, and each stage alternates with distance.
    @Test
    void anyWalkKeepsTheBooks() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 20; run++) {
            LimitWatch any = new LimitWatch(MINI);
            SampleTick walk = new SampleTick(MINI, "1000.00");
            long price = 100_000;
            long high = 0;
            long low = Long.MAX_VALUE;
            double most = 0;
            long before = price;
            for (int i = 0; i < 500; i++) {
                price = Math.clamp(price + 2 * Math.round(random.nextGaussian() * 120), 80_000, 120_000);
                high = Math.max(high, price);
                low = Math.min(low, price);
                walk.later(random.nextInt(3));
                any.add(walk.buy(Price.ofHundredths(price).toString(), 1), true);
                most = i == 0 ? 0 : Math.max(most, Math.abs(price - before) / 1000.0);
                before = price;
                LimitStatus status = any.status();
                assertThat(status.nearestApproach())
                        .as("seed %d", seed)
                        .isEqualTo(Price.ofHundredths(Math.min(108_000 - high, low - 92_000)));
                assertThat(status.mostConsumed()).as("seed %d", seed).isGreaterThanOrEqualTo(most - 1e-9);
                if (i > 0) {
                    assertThat(status.secondConsumed())
                            .as("seed %d", seed)
                            .isGreaterThanOrEqualTo(status.printConsumed() - 1e-9);
                }
            }
            long expected = 0;
            Optional<LimitEvent> earlier = Optional.empty();
            for (LimitEvent event : any.events()) {
                assertThat(event.sequence()).as("seed %d", seed).isEqualTo(++expected);
                if (event.kind() == BAND_CONSUMED) {
                    assertThat(event.figure()).as("seed %d", seed).isGreaterThanOrEqualTo(30 - 1e-9);
                }
                if (event.kind() == STAGE_NEAR) {
                    assertThat(event.figure()).as("seed %d", seed).isBetween(0.0, 0.5 + 1e-9);
                }
                if (event.kind() == STAGE_REACHED) {
                    assertThat(event.figure()).as("seed %d", seed).isLessThanOrEqualTo(0);
                }
                assertThat(event).as("seed %d", seed).isNotEqualTo(earlier.orElse(null));
                earlier = Optional.of(event);
            }
        }
    }
}
