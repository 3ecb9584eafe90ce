// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.TradingCalendar;
import io.seonmul.market.TradingSession;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/// One day of the exchange as the synthetic market keeps it: opening print, continuous trading, closing print, in
/// nanoseconds of the day. The hours are the calendar's; of a day that it does not have trade, those of a usual one.
/// Immutable; any thread.
///
/// @param openAt the opening print
/// @param continuousEndAt the end of continuous trading
/// @param closingPrintAt the closing print
record SessionClock(long openAt, long continuousEndAt, long closingPrintAt) {

    static final long SECOND = Duration.ofSeconds(1).toNanos();
    static final long DAY = Duration.ofDays(1).toNanos();

    /// The closing auction lasts ten minutes.
    private static final long CLOSING_AUCTION = 600 * SECOND;

    static final SessionClock USUAL = between(LocalTime.of(8, 45), LocalTime.of(15, 45));

    /// Seconds of continuous trading in a usual day.
    static final int CONTINUOUS_SECONDS = USUAL.continuousSeconds();

    /// Seconds from the opening print to the closing print of a usual day; no day has more.
    static final int SESSION_SECONDS = USUAL.sessionSeconds();

    private static final double MEAN_SHAPE = meanShape();

    private static SessionClock between(LocalTime open, LocalTime close) {
        return new SessionClock(open.toNanoOfDay(), close.toNanoOfDay() - CLOSING_AUCTION, close.toNanoOfDay());
    }

    /// The hours of that day.
    static SessionClock of(LocalDate date) {
        TradingCalendar calendar = TradingCalendar.builtIn();
        Optional<LocalDateTime> open = calendar.open(date, TradingSession.DAY);
        Optional<LocalDateTime> close = calendar.close(date, TradingSession.DAY);
        return open.isPresent() && close.isPresent()
                ? between(open.get().toLocalTime(), close.get().toLocalTime())
                : USUAL;
    }

    /// When the contract of `code` last trades continuously on `date`, which has these hours: early and without a
    /// closing print on its last trading day, never after it.
    long continuousEndAt(InstrumentCode code, LocalDate date) {
        TradingCalendar calendar = TradingCalendar.builtIn();
        if (calendar.hasExpired(code, date)) {
            return 0;
        }
        return calendar.expiry(code, date)
                .filter(expiry -> expiry.toLocalDate().equals(date))
                .map(expiry -> expiry.toLocalTime().toNanoOfDay())
                .orElse(continuousEndAt);
    }

    LocalTime open() {
        return LocalTime.ofNanoOfDay(openAt);
    }

    LocalTime continuousEnd() {
        return LocalTime.ofNanoOfDay(continuousEndAt);
    }

    LocalTime closingPrint() {
        return LocalTime.ofNanoOfDay(closingPrintAt);
    }

    private int continuousSeconds() {
        return (int) ((continuousEndAt - openAt) / SECOND);
    }

    /// Seconds from the opening print to the closing print.
    int sessionSeconds() {
        return (int) ((closingPrintAt - openAt) / SECOND);
    }

    /// Whole seconds since the opening print, held inside the session.
    int second(long nanoOfDay) {
        return Math.clamp((nanoOfDay - openAt) / SECOND, 0, sessionSeconds());
    }

    /// Whether that second of the session is one of continuous trading.
    boolean isContinuous(int second) {
        return second < continuousSeconds();
    }

    /// How busy that second of the session is on an ordinary day: the U of an exchange's day, mean 1 over the
    /// continuous trading of a usual one.
    double shape(int second) {
        return rawShape(second) / MEAN_SHAPE;
    }

    private static double meanShape() {
        double sum = 0;
        for (int second = 0; second < CONTINUOUS_SECONDS; second++) {
            sum += USUAL.rawShape(second);
        }
        return sum / CONTINUOUS_SECONDS;
    }

    /// Two decays from the opening (of the futures, and of the stocks a quarter of an hour later), one rise to the
    /// close.
    private double rawShape(int second) {
        double minute = second / 60.0;
        double sinceStocks = minute - 15;
        double toEnd = Math.max(0, continuousSeconds() / 60.0 - minute);
        return 0.55
                + 1.1 * StrictMath.exp(-minute / 12)
                + (sinceStocks < 0 ? 0 : 1.3 * StrictMath.exp(-sinceStocks / 20))
                + 0.9 * StrictMath.exp(-toEnd / 22);
    }
}
