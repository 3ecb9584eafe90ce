// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.time.Duration;
import java.util.ArrayDeque;

/// Makes a connect storm impossible: never two connects within a second, at most [#MOST] in [#WINDOW], whatever asks
/// for
/// them. Session thread only; time is the monotonic clock's, in nanoseconds.
final class ConnectBudget {

    static final Duration SPACING = Duration.ofSeconds(1);
    static final Duration WINDOW = Duration.ofMinutes(10);
    static final int MOST = 20;

    private final ArrayDeque<Long> connects = new ArrayDeque<>();

    /// How long from `now` until the next connect is allowed; zero if it is.
    Duration untilAllowed(long now) {
        while (!connects.isEmpty() && now - connects.getFirst() >= WINDOW.toNanos()) {
            connects.removeFirst();
        }
        long wait = 0;
        if (!connects.isEmpty()) {
            wait = connects.getLast() + SPACING.toNanos() - now;
        }
        if (connects.size() >= MOST) {
            wait = Math.max(wait, connects.getFirst() + WINDOW.toNanos() - now);
        }
        return Duration.ofNanos(Math.max(wait, 0));
    }

    /// Takes note of a connect at `now`.
    ///
    /// @throws IllegalStateException if it is not allowed yet
    void spend(long now) {
        if (untilAllowed(now).isPositive()) {
            throw new IllegalStateException("too many connects");
        }
        connects.addLast(now);
    }
}
