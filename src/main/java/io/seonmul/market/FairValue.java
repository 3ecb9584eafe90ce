// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;

/// The exchange's theoretical price of a future and what follows from it. Immutable.
///
/// @param theoreticalPrice HTS_THPR, points
/// @param marketBasis MRKT_BASIS: last price less the underlying index
/// @param theoreticalBasis THPR_BASIS: theoretical price less the underlying index
/// @param mispricing ESDG: last price less theoretical price
/// @param mispricingRate DPRT: mispricing in percent of the theoretical price; NaN where the wire has none
public record FairValue(
        Optional<Price> theoreticalPrice,
        Optional<Price> marketBasis,
        Optional<Price> theoreticalBasis,
        Optional<Price> mispricing,
        double mispricingRate) {

    /// The underlying index that the theoretical side implies (invariant I10): theoretical price less its basis.
    public Optional<Price> impliedSpot() {
        return theoreticalPrice.flatMap(price -> theoreticalBasis.map(price::minus));
    }
}
