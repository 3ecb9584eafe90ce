// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// Who initiated a trade, as the totals prove it. Immutable.
///
/// @param inferred whether the quote had to decide, since trades of both sides lie between the totals
record Side(Aggressor aggressor, boolean inferred) {

    /// The side of the trade that ends a step.
    ///
    /// @param size its contracts
    /// @param byQuote what its own quote suggests
    /// @param step from the record before it to its own
    /// @param blocks contracts of negotiated blocks in the step
    /// @param contiguous whether nothing else was traded in the step
    static Side of(long size, Aggressor byQuote, TotalsStep step, long blocks, boolean contiguous) {
        if (!step.sided) {
            return new Side(byQuote, true);
        }
        long unlabelled = step.unlabelled() - blocks;
        boolean buyer = step.buyVolume >= size && step.buyTrades >= 1;
        boolean seller = step.sellVolume >= size && step.sellTrades >= 1;
        if (contiguous || !(buyer && seller)) {
            if (unlabelled == size || !(buyer || seller)) {
                return new Side(Aggressor.NONE, !contiguous && (buyer || seller));
            }
            return new Side(buyer ? Aggressor.BUYER : Aggressor.SELLER, unlabelled >= size);
        }
        return unlabelled == size ? new Side(Aggressor.NONE, true) : new Side(byQuote, true);
    }

    /// The side that the record's own quote suggests: a trade at the ask or above was a buyer's. None for a calendar
    /// spread, whose prices are differences, and where there is no quote.
    static Aggressor byQuote(Tick tick) {
        long ask = tick.figure(Figure.ASK);
        if (tick.code().isSpread() || (ask == Figure.ABSENT && tick.figure(Figure.BID) == Figure.ABSENT)) {
            return Aggressor.NONE;
        }
        boolean atAsk = ask != Figure.ABSENT && tick.figure(Figure.LAST) >= ask;
        return atAsk ? Aggressor.BUYER : Aggressor.SELLER;
    }
}
