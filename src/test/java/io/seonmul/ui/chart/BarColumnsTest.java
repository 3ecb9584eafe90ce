// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Bar;
import io.seonmul.market.Bars;
import io.seonmul.market.Contract;
import io.seonmul.market.FairValue;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.ProductTable;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Merging bars bit by bit gives what merging them all at once gives.
final class BarColumnsTest {

    private static final Contract MINI = ProductTable.builtIn().contract(new InstrumentCode("A05612"));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void incrementalEqualsFromScratch(long seed) {
        RandomGenerator random = new Random(seed);
        List<BarColumns> all = new ArrayList<>();
        for (Interval interval : Interval.ofTime()) {
            all.add(new BarColumns(interval.length(), MINI));
        }
        long session = 1;
        long revision = 1;
        for (int round = 0; round < 3; round++, session++, revision++) {
            List<Bar> made = new ArrayList<>();
            long second = 8 * 3600 + 10L * random.nextInt(1000);
            while (made.size() < 700) {
                for (int i = random.nextInt(1, 40); i > 0; i--) {
                    second += 10L * (random.nextInt(8) == 0 ? random.nextInt(1, 300) : 1);
                    made.add(bar(random, second));
                }
                if (random.nextInt(6) == 0) { // a late record changes a completed bar, or is one
                    int at = random.nextInt(made.size());
                    long start = made.get(at).start();
                    if (random.nextBoolean()) {
                        made.set(at, made.get(at).merge(bar(random, start)));
                    } else if (at > 0 && made.get(at - 1).start() < start - 10) {
                        made.add(at, bar(random, start - 10));
                    }
                    revision++;
                }
                boolean live = random.nextInt(4) != 0;
                int completed = live ? made.size() - 1 : made.size();
                Bars bars = new Bars(
                        10,
                        List.copyOf(made.subList(0, completed)),
                        List.copyOf(made.subList(completed, made.size())),
                        session,
                        revision);
                for (BarColumns columns : all) {
                    if (random.nextInt(3) != 0) {
                        columns.update(bars);
                        assertThat(columns.bars()).as("seed %d", seed).isEqualTo(bars.every(columns.length()));
                        assertColumnsTell(columns);
                    }
                }
                if (live) {
                    Bar before = made.removeLast();
                    made.add(before.merge(bar(random, before.start())));
                }
            }
        }
    }

