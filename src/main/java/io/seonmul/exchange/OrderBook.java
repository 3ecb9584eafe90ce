// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import java.util.SplittableRandom;

/// The best quotes of one contract and the size of its whole book, as far as a trade record tells them.
///
/// Mutable and confined to the thread of its market. Prices are hundredths of a point on the contract's tick; the bid
/// is always below the ask.
final class OrderBook {

    private final ContractProfile profile;
    private final SplittableRandom random;
    private final long tick;

    private long ask;
    private long bid;
    private long askSize;
    private long bidSize;
    private double asks;
    private double bids;

    OrderBook(ContractProfile profile, SplittableRandom random) {
        this.profile = profile;
        this.random = random;
        tick = profile.tick();
        asks = profile.bookSize();
        bids = profile.bookSize();
    }

    long ask() {
        return ask;
    }

    long bid() {
        return bid;
    }

    /// Halfway between the quotes, in hundredths.
    double middle() {
        return (ask + bid) / 2.0;
    }

    /// Sets the first quotes around an auction's price.
    void open(long price) {
        bid = price - (random.nextBoolean() ? 0 : tick);
        ask = bid + tick;
        refresh();
    }

    /// Lets the quotes follow the worth before a trade; within one sweep they stay where the sweep left them.
    void follow(double points, boolean sweeping) {
        double worth = points * 100;
        boolean left = worth > ask + 0.2 * tick || worth < bid - 0.2 * tick;
        if (ask == 0 || (!sweeping && (left || random.nextInt(8) == 0))) {
            int steps = spreadTicks();
            bid = (long) Math.floor((worth - steps * tick / 2.0) / tick + 0.5) * tick;
            ask = bid + steps * tick;
            refresh();
        }
        walk();
    }

    /// Takes `contracts` from one side of the book; a side that is used up moves one tick away, and the other
    /// mostly follows.
    void take(boolean buys, long contracts) {
        if (buys) {
            askSize -= contracts;
            asks -= contracts;
            if (askSize <= 0) {
                ask += tick;
                askSize = size();
                bid = Math.max(bid + (random.nextInt(3) == 0 ? 0 : tick), ask - 3 * tick);
            }
        } else {
            bidSize -= contracts;
            bids -= contracts;
            if (bidSize <= 0) {
                bid -= tick;
                bidSize = size();
                ask = Math.min(ask - (random.nextInt(3) == 0 ? 0 : tick), bid + 3 * tick);
            }
        }
    }

    /// The quotes together with what stands around them.
    ContractFigures.Setting setting(long spot, long theory, long spread) {
        return new ContractFigures.Setting(
                spot,
                theory,
                spread,
                ask,
                bid,
                askSize,
                bidSize,
                Math.max(askSize, Math.round(asks)),
                Math.max(bidSize, Math.round(bids)));
    }

    private int spreadTicks() {
        int draw = random.nextInt(20);
        return draw < 11 ? 1 : draw < 17 ? 2 : 3;
    }

    private void refresh() {
        askSize = size();
        bidSize = size();
    }

    /// A best level holds a few hundredths of the whole book.
    private long size() {
        return 1 + (long) (-StrictMath.log(1 - random.nextDouble()) * profile.bookSize() * 0.018);
    }

    private void walk() {
        double usual = profile.bookSize();
        asks += (usual - asks) * 0.02 + usual * 0.015 * random.nextGaussian();
        bids += (usual - bids) * 0.02 + usual * 0.015 * random.nextGaussian();
    }
}
