// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The record of a long run: one line a minute with what came and what waited.
final class MinuteLogTest {

    private static final FeedCounters FIRST = counters(1_000, 0);
    private static final FeedCounters SECOND = counters(2_500, 37);

    private final Mailbox mailbox = new Mailbox();
    private final List<SessionEvent> events = new ArrayList<>();
    private final MinuteLog log = new MinuteLog(mailbox, events::add, 0);
    private final List<String> lines = new ArrayList<>();
    private final Logger logger = Logger.getLogger(MinuteLog.class.getName());
    private final Handler collecting = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void collect() {
        logger.addHandler(collecting);
    }

    @AfterEach
    void collectNoMore() {
        logger.removeHandler(collecting);
    }

    private static FeedCounters counters(long records, long lost) {
        return new FeedCounters(records, records, 0, 2 * records, lost, 0, 1, 0, 0, 0, 1, 3, 40, 0, 0, 0, 0, 0);
    }

    private void wait(int texts) {
        for (int i = 0; i < texts; i++) {
            mailbox.offer(new Mail.Text(1, "0|H0IFCNT0|001|", Instant.EPOCH, 0));
        }
        while (mailbox.takeNow().isPresent()) {
            // all taken
        }
    }

    @Test
    void aLineAMinuteTellsWhatCameInItAndThePeakOfThatMinute() {
        assertThat(log.isDue(TimeUnit.SECONDS.toNanos(59))).isFalse();
        assertThat(log.isDue(TimeUnit.SECONDS.toNanos(60))).isTrue();
        wait(40);
        log.write(FIRST, TimeUnit.SECONDS.toNanos(60));
        assertThat(log.isDue(TimeUnit.SECONDS.toNanos(119))).isFalse();
        wait(7);
        log.write(SECOND, TimeUnit.SECONDS.toNanos(120));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("60 s: records 1000 (+1000),").contains("peak 40 (ever 40)");
        assertThat(lines.get(1))
                .startsWith(
                        "60 s: records 2500 (+1500), contracts 5000 (+3000), lost contracts 37 (+37), rejected 1 (+0);")
                .contains("mailbox waiting 3, peak 7 (ever 40), overflows 0; heap used ");
        assertThat(events)
                .extracting(event -> ((SessionEvent.MinutePassed) event).mailboxPeak())
                .containsExactly(40L, 7L);
        assertThat(((SessionEvent.MinutePassed) events.getLast()).heapUsed()).isPositive();
    }

    @Test
    void aSessionThatNeverConnectedWritesNothing() {
        log.write(FeedCounters.ZERO, TimeUnit.SECONDS.toNanos(60));

        assertThat(lines).isEmpty();
        assertThat(events).isEmpty();
    }
}
