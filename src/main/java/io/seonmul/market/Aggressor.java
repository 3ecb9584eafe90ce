// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// The side that took liquidity in a trade, by the exchange's own totals (invariant I3), not by a quote rule.
public enum Aggressor {
    /// A buyer lifted the ask: SHNU_CNTG_SMTN grew.
    BUYER,
    /// A seller hit the bid: SELN_CNTG_SMTN grew.
    SELLER,
    /// No side: an auction print, or a trade whose side the totals do not tell.
    NONE
}
