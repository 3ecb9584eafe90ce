// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

final class LatencyGaugeTest {

    private static final LocalTime TEN = LocalTime.of(10, 0);
    /// Ten o'clock in Korea.
    private static final Instant TEN_SHARP = Instant.parse("2026-11-23T01:00:00Z");

    private final LatencyGauge gauge = new LatencyGauge();

    private LatencyBound add(LocalTime exchange, long millis) {
        gauge.add(exchange, TEN_SHARP.plusMillis(millis));
        return gauge.bound().orElseThrow();
    }

    @Test
    void aSecondIsNotDividedByGuessing() {
        add(TEN, 300);

        assertThat(add(TEN, 900))
                .isEqualTo(new LatencyBound(Duration.ofMillis(-700), Duration.ofMillis(900), Duration.ofMillis(300)));
    }

    @Test
    void theClockIsBoundByTheFastestRecordOfTheNewestMinutes() {
        add(TEN, 120);
        assertThat(add(TEN.plusMinutes(4), 240_700).clockAheadAtMost()).hasMillis(120);
        assertThat(add(TEN.plusMinutes(9), 540_700).clockAheadAtMost()).hasMillis(120);
        assertThat(add(TEN.plusMinutes(14), 840_700).clockAheadAtMost()).hasMillis(700);
    }

    @Test
    void aRecordFromTheFutureShowsAClockThatIsBehind() {
        assertThat(add(TEN.plusSeconds(3), 500).clockAheadAtMost()).hasMillis(-2_500);
    }

    @Test
    void anotherDayIsAnotherClock() {
        gauge.add(TEN.plusHours(2), TEN_SHARP);

        assertThat(gauge.bound()).isEmpty();
    }

    @Test
    void midnightIsNoJump() {
        gauge.add(LocalTime.of(23, 59, 59), Instant.parse("2026-11-23T15:00:00.100Z"));

        assertThat(gauge.bound().orElseThrow().atMost()).hasMillis(1_100);
    }
}
