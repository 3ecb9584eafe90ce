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
}
