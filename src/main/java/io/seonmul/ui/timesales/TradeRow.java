// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.timesales;

import io.seonmul.market.Aggressor;

/// What one row of time and sales says, as text and as what decides its look. Immutable.
sealed interface TradeRow {

    /// When, exchange time.
    String time();

    /// One trade, or several joined.
    ///
    /// @param time exchange time
    /// @param side who initiated it
    /// @param sideText the side in words, with a mark where it had to be inferred
    /// @param price in points
    /// @param direction against the trade before: 1, 0 or -1
    /// @param size contracts
    /// @param share of its size in the largest on the page, or in what is large if that is more; 0 to 1
    /// @param prints `×3` where so many are joined, else empty
    /// @param place `2/5`: its place among the records of its frame, empty where it is alone
    /// @param late whether it arrived after its successor
    /// @param large whether it is to be emphasised
    record Print(
            String time,
            Aggressor side,
            String sideText,
            String price,
            int direction,
            String size,
            double share,
            String prints,
            String place,
            boolean late,
            boolean large)
            implements TradeRow {}

    /// Something between trades that the reader must not miss.
    ///
    /// @param time exchange time
    /// @param text what happened
    /// @param loss whether contracts were lost; a block or a doubtful record otherwise
    record Remark(String time, String text, boolean loss) implements TradeRow {}
}
