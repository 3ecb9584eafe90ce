// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.LocalTime;
import java.util.Optional;

/// When the session's high and low were made, by the monitor's own watch: the wire sends `000000` for both. Immutable.
///
/// @param highAt exchange time of the trade that made the present high; empty where it was made before joining
/// @param lowAt exchange time of the trade that made the present low; empty likewise
public record SessionExtremes(Optional<LocalTime> highAt, Optional<LocalTime> lowAt) {

    /// Nothing seen yet.
    public static final SessionExtremes UNSEEN = new SessionExtremes(Optional.empty(), Optional.empty());

    /// These extremes after `tick`, of which `before` is the predecessor.
    SessionExtremes after(Tick before, Tick tick) {
        boolean high = moved(Figure.HIGH, before, tick);
        boolean low = moved(Figure.LOW, before, tick);
        if (!high && !low) {
            return this;
        }
        return new SessionExtremes(high ? Optional.of(tick.time()) : highAt, low ? Optional.of(tick.time()) : lowAt);
    }

    private static boolean moved(Figure figure, Tick before, Tick tick) {
        return tick.figure(figure) != Figure.ABSENT && tick.figure(figure) != before.figure(figure);
    }
}
