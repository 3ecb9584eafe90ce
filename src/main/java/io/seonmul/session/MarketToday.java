// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.TradingCalendar;
import io.seonmul.market.TradingCalendar.Phase;
import io.seonmul.market.TradingSession;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/// What the calendar says of the market as a whole by the exchange's clock. Immutable; any thread.
///
/// Holidays by notice are in no calendar: of a day on which nothing trades it may say that it is an open one.
///
/// @param date the exchange's date, KST; empty before a session has begun
/// @param phase what the market does
/// @param opened when continuous trading began today, KST; empty if it has not or that is not known
/// @param openFor how long ago that was; zero where it is not known
public record MarketToday(Optional<LocalDate> date, Phase phase, Optional<LocalTime> opened, Duration openFor) {

    /// Before a session has begun.
    public static final MarketToday NOT_KNOWN =
            new MarketToday(Optional.empty(), Phase.UNKNOWN, Optional.empty(), Duration.ZERO);

    /// Of the exchange's moment `at`.
    static MarketToday of(TradingCalendar calendar, LocalDateTime at) {
        Optional<LocalDateTime> opened =
                calendar.open(at.toLocalDate(), TradingSession.DAY).filter(open -> !open.isAfter(at));
        return new MarketToday(
                Optional.of(at.toLocalDate()),
                calendar.phase(at, TradingSession.DAY),
                opened.map(LocalDateTime::toLocalTime),
                opened.map(open -> Duration.between(open, at)).orElse(Duration.ZERO));
    }
}
