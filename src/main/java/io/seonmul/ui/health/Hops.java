// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.market.Delay;
import io.seonmul.session.Passage;
import io.seonmul.ui.fx.Formats;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The hops of a data frame from the socket to the screen as they are shown: median, 99 of 100 and longest, in
/// milliseconds. Immutable.
///
/// @param queued until the session thread took the frame up
/// @param decoded until its records were decoded and folded
/// @param published until what it changed was on the board
/// @param toFrame until the frame that shows it was made, without the painting
record Hops(String queued, String decoded, String published, String toFrame) {

    private static final int DECIMALS = 3;

    /// Nothing is measured yet.
    static final Hops NOT_KNOWN = of(Optional.empty(), Optional.empty());

    static Hops of(Optional<Passage> passage, Optional<Delay> toFrame) {
        return new Hops(
                text(passage.map(Passage::queued)),
                text(passage.map(Passage::decoded)),
                text(passage.map(Passage::published)),
                text(toFrame));
    }

    private static String text(Optional<Delay> delay) {
        return delay.map(known -> Stream.of(known.median(), known.p99(), known.longest())
                        .map(Hops::millis)
                        .collect(Collectors.joining(" / ")))
                .orElse(Formats.NOT_KNOWN);
    }

    private static String millis(Duration duration) {
        return Formats.decimal(duration.toNanos() / 1e6, DECIMALS);
    }
}
