// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Bar;
import io.seonmul.market.InstrumentSnapshot;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Bars of trades and footprints hold what the bars of time hold, trade by trade.
final class TradeBarsTest {

    private final Random random = new Random(17);

    private ChartDay lossy() {
        return new ChartDay(7, "A05612", LocalTime.of(9, 0))
                .receiving(tick -> random.nextInt(150) != 0)
                .delaying(tick -> random.nextInt(90) == 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Interval.class,
            names = {"T20", "T200", "V50", "V1000"})
    void bitByBitEqualsFromScratchAndNothingIsLostOrDoubled(Interval interval) {
        ChartDay day = lossy().until(LocalTime.of(9, 5));
        ChartSeries along = new ChartSeries(interval, day.snapshot());
        for (int i = 0; i < 60; i++) {
            along.update(day.pass(Duration.ofSeconds(random.nextInt(1, 40))).snapshot());
            along.finest();
        }
        InstrumentSnapshot snapshot = day.snapshot();
        BarColumns bars = along.finest();
        ChartSeries afresh = new ChartSeries(interval, snapshot);

        assertThat(bars.bars()).isEqualTo(afresh.finest().bars());
        long lost = 0;
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.bar(i);
            long filled = interval.unit() == BarUnit.TRADES ? bar.trades() : bar.volume();
            assertThat(bar.start()).isEqualTo(i);
            assertThat(filled).isPositive();
            assertThat(filled >= interval.length() || i == bars.size() - 1).isTrue();
            assertThat(along.lost(i, 1).contracts()).isEqualTo(bar.lostContracts());
            lost += bar.lostContracts();
        }
        assertThat(lost).isPositive().isEqualTo(snapshot.audit().lostContracts());
        assertThat(bars.bars().stream().mapToLong(Bar::volume).sum())
                .isEqualTo(snapshot.audit().contracts());
        assertThat(bars.bars().stream().mapToLong(Bar::trades).sum())
                .isEqualTo(snapshot.audit().records());
        assertThat(bars.bar(bars.size() - 1).sessionDelta()).isEqualTo(snapshot.sessionDelta());
    }

    @Test
    void placesAndSecondsAgree() {
        InstrumentSnapshot snapshot = lossy().until(LocalTime.of(10, 0)).snapshot();
        ChartSeries series = new ChartSeries(Interval.T100, snapshot);
        Axis axis = series.axis();

        assertThat(axis.isClock()).isFalse();
        for (int i = 0; i < series.finest().size(); i++) {
            long begun = axis.second((double) i);
            long ended = axis.endOf(i, 1);
            assertThat(ended).isGreaterThanOrEqualTo(begun);
            assertThat(axis.place((double) ended)).isLessThanOrEqualTo((double) i);
            assertThat(axis.second(axis.place((double) begun))).isLessThanOrEqualTo(begun);
        }
        assertThat(axis.place(0)).isZero();
        assertThat(axis.place(86_400)).isEqualTo(series.end());
        for (int gap = 0; gap < series.gaps().size(); gap++) {
            Bar closing = series.finest().bar((int) series.placeOfGap(gap));
            assertThat(closing.lostContracts())
                    .isGreaterThanOrEqualTo(series.gaps().gap(gap).contracts());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Interval.class,
            names = {"S10", "M1", "M5", "T50", "V500"})
    void aFootprintAddsUpToItsBar(Interval interval) {
        InstrumentSnapshot snapshot = lossy().until(LocalTime.of(9, 40)).snapshot();
        ChartSeries series = new ChartSeries(interval, snapshot);
        long tick = snapshot.contract().tickSize().hundredths();
        for (Bar bar : series.finest().bars()) {
            Footprint print = series.footprint(bar.start());
            assertThat(sum(print, print::buy)).isEqualTo(bar.buyVolume());
            assertThat(sum(print, print::sell)).isEqualTo(bar.sellVolume());
            assertThat(print.low() * tick).isEqualTo(bar.low().hundredths());
            assertThat((print.low() + print.rows() - 1) * tick)
                    .isEqualTo(bar.high().hundredths());
            Footprint grouped = print.grouped(10);
            assertThat(grouped.rows()).isLessThanOrEqualTo(print.rows() / 10 + 2);
            assertThat(sum(grouped, grouped::sell)).isEqualTo(bar.sellVolume());
            assertThat(grouped.greatestSide()).isGreaterThanOrEqualTo(print.greatestSide());
            assertThat(series.footprint(bar.start()).busiest()).isEqualTo(print.busiest());
        }
    }

    private static long sum(Footprint print, IntToLongFunction side) {
        return IntStream.range(0, print.rows()).mapToLong(side).sum();
    }
}
