// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.List;
import java.util.Optional;

/// How near the limits are at one moment, by figures that mean something. Immutable; any thread.
///
/// The distance from the last price to the dynamic band is constant by construction, so it is not here; consumption of
/// the band, the quote against it and its failing to follow are. Source: kis/protocol.md section 12.
///
/// @param base previous settlement, from which the static stages are counted
/// @param stages the static stages, nearest first; which of them is in force is not in the feed; empty for a calendar
/// spread, whose price is a difference
/// @param nearestUpper distance from the last price up to the first stage, points; negative beyond it; zero where there
/// are no stages
/// @param nearestLower distance from the last price down to the first stage, points; likewise
/// @param nearestApproach today's smallest distance to either side of the first stage, points, by the session's high
/// and low: exact whenever the monitor joined; zero where there are no stages
/// @param dynamic the dynamic band; empty where the wire has none
/// @param printConsumed what the newest print took of the band's half width, a fraction (1 = all of it); NaN where
/// there is
/// no band, for the first record, and where records were lost before it
/// @param secondConsumed what all prints of its exchange second took together, from lowest to highest, the price from
/// which the second set out included; NaN where there is no band
/// @param mostConsumed the largest of both today, as seen here
/// @param quote where the best quote stands against the band
/// @param following whether the band is centred on the last price, as it must be (invariant I12)
public record LimitStatus(
        Price base,
        List<LimitStage> stages,
        Price nearestUpper,
        Price nearestLower,
        Price nearestApproach,
        Optional<DynamicLimits> dynamic,
        double printConsumed,
        double secondConsumed,
        double mostConsumed,
        QuotePosition quote,
        boolean following) {

    /// Where the best quote stands against the dynamic band.
    public enum QuotePosition {
        /// Both sides lie within the band.
        INSIDE,
        /// A best quote stands exactly at an edge.
        TOUCHING,
        /// A best quote lies beyond the band: it cannot trade now.
        OUTSIDE,
        /// No quote or no band.
        UNKNOWN
    }
}