    @Test
    void theSyntheticDayEqualsFromScratchAtEveryInterval() {
        ChartDay day = new ChartDay(5, "A05612", LocalTime.of(8, 40));
        List<BarColumns> all = new ArrayList<>();
        for (Interval interval : Interval.ofTime()) {
            all.add(new BarColumns(interval.length(), MINI));
        }
        for (int i = 0; i < 60; i++) {
            InstrumentSnapshot snapshot = day.pass(Duration.ofSeconds(437)).snapshot();
            for (BarColumns columns : all) {
                columns.update(snapshot.bars());
                assertThat(columns.bars()).isEqualTo(snapshot.bars().every(columns.length()));
            }
        }
        assertThat(all.getFirst().size()).isGreaterThan(2000);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void coarserLevelsKeepTheExtremesAndTheSums(long seed) {
        RandomGenerator random = new Random(seed);
        List<Bar> made = new ArrayList<>();
        long second = 8 * 3600;
        for (int i = 0; i < 3000; i++) {
            second += 10L * random.nextInt(1, 4);
            made.add(bar(random, second));
        }
        BarPyramid pyramid = new BarPyramid(30, MINI, new Bars(10, made, List.of(), 1, 1));
        for (double secondsPerPixel : new double[] {1, 10, 40, 200, 2000, 1e9}) {
            BarColumns level = pyramid.atLeast(2, secondsPerPixel);

            assertThat(level.length() % 30).isZero();
            int next = 0;
            for (int i = 0; i < level.size(); i++) {
                long high = 0;
                long low = Long.MAX_VALUE;
                long volume = 0;
                for (; next < made.size() && made.get(next).start() < level.start[i] + level.length(); next++) {
                    high = Math.max(high, made.get(next).high().hundredths());
                    low = Math.min(low, made.get(next).low().hundredths());
                    volume += made.get(next).volume();
                }
                assertThat(level.high[i]).as("seed %d", seed).isEqualTo((double) high);
                assertThat(level.low[i]).isEqualTo((double) low);
                assertThat(level.bar(i).volume()).isEqualTo(volume);
            }
            assertThat(next).isEqualTo(made.size());
        }
    }

    @Test
    void whatIsDrawnIsBoundedByTheWidth() {
        InstrumentSnapshot day = new ChartDay(5, "A05612", LocalTime.of(8, 40))
                .until(LocalTime.of(15, 50))
                .snapshot();
        BarPyramid pyramid = new BarPyramid(10, MINI, day.bars());
        for (int width : new int[] {50, 100, 200, 400, 800, 1600}) {
            double secondsPerPixel = 7 * 3600.0 / width;
            assertThat(pyramid.atLeast(2, secondsPerPixel).size()).isLessThanOrEqualTo(width / 2 + 2);
        }
    }

    @Test
    void findsTheBarUnderASecond() {
        RandomGenerator random = new Random(1);
        BarColumns columns = new BarColumns(60, MINI);
        List<Bar> made = List.of(bar(random, 36_000), bar(random, 36_050), bar(random, 36_300));
        columns.update(new Bars(10, made, List.of(), 1, 1));

        assertThat(columns.at(35_999.9)).isEqualTo(-1);
        assertThat(columns.at(36_000)).isZero();
        assertThat(columns.at(36_059.9)).isZero();
        assertThat(columns.at(36_060)).isEqualTo(-1);
        assertThat(columns.at(36_301)).isEqualTo(1);
        assertThat(columns.at(36_360)).isEqualTo(-1);
        assertThat(columns.firstEndingAfter(36_060)).isEqualTo(1);
        assertThat(columns.firstEndingAfter(40_000)).isEqualTo(2);
    }

    private static void assertColumnsTell(BarColumns columns) {
        for (int i = 0; i < columns.size(); i++) {
            Bar bar = columns.bar(i);
            assertThat(columns.start[i]).isEqualTo(bar.start());
            assertThat(columns.close[i]).isEqualTo((double) bar.close().hundredths());
            assertThat(columns.openInterest[i])
                    .isEqualTo((double) bar.openInterest().orElseThrow());
            assertThat(columns.basis[i]).isNaN();
            double vwap = bar.sessionTurnover() * 1000.0 / bar.sessionVolume() / 50_000;
            assertThat(columns.vwap[i] / 100).isCloseTo(vwap, org.assertj.core.api.Assertions.within(1e-9));
        }
    }

    static Bar bar(RandomGenerator random, long start) {
        long middle = 108_000L + random.nextInt(-500, 500);
        long high = middle + random.nextInt(1, 80);
        long low = middle - random.nextInt(1, 80);
        long buy = random.nextInt(1, 100);
        long sell = random.nextInt(1, 100);
        long none = random.nextInt(3);
        return new Bar(
                start,
                Price.ofHundredths(random.nextLong(low, high + 1)),
                Price.ofHundredths(high),
                Price.ofHundredths(low),
                Price.ofHundredths(random.nextLong(low, high + 1)),
                buy + sell + none,
                buy,
                sell,
                random.nextInt(1, 50),
                random.nextInt(5),
                random.nextInt(5),
                1000 + start,
                (1000 + start) * 54_000,
                OptionalLong.of(random.nextInt(-1000, 1000)),
                random.nextDouble(0, 5),
                100,
                OptionalLong.of(76_000 + random.nextInt(500)),
                FairValue.UNKNOWN,
                Optional.empty(),
                false);
    }
}
