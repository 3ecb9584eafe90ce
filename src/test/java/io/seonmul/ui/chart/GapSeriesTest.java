// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Bar;
import io.seonmul.market.FeedGap;
import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.SyntheticTicks;
import io.seonmul.market.Tick;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Gaps on the time axis say what the bars say.
final class GapSeriesTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void gapsAndBarsTellTheSameLoss(long seed) {
        Random random = new Random(seed);
        ChartDay day = new ChartDay(seed, "A05612", LocalTime.of(9, 50))
                .receiving(tick -> random.nextInt(40) != 0)
                .delaying(tick -> random.nextInt(30) == 0);
        GapSeries gaps = new GapSeries();
        InstrumentSnapshot snapshot = day.pass(Duration.ofMinutes(5)).snapshot();
        for (int i = 0; i < 12; i++) {
            gaps.update(snapshot);
            snapshot = day.pass(Duration.ofMinutes(5)).snapshot();
        }
        gaps.update(snapshot);

        assertThat(gaps.size())
                .as("seed %d", seed)
                .isEqualTo(snapshot.audit().gaps().size());
        assertThat(gaps.size()).isGreaterThan(10);
        assertThat(snapshot.audit().lateRecords()).isGreaterThan(10);
        for (int interval : new int[] {10, 60, 600}) {
            for (Bar bar : snapshot.bars().every(interval)) {
                GapSeries.Lost lost = gaps.lost(bar.start(), bar.start() + interval);
                assertThat(lost.contracts()).isEqualTo(bar.lostContracts());
                assertThat(lost.trades()).isEqualTo(bar.lostTrades());
            }
        }
    }

    @Test
    void whatCameLateIsTintedNoMore() {
        List<Tick> ticks = SyntheticTicks.days(5, "A05612", 1).subList(0, 2_000);
        Instrument instrument = new Instrument(SyntheticTicks.contract("A05612"));
        for (int i = 0; i < ticks.size(); i++) {
            if (i != 700 && i != 702) {
                instrument.apply(ticks.get(i));
            }
        }
        ChartViewModel model = new ChartViewModel(ChartSettings.DEFAULT, new DrawnLevels(List.of()));
        model.show(instrument.snapshot().orElseThrow());
        ChartSeries series = model.series().orElseThrow();
        assertThat(series.gaps().size()).isEqualTo(2);
        assertThat(lossyBars(series)).isPositive();

        instrument.apply(ticks.get(700));
        model.show(instrument.snapshot().orElseThrow());
        assertThat(series.gaps().size()).isEqualTo(1);
        assertThat(series.gaps().gap(0).sequence()).isEqualTo(2);

        instrument.apply(ticks.get(702));
        model.show(instrument.snapshot().orElseThrow());
        assertThat(model.series()).containsSame(series);
        assertThat(series.gaps().size()).isZero();
        assertThat(lossyBars(series)).isZero();
        Instrument inOrder = new Instrument(SyntheticTicks.contract("A05612"));
        ticks.forEach(inOrder::apply);
        assertThat(series.finest().bars())
                .extracting(Bar::volume)
                .containsExactlyElementsOf(inOrder.snapshot().orElseThrow().bars().every(60).stream()
                        .map(Bar::volume)
                        .toList());
    }

    private static long lossyBars(ChartSeries series) {
        return series.finest().bars().stream()
                .filter(bar -> bar.lostContracts() > 0)
                .count();
    }

    @ParameterizedTest(name = "second day from {0}")
    @ValueSource(strings = {"08:40", "09:30"})
    void gapsOfTheDayBeforeAreLeftOut(String joined) {
        Random random = new Random(6);
        ChartDay day = new ChartDay(6, "A05612", LocalTime.of(9, 0)).receiving(tick -> random.nextInt(60) != 0);
        GapSeries along = new GapSeries();
        along.update(day.pass(Duration.ofMinutes(40)).snapshot());
        int before = along.size();
        day.pass(Duration.ofMinutes(10)).nextDay(LocalTime.parse(joined)).until(LocalTime.of(9, 45));
        along.update(day.snapshot());
        InstrumentSnapshot snapshot = day.until(LocalTime.of(10, 30)).snapshot();
        along.update(snapshot);
        GapSeries afresh = new GapSeries();
        afresh.update(snapshot);

        assertThat(snapshot.bars().session()).isEqualTo(2);
        assertThat(before).isGreaterThan(5);
        for (GapSeries gaps : new GapSeries[] {along, afresh}) {
            assertThat(gaps.size())
                    .isPositive()
                    .isLessThan(snapshot.audit().gaps().size() - before + 1);
            for (Bar bar : snapshot.bars().every(60)) {
                assertThat(gaps.lost(bar.start(), bar.start() + 60).contracts()).isEqualTo(bar.lostContracts());
            }
        }
    }

    @Test
    void gapsRunOnOverMidnight() {
        Random random = new Random(8);
        ChartDay night = new ChartDay(8, "A05612", LocalTime.of(12, 40))
                .changing(tick -> ChartDay.later(tick, Duration.ofMinutes(565)))
                .receiving(tick -> random.nextInt(100) != 0)
                .until(LocalTime.of(15, 30));
        InstrumentSnapshot snapshot = night.snapshot();
        GapSeries gaps = new GapSeries();
        gaps.update(snapshot);

        assertThat(snapshot.second()).isGreaterThan(86_400);
        assertThat(gaps.to(gaps.size() - 1)).isGreaterThan(86_400);
        assertThat(gaps.from(0)).isLessThan(86_400);
        for (Bar bar : snapshot.bars().every(60)) {
            assertThat(gaps.lost(bar.start(), bar.start() + 60).contracts()).isEqualTo(bar.lostContracts());
        }
    }

    @Test
    void anOutageCoversItsEmptySlots() {
        ChartDay day = new ChartDay(4, "A05612", LocalTime.of(10, 0))
                .receiving(tick ->
                        !tick.time().isAfter(LocalTime.of(10, 5)) || tick.time().isAfter(LocalTime.of(10, 9)))
                .until(LocalTime.of(10, 12));
        GapSeries gaps = new GapSeries();
        gaps.update(day.snapshot());

        assertThat(gaps.size()).isEqualTo(1);
        int covering = gaps.covering(36_000 + 360, 36_000 + 420);
        assertThat(covering).isZero();
        FeedGap gap = gaps.gap(covering);
        assertThat(gap.contracts()).isEqualTo(day.snapshot().audit().lostContracts());
        assertThat(gaps.from(0)).isBetween(36_000 + 270L, 36_000 + 300L);
        assertThat(gaps.to(0)).isBetween(36_000 + 540L, 36_000 + 600L);
        assertThat(gaps.covering(36_000, 36_060)).isEqualTo(-1);
        assertThat(gaps.covering(36_000 + 660, 36_000 + 720)).isEqualTo(-1);
    }
}
