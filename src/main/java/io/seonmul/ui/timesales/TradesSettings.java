// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.timesales;

import java.util.List;

/// What the user has set in time and sales, to be kept over a change of language and a restart. Immutable.
///
/// @param sides whose trades are shown
/// @param least contracts that a trade must have to be shown, 1 or more
/// @param large contracts from which a trade is emphasised, 1 or more
/// @param joined whether prints of one second, side and price are shown as one
public record TradesSettings(Sides sides, int least, int large, boolean joined) {

    /// The sizes on offer for both thresholds, contracts.
    public static final List<Integer> SIZES = List.of(1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 500);

    /// What a new user sees: every trade.
    public static final TradesSettings DEFAULT = new TradesSettings(Sides.ALL, 1, 20, false);

    /// Settings may come from a file that a person has edited.
    public TradesSettings {
        least = Math.max(1, least);
        large = Math.max(1, large);
    }

    /// Whose trades are shown.
    public enum Sides {
        /// All, auction prints included.
        ALL,
        /// Those that a buyer initiated.
        BUYERS,
        /// Those that a seller initiated.
        SELLERS
    }

    TradesSettings withSides(Sides other) {
        return new TradesSettings(other, least, large, joined);
    }

    TradesSettings withLeast(int contracts) {
        return new TradesSettings(sides, contracts, large, joined);
    }

    TradesSettings withLarge(int contracts) {
        return new TradesSettings(sides, least, contracts, joined);
    }

    TradesSettings withJoined(boolean together) {
        return new TradesSettings(sides, least, large, together);
    }
}
