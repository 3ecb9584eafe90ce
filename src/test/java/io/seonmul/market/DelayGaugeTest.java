// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DelayGaugeTest {

    private final DelayGauge gauge = new DelayGauge();

    @Test
    void nothingIsKnownBeforeTheFirstPassage() {
        assertThat(gauge.newest()).isEmpty();
    }

    @Test
    void onePassageIsBoth() {
        gauge.add(7);

        assertThat(gauge.newest()).contains(new Delay(Duration.ofNanos(7), Duration.ofNanos(7), Duration.ofNanos(7)));
    }

    @Test
    void theNearestRankOfAHundred() {
        for (int i = 100; i > 0; i--) {
            gauge.add(i);
        }

        assertThat(gauge.newest())
                .contains(new Delay(Duration.ofNanos(50), Duration.ofNanos(99), Duration.ofNanos(100)));
    }

    @Test
    void onlyTheNewestCount() {
        gauge.add(1_000_000);
        for (int i = 0; i < DelayGauge.NEWEST; i++) {
            gauge.add(3);
        }

        assertThat(gauge.newest()).contains(new Delay(Duration.ofNanos(3), Duration.ofNanos(3), Duration.ofNanos(3)));
    }
}
