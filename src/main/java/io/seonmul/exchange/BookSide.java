// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import java.util.SplittableRandom;

/// One side of one contract's order book: how many contracts wait at each tick, from the best price outward.
///
/// Mutable and confined to the thread of its market. Prices are hundredths of a point on the contract's tick. Once it
/// has a price, contracts wait at it: the best level is never empty. Thin contracts have ticks at which nobody waits.
final class BookSide {

    /// Levels a side that a depth record tells.
    static final int LEVELS = 5;

    /// Ticks that are kept, more than the levels told: thin books have gaps.
    private static final int TICKS = 24;

    /// A best level holds a few hundredths of the whole book, and each further one more than the one before.
    private static final double BEST_SHARE = 0.018;

    private static final double GROWTH = 0.35;
    private static final double HIDDEN_SHARE = 0.8;
    private static final double FULL_BOOK = 250;
    private static final double ORDERS_BEYOND = 2.4;

    private final long outward;
    private final double usual;
    private final double gaps;
    private final SplittableRandom random;
    private final long[] sizes = new long[TICKS];
    private long best;
    private double beyond;

    /// @param outward the tick away from the middle, hundredths: positive for asks, negative for bids
    /// @param bookSize contracts on the whole side of an ordinary book
    BookSide(long outward, long bookSize, SplittableRandom random) {
        this.outward = outward;
        this.random = random;
        usual = bookSize * BEST_SHARE;
        gaps = 0.5 * Math.max(0, 1 - bookSize / FULL_BOOK);
        beyond = bookSize * HIDDEN_SHARE;
    }

    /// The best price; 0 before the first.
    long best() {
        return best;
    }

    /// Contracts at the best price.
    long size() {
        return sizes[0];
    }

    /// Makes `price` the best one. What waited further out stays; what waited nearer is gone; where the side comes
    /// nearer, new orders come in.
    void moveTo(long price) {
        long ticks = (price - best) / outward;
        boolean first = best == 0;
        best = price;
        if (first || Math.abs(ticks) >= TICKS) {
            fill(0, TICKS);
        } else if (ticks > 0) {
            int out = (int) ticks;
            System.arraycopy(sizes, out, sizes, 0, TICKS - out);
            fill(TICKS - out, TICKS);
        } else {
            int in = (int) -ticks;
            System.arraycopy(sizes, 0, sizes, in, TICKS - in);
            fill(0, in);
        }
        if (sizes[0] < 1) {
            sizes[0] = fresh(0);
        }
    }

    /// Takes `contracts` from the best price; whether they were all there.
    boolean take(long contracts) {
        boolean usedUp = contracts >= sizes[0];
        sizes[0] = Math.max(1, sizes[0] - contracts);
        return usedUp;
    }

    /// Lets orders come in at one of the told prices (stacking) or leave it (pulling): what is thin is stacked more
    /// often, what is thick is pulled. The best level never goes away by itself.
    void breathe() {
        int at = Math.min(random.nextInt(LEVELS + 2), random.nextInt(LEVELS + 2));
        if (sizes[at] == 0) {
            return;
        }
        double ordinary = 1 + usual * (1 + GROWTH * at);
        long some = 1 + (long) (-StrictMath.log(1 - random.nextDouble()) * 0.15 * ordinary);
        boolean stacks = random.nextDouble() < ordinary / (ordinary + sizes[at]);
        sizes[at] = Math.max(1, sizes[at] + (stacks ? some : -some));
    }

    /// Lets what waits beyond the told levels become more or less.
    void sway(double bookSize) {
        double ordinary = bookSize * HIDDEN_SHARE;
        beyond = Math.max(0, beyond + (ordinary - beyond) * 0.02 + ordinary * 0.015 * random.nextGaussian());
    }

    /// Contracts on the whole side.
    long total() {
        long told = 0;
        for (int level = 0, at = next(0); level < LEVELS && at < TICKS; level++, at = next(at + 1)) {
            told += sizes[at];
        }
        return told + Math.round(beyond);
    }

    /// Orders on the whole side.
    long totalOrders() {
        long told = 0;
        for (int level = 0, at = next(0); level < LEVELS && at < TICKS; level++, at = next(at + 1)) {
            told += orders(at);
        }
        return told + Math.round(beyond / ORDERS_BEYOND);
    }

    /// Writes the prices of the five nearest levels; 0.00 where there are fewer.
    void prices(RecordText out) {
        int at = next(0);
        for (int level = 0; level < LEVELS; level++, at = next(at + 1)) {
            out.points(at < TICKS ? best + at * outward : 0);
        }
    }

    /// Writes their order counts, likewise.
    void orders(RecordText out) {
        int at = next(0);
        for (int level = 0; level < LEVELS; level++, at = next(at + 1)) {
            out.number(at < TICKS ? orders(at) : 0);
        }
    }

    /// Writes their sizes, likewise.
    void sizes(RecordText out) {
        int at = next(0);
        for (int level = 0; level < LEVELS; level++, at = next(at + 1)) {
            out.number(at < TICKS ? sizes[at] : 0);
        }
    }

    /// The nearest tick from `from` on at which somebody waits; [#TICKS] or more where nobody does.
    private int next(int from) {
        int at = from;
        while (at < TICKS && sizes[at] == 0) {
            at++;
        }
        return at;
    }

    /// How many orders a level's contracts are in: each price has its own kind of customers, who stay what they are.
    private long orders(int at) {
        long price = best + at * outward;
        double contractsEach = 1.3 + ((price * 0x9E3779B97F4A7C15L) >>> 56) / 128.0;
        return Math.clamp(Math.round(sizes[at] / contractsEach), 1, sizes[at]);
    }

    private void fill(int from, int to) {
        for (int at = from; at < to; at++) {
            sizes[at] = at > 0 && gaps > 0 && random.nextDouble() < gaps ? 0 : fresh(at);
        }
    }

    private long fresh(int at) {
        double ordinary = usual * (1 + GROWTH * Math.min(at, 2 * LEVELS));
        return 1 + (long) (-StrictMath.log(1 - random.nextDouble()) * ordinary);
    }
}
