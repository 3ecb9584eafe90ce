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

    private static final int DAY = 86_400;

    /// Whether `tick` moved the high or the low that `before`, its predecessor, had.
    static boolean moved(Tick before, Tick tick) {
        return moved(Figure.HIGH, before, tick) || moved(Figure.LOW, before, tick);
    }

    /// These extremes after `tick`, of which `before` is the predecessor.
    SessionExtremes after(Tick before, Tick tick) {
        boolean high = moved(Figure.HIGH, before, tick);
        boolean low = moved(Figure.LOW, before, tick);
        return new SessionExtremes(high ? Optional.of(tick.time()) : highAt, low ? Optional.of(tick.time()) : lowAt);
    }

    /// These extremes, with `late` told after its successors: where it has the present high or low, and was
    /// made before the trade that was taken for the one that made it, it made it.
    SessionExtremes afterLate(Tick late, Tick newest) {
        boolean high = late.figure(Figure.LAST) == newest.figure(Figure.HIGH) && isEarlier(late, highAt);
        boolean low = late.figure(Figure.LAST) == newest.figure(Figure.LOW) && isEarlier(late, lowAt);
        if (!high && !low) {
            return this;
        }
        return new SessionExtremes(high ? Optional.of(late.time()) : highAt, low ? Optional.of(late.time()) : lowAt);
    }

    /// Clock times wrap at midnight; nothing is half a day late.
    private static boolean isEarlier(Tick late, Optional<LocalTime> at) {
        if (at.isEmpty()) {
            return false;
        }
        int later = Math.floorMod(at.get().toSecondOfDay() - late.secondOfDay(), DAY);
        return later > 0 && later < DAY / 2;
    }

    private static boolean moved(Figure figure, Tick before, Tick tick) {
        return tick.figure(figure) != Figure.ABSENT && tick.figure(figure) != before.figure(figure);
    }
}
