// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// The dynamic price limit (실시간 가격제한): orders beyond it are rejected, trading never halts for it. Immutable.
///
/// The exchange re-centres the band on every print, so its distance from the last price is constant by construction
/// (invariant I12) and is no warning; see [LimitStatus] for what is.
///
/// @param upper DYNM_MXPR
/// @param lower DYNM_LLAM
/// @param code DYNM_PRC_LIMT_YN exactly as sent: KIS documents no legend, so none is applied
public record DynamicLimits(Price upper, Price lower, String code) {

    /// Half the band's width, in points, rounded down to a hundredth.
    public Price halfWidth() {
        return Price.ofHundredths((upper.hundredths() - lower.hundredths()) / 2);
    }
}
