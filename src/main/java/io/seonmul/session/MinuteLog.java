// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/// The session's figures once a minute, in the log and as an event, so that a long run can be judged afterwards.
///
/// Session thread only. A line holds counts and nothing else; a session that was never wanted writes none.
final class MinuteLog {

    private static final Logger LOG = System.getLogger(MinuteLog.class.getName());
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final double MEBIBYTE = 1 << 20;

    private final Mailbox mailbox;
    private final Consumer<SessionEvent> events;
    private FeedCounters before = FeedCounters.ZERO;
    private long since;

    /// @param now the monotonic clock at the start
    MinuteLog(Mailbox mailbox, Consumer<SessionEvent> events, long now) {
        this.mailbox = mailbox;
        this.events = events;
        this.since = now;
    }

    /// Whether a minute is over since the last line.
    boolean isDue(long now) {
        return now - since >= MINUTE_NANOS;
    }

    /// Writes the line and tells the event; also the last one, of less than a minute, when the session ends.
    void write(FeedCounters counters, long now) {
        int peak = mailbox.takePeak();
        Runtime runtime = Runtime.getRuntime();
        long heap = runtime.totalMemory() - runtime.freeMemory();
        if (counters.connects() > 0) {
            double seconds = (now - since) / 1e9;
            LOG.log(
                    Level.INFO,
                    () -> "%.0f s: records %d (+%d), contracts %d (+%d), lost contracts %d (+%d), rejected %d (+%d);"
                                    .formatted(
                                            seconds,
                                            counters.records(),
                                            counters.records() - before.records(),
                                            counters.contracts(),
                                            counters.contracts() - before.contracts(),
                                            counters.lostContracts(),
                                            counters.lostContracts() - before.lostContracts(),
                                            counters.rejected(),
                                            counters.rejected() - before.rejected())
                            + " mailbox waiting %d, peak %d (ever %d), overflows %d; heap used %.1f MiB of %.0f"
                                    .formatted(
                                            counters.mailbox(),
                                            peak,
                                            counters.mailboxPeak(),
                                            counters.overflows(),
                                            heap / MEBIBYTE,
                                            runtime.maxMemory() / MEBIBYTE));
            events.accept(new SessionEvent.MinutePassed(counters, peak, heap));
        }
        before = counters;
        since = now;
    }
}
