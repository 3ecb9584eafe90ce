// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.time.Duration;
import java.time.Instant;

/// What the one connection is doing. Immutable; any thread.
public sealed interface SessionState {

    /// Not started, or closed.
    record Offline() implements SessionState {}

    /// Asking for an approval key, or opening the socket.
    ///
    /// @param attempt counts the attempts since the last live link, from 1
    record Connecting(int attempt) implements SessionState {}

    /// The socket is open and answers.
    ///
    /// @param since when it opened
    record Live(Instant since) implements SessionState {}

    /// The socket is open, but nothing came for a while and the answer to a ping is due.
    ///
    /// @param since when the last text or pong came
    record Stale(Instant since) implements SessionState {}

    /// The link failed; the next attempt is planned.
    ///
    /// @param reason why
    /// @param detail what the network or the server said, for the log and the tooltip; never a key
    /// @param attempt the attempt that comes next, from 1
    /// @param until when it comes
    record Waiting(FailureReason reason, String detail, int attempt, Instant until) implements SessionState {

        /// Whether the other waits for the same, but for less than a second's difference.
        boolean isAbout(Waiting other) {
            return reason == other.reason
                    && detail.equals(other.detail)
                    && attempt == other.attempt
                    && Duration.between(until, other.until).abs().compareTo(ABOUT) < 0;
        }

        private static final Duration ABOUT = Duration.ofSeconds(1);
    }

    /// Given up: nothing more happens until the user changes something.
    ///
    /// @param reason why
    /// @param detail what the server said; never a key
    record Failed(FailureReason reason, String detail) implements SessionState {}

    /// Whether the socket is open and answers, so that what comes is what there is.
    default boolean isLive() {
        return switch (this) {
            case Live _ -> true;
            case Offline _, Connecting _, Stale _, Waiting _, Failed _ -> false;
        };
    }

    /// The one word for it in logs and on the command line, such as `live`; the same in every language.
    default String word() {
        return switch (this) {
            case Offline _ -> "offline";
            case Connecting _ -> "connecting";
            case Live _ -> "live";
            case Stale _ -> "stale";
            case Waiting _ -> "waiting";
            case Failed _ -> "failed";
        };
    }
}
