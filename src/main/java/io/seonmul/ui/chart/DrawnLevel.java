// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Price;

/// A price that the user drew a line at, to be told when trades reach it. Immutable.
///
/// @param code whose price it is
/// @param hundredths the price in hundredths of a point
public record DrawnLevel(InstrumentCode code, long hundredths) {

    /// Its price.
    public Price price() {
        return Price.ofHundredths(hundredths);
    }
}
