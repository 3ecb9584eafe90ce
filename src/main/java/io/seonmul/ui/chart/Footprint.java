// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Aggressor;
import io.seonmul.market.TradeTape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// What one bar traded at each price, by aggressor side, a row a price from the lowest up. Not written once made.
final class Footprint {

    private final long low;
    private final long[] buy;
    private final long[] sell;
    private final long[] none;

    private Footprint(long low, int rows) {
        this.low = low;
        this.buy = new long[rows];
        this.sell = new long[rows];
        this.none = new long[rows];
    }

    /// A bar that spans more ticks than any market moves within it is not taken apart.
    private static final int MOST_ROWS = 20_000;

    static final Footprint EMPTY = new Footprint(0, 0);

    /// From the trades numbered from `from` (inclusive) to `to` (exclusive) but for late ones, and from those of
    /// `late`.
    static Footprint of(TradeTape trades, long from, long to, List<Long> late, long tick) {
        if (from >= to || from < trades.first()) {
            return EMPTY;
        }
        long[] numbers = LongStream.concat(
                        LongStream.range(from, to).filter(number -> !trades.isLate(number)),
                        late.stream().mapToLong(Long::longValue))
                .toArray();
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (long number : numbers) {
            long row = Math.floorDiv((long) trades.price(number), tick);
            low = Math.min(low, row);
            high = Math.max(high, row);
        }
        if (numbers.length == 0 || high - low >= MOST_ROWS) {
            return EMPTY;
        }
        int rows = (int) (high - low + 1);
        Footprint made = new Footprint(low, rows);
        for (long number : numbers) {
            int row = (int) (Math.floorDiv((long) trades.price(number), tick) - low);
            made.side(trades.side(number))[row] += trades.size(number);
        }
        return made;
    }

    private long[] side(Aggressor side) {
        return switch (side) {
            case BUYER -> buy;
            case SELLER -> sell;
            case NONE -> none;
        };
    }

    /// The lowest row's price, in rows.
    long low() {
        return low;
    }

    int rows() {
        return buy.length;
    }

    /// Contracts that a buyer initiated.
    long buy(int row) {
        return buy[row];
    }

    /// Contracts that a seller initiated.
    long sell(int row) {
        return sell[row];
    }

    /// Contracts without a side.
    long none(int row) {
        return none[row];
    }

    boolean isEmpty() {
        return buy.length == 0;
    }

    /// The same with `ticks` prices to a row, rows aligned to multiples of that.
    Footprint grouped(int ticks) {
        if (ticks == 1 || isEmpty()) {
            return this;
        }
        long first = Math.floorDiv(low, ticks);
        int rows = (int) (Math.floorDiv(low + buy.length - 1, ticks) - first + 1);
        Footprint made = new Footprint(first, rows);
        for (int i = 0; i < buy.length; i++) {
            int row = (int) (Math.floorDiv(low + i, ticks) - first);
            made.buy[row] += buy[i];
            made.sell[row] += sell[i];
            made.none[row] += none[i];
        }
        return made;
    }

    long volume(int row) {
        return buy[row] + sell[row] + none[row];
    }

    /// The row with the most contracts, the lowest of several; -1 where there is none.
    int busiest() {
        int best = -1;
        for (int row = 0; row < buy.length; row++) {
            if (best < 0 || volume(row) > volume(best)) {
                best = row;
            }
        }
        return best;
    }

    /// Contracts of the greater side of the row where it is greatest.
    long greatestSide() {
        return Math.max(
                Arrays.stream(buy).max().orElse(0), Arrays.stream(sell).max().orElse(0));
    }
}
