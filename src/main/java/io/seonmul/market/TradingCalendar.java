// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The exchange's days and hours by date, session and contract, all in Korean time. Immutable; any thread.
///
/// It is a table of the days that are not like the others, with its span: outside the span nothing is known, and is
/// never taken for open. Holidays by notice are not in it, so good records outrank it, and whoever sees silence on an
/// open day must say that it may be one.
public final class TradingCalendar {

    /// Korean time, the only place that names it: nine hours ahead of UTC, without summer time since 1988.
    public static final ZoneOffset SEOUL = ZoneOffset.ofHours(9);

    /// Products whose contracts end on the second Thursday of their month; of others the last day is not known.
    private static final Set<String> SECOND_THURSDAY = Set.of("A01", "A05", "A06");

    private static final String SPAN = "# Covers ";

    private final LocalDate first;
    private final LocalDate last;
    private final Map<LocalDate, Kind> days;

    private TradingCalendar(LocalDate first, LocalDate last, Map<LocalDate, Kind> days) {
        this.first = first;
        this.last = last;
        this.days = Map.copyOf(days);
    }

    /// What the exchange does at a moment.
    public enum Phase {
        /// The table does not have the day.
        UNKNOWN,
        /// No trading.
        CLOSED,
        /// Orders are collected before the first trade.
        OPENING_AUCTION,
        /// Orders meet as they come.
        CONTINUOUS,
        /// Orders are collected, one print at the end.
        CLOSING_AUCTION;

        /// Whether a session is under way, its auctions included.
        public boolean isSession() {
            return switch (this) {
                case UNKNOWN, CLOSED -> false;
                case OPENING_AUCTION, CONTINUOUS, CLOSING_AUCTION -> true;
            };
        }
    }

    private enum Kind {
        CLOSED,
        LATE_OPEN,
        ONE_HOUR_LATER
    }

    private static final class BuiltIn {
        static final TradingCalendar CALENDAR = read();

