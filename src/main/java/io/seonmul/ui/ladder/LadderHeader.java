// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.ui.fx.Formats;

/// The figures above the rows, as they are written. Immutable.
///
/// The last price and its change are not among them: the row of the last price says them, and the window's bar.
///
/// @param code the contract's code
/// @param name its name in the window's language
/// @param volume contracts of the session
/// @param totalAsk contracts at all ask levels
/// @param totalBid contracts at all bid levels
/// @param askOrders orders at all ask levels; empty where not told
/// @param bidOrders orders at all bid levels; empty where not told
/// @param askShare the asks' share of all contracts in the book, a fraction; NaN where that is not known
/// @param ratio total ask size over total bid size
/// @param source which record told the totals, and how they changed with it
record LadderHeader(
        String code,
        String name,
        String volume,
        String totalAsk,
        String totalBid,
        String askOrders,
        String bidOrders,
        double askShare,
        String ratio,
        String source) {

    private static final String N = Formats.NOT_KNOWN;

    /// Nothing is selected.
    static final LadderHeader EMPTY = new LadderHeader("", N, N, N, N, "", "", Double.NaN, N, "");
}
