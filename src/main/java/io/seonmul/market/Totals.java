// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// The running totals of the session as one record told them, in the units of the wire. Immutable.
///
/// @param volume contracts (ACML_VOL)
/// @param turnover thousand won (ACML_TR_PBMN)
/// @param buyVolume contracts that buyers initiated
/// @param sellVolume contracts that sellers initiated
/// @param buyTrades trades that buyers initiated
/// @param sellTrades trades that sellers initiated
/// @param block contracts of negotiated blocks; [Figure#ABSENT] where the wire has none
record Totals(
        long volume, long turnover, long buyVolume, long sellVolume, long buyTrades, long sellTrades, long block) {

    /// Before the first trade of a session.
    static final Totals NOTHING = new Totals(0, 0, 0, 0, 0, 0, 0);

    static Totals of(Tick tick) {
        return new Totals(
                tick.volume(),
                tick.turnover(),
                tick.figure(Figure.BUY_VOLUME),
                tick.figure(Figure.SELL_VOLUME),
                tick.figure(Figure.BUY_TRADES),
                tick.figure(Figure.SELL_TRADES),
                tick.figure(Figure.BLOCK_VOLUME));
    }

    /// With what one trade adds; an absent total stays absent.
    Totals plus(Totals trade) {
        return sum(trade, 1);
    }

    /// Without what one trade added, likewise.
    Totals minus(Totals trade) {
        return sum(trade, -1);
    }

    private Totals sum(Totals trade, int sign) {
        return new Totals(
                sum(volume, sign * trade.volume),
                sum(turnover, sign * trade.turnover),
                sum(buyVolume, sign * trade.buyVolume),
                sum(sellVolume, sign * trade.sellVolume),
                sum(buyTrades, sign * trade.buyTrades),
                sum(sellTrades, sign * trade.sellTrades),
                sum(block, sign * trade.block));
    }

    private static long sum(long total, long change) {
        return total == Figure.ABSENT ? Figure.ABSENT : total + change;
    }

    Totals withTurnover(long other) {
        return new Totals(volume, other, buyVolume, sellVolume, buyTrades, sellTrades, block);
    }

    /// How many of the totals are the same.
    int inCommon(Totals other) {
        return (volume == other.volume ? 1 : 0)
                + (turnover == other.turnover ? 1 : 0)
                + (buyVolume == other.buyVolume ? 1 : 0)
                + (sellVolume == other.sellVolume ? 1 : 0)
                + (buyTrades == other.buyTrades ? 1 : 0)
                + (sellTrades == other.sellTrades ? 1 : 0);
    }
}
