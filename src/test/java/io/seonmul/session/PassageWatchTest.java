// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Delay;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The hops of a frame: each is the time between two readings of the clock, and none is told before all are known.
final class PassageWatchTest {

    private final PassageWatch watch = new PassageWatch();

    private static Delay nanos(long median, long p99) {
        return new Delay(Duration.ofNanos(median), Duration.ofNanos(p99), Duration.ofNanos(p99));
    }

    @Test
    void twoFramesOfOneBatch() {
        watch.taken(100, 130);
        watch.handled(135);
        watch.taken(110, 135);
        watch.handled(175);
        assertThat(watch.newest()).isEmpty();
        watch.published(200);

        assertThat(watch.newest()).contains(new Passage(nanos(25, 30), nanos(5, 40), nanos(25, 65), nanos(90, 100)));
    }

    @Test
    void whatIsNoFrameIsNotTimed() {
        watch.handled(50);
        watch.published(60);

        assertThat(watch.newest()).isEmpty();
    }

    @Test
    void aFrameReceivedAfterTheReadingThatTookItUpDidNotWait() {
        watch.taken(105, 100);
        watch.handled(120);
        watch.published(130);

        assertThat(watch.newest().orElseThrow().queued()).isEqualTo(nanos(0, 0));
    }

    @Test
    void moreFramesThanTheGaugeHoldsInOneBatch() {
        for (int i = 0; i < 5_000; i++) {
            watch.taken(0, 10);
            watch.handled(20);
        }
        watch.published(30);

        assertThat(watch.newest()).contains(new Passage(nanos(10, 10), nanos(10, 10), nanos(10, 10), nanos(30, 30)));
    }
}
