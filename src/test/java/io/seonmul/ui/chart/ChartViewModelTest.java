// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which stretch of the session is in view after what the user and the market did.
final class ChartViewModelTest {

    private static final double WIDTH = 800;

    private final DrawnLevels drawn = new DrawnLevels(List.of());
    private final ChartViewModel model = new ChartViewModel(ChartSettings.DEFAULT, drawn);
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
        assertThat(model.missedProperty().get().trades()).isZero();

        InstrumentSnapshot later = day.pass(Duration.ofMinutes(5)).snapshot();
        model.show(later);

        assertThat(model.scale()).isEqualTo(stood);
        assertThat(model.missedProperty().get().bars()).isEqualTo(5);
        assertThat(model.missedProperty().get().trades())
                .isPositive()
                .isEqualTo(later.audit().records() - records);
        model.choose(Interval.M5);
        assertThat(model.missedProperty().get().bars()).isEqualTo(1);

        model.backToLive();
        assertThat(model.awayProperty().get()).isFalse();
        assertThat(model.missedProperty().get().bars()).isZero();
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
            double second = before.place(x);
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
        assertThat(model.series().orElseThrow().finest().size()).isBetween(29, 31);

        model.clear();
        assertThat(model.snapshot()).isEmpty();
        assertThat(model.series()).isEmpty();
        model.await(new InstrumentCode("A06612"));
        assertThat(model.awaited()).contains(new InstrumentCode("A06612"));
        model.show(day.snapshot());
        assertThat(model.awaited()).isEmpty();
    }

    @Test
    void barsOfTradesAreZoomedPannedAndFollowedLikeBarsOfTime() {
        model.choose(Interval.T100);
        assertThat(model.awayProperty().get()).isFalse();
        double end = model.series().orElseThrow().end();
        assertThat(model.scale().x(end)).isBetween(WIDTH - 64, WIDTH);
        model.pan(300);
        assertThat(model.awayProperty().get()).isTrue();
        TimeScale stood = model.scale();
        InstrumentSnapshot before = day.snapshot();
        InstrumentSnapshot later = day.pass(Duration.ofMinutes(5)).snapshot();
        model.show(later);

        assertThat(model.scale()).isEqualTo(stood);
        ChartViewModel.Missed missed = model.missedProperty().get();
        assertThat((double) missed.bars())
                .isEqualTo(model.series().orElseThrow().end() - end);
        assertThat(missed.trades())
                .isEqualTo(later.audit().records() - before.audit().records());
        assertThat(missed.contracts())
                .isEqualTo(later.audit().contracts() - before.audit().contracts());
        assertThat(missed.change())
                .isEqualTo(later.tick().last().minus(before.tick().last()));
        model.choose(Interval.M1);
        assertThat(model.awayProperty().get()).as("another axis").isFalse();
    }

    @Test
    void theCrosshairGoesFromBarToBarAndStaysInView() {
        assertThat(model.cursor()).isNaN();
        model.moveCursor(-1);
        assertThat(model.cursor()).as("first the newest").isEqualTo(liveEnd() - 60);
        model.moveCursor(-1);
        assertThat(model.cursor()).isEqualTo(liveEnd() - 120);
        model.moveCursor(-150);
        assertThat(model.scale().x(model.cursor() + 30)).isBetween(0.0, WIDTH);
        assertThat(model.awayProperty().get()).isTrue();
        model.cursorToEnd(false);
        model.moveCursor(-5);
        assertThat(model.cursor()).isEqualTo(8 * 3600 + 45 * 60);
        assertThat(model.hideCursor()).isTrue();
        assertThat(model.hideCursor()).isFalse();
    }

    @Test
    void linesAreKeptByCodeOnTheContractsTicks() {
        model.addLevel(108_003.4);
        model.addLevel(108_100);
        assertThat(model.levels()).extracting(DrawnLevel::hundredths).containsExactly(108_004L, 108_100L);
        model.moveSelectedLevel(108_201);
        assertThat(model.levels()).extracting(DrawnLevel::hundredths).containsExactly(108_004L, 108_202L);
        model.selectNextLevel();
        assertThat(model.selectedLevel().orElseThrow().hundredths()).isEqualTo(108_004);

        model.show(new ChartDay(7, "A01612", LocalTime.of(9, 0))
                .until(LocalTime.of(9, 5))
                .snapshot());
        assertThat(model.levels()).isEmpty();
        assertThat(model.selectedLevel()).isEmpty();
        model.addLevel(108_003.4);
        assertThat(model.levels()).extracting(DrawnLevel::hundredths).containsExactly(108_005L);

        DrawnLevels kept = new DrawnLevels(drawn.allProperty().get());
        ChartViewModel next = new ChartViewModel(model.settings(), kept);
        next.show(day.snapshot());
        assertThat(next.levels()).extracting(DrawnLevel::hundredths).containsExactly(108_004L, 108_202L);
        next.selectNextLevel();
        next.removeSelectedLevel();
        assertThat(next.levels()).extracting(DrawnLevel::hundredths).containsExactly(108_202L);
        for (int i = 0; i < 300; i++) {
            next.addLevel(100_000 + 2.0 * i);
        }
        assertThat(kept.allProperty().get()).hasSize(DrawnLevels.MOST);
    }

    @Test
    void aLineIsTheSameInEveryChart() {
        ChartViewModel other = new ChartViewModel(ChartSettings.DEFAULT, drawn);
        other.show(day.snapshot());
        model.addLevel(108_100);
        other.selectNextLevel();
        assertThat(other.selectedLevel()).isEqualTo(model.selectedLevel()).isPresent();
        long seen = other.revisionProperty().get();

        model.removeSelectedLevel();

        assertThat(other.levels()).isEmpty();
        assertThat(other.selectedLevel()).isEmpty();
        assertThat(other.revisionProperty().get()).isGreaterThan(seen);
    }

    @Test
    void aSilenceIsToldAfterAWhile() {
        Instant last = day.snapshot().tick().receivedAt();
        model.second(last.plusSeconds(9));
        assertThat(model.quietSeconds()).isZero();
        model.second(last.plusSeconds(31));
        assertThat(model.quietSeconds()).isEqualTo(31);
        model.show(day.snapshot());
        assertThat(model.quietSeconds()).isZero();
    }

    @Test
    void settingsOutliveTheViewModel() {
        model.choose(Interval.M15);
        model.zoomInPlace(1.7);
        ChartViewModel next = new ChartViewModel(model.settings(), drawn);
        next.plotWidth(WIDTH);
        next.show(day.snapshot());
        assertThat(next.scale()).isEqualTo(model.scale());
        assertThat(next.series().orElseThrow().base()).isEqualTo(900);
    }

    @Test
    void nonsenseFromASettingsFileBecomesSense() {
        ChartSettings odd = new ChartSettings(
                BarUnit.SECONDS,
                77,
                Double.NaN,
                false,
                List.of(Pane.PRICE, Pane.BASIS, Pane.BASIS),
                List.of(),
                9,
                BoxSide.OFF);
        assertThat(odd.interval()).isEqualTo(60);
        assertThat(odd.barWidth()).isEqualTo(8);
        assertThat(odd.panes()).containsExactly(Pane.BASIS);
        assertThat(odd.paneShare()).isEqualTo(ChartSettings.HIGHEST_SHARE);
        assertThat(ChartSettings.DEFAULT.withZoom(1e9, false).barWidth()).isEqualTo(ChartSettings.WIDEST);
        assertThat(Interval.nearest(BarUnit.TRADES, -5)).isEqualTo(Interval.T20);
    }

    private double liveEnd() {
        BarColumns columns = model.series().orElseThrow().finest();
        return columns.start[columns.size() - 1] + 60.0;
    }

    private double leftmost(TimeScale scale) {
        return 8 * 3600 + 45 * 60 - 8 * scale.placesPerPixel();
    }

    private void assertInBounds(TimeScale scale, long seed) {
        assertThat(scale.x(liveEnd())).as("seed %d", seed).isGreaterThan(WIDTH - 60);
        assertThat(60 / scale.placesPerPixel()).isLessThanOrEqualTo(ChartSettings.WIDEST + 1e-9);
    }
}
