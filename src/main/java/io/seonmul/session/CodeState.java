// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.protocol.MessageCode;
import io.seonmul.protocol.Rejection;
import java.time.Instant;
import java.util.Optional;

/// What is known of one registration: confirmed by the server and flowing are two things. Immutable; any thread.
public sealed interface CodeState {

    /// Wanted, not yet confirmed by the server.
    record Requested() implements CodeState {}

    /// Confirmed by the server; no tick yet on this connection.
    ///
    /// @param since when the server confirmed it
    record Registered(Instant since) implements CodeState {}

    /// Ticks come.
    record Flowing() implements CodeState {}

    /// No tick for longer than usual, which the market's own rhythm or the hour explains.
    ///
    /// @param since when the last tick came
    record Quiet(Instant since) implements CodeState {}

    /// No tick, and by the calendar none can come: the market of this contract is closed.
    ///
    /// @param since when the last tick came, or the confirmation if none did
    /// @param closure why it is closed
    record Closed(Instant since, Closure closure) implements CodeState {}

    /// Why a market is closed.
    enum Closure {
        /// The session of a trading day has not begun.
        BEFORE_OPENING,
        /// The session is over, for this contract at least.
        HOURS,
        /// A weekend or a holiday.
        NO_TRADING_DAY,
        /// The contract has had its last trading day.
        EXPIRED;

        /// The one word for it in exports and on the command line, such as `before-opening`.
        public String word() {
            return switch (this) {
                case BEFORE_OPENING -> "before-opening";
                case HOURS -> "hours";
                case NO_TRADING_DAY -> "no-trading-day";
                case EXPIRED -> "expired";
            };
        }
    }

    /// No tick although one should have come by this contract's rhythm and the others', or on a link that does not
    /// answer.
    ///
    /// @param since when the last tick came, or the confirmation if none did
    record Stalled(Instant since) implements CodeState {}

    /// Records come and are not taken, so that what is shown stands still while the market moves.
    ///
    /// @param since when the first of them arrived
    /// @param unreadable why they cannot be read; empty if they can, and the shown record does not follow them
    record NotTaken(Instant since, Optional<Rejection> unreadable) implements CodeState {

        /// Why, in English, for logs and the command line.
        public String reason() {
            return unreadable.map(Rejection::english).orElse("the shown record does not follow those that arrive");
        }
    }

    /// The server refused it.
    ///
    /// @param messageCode the server's code, such as OPSP8992
    /// @param message the server's text
    record Refused(String messageCode, String message) implements CodeState {

        /// Whether it was for lack of room in the quota: depth then waits and takes the room as soon as there is some.
        public boolean isForLackOfRoom() {
            return messageCode.equals(MessageCode.OPSP0008.name());
        }
    }

    /// Whether the newest record may be taken for the market's present one: ticks come, or there is a reason that none
    /// does.
    default boolean isCurrent() {
        return switch (this) {
            case Flowing _, Quiet _, Closed _ -> true;
            case Requested _, Registered _, Stalled _, NotTaken _, Refused _ -> false;
        };
    }

    /// The one word for it in exports, logs and on the command line, such as `flowing`; the same in every language.
    default String word() {
        return switch (this) {
            case Requested _ -> "requested";
            case Registered _ -> "registered";
            case Flowing _ -> "flowing";
            case Quiet _ -> "quiet";
            case Closed _ -> "closed";
            case Stalled _ -> "stalled";
            case NotTaken _ -> "not-taken";
            case Refused _ -> "refused";
        };
    }
}
