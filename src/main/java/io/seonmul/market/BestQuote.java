// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;
import java.util.OptionalLong;

/// The best ask and bid that come with a trade record, and the sizes of the whole book; empty where the wire has
/// none. Immutable.
///
/// @param ask best ask; empty for the wire's 0.00, "no quote", which for a spread is a price
/// @param bid best bid; empty likewise
/// @param askSize contracts at the best ask
/// @param bidSize contracts at the best bid
/// @param totalAskSize contracts at all ask levels
/// @param totalBidSize contracts at all bid levels
public record BestQuote(
        Optional<Price> ask,
        Optional<Price> bid,
        OptionalLong askSize,
        OptionalLong bidSize,
        OptionalLong totalAskSize,
        OptionalLong totalBidSize) {}
