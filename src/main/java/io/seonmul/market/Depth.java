// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;

/// What is known of one contract's order book at one moment: the newest depth record joined with the quote that every
/// trade record carries. Immutable; any thread.
///
/// @param quote the newest depth record; empty before the first, and while depth is not registered
/// @param newest whether `quote` arrived after the newest trade record
/// @param records depth records folded since the contract is watched, `late` ones included
/// @param late depth records that told an earlier second than one before them, and were left out
/// @param ask the queue at the best ask; empty where there is no ask
/// @param bid the queue at the best bid; empty where there is no bid
public record Depth(
        Optional<Quote> quote, boolean newest, long records, long late, Optional<Queue> ask, Optional<Queue> bid) {

    /// Nothing is known.
    public static final Depth UNKNOWN = new Depth(Optional.empty(), false, 0, 0, Optional.empty(), Optional.empty());

    /// The contracts that wait at the best price of one side, since that price became the best one.
    ///
    /// @param price the best price
    /// @param before contracts there when it became the best, or when the monitor began to look
    /// @param traded contracts traded there since, by the exchange's own aggressor side
    /// @param size contracts there now
    public record Queue(Price price, long before, long traded, long size) {

        /// Contracts put in (stacked, more than 0) or taken away untraded (pulled, less than 0) since.
        public long net() {
            return size - before + traded;
        }
    }
}
