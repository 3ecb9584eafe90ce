// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.seonmul.market.Price;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which prices stand in which row.
final class LadderRowsTest {

    private static final int TRIES = 5_000;

    private static final Price TICK = Price.parse("0.05");

    private static Price price(String text) {
        return Price.parse(text);
    }

    @Test
    void oneTickARowFromTheHighestDown() {
        LadderRows rows = LadderRows.around(price("100.00"), TICK, 1, 11);
        assertThat(rows.rowOf(price("100.00"))).isEqualTo(5);
        assertThat(rows.lowest(0)).isEqualTo(price("100.25"));
        assertThat(rows.lowest(10)).isEqualTo(price("99.75"));
        assertThat(rows.rowOf(price("100.30"))).isEqualTo(-1);
        assertThat(rows.rowOf(price("99.70"))).isEqualTo(11);
        assertThat(rows.highest(3)).isEqualTo(rows.lowest(3));
    }

    @Test
    void aMarkBetweenTwoTicksBelongsToTheNearestAndKeepsItsHeight() {
        LadderRows rows = LadderRows.around(price("100.00"), TICK, 1, 11);
        assertThat(rows.rowOfMark(price("100.02"))).isEqualTo(5);
        assertThat(rows.rowOfMark(price("100.03"))).isEqualTo(4);
        assertThat(rows.heightInRow(price("100.00"))).isEqualTo(0.5);
        assertThat(rows.heightInRow(price("100.02"))).isEqualTo(0.9);
        assertThat(rows.heightInRow(price("100.03"))).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void farPricesCountTicksFromTheEdgeOfTheView() {
        LadderRows rows = LadderRows.around(price("100.00"), TICK, 1, 11);
        assertThat(rows.ticksOutside(price("100.60"))).isEqualTo(7);
        assertThat(rows.ticksOutside(price("99.60"))).isEqualTo(-3);
        assertThat(rows.ticksOutside(price("100.25"))).isZero();
        assertThat(rows.raised(4).ticksAbove(rows)).isEqualTo(4);
        assertThat(rows.grouped(5, price("100.00")).ticksOutside(price("101.80")))
                .isEqualTo(price("101.80")
                                .minus(rows.grouped(5, price("100.00")).highest(0))
                                .hundredths()
                        / 5);
    }

    @Test
    void nearTheEdgeIsWithinThreeRows() {
        LadderRows rows = LadderRows.around(price("100.00"), TICK, 1, 20);
        for (int row = 0; row < 20; row++) {
            assertThat(rows.isNearEdge(rows.lowest(row))).as("row %d", row).isEqualTo(row < 3 || row > 16);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20261123})
    void everyPriceHasExactlyOneRowThatHoldsIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            LadderRows rows = any(random);
            Price price = near(random, rows);
            int row = rows.rowOf(price);
            int holders = 0;
            for (int r = 0; r < rows.count(); r++) {
                Price end = rows.highest(r).plus(rows.tickSize());
                if (price.compareTo(rows.lowest(r)) >= 0 && price.compareTo(end) < 0) {
                    holders++;
                    assertThat(row).as("seed %d, %s in %s", seed, price, rows).isEqualTo(r);
                }
            }
            assertThat(holders).as("seed %d, %s in %s", seed, price, rows).isEqualTo(rows.shows(price) ? 1 : 0);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 20261124})
    void groupingLosesNoMarkAndMovesNoPrice(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            LadderRows rows = any(random);
            Price anchor = near(random, rows);
            for (int grouping : LadderSettings.GROUPINGS) {
                LadderRows grouped = rows.grouped(grouping, anchor);
                assertThat(grouped.grouping()).isEqualTo(grouping);
                assertThat(grouped.lowest(0).hundredths()
                                % (grouping * rows.tickSize().hundredths()))
                        .as("seed %d: rows stand on multiples of the grouping", seed)
                        .isZero();
                if (rows.shows(anchor)) {
                    assertThat(grouped.rowOf(anchor))
                            .as("seed %d, %s in %s", seed, anchor, rows)
                            .isEqualTo(rows.rowOf(anchor));
                }
                Price mark = near(random, grouped);
                int row = grouped.rowOfMark(mark);
                assertThat(grouped.heightInRow(mark)).isBetween(0.0, 1.0);
                if (row >= 0 && row < grouped.count()) {
                    double half = rows.tickSize().hundredths() / 2.0;
                    assertThat((double) mark.hundredths())
                            .as("seed %d, mark %s in %s", seed, mark, grouped)
                            .isBetween(
                                    grouped.lowest(row).hundredths() - half,
                                    grouped.highest(row).hundredths() + half);
                } else {
                    assertThat(row).isIn(-1, grouped.count());
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 20261125})
    void limitedWindowsCanStillCentreEveryPriceThatTrades(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            LadderRows rows = any(random);
            Price lowest = near(random, rows);
            Price highest = lowest.plus(Price.ofHundredths(random.nextInt(10_000)));
            Price price = lowest.plus(
                    Price.ofHundredths(random.nextLong(highest.minus(lowest).hundredths() + 1)));
            LadderRows centred = rows.centredOn(price);
            assertThat(centred.within(lowest, highest)).as("seed %d", seed).isEqualTo(centred);
            LadderRows far = rows.raised(random.nextInt(-100_000, 100_000)).within(lowest, highest);
            assertThat(far.rowOf(lowest)).as("seed %d", seed).isLessThanOrEqualTo(far.count());
            assertThat(far.shows(lowest)
                            || far.shows(highest)
                            || (far.rowOf(lowest) == far.count() && far.rowOf(highest) == -1))
                    .as("seed %d: something that can trade stays in view: %s, %s to %s", seed, far, lowest, highest)
                    .isTrue();
        }
    }

    private static LadderRows any(Random random) {
        Price tick = Price.ofHundredths(new int[] {1, 2, 5, 10, 25}[random.nextInt(5)]);
        int grouping = LadderSettings.GROUPINGS.get(random.nextInt(LadderSettings.GROUPINGS.size()));
        Price centre = Price.ofHundredths(random.nextInt(-5_000, 150_000));
        return LadderRows.around(centre, tick, grouping, 1 + random.nextInt(60));
    }

    private static Price near(Random random, LadderRows rows) {
        long span = (rows.count() + 10L) * rows.grouping() * rows.tickSize().hundredths();
        return rows.lowest(rows.count() / 2).plus(Price.ofHundredths(random.nextLong(-span, span)));
    }
}
