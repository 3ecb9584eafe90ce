// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.LocalTime;
import java.util.Optional;

/// How near one future brings the sidecar (사이드카), by its newest record. Immutable; any thread.
///
/// The exchange looks at the most active future only, and for KOSDAQ150 at the index as well, which this feed does not
/// have: so this is a condition that must hold, not proof that the sidecar came. Counted from the previous settlement,
/// the base price of the feed. Source: kis/protocol.md section 12.
///
/// @param percent 5 for KOSPI200, 6 for KOSDAQ150
/// @param upper price from which upwards the seconds count
/// @param lower price from which downwards they count
/// @param phase what is the case
/// @param rising whether the price is nearer to the upper one, or beyond it
/// @param heldSeconds exchange seconds up to the newest record for which every record lay there; 0 where it does not
/// @param heldAt when it had been held for long enough today; empty where it was not
public record SidecarStatus(
        int percent,
        Price upper,
        Price lower,
        Phase phase,
        boolean rising,
        int heldSeconds,
        Optional<LocalTime> heldAt) {

    /// Seconds for which the price must stay there.
    public static final int SECONDS = 60;

    /// What is the case.
    public enum Phase {
        /// It cannot come now: the first five or the last forty minutes of the stock market's day, or outside of it.
        CLOSED,
        /// The price is inside.
        CALM,
        /// The price is there, and the seconds are counted.
        COUNTING,
        /// The price stayed there for long enough, once today.
        HELD
    }
}
