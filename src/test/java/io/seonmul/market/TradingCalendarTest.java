// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.seonmul.market.TradingCalendar.Phase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCalendarTest {

    private static final TradingCalendar CALENDAR = TradingCalendar.builtIn();
    private static final TradingSession DAY = TradingSession.DAY;

    private static Phase phase(String at) {
        return CALENDAR.phase(LocalDateTime.parse(at), DAY);
    }

    private static Phase phase(String at, String code) {
        return CALENDAR.phase(LocalDateTime.parse(at), DAY, new InstrumentCode(code));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    a usual Tuesday      | 2026-12-01T08:29:59 | CLOSED
                    a usual Tuesday      | 2026-12-01T08:30:00 | OPENING_AUCTION
                    a usual Tuesday      | 2026-12-01T08:44:59 | OPENING_AUCTION
                    a usual Tuesday      | 2026-12-01T08:45:00 | CONTINUOUS
                    a usual Tuesday      | 2026-12-01T15:34:59 | CONTINUOUS
                    a usual Tuesday      | 2026-12-01T15:35:00 | CLOSING_AUCTION
                    a usual Tuesday      | 2026-12-01T15:45:00 | CLOSED
                    its night            | 2026-12-01T18:30:00 | CLOSED
                    Saturday             | 2026-11-28T10:00:00 | CLOSED
                    Sunday               | 2026-11-29T10:00:00 | CLOSED
                    New Year             | 2026-01-01T10:00:00 | CLOSED
                    Chuseok              | 2026-09-24T10:00:00 | CLOSED
                    a substitute         | 2026-08-17T10:00:00 | CLOSED
                    Labour Day           | 2026-05-01T10:00:00 | CLOSED
                    an election          | 2026-06-03T10:00:00 | CLOSED
                    the year's end       | 2026-12-31T10:00:00 | CLOSED
                    first day of a year  | 2026-01-02T08:50:00 | CLOSED
                    first day of a year  | 2026-01-02T09:30:00 | OPENING_AUCTION
                    first day of a year  | 2026-01-02T09:45:00 | CONTINUOUS
                    first day of a year  | 2026-01-02T15:35:00 | CLOSING_AUCTION
                    first day of a year  | 2026-01-02T15:45:00 | CLOSED
                    first day of 2027    | 2027-01-04T09:44:59 | OPENING_AUCTION
                    college exam         | 2025-11-13T09:29:59 | CLOSED
                    college exam         | 2025-11-13T09:45:00 | CONTINUOUS
                    college exam         | 2025-11-13T16:34:59 | CONTINUOUS
                    college exam         | 2025-11-13T16:44:59 | CLOSING_AUCTION
                    college exam         | 2025-11-13T16:45:00 | CLOSED
                    night before a feast | 2026-02-13T10:00:00 | CONTINUOUS
                    before the table     | 2025-09-30T10:00:00 | UNKNOWN
                    its first day        | 2025-10-01T10:00:00 | CONTINUOUS
                    after the table      | 2028-01-03T10:00:00 | UNKNOWN
                    a Saturday after it  | 2028-01-01T10:00:00 | UNKNOWN
                    """)
    void knowsTheDay(String what, String at, Phase expected) {
        assertThat(phase(at)).as(what).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1} {0}")
    @CsvSource({
        "2026-12-10T15:19:59, A01612, CONTINUOUS",
        "2026-12-10T15:20:00, A01612, CLOSED",
        "2026-12-10T15:40:00, A01612, CLOSED",
        "2026-12-10T08:40:00, A01612, OPENING_AUCTION",
        "2026-12-10T15:20:00, A01703, CONTINUOUS",
        "2026-12-10T15:40:00, A05701, CLOSING_AUCTION",
        "2026-12-11T10:00:00, A01612, CLOSED",
        "2026-12-11T10:00:00, A05701, CONTINUOUS",
        "2027-05-12T15:20:00, A05705, CLOSED",
        "2027-05-12T15:19:00, A05705, CONTINUOUS",
        "2025-11-13T16:19:59, A05511, CONTINUOUS",
        "2025-11-13T16:20:00, A05511, CLOSED",
        "2025-11-13T15:20:00, A05511, CONTINUOUS",
        "2025-11-13T08:40:00, A05511, CLOSED",
        "2025-11-13T16:20:00, A05512, CONTINUOUS",
        "2025-11-13T16:40:00, A05512, CLOSING_AUCTION",
        "2025-11-14T10:00:00, A05511, CLOSED",
        "2026-12-10T15:30:00, A04612, CONTINUOUS",
        "2027-01-05T10:00:00, A04612, CLOSED",
        "2028-01-03T10:00:00, A01803, UNKNOWN",
        "2028-01-03T10:00:00, A01712, CLOSED"
    })
    void knowsTheContract(String at, String code, Phase expected) {
        assertThat(phase(at, code)).isEqualTo(expected);
    }

    @Test
    void readsEveryMinuteOfTheTableAsAnOrderlyDay() {
        for (LocalDate day = CALENDAR.first(); !day.isAfter(CALENDAR.last()); day = day.plusDays(1)) {
            List<Phase> phases = new ArrayList<>();
            for (int minute = 0; minute < 24 * 60; minute++) {
                Phase phase = CALENDAR.phase(day.atStartOfDay().plusMinutes(minute), DAY);
                if (phases.isEmpty() || phases.getLast() != phase) {
                    phases.add(phase);
                }
            }
            boolean trades = CALENDAR.isTradingDay(day).orElseThrow();
            assertThat(phases)
                    .as("%s", day)
                    .isEqualTo(
                            trades
                                    ? List.of(
                                            Phase.CLOSED,
                                            Phase.OPENING_AUCTION,
                                            Phase.CONTINUOUS,
                                            Phase.CLOSING_AUCTION,
                                            Phase.CLOSED)
                                    : List.of(Phase.CLOSED));
        }
        assertThat(CALENDAR.isTradingDay(CALENDAR.first().minusDays(1))).isEmpty();
        assertThat(CALENDAR.isTradingDay(CALENDAR.last().plusDays(1))).isEmpty();
    }

    @Test
    void everyLastTradingDayTradesAndIsASecondThursdayButInMay2027() {
        for (LocalDate month = CALENDAR.first(); month.isBefore(CALENDAR.last()); month = month.plusMonths(1)) {
            String code = "A05" + month.getYear() % 10 + "%02d".formatted(month.getMonthValue());
            LocalDate last =
                    CALENDAR.lastTradingDay(new InstrumentCode(code), month).orElseThrow();
            assertThat(CALENDAR.isTradingDay(last)).as(code).contains(true);
            if (code.equals("A05705")) {
                assertThat(last).isEqualTo(LocalDate.of(2027, 5, 12));
            } else if (month.getYear() > 2025 || month.getMonthValue() > 10) {
                assertThat(last.getDayOfWeek()).as(code).isEqualTo(DayOfWeek.THURSDAY);
                assertThat(last.getDayOfMonth()).as(code).isBetween(8, 14);
            }
        }
        assertThat(CALENDAR.lastTradingDay(new InstrumentCode("A01803"), LocalDate.of(2027, 12, 1)))
                .as("beyond the table it may be a holiday")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T07:00:00, 2026-12-01T08:30:00",
        "2026-12-01T08:30:00, 2026-12-02T08:30:00",
        "2026-11-28T03:00:00, 2026-11-30T08:30:00",
        "2026-09-23T16:00:00, 2026-09-28T08:30:00",
        "2026-12-30T16:00:00, 2027-01-04T09:30:00",
        "2026-11-18T16:00:00, 2026-11-19T09:30:00",
        "2027-12-30T16:00:00, ",
        "2028-03-02T07:00:00, "
    })
    void knowsTheNextOpening(LocalDateTime after, LocalDateTime opening) {
        assertThat(CALENDAR.nextOpening(after, DAY)).isEqualTo(Optional.ofNullable(opening));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T08:29:59, 2026-11-30",
        "2026-12-01T08:30:00, 2026-12-01",
        "2026-12-01T23:59:59, 2026-12-01",
        "2026-12-02T03:00:00, 2026-12-01",
        "2031-01-01T00:00:00, 2030-12-31"
    })
    void countsTradeDatesFromTheOpening(LocalDateTime at, LocalDate date) {
        assertThat(TradingCalendar.tradeDate(at)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T08:50:00, true,  false",
        "2026-12-01T09:00:00, false, false",
        "2026-12-01T09:05:00, false, true",
        "2026-12-01T14:49:59, false, true",
        "2026-12-01T14:50:00, false, false",
        "2026-01-02T09:50:00, true,  false",
        "2026-01-02T10:05:00, false, true",
        "2026-01-02T14:50:00, false, false",
        "2025-11-13T09:59:59, true,  false",
        "2025-11-13T10:04:59, false, false",
        "2025-11-13T15:49:59, false, true",
        "2025-11-13T15:50:00, false, false"
    })
    void stagesAndSidecarFollowTheStockMarket(LocalDateTime at, boolean firstOnly, boolean sidecar) {
        assertThat(CALENDAR.isFirstStageOnly(at, DAY)).isEqualTo(firstOnly);
        assertThat(CALENDAR.isSidecarPossible(at)).isEqualTo(sidecar);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01,half_day,x,y", "2026-13-01,closed,x,y"})
    void refusesATableItCannotRead(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradingCalendar.parse(List.of("# Covers 2026-01-01 to 2026-12-31;", line)));
    }
}
