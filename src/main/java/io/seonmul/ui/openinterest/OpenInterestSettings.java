// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.openinterest;

/// What the user chose in the open-interest panel. Immutable; plain values, to be kept over a restart.
///
/// @param span how much of the session the step chart shows
/// @param trail publications in the quadrant, the newest included; 5 to 100
/// @param priceLine whether the step chart has the price behind it
/// @param basis whether basis and mispricing are drawn in the place of the open interest
public record OpenInterestSettings(Span span, int trail, boolean priceLine, boolean basis) {

    /// What a new user sees.
    public static final OpenInterestSettings DEFAULT = new OpenInterestSettings(Span.SESSION, 10, true, false);

    private static final int SHORTEST = 5;
    private static final int LONGEST = 100;

    /// Brings a trail from an edited file into its range.
    public OpenInterestSettings {
        trail = Math.clamp(trail, SHORTEST, LONGEST);
    }

    /// A stretch of exchange time that ends now.
    public enum Span {
        /// All that was received of this session.
        SESSION(Long.MAX_VALUE),
        /// The last hour.
        HOUR(3_600),
        /// The last ten minutes.
        TEN_MINUTES(600);

        private final long seconds;

        Span(long seconds) {
            this.seconds = seconds;
        }

        /// The exchange second at which the stretch begins.
        long from(long first, long now) {
            return seconds == Long.MAX_VALUE ? first : Math.max(first, now - seconds);
        }
    }

    OpenInterestSettings withSpan(Span other) {
        return new OpenInterestSettings(other, trail, priceLine, basis);
    }

    OpenInterestSettings withTrail(int steps) {
        return new OpenInterestSettings(span, steps, priceLine, basis);
    }

    OpenInterestSettings withPriceLine(boolean shown) {
        return new OpenInterestSettings(span, trail, shown, basis);
    }

    OpenInterestSettings withBasis(boolean shown) {
        return new OpenInterestSettings(span, trail, priceLine, shown);
    }
}
