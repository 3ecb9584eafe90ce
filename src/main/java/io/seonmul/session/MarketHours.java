// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.TradingCalendar;
import io.seonmul.market.TradingSession;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/// What the calendar says of this moment, as far as the connection asks. Immutable; any thread.
///
/// @param trading whether trades may come now
/// @param untilOpening how long until the next session opens; empty where that is not known
record MarketHours(Trading trading, Optional<Duration> untilOpening) {

    /// Whether trades may come.
    enum Trading {
        /// A session is under way, its auctions included.
        OPEN,
        /// None is.
        CLOSED,
        /// The calendar does not have the day.
        UNKNOWN
    }

    /// Of a moment that the calendar does not have.
    static final MarketHours UNKNOWN = new MarketHours(Trading.UNKNOWN, Optional.empty());

    /// The time before an opening in which the link has to be there.
    private static final Duration READY = Duration.ofMinutes(10);

    /// Of the exchange's moment `at`.
    static MarketHours of(TradingCalendar calendar, LocalDateTime at) {
        Trading trading = switch (calendar.phase(at, TradingSession.DAY)) {
            case UNKNOWN -> Trading.UNKNOWN;
            case CLOSED -> Trading.CLOSED;
            case OPENING_AUCTION, CONTINUOUS, CLOSING_AUCTION -> Trading.OPEN;
        };
        return new MarketHours(
                trading, calendar.nextOpening(at, TradingSession.DAY).map(opening -> Duration.between(at, opening)));
    }

    boolean isClosed() {
        return trading == Trading.CLOSED;
    }

    /// How long until the link has to be there for the next opening; zero in the minutes before it, empty if there is
    /// none to come.
    Optional<Duration> untilReady() {
        return isClosed()
                ? untilOpening.map(until -> until.minus(READY)).map(left -> left.isNegative() ? Duration.ZERO : left)
                : Optional.empty();
    }
}
