// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeClockTest {

    private static final LocalDateTime TWO = LocalDateTime.of(2026, 12, 1, 14, 0);
    private static final Instant TWO_WALL = Instant.parse("2026-12-01T05:00:00Z");

    private Instant wall = TWO_WALL;
    private final ExchangeClock clock = new ExchangeClock(() -> wall);

    @Test
    void isTheWallClockBeforeTheFirstHeartbeat() {
        assertThat(clock.now()).isEqualTo(TWO);
        assertThat(clock.skew()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-9 * 3600, -3600, -90, 0, 7, 9 * 3600, 400L * 86_400})
    void countsOnFromAHeartbeatHoweverWrongThisComputersClockIs(long wrong) {
        wall = TWO_WALL.plusSeconds(wrong);
        clock.heard(TWO, wall);
        wall = wall.plusSeconds(45);
        assertThat(clock.now()).isEqualTo(TWO.plusSeconds(45));
        assertThat(clock.at(wall.minusSeconds(5))).isEqualTo(TWO.plusSeconds(40));
        assertThat(clock.skew()).contains(Duration.ofSeconds(-wrong));
    }

    @Test
    void knowsTheHourAfterASleepThoughNoLinkIsThere() {
        wall = TWO_WALL.plusSeconds(3600);
        clock.heard(TWO, wall);
        wall = wall.plus(Duration.ofMinutes(185));
        assertThat(clock.now()).isEqualTo(TWO.plusMinutes(185));
    }

    @Test
    void oneWrongHeartbeatMovesNothingAndTwoThatAgreeDo() {
        clock.heard(TWO, wall);
        clock.heard(TWO.minusYears(20), wall);
        assertThat(clock.now()).isEqualTo(TWO);
        clock.heard(TWO.plusSeconds(10), wall.plusSeconds(10));
        clock.heard(TWO.plusDays(2), wall.plusSeconds(20));
        assertThat(clock.now()).as("the two wrong ones do not agree").isEqualTo(TWO);
        clock.heard(TWO.plusDays(2).plusSeconds(10), wall.plusSeconds(30));
        assertThat(clock.now()).isEqualTo(TWO.plusDays(2).minusSeconds(20));
    }
}
