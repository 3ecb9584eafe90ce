// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;
import java.util.OptionalLong;

/// A family of contracts with one multiplier and one tick size, such as the KOSPI200 future. Immutable; any thread.
///
/// @param prefix the first three characters of its codes
/// @param korean its Korean name, for people
/// @param english its English name, for people
/// @param krwPerPoint what one index point of one contract is worth, in won; empty where nobody has confirmed it
/// @param tickSize the smallest step of its price; empty where nobody has confirmed it
public record Product(
        String prefix, String korean, String english, OptionalLong krwPerPoint, Optional<Price> tickSize) {

    /// The product of which nothing is known but its prefix: figures that need the multiplier are then n/a.
    public static Product unknown(String prefix) {
        return new Product(prefix, prefix, prefix, OptionalLong.empty(), Optional.empty());
    }
}
