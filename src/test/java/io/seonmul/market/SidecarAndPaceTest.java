// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Base price 1,000.00: the K200 future's sidecar counts from 1,050.00 and 950.00.
final class SidecarAndPaceTest {
    private static final Contract K200 = ProductTable.builtIn().contract(new InstrumentCode("A01612"));
    private static final Contract KOSDAQ = ProductTable.builtIn().contract(new InstrumentCode("A06612"));
    private static final Contract MINI = ProductTable.builtIn().contract(new InstrumentCode("A05612"));

    private final LimitWatch watch = new LimitWatch(K200);
    private final SampleTick market = new SampleTick(K200, "1000.00").at(LocalTime.of(10, 0));

    private void trade(String price) {
        watch.add(market.buy(price, 1), true);
    }

    private SidecarStatus sidecar() {
        return watch.status().sidecar().orElseThrow();
    }

    private List<LimitEvent> told() {
        return watch.events().stream()
                .filter(event -> event.kind().name().startsWith("SIDECAR"))
                .toList();
    }

    @Test
    void countsSecondsBeyondAndIsHeldOnceADay() {
        trade("1049.95");
        assertThat(sidecar().phase()).isEqualTo(SidecarStatus.Phase.CALM);
        market.later(1);
        trade("1050.00");
        assertThat(sidecar().phase()).isEqualTo(SidecarStatus.Phase.COUNTING);
        market.later(59);
        trade("1051.00");
        assertThat(sidecar().heldSeconds()).isEqualTo(59);
        market.later(1);
        trade("1051.00");
        assertThat(sidecar().phase()).isEqualTo(SidecarStatus.Phase.HELD);
        assertThat(sidecar().heldAt()).contains(LocalTime.of(10, 1, 1));
        assertThat(told())
                .extracting(LimitEvent::kind)
                .containsExactly(LimitEvent.Kind.SIDECAR_COUNTING, LimitEvent.Kind.SIDECAR_HELD);
        market.later(600);
        trade("940.00");
        market.later(600);
        trade("940.00");
        assertThat(told()).as("once a day").hasSize(2);
    }

    @Test
    void aTradeInsideOrALossBeginsTheCountAnew() {
        trade("950.00");
        market.later(50);
        trade("950.05");
        assertThat(sidecar().heldSeconds()).isZero();
        market.later(5);
        trade("949.00");
        assertThat(sidecar().rising()).isFalse();
        market.later(50);
        watch.add(market.buy("949.00", 1), false);
        assertThat(sidecar().heldSeconds()).as("nobody knows where it was").isZero();
        market.later(59);
        trade("949.00");
        assertThat(sidecar().phase()).isEqualTo(SidecarStatus.Phase.COUNTING);
        market.later(1);
        trade("949.00");
        assertThat(sidecar().phase()).isEqualTo(SidecarStatus.Phase.HELD);
    }

    @Test
    void isClosedInTheFirstFiveAndTheLastFortyMinutes() {
        for (String time : List.of("08:50:00", "09:04:59", "14:50:00", "18:30:00")) {
            LimitWatch at = new LimitWatch(K200);
            SampleTick then = new SampleTick(K200, "1000.00").at(LocalTime.parse(time));
            at.add(then.buy("1060.00", 1), true);
            at.add(then.later(70).at(LocalTime.parse(time)).buy("1060.00", 1), true);
            assertThat(at.status().sidecar().orElseThrow().phase()).as(time).isEqualTo(SidecarStatus.Phase.CLOSED);
        }
    }

    @Test
    void kosdaqHasSixPercentAndTheMiniNone() {
        LimitWatch kosdaq = new LimitWatch(KOSDAQ);
        kosdaq.add(new SampleTick(KOSDAQ, "1000.00").buy("1000.00", 1), true);
        assertThat(kosdaq.status().sidecar().orElseThrow().upper()).isEqualTo(Price.parse("1060.00"));
        LimitWatch mini = new LimitWatch(MINI);
        mini.add(new SampleTick(MINI, "1000.00").buy("1000.00", 1), true);
        assertThat(mini.status().sidecar()).isEmpty();
    }

