// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.exchange.EmbeddedExchange;
import io.seonmul.exchange.ExchangeOptions;
import io.seonmul.exchange.SyntheticMarket;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Tick;
import io.seonmul.market.TradingCalendar;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The embedded exchange on whatever day it is started: it flows, and the monitor goes by its day.
@Timeout(60)
final class ExchangeDaysTest {

    private static final String APP_KEY = "key-of-the-test";

    @ParameterizedTest(name = "started {0}, it is {1}")
    @CsvSource({
        "2026-11-28T03:00, 2026-11-30",
        "2026-12-31T10:00, 2027-01-04",
        "2026-11-19T09:00, 2026-11-19",
        "2026-12-10T16:00, 2026-12-10",
        "2025-05-05T10:00, 2025-10-01",
        "2031-06-02T10:00, 2027-12-30",
    })
    void theDemoFlowsWheneverItIsStarted(LocalDateTime started, LocalDate day) throws IOException {
        InstantSource wall = InstantSource.offset(
                InstantSource.system(),
                Duration.between(
                        InstantSource.system().instant(),
                        started.atZone(TradingCalendar.SEOUL).toInstant()));
        ExchangeOptions options = ExchangeOptions.today(wall).demo(true).build();
        String code = options.codes().getFirst().text();
        try (EmbeddedExchange exchange = EmbeddedExchange.start(options);
                Monitored monitored = monitor(exchange, wall).watch(code)) {
            monitored.await(
                    "live trades of that day",
                    _ -> monitored
                            .board
                            .latest(new InstrumentCode(code))
                            .filter(snapshot -> snapshot.tick().time().isAfter(LocalTime.of(11, 0)))
                            .isPresent());
            monitored.awaitFlow();

            Tick tick = monitored.snapshot(code).tick();
            assertThat(tick.clock().toLocalDate()).isEqualTo(day);
            assertThat(Duration.between(tick.time(), tick.clock().toLocalTime()).abs())
                    .isLessThan(Duration.ofSeconds(20));
            assertThat(options.codes()).isEqualTo(SyntheticMarket.defaultCodes(day));
        }
    }

    @Test
    void aFastClockIsFollowed() throws IOException {
        try (EmbeddedExchange exchange = EmbeddedExchange.start(ExchangeOptions.on(LocalDate.of(2026, 11, 23))
                        .codes(List.of(new InstrumentCode("A01703")))
                        .clock(600)
                        .build());
                Monitored monitored = monitor(exchange, InstantSource.system()).watch("A01703")) {
            monitored.await(
                    "an hour and a half",
                    _ -> monitored
                            .board
                            .latest(new InstrumentCode("A01703"))
                            .filter(snapshot -> snapshot.tick().time().isAfter(LocalTime.of(12, 30)))
                            .isPresent());

            Tick tick = monitored.snapshot("A01703").tick();
            assertThat(Duration.between(tick.time(), tick.clock().toLocalTime()).abs())
                    .as("%s by a record of %s", tick.clock(), tick.time())
                    .isLessThan(Duration.ofMinutes(30));
        }
    }

    private static Monitored monitor(EmbeddedExchange exchange, InstantSource wall) {
        return new Monitored(
                exchange.restUrl(),
                exchange.wsUrl(),
                APP_KEY,
                SessionTimings.DEFAULT,
                wall,
                System::nanoTime,
                _ -> {},
                false);
    }
}
