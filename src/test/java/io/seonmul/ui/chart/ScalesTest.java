// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.chart.ValueScale.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Axes with round steps, pixels that go there and back, panes that fit.
final class ScalesTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);

    @ParameterizedTest
    @CsvSource({
        "2000, 10, 2, 200",
        "2000, 10, 5, 200",
        "1999, 10, 5, 200",
        "2001, 10, 5, 500",
        "40, 10, 5, 5",
        "40, 10, 2, 10",
        "40, 10, 10, 10",
        "30, 4, 10, 10",
        "7, 100, 1, 1",
        "90, 10, 3, 15",
        "0.5, 3, 25, 50"
    })
    void stepsAreRoundAndMultiplesOfTheTick(double span, int most, long tick, long step) {
        assertThat(Steps.round(span, most, tick)).isEqualTo(step);
    }

    @Test
    void stepsNeverGiveMoreLinesThanThereIsRoomFor() {
        long seed = 20261123;
        RandomGenerator random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double span = Math.exp(random.nextDouble(0, 25));
            int most = random.nextInt(1, 30);
            long tick = random.nextInt(1, 40);
            double low = random.nextDouble(-1e6, 1e6);

            long step = Steps.round(span, most, tick);

            assertThat(step % tick)
                    .as("seed %d: %f %d %d", seed, span, most, tick)
                    .isZero();
            assertThat(span / step).isLessThanOrEqualTo(most);
            long first = Steps.firstAtOrAbove(low, step);
            assertThat(first % step).isZero();
            assertThat((double) first - low).isBetween(-1e-6, (double) step);
        }
    }

    @Test
    void timeStepsKeepLabelsApart() {
        for (double secondsPerPixel = 0.05; secondsPerPixel < 100_000; secondsPerPixel *= 1.07) {
            int step = Steps.time(secondsPerPixel, 76);
            assertThat(step / secondsPerPixel).isGreaterThanOrEqualTo(76);
        }
        assertThat(Steps.time(60 / 8.0, 76)).isEqualTo(600);
        assertThat(Steps.time(1, 76)).isEqualTo(120);
    }

    @Test
    void timeGoesToPixelsAndBack() {
        RandomGenerator random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            TimeScale scale = new TimeScale(
                    random.nextDouble(30_000, 120_000), random.nextDouble(0.2, 100), random.nextDouble(50, 3000));
            double x = random.nextDouble(0, scale.width());
            double second = scale.place(x);

            assertThat(scale.x(second)).isCloseTo(x, within(1e-6));
            assertThat(scale.zoomed(random.nextDouble(0.1, 10), x).x(second)).isCloseTo(x, within(1e-6));
            double pixels = random.nextDouble(-500, 500);
            assertThat(scale.panned(pixels).x(second)).isCloseTo(x + pixels, within(1e-6));
            assertThat(scale.zoomed(3, x).zoomed(1 / 3.0, x).right()).isCloseTo(scale.right(), within(1e-6));
        }
    }

    @Test
    void valuesGoToPixelsAndBackAndLeaveRoom() {
        Span span = new Span();
        assertThat(span.isEmpty()).isTrue();
        span.add(Double.NaN);
        assertThat(span.isEmpty()).isTrue();
        span.add(108_000.0);
        span.add(108_400.0);
        span.addIfNear(108_450.0, 0.3, 24);
        span.addIfNear(109_000.0, 0.3, 24);
        assertThat(span.high()).isEqualTo(108_450);

        ValueScale scale = ValueScale.around(span, 24, 100, 400, 14, 22);

        assertThat(scale.y(108_450.0)).isCloseTo(114, within(1e-6));
        assertThat(scale.y(108_000.0)).isCloseTo(378, within(1e-6));
        assertThat(scale.value(scale.y(108_123.0))).isCloseTo(108_123, within(1e-6));
        assertThat(scale.shows(108_450.0)).isTrue();
        assertThat(scale.shows(109_000.0)).isFalse();
    }

    @Test
    void oneSinglePriceIsNotBlownUp() {
        Span span = new Span();
        span.add(100.0);
        ValueScale scale = ValueScale.around(span, 24, 0, 240, 0, 0);
        assertThat(scale.y(100.0)).isCloseTo(120, within(1e-9));
        assertThat(scale.y(101.0)).isCloseTo(110, within(1e-9));
    }

    @Test
    void phasesFollowTheCalendarOverMidnight() {
        List<PhaseSpan> spans = PhaseSpan.between(15 * 3600, 33 * 3600, TUESDAY, new InstrumentCode("A01612"));

        assertThat(spans)
                .containsExactly(
                        new PhaseSpan(15 * 3600, 15 * 3600 + 35 * 60, PhaseSpan.Kind.REGULAR),
                        new PhaseSpan(15 * 3600 + 35 * 60, 15 * 3600 + 45 * 60, PhaseSpan.Kind.CLOSING),
                        new PhaseSpan(15 * 3600 + 45 * 60, 24 * 3600, PhaseSpan.Kind.CLOSED),
                        new PhaseSpan(24 * 3600, 32 * 3600 + 30 * 60, PhaseSpan.Kind.BEFORE),
                        new PhaseSpan(32 * 3600 + 30 * 60, 32 * 3600 + 45 * 60, PhaseSpan.Kind.OPENING),
                        new PhaseSpan(32 * 3600 + 45 * 60, 33 * 3600, PhaseSpan.Kind.REGULAR));
    }

    @Test
    void anExpiringContractEndsAtTwentyPastThreeAndTheOthersGoOn() {
        LocalDate last = LocalDate.of(2026, 12, 10);
        assertThat(PhaseSpan.between(15 * 3600, 16 * 3600, last, new InstrumentCode("A01612")))
                .containsExactly(
                        new PhaseSpan(15 * 3600, 15 * 3600 + 20 * 60, PhaseSpan.Kind.REGULAR),
                        new PhaseSpan(15 * 3600 + 20 * 60, 16 * 3600, PhaseSpan.Kind.CLOSED));
        assertThat(PhaseSpan.between(15 * 3600, 16 * 3600, last, new InstrumentCode("A01703")))
                .hasSize(3);
    }

    @Test
    void tradesOnADayThatTheCalendarHasClosedAreNotShaded() {
        assertThat(PhaseSpan.between(9 * 3600, 16 * 3600, TUESDAY.plusDays(4), new InstrumentCode("A01612")))
                .containsExactly(new PhaseSpan(9 * 3600, 16 * 3600, PhaseSpan.Kind.UNKNOWN));
    }

    @Test
    void panesFillTheHeightAndAreDroppedFromTheLast() {
        for (int height = 60; height < 1500; height += 7) {
            PaneLayout layout = PaneLayout.of(height, ChartSettings.DEFAULT);
            double y = layout.legend();
            for (PaneLayout.Box box : layout.boxes().values()) {
                assertThat(box.top()).isEqualTo(y);
                y = box.bottom();
            }
            assertThat(y).isEqualTo(layout.bottom());
            assertThat(layout.boxes().size() + layout.dropped().size()).isEqualTo(5);
        }
        assertThat(PaneLayout.of(420, ChartSettings.DEFAULT).dropped()).isEmpty();
        assertThat(PaneLayout.of(390, ChartSettings.DEFAULT).dropped()).containsExactly(Pane.INTEREST, Pane.BASIS);
        assertThat(PaneLayout.of(230, ChartSettings.DEFAULT).dropped())
                .containsExactly(Pane.CUMULATIVE, Pane.INTEREST, Pane.BASIS);
        assertThat(PaneLayout.of(150, ChartSettings.DEFAULT).dropped())
                .containsExactly(Pane.VOLUME, Pane.CUMULATIVE, Pane.INTEREST, Pane.BASIS);
        assertThat(PaneLayout.of(600, ChartSettings.DEFAULT.with(Pane.VOLUME, false))
                        .box(Pane.VOLUME))
                .isEmpty();
    }
}
