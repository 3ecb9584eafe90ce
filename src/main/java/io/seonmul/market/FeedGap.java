// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;

/// Trades that the exchange made between two received records and that never arrived, as its running totals prove.
///
/// `contracts = buySide + sellSide + unlabelled`. Immutable; any thread. Source: invariants I1 to I4 and I8.
///
/// Where records of it arrive late, a gap of the same sequence and times with what is still missing takes its
/// place in [AuditReport#gaps]; when all have come, none does.
///
/// @param sequence counts the gaps of this contract from 1, those that late records filled included
/// @param contracts lost contracts, 1 or more
/// @param trades lost trades, by the counts of both sides (an auction print has no side and is not in them)
/// @param averagePrice average price of the lost contracts in points, exact but for the wire's rounding to a thousand
/// won; empty where the multiplier is unknown, a block trade hides in the same interval, or it would lie at a price
/// that
/// the day has not seen
/// @param buySide lost contracts that a buyer initiated
/// @param sellSide lost contracts that a seller initiated
/// @param unlabelled lost contracts without a side: an auction print among them
/// @param sidesInferred whether the side of the record that closed the gap had to be inferred from the quote, so that
/// the split may be off by that one trade
/// @param from exchange time of the last record before the gap; empty at the start of a session
/// @param to exchange time of the record that closed it
/// @param witnesses whether volume, trade counts and value agree on the loss
public record FeedGap(
        long sequence,
        long contracts,
        long trades,
        OptionalDouble averagePrice,
        long buySide,
        long sellSide,
        long unlabelled,
        boolean sidesInferred,
        Optional<LocalTime> from,
        LocalTime to,
        Witnesses witnesses) {

    /// Whether the three independent totals tell the same loss.
    public enum Witnesses {
        /// Volume, counts and value agree.
        AGREE,
        /// The counts of trades contradict the volume.
        COUNT_DISAGREES,
        /// The value lost would lie at a price that the day has not seen.
        VALUE_DISAGREES
    }
}