    @Test
    void onlyTheFirstStageIsInForceBeforeTheStockMarketOpens() {
        for (String time : List.of("08:45:00", "08:59:59", "09:00:00", "15:34:59")) {
            LimitWatch at = new LimitWatch(K200);
            at.add(new SampleTick(K200, "1000.00").at(LocalTime.parse(time)).buy("1000.00", 1), true);
            assertThat(at.status().onlyFirstStage()).as(time).isEqualTo(time.startsWith("08"));
        }
    }

    @Test
    void paceIsTheSlopeAndMinutesFollowFromIt() {
        trade("1000.00");
        assertThat(watch.status().pace()).as("before a minute").isNaN();
        for (int i = 1; i <= 40; i++) {
            market.later(10);
            trade(Price.ofHundredths(100_000 + 10 * i).toString());
        }
        LimitStatus status = watch.status();
        assertThat(status.pace()).isCloseTo(0.6, within(1e-9));
        Price last = Price.parse("1004.00");
        assertThat(status.minutesTo(status.stages().getFirst().upper(), last).orElseThrow())
                .isCloseTo(76 / 0.6, within(1e-6));
        assertThat(status.minutesTo(status.stages().getFirst().lower(), last))
                .as("moves away")
                .isEmpty();
        market.later(3_600);
        trade("1004.00");
        assertThat(watch.status().pace()).as("stood for an hour").isZero();
        assertThat(watch.status().minutesTo(Price.parse("1080.00"), last)).isEmpty();
    }

    @Test
    void theNearestApproachHasItsTimeIfItWasSeen() {
        market.buy("1030.00", 1);
        trade("1000.00");
        assertThat(watch.status().approach()).contains(new LimitStatus.Approach(LocalTime.of(10, 0), true, false));
        market.later(120);
        trade("1031.00");
        market.later(120);
        trade("1010.00");
        assertThat(watch.status().approach()).contains(new LimitStatus.Approach(LocalTime.of(10, 2), true, true));
        assertThat(watch.status().nearestApproach()).isEqualTo(Price.parse("49.00"));
    }

    /// However the price swings around any threshold, one kind with one detail is told at most once a cool-down, or
    /// once more where it grew worse.
    @Test
    void noSwingTellsTheSameMoreThanOnceACoolDown() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int around : new int[] {108_000, 107_500, 105_000, 92_000, 95_000}) {
            LimitWatch any = new LimitWatch(K200);
            SampleTick walk = new SampleTick(K200, "1000.00").at(LocalTime.of(10, 0));
            for (int i = 0; i < 3_000; i++) {
                long price = around + 5 * Math.round(random.nextGaussian() * 120);
                walk.later(random.nextInt(3));
                if (random.nextInt(10) == 0) {
                    walk.limitCode(Integer.toString(random.nextInt(4)));
                }
                any.add(walk.buy(Price.ofHundredths(price).toString(), 1), true);
            }
            List<LimitEvent> events = any.events();
            for (int i = 0; i < events.size(); i++) {
                LimitEvent event = events.get(i);
                for (int j = i - 1; j >= 0; j--) {
                    LimitEvent before = events.get(j);
                    boolean same = before.kind() == event.kind()
                            && before.severity().compareTo(event.severity()) >= 0
                            && (event.kind() == LimitEvent.Kind.CODE_CHANGED
                                    || before.detail().equals(event.detail()));
                    if (same) {
                        assertThat(event.time().toSecondOfDay() - before.time().toSecondOfDay())
                                .as("seed %d, %s after %s", seed, event, before)
                                .isGreaterThanOrEqualTo(LimitWatch.COOL_DOWN_SECONDS);
                        break;
                    }
                }
            }
            assertThat(events).as("seed %d", seed).isNotEmpty();
        }
    }
}