        private static TradingCalendar read() {
            InputStream lines = Objects.requireNonNull(TradingCalendar.class.getResourceAsStream("calendar.csv"));
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
                return parse(reader.lines().toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The calendar of the table that comes with the monitor.
    public static TradingCalendar builtIn() {
        return BuiltIn.CALENDAR;
    }

    /// Reads a table: `# Covers FIRST to LAST;` somewhere, then `date,kind,name,source` a line.
    static TradingCalendar parse(List<String> lines) {
        Optional<String> span =
                lines.stream().filter(line -> line.startsWith(SPAN)).findFirst();
        String[] ends = span.orElseThrow(() -> new IllegalArgumentException("calendar: no line '" + SPAN + "'"))
                .substring(SPAN.length())
                .split("[ ;]", 4);
        Map<LocalDate, Kind> days = new HashMap<>();
        for (String line : lines) {
            if (!line.startsWith("#") && !line.startsWith("date,") && !line.isBlank()) {
                String[] cells = line.split(",", -1);
                LocalDate date = date(line, cells[0]);
                switch (cells[1]) {
                    case "closed" -> days.put(date, Kind.CLOSED);
                    case "late_open" -> days.put(date, Kind.LATE_OPEN);
                    case "one_hour_later" -> days.put(date, Kind.ONE_HOUR_LATER);
                    case "night_closed" -> {} // of the night session, which no channel here serves
                    default -> throw new IllegalArgumentException("calendar: '" + line + "'");
                }
            }
        }
        return new TradingCalendar(LocalDate.parse(ends[0]), LocalDate.parse(ends[2]), days);
    }

    private static LocalDate date(String line, String cell) {
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("calendar: '" + line + "'", e);
        }
    }

    /// The first day of the table.
    public LocalDate first() {
        return first;
    }

    /// The last day of the table.
    public LocalDate last() {
        return last;
    }

    private boolean covers(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    /// Whether the exchange trades on `date`; empty outside the table.
    public Optional<Boolean> isTradingDay(LocalDate date) {
        return covers(date) ? Optional.of(trades(date)) : Optional.empty();
    }

    private boolean trades(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return covers(date) && day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY && days.get(date) != Kind.CLOSED;
    }

    /// The last trading day of the table.
    public LocalDate lastTradingDay() {
        LocalDate day = last;
        while (!trades(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /// `date` if the exchange trades on it, or the next day on which it does; empty if the table has none.
    public Optional<LocalDate> tradingDayFrom(LocalDate date) {
        LocalDate day = date.isBefore(first) ? first : date;
        while (covers(day) && !trades(day)) {
            day = day.plusDays(1);
        }
        return covers(day) ? Optional.of(day) : Optional.empty();
    }

    /// The hours of a trading day; those of a usual day on any other.
    private DayHours hours(LocalDate date) {
        return switch (days.get(date)) {
            case LATE_OPEN -> DayHours.LATE_OPEN;
            case ONE_HOUR_LATER -> DayHours.ONE_HOUR_LATER;
            case CLOSED -> DayHours.USUAL;
            case null -> DayHours.USUAL;
        };
    }

    /// What the market as a whole does at `at`.
    public Phase phase(LocalDateTime at, TradingSession session) {
        return phase(at, session, false);
    }

    /// What one contract's market does at `at`: on its last trading day it ends early, and afterwards it is closed.
    public Phase phase(LocalDateTime at, TradingSession session, InstrumentCode code) {
        LocalDate date = at.toLocalDate();
        if (hasExpired(code, date)) {
            return Phase.CLOSED;
        }
        return phase(at, session, lastTradingDay(code, date).equals(Optional.of(date)));
    }

    private Phase phase(LocalDateTime at, TradingSession session, boolean lastDay) {
        LocalDate date = at.toLocalDate();
        if (!covers(date)) {
            return Phase.UNKNOWN;
        }
        return switch (session) {
            case DAY -> trades(date) ? hours(date).phase(at.toLocalTime(), lastDay) : Phase.CLOSED;
        };
    }

    /// The last day on which the contract of `code` trades: the second Thursday of its month, or the trading day
    /// before. Empty where the product's rule is not known, and outside the table.
    ///
    /// @param today the day by which the year in the code is understood
    public Optional<LocalDate> lastTradingDay(InstrumentCode code, LocalDate today) {
        if (!code.isOutright() || !SECOND_THURSDAY.contains(code.product())) {
            return Optional.empty();
        }
        LocalDate day = code.month(YearMonth.from(today))
                .atDay(1)
                .with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.THURSDAY));
        while (covers(day) && !trades(day)) {
            day = day.minusDays(1);
        }
        return covers(day) ? Optional.of(day) : Optional.empty();
    }

    /// When the contract of `code` ends on its last trading day, without a closing auction; empty where that day is not
    /// known.
    ///
    /// @param today the day by which the year in the code is understood
    public Optional<LocalDateTime> expiry(InstrumentCode code, LocalDate today) {
        return lastTradingDay(code, today).map(day -> moment(day, hours(day).expiry()));
    }

    /// Whether the contract of `code` has had its last trading day before `today`. Where that day is not known it has
    /// when its month is over.
    public boolean hasExpired(InstrumentCode code, LocalDate today) {
        return lastTradingDay(code, today)
                .map(today::isAfter)
                .orElseGet(() ->
                        code.isOutright() && code.month(YearMonth.from(today)).isBefore(YearMonth.from(today)));
    }

    /// When the next session after `after` begins with its opening auction; empty if the table ends before.
    public Optional<LocalDateTime> nextOpening(LocalDateTime after, TradingSession session) {
        for (LocalDate date = after.toLocalDate(); covers(date); date = date.plusDays(1)) {
            if (trades(date)) {
                LocalDateTime opening = switch (session) {
                    case DAY -> moment(date, hours(date).opening());
                };
                if (opening.isAfter(after)) {
                    return Optional.of(opening);
                }
            }
        }
        return Optional.empty();
    }

    /// When continuous trading of that day's session begins; empty if it is not known to trade.
    public Optional<LocalDateTime> open(LocalDate date, TradingSession session) {
        return switch (session) {
            case DAY -> trades(date) ? Optional.of(moment(date, hours(date).open())) : Optional.empty();
        };
    }

    /// When that day's session ends; empty if it is not known to trade.
    public Optional<LocalDateTime> close(LocalDate date, TradingSession session) {
        return switch (session) {
            case DAY -> trades(date) ? Optional.of(moment(date, hours(date).close())) : Optional.empty();
        };
    }

    /// The date of the session that opened last, counted from the beginning of its usual opening auction; on a closed
    /// day it is that day's own, since no table is asked.
    public static LocalDate tradeDate(LocalDateTime at, TradingSession session) {
        return switch (session) {
            case DAY -> at.minusMinutes(DayHours.USUAL.opening()).toLocalDate();
        };
    }

    /// As [#tradeDate(LocalDateTime, TradingSession)], of the regular session.
    public static LocalDate tradeDate(LocalDateTime at) {
        return tradeDate(at, TradingSession.DAY);
    }

    /// Whether only the first stage of the static price limits can be in force: before the stock market opens.
    public boolean isFirstStageOnly(LocalDateTime at, TradingSession session) {
        return switch (session) {
            case DAY -> {
                DayHours hours = hours(at.toLocalDate());
                int minute = minute(at);
                yield minute >= hours.opening() && minute < hours.stockOpen();
            }
        };
    }

    /// Whether a sidecar can come: not in the first five and the last forty minutes of the stock market, since it is
    /// the stock market's programme orders that it holds back.
    public boolean isSidecarPossible(LocalDateTime at) {
        DayHours hours = hours(at.toLocalDate());
        int minute = minute(at);
        return minute >= hours.stockOpen() + 5 && minute < hours.stockClose() - 40;
    }

    private static int minute(LocalDateTime at) {
        return at.getHour() * 60 + at.getMinute();
    }

    private static LocalDateTime moment(LocalDate date, int minute) {
        return date.atTime(LocalTime.ofSecondOfDay(minute * 60L));
    }
}
