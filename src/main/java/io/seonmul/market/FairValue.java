// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;

/// The exchange's theoretical price of a future and what follows from it. Immutable.
///
/// @param last the last price that came with it; empty where nothing did
/// @param theoreticalPrice HTS_THPR, points
/// @param marketBasis MRKT_BASIS: last price less the underlying index
/// @param theoreticalBasis THPR_BASIS: theoretical price less the underlying index
/// @param mispricing ESDG: last price less theoretical price
/// @param mispricingRate DPRT: mispricing in percent of the theoretical price; NaN where the wire has none
public record FairValue(
        Optional<Price> last,
        Optional<Price> theoreticalPrice,
        Optional<Price> marketBasis,
        Optional<Price> theoreticalBasis,
        Optional<Price> mispricing,
        double mispricingRate) {

    /// Nothing known.
    public static final FairValue UNKNOWN = new FairValue(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Double.NaN);

    /// By how many hundredths the two sides may differ that are each rounded to one.
    static final long ROUNDING = 1;

    /// The underlying index that the last price and its basis imply; empty where one of them is.
    public Optional<Price> marketSpot() {
        return last.flatMap(price -> marketBasis.map(price::minus));
    }

    /// The underlying index that the theoretical price and its basis imply; empty where one of them is.
    public Optional<Price> theoreticalSpot() {
        return theoreticalPrice.flatMap(price -> theoreticalBasis.map(price::minus));
    }

    /// The underlying index (invariant I10); empty unless both sides imply the same.
    public Optional<Price> impliedSpot() {
        return theoreticalSpot()
                .filter(theory -> marketSpot()
                        .filter(market -> Math.abs(market.minus(theory).hundredths()) <= ROUNDING)
                        .isPresent());
    }
}
