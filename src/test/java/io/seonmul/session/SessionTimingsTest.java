// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SessionTimingsTest {

    @Test
    void aDeadlineIsToldAsExactlyAsItIs() {
        assertThat(SessionTimings.told(Duration.ofSeconds(5))).isEqualTo("5 s");
        assertThat(SessionTimings.told(Duration.ofMillis(900))).isEqualTo("900 ms");
        assertThat(SessionTimings.told(Duration.ofMillis(1_500))).isEqualTo("1500 ms");
    }

    @Test
    void aDeadLinkIsDeclaredWithinTenSeconds() {
        assertThat(SessionTimings.DEFAULT.silence().plus(SessionTimings.DEFAULT.pong()))
                .isLessThanOrEqualTo(Duration.ofSeconds(10));
    }
}
