// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import java.util.SplittableRandom;

/// The order book of one contract, five levels a side and what lies beyond, as trade and depth records tell it.
///
/// Mutable and confined to the thread of its market. Prices are hundredths of a point on the contract's tick; the bid
/// is always below the ask. It changes with every trade and breathes in between, in slots of time, so that what it
/// becomes does not depend on who asks when.
final class OrderBook {

    /// The time between two breaths of a book: as often as the exchange tells depth at most.
    private static final long SLOT = SessionClock.SECOND / 5;

    private static final double LIVELIEST = 0.8;
    private static final double TRADES_FOR_LIVELIEST = 40_000;
    private static final double SWAYING = 0.05;

    private final ContractProfile profile;
    private final SplittableRandom random;
    private final long tick;
    private final BookSide asks;
    private final BookSide bids;
    private final double liveliness;

    private long slot;
    private long changes;
    private long askTotalBefore;
    private long bidTotalBefore;

    /// Where a book that stands between two trades would rather be.
    interface Pull {
        /// The contract's worth at that moment in points; 0 where the quotes stay.
        double worth(long nanoOfDay);
    }

    OrderBook(ContractProfile profile, SplittableRandom random) {
        this.profile = profile;
        this.random = random;
        tick = profile.tick();
        asks = new BookSide(tick, profile.bookSize(), random);
        bids = new BookSide(-tick, profile.bookSize(), random);
        liveliness = LIVELIEST * Math.clamp(profile.tradesPerDay() / TRADES_FOR_LIVELIEST, 0.05, 1);
    }

    long ask() {
        return asks.best();
    }

    long bid() {
        return bids.best();
    }

    /// Whether it has quotes.
    boolean isOpen() {
        return ask() != 0;
    }

    /// Halfway between the quotes, in hundredths.
    double middle() {
        return (ask() + bid()) / 2.0;
    }

    /// Lets the time up to `nanoOfDay` pass: orders come and go, and quotes that the worth has left follow it.
    void passTo(long nanoOfDay, Pull pull) {
        long target = nanoOfDay / SLOT;
        if (!isOpen()) {
            slot = target;
            return;
        }
        while (slot < target) {
            slot++;
            if (random.nextDouble() < liveliness) {
                changing();
                (random.nextBoolean() ? asks : bids).breathe();
                if (random.nextDouble() < SWAYING) {
                    sway();
                }
                double worth = pull.worth(slot * SLOT);
                if (worth > 0 && hasLeft(worth * 100)) {
                    quoteAround(worth * 100);
                }
            }
        }
    }

    /// Sets the first quotes around an auction's price.
    void open(long price) {
        changing();
        long bid = price - (random.nextBoolean() ? 0 : tick);
        quote(bid, bid + tick);
    }

    /// Lets the quotes follow the worth before a trade; within one sweep they stay where the sweep left them.
    void follow(double points, boolean sweeping) {
        changing();
        double worth = points * 100;
        if (!isOpen() || (!sweeping && (hasLeft(worth) || random.nextInt(8) == 0))) {
            quoteAround(worth);
        }
        sway();
    }

    /// Takes `contracts` from one side of the book; a side that is used up moves one tick away, and the other
    /// mostly follows.
    void take(boolean buys, long contracts) {
        if (buys && asks.take(contracts)) {
            asks.moveTo(ask() + tick);
            bids.moveTo(Math.max(bid() + (random.nextInt(3) == 0 ? 0 : tick), ask() - 3 * tick));
        } else if (!buys && bids.take(contracts)) {
            bids.moveTo(bid() - tick);
            asks.moveTo(Math.min(ask() - (random.nextInt(3) == 0 ? 0 : tick), bid() + 3 * tick));
        }
    }

    /// The quotes together with what stands around them.
    ContractFigures.Setting setting(long spot, long theory, long spread) {
        return new ContractFigures.Setting(
                spot, theory, spread, ask(), bid(), asks.size(), bids.size(), asks.total(), bids.total());
    }

    /// Counts its changes, so that one can see whether there is anything to tell.
    long changes() {
        return changes;
    }

    /// Its depth record: 38 fields joined by `^`, in wire order.
    String wire(long nanoOfDay) {
        RecordText out = new RecordText(320, profile.contract().code().text(), nanoOfDay);
        asks.prices(out);
        bids.prices(out);
        asks.orders(out);
        bids.orders(out);
        asks.sizes(out);
        bids.sizes(out);
        out.number(asks.totalOrders());
        out.number(bids.totalOrders());
        out.number(asks.total());
        out.number(bids.total());
        out.number(asks.total() - askTotalBefore);
        out.number(bids.total() - bidTotalBefore);
        return out.toString();
    }

    /// Something changes: the totals of this moment are those before it.
    private void changing() {
        changes++;
        askTotalBefore = isOpen() ? asks.total() : 0;
        bidTotalBefore = isOpen() ? bids.total() : 0;
    }

    private boolean hasLeft(double worth) {
        return worth > ask() + 0.2 * tick || worth < bid() - 0.2 * tick;
    }

    private void quoteAround(double worth) {
        int steps = spreadTicks();
        long bid = (long) Math.floor((worth - steps * tick / 2.0) / tick + 0.5) * tick;
        quote(bid, bid + steps * tick);
    }

    private void quote(long bid, long ask) {
        bids.moveTo(bid);
        asks.moveTo(ask);
    }

    private int spreadTicks() {
        int draw = random.nextInt(20);
        return draw < 11 ? 1 : draw < 17 ? 2 : 3;
    }

    private void sway() {
        asks.sway((double) profile.bookSize());
        bids.sway((double) profile.bookSize());
    }
}
