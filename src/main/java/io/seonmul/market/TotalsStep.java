// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// By how much the totals grew from one record to another, in the units of the wire. Session thread only.
///
/// One object for all records, since they come one by one, and measured from ticks without a [Totals] of each: every
/// record passes here.
final class TotalsStep {

    long volume;
    long turnover;
    long buyVolume;
    long sellVolume;
    long buyTrades;
    long sellTrades;
    long block;

    /// From `before` to `tick`.
    void measure(Tick before, Tick tick) {
        fromNothing(tick);
        volume -= before.volume();
        turnover -= before.turnover();
        buyVolume -= before.figure(Figure.BUY_VOLUME);
        sellVolume -= before.figure(Figure.SELL_VOLUME);
        buyTrades -= before.figure(Figure.BUY_TRADES);
        sellTrades -= before.figure(Figure.SELL_TRADES);
        block = blockStep(before.figure(Figure.BLOCK_VOLUME), tick.figure(Figure.BLOCK_VOLUME));
    }

    /// From nothing traded to `tick`.
    void fromNothing(Tick tick) {
        volume = tick.volume();
        turnover = tick.turnover();
        buyVolume = tick.figure(Figure.BUY_VOLUME);
        sellVolume = tick.figure(Figure.SELL_VOLUME);
        buyTrades = tick.figure(Figure.BUY_TRADES);
        sellTrades = tick.figure(Figure.SELL_TRADES);
        block = blockStep(0, tick.figure(Figure.BLOCK_VOLUME));
    }

    /// From `before` to `after`.
    void measure(Totals before, Totals after) {
        volume = after.volume() - before.volume();
        turnover = after.turnover() - before.turnover();
        buyVolume = after.buyVolume() - before.buyVolume();
        sellVolume = after.sellVolume() - before.sellVolume();
        buyTrades = after.buyTrades() - before.buyTrades();
        sellTrades = after.sellTrades() - before.sellTrades();
        block = blockStep(before.block(), after.block());
    }

    private static long blockStep(long before, long after) {
        return after == Figure.ABSENT ? 0 : after - (before == Figure.ABSENT ? 0 : before);
    }

    long unlabelled() {
        return volume - buyVolume - sellVolume;
    }

    /// The part of the volume's growth that is a negotiated block: whether the exchange counts blocks into
    /// ACML_VOL is not confirmed, so a block counts as inside only where volume without a side has room for it.
    long blockInside() {
        return block > 0 && unlabelled() >= block ? block : 0;
    }
}
