// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How near the limits are at one moment, by figures that mean something. Immutable; any thread.
///
/// The distance from the last price to the dynamic band is constant by construction, so it is not here; consumption of
/// the band, the quote against it and its failing to follow are. Source: kis/protocol.md section 12.
///
/// @param base previous settlement, from which the static stages are counted; empty while no record told it
/// @param stages the static stages, nearest first; which of them is in force is not in the feed; empty for a calendar
/// spread, whose price is a difference, and without a base price
/// @param onlyFirstStage whether the calendar knows that no other stage can be in force now
/// @param nearestUpper distance from the last price up to the first stage, points; negative beyond it; zero where there
/// are no stages
/// @param nearestLower distance from the last price down to the first stage, points; likewise
/// @param nearestApproach today's smallest distance to either side of the first stage, points, by the session's high
/// and low: exact whenever the monitor joined; zero where there are no stages
/// @param approach when and on which side that was; empty where there are no stages
/// @param pace how fast the price moves, points a minute, upwards positive: the straight line through the last price of
/// every ten seconds of the newest five minutes, fitted by least squares; NaN before a minute has been seen
/// @param dynamic the dynamic band; empty where the wire has none
/// @param printConsumed what the newest print took of the band's half width, a fraction (1 = all of it); NaN where
/// there is
/// no band, for the first record, and where records were lost before it
/// @param secondConsumed what all prints of its exchange second took together, from lowest to highest, the price from
/// which the second set out included; NaN where there is no band
/// @param mostConsumed the largest of both today, as seen here
/// @param quote where the best quote stands against the band
/// @param following whether the band is centred on the last price, as it must be (invariant I12)
/// @param sidecar how near this future brings the sidecar; empty for a product that none is measured by,
/// and without a base price
public record LimitStatus(
        Optional<Price> base,
        List<LimitStage> stages,
        boolean onlyFirstStage,
        Price nearestUpper,
        Price nearestLower,
        Price nearestApproach,
        Optional<Approach> approach,
        double pace,
        Optional<DynamicLimits> dynamic,
        double printConsumed,
        double secondConsumed,
        double mostConsumed,
        QuotePosition quote,
        boolean following,
        Optional<SidecarStatus> sidecar) {

    /// Below this pace, in points a minute, the price counts as standing: it would need hours for a point.
    private static final double STANDING = 0.005;

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

    /// Today's nearest approach to the first stage.
    ///
    /// @param time exchange time of the record that showed it
    /// @param upper whether it was the upper side
    /// @param seen whether that record made it; otherwise one before it did, which did not arrive
    public record Approach(LocalTime time, boolean upper, boolean seen) {}

    /// Minutes until the last price reaches `limit` at the present pace; empty where it does not move towards it, and
    /// where it is there already.
    public OptionalDouble minutesTo(Price limit, Price last) {
        double way = limit.minus(last).points();
        return Double.isNaN(pace) || Math.abs(pace) < STANDING || way / pace <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(way / pace);
    }
}
