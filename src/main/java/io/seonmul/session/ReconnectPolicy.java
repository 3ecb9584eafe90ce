// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: growing, jittered, never under a second. Pure; any thread.
///
/// KIS blocks whoever connects endlessly. The delay doubles from [#FIRST] to [#LONGEST];
/// half
/// of it is random, so that monitors cut off together do not come back together. Another session on the same app key
/// begins at [#FIRST_IN_USE]: coming back at once would only cut that one off. [ConnectBudget] bounds the rate whatever
/// happens.
public final class ReconnectPolicy {

    /// The first delay, at least a second after jitter.
    public static final Duration FIRST = Duration.ofSeconds(2);
    /// The longest delay.
    public static final Duration LONGEST = Duration.ofMinutes(5);
    /// The longest delay while the server could not be met at all.
    public static final Duration LONGEST_UNMET = Duration.ofMinutes(1);
    /// The first delay while another session holds the app key.
    public static final Duration FIRST_IN_USE = Duration.ofMinutes(2);
    /// The first delay while the server still holds the monitor's own last session.
    public static final Duration FIRST_STILL_HELD = Duration.ofSeconds(20);

    /// The delay before a new approval key is asked for, the first time that the server does not know the last one.
    public static final Duration RENEWAL = Duration.ofSeconds(1);
    /// The delay where KIS was asked too often within a second.
    public static final Duration NEXT_SECOND = Duration.ofSeconds(1);
    /// The least delay where KIS issued a key within the last minute.
    public static final Duration ISSUED_LATELY = Duration.ofSeconds(60);
    /// The most, as its minute may not be ours.
    public static final Duration LONGEST_ISSUED_LATELY = Duration.ofSeconds(65);

    private ReconnectPolicy() {}

    /// The delay before attempt `attempt`.
    ///
    /// @param reason why the last attempt or link ended
    /// @param attempt attempts since the last link that proved itself, from 1
    /// @param random gives the jitter
    /// @return between half the doubled delay and all of it, from 1 s to [#LONGEST] or [#LONGEST_UNMET]
    public static Duration delay(FailureReason reason, int attempt, RandomGenerator random) {
        if (reason == FailureReason.APPROVAL_EXPIRED) {
            return RENEWAL;
        } else if (reason == FailureReason.ASKED_TOO_OFTEN) {
            return NEXT_SECOND;
        } else if (reason == FailureReason.ISSUED_LATELY) {
            long spread = LONGEST_ISSUED_LATELY.minus(ISSUED_LATELY).toMillis();
            return ISSUED_LATELY.plusMillis(random.nextLong(spread + 1));
        }
        Duration first = first(reason);
        int doublings = Math.clamp(attempt - 1L, 0, 20);
        long millis = Math.min(first.toMillis() << doublings, longest(reason).toMillis());
        return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    }

    private static Duration first(FailureReason reason) {
        return switch (reason) {
            case KEY_IN_USE -> FIRST_IN_USE;
            case KEY_STILL_HELD -> FIRST_STILL_HELD;
            case ISSUED_LATELY -> ISSUED_LATELY;
            case ASKED_TOO_OFTEN -> NEXT_SECOND;
            case KEYS_REFUSED,
                    APPROVAL_REFUSED,
                    APPROVAL_EXPIRED,
                    UNREACHABLE,
                    NAME_NOT_FOUND,
                    TIMED_OUT,
                    SERVER_ERROR,
                    LINK_LOST,
                    NOT_ANSWERING,
                    HOLLOW,
                    OVERLOADED,
                    REQUEST_REFUSED -> FIRST;
        };
    }

    /// The longest delay after `reason`: where no server was met, none is burdened, and the network may be back soon.
    static Duration longest(FailureReason reason) {
        return switch (reason) {
            case UNREACHABLE, NAME_NOT_FOUND, TIMED_OUT, NOT_ANSWERING, KEY_STILL_HELD -> LONGEST_UNMET;
            case ISSUED_LATELY -> LONGEST_ISSUED_LATELY;
            case APPROVAL_EXPIRED -> RENEWAL;
            case ASKED_TOO_OFTEN -> NEXT_SECOND;
            case KEYS_REFUSED,
                    APPROVAL_REFUSED,
                    KEY_IN_USE,
                    SERVER_ERROR,
                    LINK_LOST,
                    HOLLOW,
                    OVERLOADED,
                    REQUEST_REFUSED -> LONGEST;
        };
    }
}
