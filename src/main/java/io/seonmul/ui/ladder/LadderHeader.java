// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.ui.fx.Formats;

/// The figures above the rows, as they are written. Immutable.
///
/// @param code the contract's code
/// @param name its name in the window's language
/// @param last the last price
/// @param change against the previous settlement, with its mark
/// @param percent the same in percent
/// @param range the day's low and high
/// @param volume contracts of the session
/// @param strength trade strength
/// @param totalAsk contracts at all ask levels
/// @param totalBid contracts at all bid levels
/// @param ratio total ask size over total bid size
record LadderHeader(
        String code,
        String name,
        String last,
        String change,
        String percent,
        String range,
        String volume,
        String strength,
        String totalAsk,
        String totalBid,
        String ratio) {

    private static final String N = Formats.NOT_KNOWN;

    /// Nothing is selected.
    static final LadderHeader EMPTY = new LadderHeader("", N, N, "", "", N, N, N, N, N, N);
}
