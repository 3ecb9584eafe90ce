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
    /// Whether both ends have the totals of both sides; where not, those four are 0 here and prove nothing.
    boolean sided;

    /// From `before` to `tick`.
    void measure(Tick before, Tick tick) {
        volume = tick.volume() - before.volume();
        turnover = tick.turnover() - before.turnover();
        sides(
                before.figure(Figure.BUY_VOLUME),
                before.figure(Figure.SELL_VOLUME),
                before.figure(Figure.BUY_TRADES),
                before.figure(Figure.SELL_TRADES),
                tick.figure(Figure.BUY_VOLUME),
                tick.figure(Figure.SELL_VOLUME),
                tick.figure(Figure.BUY_TRADES),
                tick.figure(Figure.SELL_TRADES));
        block = blockStep(before.figure(Figure.BLOCK_VOLUME), tick.figure(Figure.BLOCK_VOLUME));
    }

    /// From `before` to `after`.
    void measure(Totals before, Totals after) {
        volume = after.volume() - before.volume();
        turnover = after.turnover() - before.turnover();
        sides(
                before.buyVolume(),
                before.sellVolume(),
                before.buyTrades(),
                before.sellTrades(),
                after.buyVolume(),
                after.sellVolume(),
                after.buyTrades(),
                after.sellTrades());
        block = blockStep(before.block(), after.block());
    }

    private void sides(
            long buysBefore,
            long sellsBefore,
            long buyTradesBefore,
            long sellTradesBefore,
            long buys,
            long sells,
            long buyTradesNow,
            long sellTradesNow) {
        sided = buysBefore != Figure.ABSENT
                && sellsBefore != Figure.ABSENT
                && buyTradesBefore != Figure.ABSENT
                && sellTradesBefore != Figure.ABSENT
                && buys != Figure.ABSENT
                && sells != Figure.ABSENT
                && buyTradesNow != Figure.ABSENT
                && sellTradesNow != Figure.ABSENT;
        buyVolume = sided ? buys - buysBefore : 0;
        sellVolume = sided ? sells - sellsBefore : 0;
        buyTrades = sided ? buyTradesNow - buyTradesBefore : 0;
        sellTrades = sided ? sellTradesNow - sellTradesBefore : 0;
    }

    private static long blockStep(long before, long after) {
        return before == Figure.ABSENT || after == Figure.ABSENT ? 0 : after - before;
    }

    long unlabelled() {
        return volume - buyVolume - sellVolume;
    }

    /// The part of the step that is a negotiated block, or a block that was cancelled: whether the exchange counts
    /// blocks into ACML_VOL is not confirmed, so a block counts as inside only where volume without a side has
    /// room.
    long blockInside() {
        if (block > 0) {
            return unlabelled() >= block ? block : 0;
        }
        return block < 0 && unlabelled() <= block ? block : 0;
    }

    /// Contracts traded between its ends beside blocks and a last trade of `size`; negative where the totals fell.
    long missing(long size) {
        return volume - blockInside() - size;
    }
}
