// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;

/// The best ask and bid that come with a trade record, and the sizes of the whole book. Immutable.
///
/// @param ask best ask; empty for the wire's 0.00, "no quote"
/// @param bid best bid; empty likewise
/// @param askSize contracts at the best ask
/// @param bidSize contracts at the best bid
/// @param totalAskSize contracts at all ask levels
/// @param totalBidSize contracts at all bid levels
public record BestQuote(
        Optional<Price> ask, Optional<Price> bid, long askSize, long bidSize, long totalAskSize, long totalBidSize) {}
