// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.Depth;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.Quote;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The order book of one snapshot: the depth record and the newest trade's best quote, joined by which of them arrived
/// last. Filled in place; FX thread only.
///
/// Where the trade is the newer one its best quote counts, what the depth record has in front of it is gone, and what
/// it has behind it is told as older, once it is a second old: in a busy market the next depth record comes sooner, and
/// rows that blink cannot be read. Beyond the farthest level of a full side nothing is known, which is not 0.
final class LadderBook {

    /// What is not known of a level.
    static final long UNKNOWN = -1;

    /// The asks.
    final Side asks = new Side(1);

    /// The bids.
    final Side bids = new Side(-1);

    /// Joins what `snapshot` knows.
    ///
    /// @param old whether nothing of it is up to date any more: the link is down
    /// @param depthAge seconds since the depth record
    void fill(InstrumentSnapshot snapshot, boolean old, long depthAge) {
        boolean behind = isBehind(snapshot.depth(), depthAge);
        Depth depth = snapshot.depth();
        var best = snapshot.tick().quote();
        asks.fill(
                depth,
                depth.quote().map(Quote::asks).orElse(List.of()),
                best.ask(),
                known(best.askSize()),
                old,
                old || behind);
        bids.fill(
                depth,
                depth.quote().map(Quote::bids).orElse(List.of()),
                best.bid(),
                known(best.bidSize()),
                old,
                old || behind);
    }

    private static long known(OptionalLong figure) {
        return figure.orElse(UNKNOWN);
    }

    /// Whether a depth record is told as older than the last trade.
    ///
    /// @param age seconds since it came
    static boolean isBehind(Depth depth, long age) {
        return depth.quote().isPresent() && !depth.newest() && age >= 1;
    }

    /// What a row of neighbouring ticks holds of one side, and how it is known. Filled in place.
    static final class Sum {
        /// Contracts; [#UNKNOWN] where a level has none told, 0 where no level is here.
        long size;

        /// Orders; 0 where none are told.
        long orders;

        /// Whether a level is here.
        boolean level;

        /// Whether the row, or a part of it, lies beyond all that is known.
        boolean beyond;

        /// Whether something here is older than the last trade, or the link is down.
        boolean older;

        /// Whether the count of orders is.
        boolean ordersOlder;

        /// Whether the trade record told a size here.
        boolean byTrade;

        /// Whether the depth record did.
        boolean byDepth;
    }

    /// One side of the book, best first.
    static final class Side {
        private static final int MOST = Quote.LEVELS + 1;

        private final int away;
        private final long[] prices = new long[MOST];
        private final long[] sizes = new long[MOST];
        private final long[] orders = new long[MOST];
        private final boolean[] older = new boolean[MOST];
        private final boolean[] ordersOlder = new boolean[MOST];
        private final boolean[] byTrade = new boolean[MOST];
        private int count;

        /// The farthest price that is known, counted away from the other side; the largest number if all is.
        private long edge;

        /// @param away the sign of prices that are farther from the other side
        private Side(int away) {
            this.away = away;
        }

        private void fill(
                Depth depth,
                List<Quote.Level> levels,
                Optional<Price> best,
                long bestSize,
                boolean old,
                boolean behind) {
            count = 0;
            if (depth.quote().isEmpty()) {
                best.ifPresent(price -> add(price, bestSize, 0, old, old, true));
                edge = best.map(price -> away * price.hundredths()).orElse(Long.MAX_VALUE);
                return;
            }
            boolean newest = depth.newest();
            if (!newest) {
                best.ifPresent(price -> add(price, bestSize, 0, old, false, true));
            }
            for (Quote.Level level : levels) {
                join(level, newest, best, behind);
            }
            edge = levels.size() < Quote.LEVELS
                    ? Long.MAX_VALUE
                    : away * levels.getLast().price().hundredths();
            if (count > 0) {
                edge = Math.max(edge, away * prices[count - 1]);
            }
        }

        private void join(Quote.Level level, boolean newest, Optional<Price> best, boolean old) {
            long told = known(level.orders()) <= 0 ? 0 : known(level.orders());
            if (newest) {
                add(level.price(), known(level.size()), told, old, old, false);
            } else if (best.isPresent()) {
                long behind = away * (level.price().hundredths() - best.get().hundredths());
                if (behind == 0) {
                    orders[0] = told;
                    ordersOlder[0] = old;
                } else if (behind > 0) {
                    add(level.price(), known(level.size()), told, old, old, false);
                }
            }
        }

        private void add(Price price, long size, long told, boolean old, boolean oldOrders, boolean trade) {
            if (count == MOST) {
                return;
            }
            prices[count] = price.hundredths();
            sizes[count] = size;
            orders[count] = told;
            older[count] = old;
            ordersOlder[count] = oldOrders;
            byTrade[count] = trade;
            count++;
        }

        /// The best price in hundredths; empty where the side is empty.
        OptionalLong best() {
            return count == 0 ? OptionalLong.empty() : OptionalLong.of(prices[0]);
        }

        /// Contracts at the best price; [#UNKNOWN] where that is not told.
        long bestSize() {
            return count == 0 ? UNKNOWN : sizes[0];
        }

        /// How many levels are known.
        int count() {
            return count;
        }

        /// Sums up the levels from `lowest` to `highest` (hundredths, both included) into `sum`.
        void sum(long lowest, long highest, Sum sum) {
            sum.size = 0;
            sum.orders = 0;
            sum.level = false;
            sum.older = false;
            sum.ordersOlder = false;
            sum.byTrade = false;
            sum.byDepth = false;
            sum.beyond = Math.max(away * lowest, away * highest) > edge;
            for (int i = 0; i < count; i++) {
                if (prices[i] >= lowest && prices[i] <= highest) {
                    sum.level = true;
                    sum.size = sizes[i] == UNKNOWN || sum.size == UNKNOWN ? UNKNOWN : sum.size + sizes[i];
                    sum.orders += orders[i];
                    sum.older |= older[i];
                    sum.ordersOlder |= ordersOlder[i];
                    sum.byTrade |= byTrade[i];
                    sum.byDepth |= !byTrade[i];
                }
            }
        }
    }
}
