// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Folds depth records, and the quotes of trade records, of one contract into its [Depth]. Session thread only.
///
/// Order is the order of arrival: the wire has no finer time than seconds. The trade record's quote is taken as the
/// one after the trade.
final class DepthFold {

    private static final int HALF_DAY = 43_200;

    private final BestQueue asks = new BestQueue(Aggressor.BUYER);
    private final BestQueue bids = new BestQueue(Aggressor.SELLER);
    private @Nullable Quote quote;
    private boolean newest;
    private long records;
    private long late;
    private Depth depth = Depth.UNKNOWN;
    private boolean changed;

    /// Takes a trade record's quote in.
    ///
    /// @param whole whether nothing was lost just before it, so that what traded at the best price is known
    void add(Tick tick, Aggressor aggressor, boolean whole) {
        asks.trade(tick.figure(Figure.ASK), tick.figure(Figure.ASK_SIZE), tick, aggressor, whole);
        bids.trade(tick.figure(Figure.BID), tick.figure(Figure.BID_SIZE), tick, aggressor, whole);
        newest = false;
        changed = true;
    }

    /// Takes a depth record in.
    void add(Quote next) {
        records++;
        changed = true;
        Quote before = quote;
        if (before != null && isEarlier(next, before)) {
            late++;
            return;
        }
        quote = next;
        newest = true;
        asks.quoted(next.bestAsk());
        bids.quoted(next.bestBid());
    }

    /// Whether a record tells an earlier second than `before`; across midnight it does not.
    private static boolean isEarlier(Quote next, Quote before) {
        int seconds = before.time().toSecondOfDay() - next.time().toSecondOfDay();
        return (seconds > 0 && seconds < HALF_DAY) || seconds < -HALF_DAY;
    }

    /// Forgets all: a new session begins.
    void forget() {
        forgetQuote();
        asks.forget();
        bids.forget();
        changed = true;
    }

    /// Forgets the depth record, which nothing brings up to date any more; what the trades tell of the best prices
    /// stays.
    void forgetQuote() {
        changed |= quote != null;
        quote = null;
        newest = false;
    }

    Depth depth() {
        if (changed) {
            changed = false;
            depth = new Depth(Optional.ofNullable(quote), newest, records, late, asks.queue(), bids.queue());
        }
        return depth;
    }

    /// One side's best price and what happened at it.
    private static final class BestQueue {
        private final Aggressor taker;
        private long price = Figure.ABSENT;
        private long before;
        private long traded;
        private long size;

        BestQueue(Aggressor taker) {
            this.taker = taker;
        }

        void trade(long best, long bestSize, Tick tick, Aggressor aggressor, boolean whole) {
            if (aggressor == taker && tick.figure(Figure.LAST) == price) {
                traded += tick.size();
            }
            if (!whole) {
                price = Figure.ABSENT;
            }
            at(best, bestSize);
        }

        void quoted(Optional<Quote.Level> best) {
            OptionalLong told = best.map(Quote.Level::size).orElse(OptionalLong.empty());
            at(told.isEmpty() ? Figure.ABSENT : best.get().price().hundredths(), told.orElse(0));
        }

        private void at(long told, long bestSize) {
            long best =
                    bestSize == Figure.ABSENT ? Figure.ABSENT : told; // of a queue of unknown length nothing is known
            if (best == Figure.ABSENT || best != price) {
                price = best;
                before = bestSize;
                traded = 0;
            }
            size = bestSize;
        }

        void forget() {
            price = Figure.ABSENT;
        }

        Optional<Depth.Queue> queue() {
            return price == Figure.ABSENT
                    ? Optional.empty()
                    : Optional.of(new Depth.Queue(Price.ofHundredths(price), before, traded, size));
        }
    }
}
