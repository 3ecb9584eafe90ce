// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.OptionalLong;

/// The session's running totals of trades by aggressor side; the feed's proof of completeness rests on them. What
/// the wire left empty is empty. Immutable.
///
/// @param strength trade strength (체결강도), percent: 100 x buy volume / sell volume; NaN where the wire says `nan`
/// @param buyRate buy volume's share of both sides, a fraction from 0 to 1 (not percent); NaN likewise
/// @param buyTrades trades that a buyer initiated
/// @param sellTrades trades that a seller initiated
/// @param netBuyTrades the wire's own difference of the two counts (NTBY_CNTG_CSNU)
/// @param buyVolume contracts that a buyer initiated
/// @param sellVolume contracts that a seller initiated
public record OrderFlow(
        double strength,
        double buyRate,
        OptionalLong buyTrades,
        OptionalLong sellTrades,
        OptionalLong netBuyTrades,
        OptionalLong buyVolume,
        OptionalLong sellVolume) {

    /// The session's cumulative volume delta in contracts: exact from the first record received, whenever one joined;
    /// empty where the wire has not both totals.
    public OptionalLong delta() {
        return buyVolume.isPresent() && sellVolume.isPresent()
                ? OptionalLong.of(buyVolume.getAsLong() - sellVolume.getAsLong())
                : OptionalLong.empty();
    }
}
