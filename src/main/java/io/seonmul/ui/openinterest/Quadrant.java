// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.openinterest;

import io.seonmul.market.OpenInterestStep;

/// What a step of open interest together with the step of the price since the publication before suggests.
///
/// Every contract has a buyer and a seller, so open interest alone names no side; the names are those of the side that
/// pressed. The rule: price and open interest must both have moved, and the signed flow of the same stretch must speak
/// for the same side as the price, with at least [#BALANCED] of what traded. Otherwise it cannot be said.
enum Quadrant {
    /// Price up, open interest up: new buyers (신규 매수).
    LONG_BUILD_UP,
    /// Price down, open interest up: new sellers (신규 매도).
    SHORT_BUILD_UP,
    /// Price up, open interest down: sellers buy back (환매수).
    SHORT_COVERING,
    /// Price down, open interest down: buyers sell out (전매).
    LONG_LIQUIDATION,
    /// Nobody can say: price unchanged, flow balanced, or flow against the price.
    UNSAID;

    /// Share of the traded contracts that the signed flow must exceed, to be more than balance.
    static final double BALANCED = 0.10;

    /// Where that step belongs. The first step seen has none before it and is always [#UNSAID].
    static Quadrant of(OpenInterestStep step) {
        int price = Long.signum(step.priceStep().hundredths());
        int interest = Long.signum(step.step());
        long flow = step.flow().orElse(0); // one that is not known speaks for no side
        boolean balanced = step.volume() <= 0 || Math.abs(flow) <= BALANCED * step.volume();
        if (price == 0 || interest == 0 || balanced || Long.signum(flow) != price) {
            return UNSAID;
        }
        if (interest > 0) {
            return price > 0 ? LONG_BUILD_UP : SHORT_BUILD_UP;
        }
        return price > 0 ? SHORT_COVERING : LONG_LIQUIDATION;
    }
}
