// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A computer that slept or whose clock was set is noticed once, and a clock that is merely corrected is not.
class ClockJumpTest {

    private Instant wall = Instant.parse("2026-11-25T00:00:00Z");
    private long nanos = -42_000_000_000L;
    private final ClockJump jump = new ClockJump(() -> wall, () -> nanos);

    private void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 60, 3_600, 86_400, -6, -3_600, -86_400})
    void aJumpIsNoticedOnce(long seconds) {
        pass(Duration.ofMillis(50));
        assertThat(jump.happened()).isFalse();
        wall = wall.plusSeconds(seconds);
        assertThat(jump.happened()).isTrue();
        pass(Duration.ofMillis(50));
        assertThat(jump.happened()).isFalse();
    }

    @Test
    void neitherALongWaitNorACorrectionIsAJump() {
        pass(Duration.ofHours(1));
        assertThat(jump.happened()).isFalse();
        wall = wall.minusSeconds(4);
        assertThat(jump.happened()).isFalse();
    }
}
