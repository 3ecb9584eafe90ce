// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.seonmul.market.InstrumentCode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The synthetic market on the days that have hours of their own.
final class CalendarDaysTest {

    private static final InstrumentCode MINI = new InstrumentCode("A05612");
    private static final InstrumentCode NEXT = new InstrumentCode("A05701");

    private static SyntheticMarket market(LocalDate date, String... codes) {
        return new SyntheticMarket(
                7, date, SyntheticMarketTest.contracts(codes), LocalTime.of(8, 0), new Pace.Natural());
    }

    private static List<LocalTime> times(List<SyntheticMarket.Trade> trades, InstrumentCode code) {
        return trades.stream()
                .filter(trade -> trade.code().equals(code))
                .map(trade -> LocalTime.ofNanoOfDay(trade.nanoOfDay()))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-11-18, 08:45, 15:35, 15:45",
        "2026-11-19, 09:45, 16:35, 16:45",
        "2027-01-04, 09:45, 15:35, 15:45",
    })
    void keepsTheHoursOfTheDay(LocalDate date, LocalTime open, LocalTime end, LocalTime close) {
        String near = date.getYear() == 2026 ? "A05612" : "A05701";
        List<LocalTime> times = times(market(date, near).trades(Duration.ofHours(12)), new InstrumentCode(near));

        assertThat(times.getFirst()).isBetween(open, open.plusSeconds(1));
        assertThat(times.getLast()).as("the closing print").isEqualTo(close);
        assertThat(times.get(times.size() - 2)).isBetween(end.minusSeconds(30), end.minusNanos(1));
        assertThat(times.stream()
                        .filter(time -> time.isAfter(end.minusMinutes(10)))
                        .count())
                .as("the rise to the close, wherever it is")
                .isGreaterThan(times.stream()
                        .filter(time -> time.isAfter(LocalTime.of(12, 0)) && time.isBefore(LocalTime.of(12, 10)))
                        .count());
    }

    @Test
    void aContractEndsOnItsLastTradingDayWithoutAPrintAndIsSilentAfterIt() {
        SyntheticMarket market = market(LocalDate.of(2026, 12, 10), "A05612", "A05701");
        List<SyntheticMarket.Trade> last = market.trades(Duration.ofHours(12));

        assertThat(times(last, MINI).getLast())
                .isBetween(LocalTime.of(15, 19, 30), LocalTime.of(15, 20).minusNanos(1));
        assertThat(times(last, NEXT).getLast()).isEqualTo(LocalTime.of(15, 45));
        long changes = market.book(MINI, -1).orElseThrow().changes();
        assertThat(market.book(MINI, changes)).as("its book stands").isEmpty();

        market.startNextDay(LocalTime.of(8, 0));
        List<SyntheticMarket.Trade> after = market.trades(Duration.ofHours(12));
        assertThat(market.date()).isEqualTo(LocalDate.of(2026, 12, 11));
        assertThat(times(after, MINI)).isEmpty();
        assertThat(market.book(MINI, -1)).isEmpty();
        assertThat(times(after, NEXT)).hasSizeGreaterThan(1_000);
    }

    @Test
    void aContractThatWasOverBeforeTheMarketBeganTradesOn() {
        List<SyntheticMarket.Trade> trades =
                market(LocalDate.of(2027, 3, 2), "A05612").trades(Duration.ofHours(12));
        assertThat(times(trades, MINI)).hasSizeGreaterThan(1_000);
        assertThat(times(trades, MINI).getLast()).isEqualTo(LocalTime.of(15, 45));
    }

    @Test
    void theNextDayBeginsAtItsOwnHour() {
        assertThat(market(LocalDate.of(2026, 11, 18), "A05612").nextOpen()).isEqualTo(LocalTime.of(9, 45));
        assertThat(market(LocalDate.of(2026, 11, 19), "A05612").nextOpen()).isEqualTo(LocalTime.of(8, 45));
    }

    @Test
    void aDemoThatWouldStartBeforeALateOpeningIsRefusedByThatDaysHours() {
        ExchangeOptions.Builder builder =
                ExchangeOptions.on(LocalDate.of(2026, 11, 19)).demo(true).start(LocalTime.of(9, 30));
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("after 09:45");
        assertThat(ExchangeOptions.on(LocalDate.of(2026, 11, 19))
                        .demo(true)
                        .start(LocalTime.of(16, 0))
                        .build()
                        .start())
                .isEqualTo(LocalTime.of(16, 0));
    }
}
