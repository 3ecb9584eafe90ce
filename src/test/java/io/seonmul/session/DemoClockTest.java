// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.exchange.EmbeddedExchange;
import io.seonmul.exchange.ExchangeOptions;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The demo's day begins near eleven; when it is near eleven, that must not be taken for the real day.
@Timeout(60)
final class DemoClockTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final InstantSource ELEVEN = InstantSource.fixed(Instant.parse("2026-11-23T02:00:30Z"));

    @Test
    void theDemoTellsNoLatencyWhateverTheTimeIs() throws IOException {
        try (EmbeddedExchange exchange =
                EmbeddedExchange.start(ExchangeOptions.on(DAY).demo(true).build())) {
            try (Monitored taken = monitor(exchange, true)) {
                taken.await(
                        "a bound that means nothing", status -> status.latency().isPresent());
            }
            try (Monitored demo = monitor(exchange, false)) {
                demo.await("as many records", status -> status.counters().records() > 100);
                assertThat(demo.service.status().latency()).isEmpty();
            }
        }
    }

    private static Monitored monitor(EmbeddedExchange exchange, boolean timed) {
        return new Monitored(
                        exchange.restUrl(),
                        exchange.wsUrl(),
                        "key-of-the-test",
                        SessionTimings.DEFAULT,
                        ELEVEN,
                        System::nanoTime,
                        _ -> {},
                        timed)
                .watch("A01612");
    }
}
