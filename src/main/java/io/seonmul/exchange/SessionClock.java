// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import java.time.Duration;
import java.time.LocalTime;

/// The exchange's day as the synthetic market keeps it: opening print, continuous trading, closing print, in
/// nanoseconds of the day. Source: kis/protocol.md section 12. No state; any thread.
final class SessionClock {

    static final LocalTime OPEN = LocalTime.of(8, 45);
    static final LocalTime CONTINUOUS_END = LocalTime.of(15, 35);
    static final LocalTime CLOSING_PRINT = LocalTime.of(15, 45);

    static final long SECOND = Duration.ofSeconds(1).toNanos();
    static final long DAY = Duration.ofDays(1).toNanos();
    static final long OPEN_AT = OPEN.toNanoOfDay();
    static final long CONTINUOUS_END_AT = CONTINUOUS_END.toNanoOfDay();
    static final long CLOSING_PRINT_AT = CLOSING_PRINT.toNanoOfDay();

    /// Seconds of continuous trading in a day.
    static final int CONTINUOUS_SECONDS = (int) ((CONTINUOUS_END_AT - OPEN_AT) / SECOND);

    /// Seconds from the opening print to the closing print.
    static final int SESSION_SECONDS = (int) ((CLOSING_PRINT_AT - OPEN_AT) / SECOND);

    private static final double MEAN_SHAPE = meanShape();

    private SessionClock() {}

    /// Whole seconds since the opening print, held inside the session.
    static int second(long nanoOfDay) {
        return Math.clamp((nanoOfDay - OPEN_AT) / SECOND, 0, SESSION_SECONDS);
    }

    /// How busy that second of the session is on an ordinary day: the U of an exchange's day, mean 1 over continuous
    /// trading.
    static double shape(int second) {
        return rawShape(second) / MEAN_SHAPE;
    }

    private static double meanShape() {
        double sum = 0;
        for (int second = 0; second < CONTINUOUS_SECONDS; second++) {
            sum += rawShape(second);
        }
        return sum / CONTINUOUS_SECONDS;
    }

    /// Two decays from the opening (of the futures, and of the stocks a quarter of an hour later), one rise to the
    /// close.
    private static double rawShape(int second) {
        double minute = second / 60.0;
        double sinceStocks = minute - 15;
        double toEnd = Math.max(0, CONTINUOUS_SECONDS / 60.0 - minute);
        return 0.55
                + 1.1 * StrictMath.exp(-minute / 12)
                + (sinceStocks < 0 ? 0 : 1.3 * StrictMath.exp(-sinceStocks / 20))
                + 0.9 * StrictMath.exp(-toEnd / 22);
    }
}
