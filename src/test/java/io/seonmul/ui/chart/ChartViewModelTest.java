// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which stretch of the session is in view after what the user and the market did.
final class ChartViewModelTest {

    private static final double WIDTH = 800;

    private final ChartViewModel model = new ChartViewModel(ChartSettings.DEFAULT);
    private final ChartDay day = new ChartDay(7, "A05612", LocalTime.of(8, 40)).until(LocalTime.of(12, 0));

    @BeforeEach
    void show() {
        model.plotWidth(WIDTH);
        model.show(day.snapshot());
    }

    @Test
    void followsTheLiveEdgeWithAMargin() {
        double before = model.scale().right();
        double margin = WIDTH - model.scale().x(liveEnd());
        assertThat(margin).isBetween(8.0, 64.0);

        model.show(day.pass(Duration.ofMinutes(3)).snapshot());

        assertThat(model.scale().right()).isEqualTo(before + 180);
        assertThat(WIDTH - model.scale().x(liveEnd())).isCloseTo(margin, within(1e-6));
        assertThat(model.awayProperty().get()).isFalse();
    }

    @Test
    void staysWhereTheUserWentAndCountsWhatCame() {
        model.pan(300);
        TimeScale stood = model.scale();
        long records = day.snapshot().audit().records();
        assertThat(model.awayProperty().get()).isTrue();
        assertThat(model.missedTradesProperty().get()).isZero();

        InstrumentSnapshot later = day.pass(Duration.ofMinutes(5)).snapshot();
        model.show(later);

        assertThat(model.scale()).isEqualTo(stood);
        assertThat(model.missedBarsProperty().get()).isEqualTo(5);
        assertThat(model.missedTradesProperty().get())
                .isPositive()
                .isEqualTo(later.audit().records() - records);
        model.choose(Interval.M5);
        assertThat(model.missedBarsProperty().get()).isEqualTo(1);

        model.backToLive();
        assertThat(model.awayProperty().get()).isFalse();
        assertThat(model.missedBarsProperty().get()).isZero();
        assertThat(model.scale().x(liveEnd())).isLessThan(WIDTH);
    }

    @Test
    void panningBackToTheEdgeFollowsAgain() {
        model.pan(300);
        model.pan(-299);
        assertThat(model.awayProperty().get()).isTrue();
        model.pan(-40);
        assertThat(model.awayProperty().get()).isFalse();
    }

    @Test
    void aZoomKeepsTheSecondUnderThePointer() {
        long seed = 99;
        RandomGenerator random = new Random(seed);
        model.pan(500);
        int held = 0;
        for (int i = 0; i < 500; i++) {
            TimeScale before = model.scale();
            double x = random.nextDouble(0, WIDTH);
            double second = before.second(x);
            model.zoom(random.nextDouble(0.7, 1.4), x);
            TimeScale after = model.scale();
            assertInBounds(after, seed);
            boolean atAnEnd = !model.awayProperty().get() || Math.abs(after.left() - leftmost(after)) < 1e-6;
            if (!atAnEnd) {
                assertThat(after.x(second)).as("seed %d, zoom %d", seed, i).isCloseTo(x, within(1e-6));
                held++;
            }
            model.pan(random.nextDouble(-200, 200));
            assertInBounds(model.scale(), seed);
        }
        assertThat(held).isGreaterThan(50);
    }

    @Test
    void aZoomBeyondTheLiveBarKeepsFollowing() {
        model.zoom(1.5, WIDTH - 2);
        assertThat(model.awayProperty().get()).isFalse();
        model.zoomInPlace(1.5);
        assertThat(model.awayProperty().get()).isFalse();
        assertThat(model.settings().barWidth()).isCloseTo(8 * 2.25, within(1e-9));
        model.zoom(2, 100);
        assertThat(model.awayProperty().get()).isTrue();
    }

    @Test
    void homeShowsTheBeginningAndEndTheEnd() {
        model.home();
        assertThat(model.scale().x(8 * 3600 + 45 * 60)).isBetween(0.0, 20.0);
        assertThat(model.awayProperty().get()).isTrue();
        model.pan(1000);
        assertThat(model.scale().x(8 * 3600 + 45 * 60)).isBetween(0.0, 20.0);
        model.backToLive();
        assertThat(model.awayProperty().get()).isFalse();
    }

    @Test
    void theWholeDayStaysInViewUntilTheUserZooms() {
        model.fitDay();
        assertThat(model.settings().fitDay()).isTrue();
        assertThat(model.scale().x(8 * 3600 + 45 * 60)).isBetween(0.0, 20.0);
        model.show(day.until(LocalTime.of(15, 0)).snapshot());
        assertThat(model.scale().x(8 * 3600 + 45 * 60)).isBetween(0.0, 20.0);
        assertThat(model.scale().x(liveEnd())).isBetween(700.0, WIDTH);
        model.pan(100);
        assertThat(model.settings().fitDay())
                .as("nothing lies left of the first bar")
                .isTrue();

        model.zoom(2, 400);
        assertThat(model.settings().fitDay()).isFalse();
        assertThat(model.awayProperty().get()).isTrue();

        model.fitDay();
        assertThat(model.awayProperty().get()).isFalse();
        model.fitDay();
        assertThat(model.settings().fitDay()).isFalse();
    }

    @Test
    void anotherContractIsShownAtItsLiveEdge() {
        model.pan(400);
        model.show(new ChartDay(7, "A01612", LocalTime.of(9, 0))
                .until(LocalTime.of(9, 30))
                .snapshot());
        assertThat(model.awayProperty().get()).isFalse();
        assertThat(model.bars().orElseThrow().finest().size()).isBetween(29, 31);

        model.clear();
        assertThat(model.snapshot()).isEmpty();
        assertThat(model.bars()).isEmpty();
        model.await(new InstrumentCode("A06612"));
        assertThat(model.awaited()).contains(new InstrumentCode("A06612"));
        model.show(day.snapshot());
        assertThat(model.awaited()).isEmpty();
    }

    @Test
    void settingsOutliveTheViewModel() {
        model.choose(Interval.M15);
        model.zoomInPlace(1.7);
        ChartViewModel next = new ChartViewModel(model.settings());
        next.plotWidth(WIDTH);
        next.show(day.snapshot());
        assertThat(next.scale()).isEqualTo(model.scale());
        assertThat(next.bars().orElseThrow().interval()).isEqualTo(900);
    }

    @Test
    void nonsenseFromASettingsFileBecomesSense() {
        ChartSettings odd = new ChartSettings(77, Double.NaN, false, true, true, true, true, true);
        assertThat(odd.interval()).isEqualTo(60);
        assertThat(odd.barWidth()).isEqualTo(8);
        assertThat(new ChartSettings(-5, 1e9, false, true, true, true, true, true))
                .isEqualTo(ChartSettings.DEFAULT.withInterval(10).withZoom(64, false));
    }

    private double liveEnd() {
        BarColumns columns = model.bars().orElseThrow().finest();
        return columns.start[columns.size() - 1] + 60.0;
    }

    private double leftmost(TimeScale scale) {
        return 8 * 3600 + 45 * 60 - 8 * scale.secondsPerPixel();
    }

    private void assertInBounds(TimeScale scale, long seed) {
        assertThat(scale.x(liveEnd())).as("seed %d", seed).isGreaterThan(WIDTH - 60);
        assertThat(60 / scale.secondsPerPixel()).isLessThanOrEqualTo(ChartSettings.WIDEST + 1e-9);
    }
}
