// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                    .hasSizeGreaterThan(reason == FailureReason.APPROVAL_EXPIRED ? 0 : 5);
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
        assertThat(ReconnectPolicy.delay(FailureReason.LINK_LOST, 1, random)).isLessThan(Duration.ofSeconds(3));
    }

    /// Whatever fails and however fast anyone asks, connects stay a second apart and few.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noSequenceOfFailuresMakesAStorm(long seed) {
        Random random = new Random(seed);
        ConnectBudget budget = new ConnectBudget();
        List<Long> connects = new ArrayList<>();
        long now = random.nextLong();
        int attempt = 0;
        while (connects.size() < 500) {
            FailureReason[] reasons = FailureReason.values();
            FailureReason reason = reasons[random.nextInt(reasons.length)];
            attempt = random.nextInt(4) == 0 ? 0 : attempt + 1; // a link that proved itself, or a user in a hurry
            Duration delay = random.nextInt(3) == 0
                    ? Duration.ZERO
                    : ReconnectPolicy.delay(reason, Math.max(attempt, 1), random);
            now += Math.max(
                    delay.toNanos(), budget.untilAllowed(now + delay.toNanos()).toNanos() + delay.toNanos());
            budget.spend(now);
            connects.add(now);
        }
        for (int i = 1; i < connects.size(); i++) {
            assertThat(connects.get(i) - connects.get(i - 1)).isGreaterThanOrEqualTo(1_000_000_000L);
            if (i >= ConnectBudget.MOST) {
                assertThat(connects.get(i) - connects.get(i - ConnectBudget.MOST))
                        .isGreaterThanOrEqualTo(ConnectBudget.WINDOW.toNanos());
            }
        }
    }
}
