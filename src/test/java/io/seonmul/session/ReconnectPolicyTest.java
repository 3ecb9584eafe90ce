// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReconnectPolicyTest {

    @Test
    void growsWithinItsBoundsAndIsJittered() {
        Random random = new Random(1);
        for (FailureReason reason : FailureReason.values()) {
            Duration longest = Duration.ZERO;
            for (int attempt = 1; attempt < 100; attempt++) {
                Duration delay = ReconnectPolicy.delay(reason, attempt, random);
                assertThat(delay).isBetween(Duration.ofSeconds(1), ReconnectPolicy.longest(reason));
                longest = longest.compareTo(delay) > 0 ? longest : delay;
            }
            assertThat(longest).isGreaterThan(ReconnectPolicy.longest(reason).dividedBy(2));
            assertThat(Stream.generate(() -> ReconnectPolicy.delay(reason, 5, random))
                            .limit(20)
                            .distinct())
                    .as("%s", reason)
                    .hasSizeGreaterThan(
                            reason == FailureReason.APPROVAL_EXPIRED || reason == FailureReason.ASKED_TOO_OFTEN
                                    ? 0
                                    : 5);
        }
        assertThat(ReconnectPolicy.delay(FailureReason.KEY_IN_USE, 1, random)).isGreaterThan(Duration.ofSeconds(59));
        assertThat(ReconnectPolicy.longest(FailureReason.NAME_NOT_FOUND)).isEqualTo(Duration.ofMinutes(1));
        assertThat(ReconnectPolicy.longest(FailureReason.KEY_IN_USE)).isEqualTo(Duration.ofMinutes(5));
        for (int attempt = 1; attempt < 100; attempt++) {
            assertThat(ReconnectPolicy.delay(FailureReason.ISSUED_LATELY, attempt, random))
                    .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(65));
        }
        assertThat(ReconnectPolicy.delay(FailureReason.APPROVAL_EXPIRED, 9, random))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(ReconnectPolicy.delay(FailureReason.ASKED_TOO_OFTEN, 9, random))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(ReconnectPolicy.delay(FailureReason.LINK_LOST, 1, random)).isLessThan(Duration.ofSeconds(3));
    }
}
