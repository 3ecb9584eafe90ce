// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// One link as the session sees it: its number, its receive clock, and whether it answers.
///
/// The listener's methods run on the link's threads and only note the time and post mail; all else is the session
/// thread's. A link is dead when a ping stays unanswered, never by silence alone (`SessionTimings`).
final class LinkWatch implements FeedLink.Listener {

    /// Whether a link answers.
    enum Life {
        /// Heard lately, or pinged only just now: an answer takes its time, and a quiet market is no trouble.
        ALIVE,
        /// Silent, and the ping's answer is late.
        WAITING,
        /// The ping was not answered in time.
        DEAD
    }

    /// This part of the time that a pong has is no lateness.
    private static final int PATIENT = 5;

    final long number;
    private final Mailbox mailbox;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final SessionTimings timings;
    private final AtomicLong heard;
    private final AtomicBoolean overflowed = new AtomicBoolean();

    /// The connection; set once, before anything is sent.
    @SuppressWarnings("NullAway.Init") // set by the one who opens it, right after construction
    FeedLink link;

    Instant openedAt = Instant.EPOCH;
    long openedNanos;
    private boolean pinged;
    private long pingedAt;

    LinkWatch(long number, Mailbox mailbox, InstantSource clock, LongSupplier nanoTime, SessionTimings timings) {
        this.number = number;
        this.mailbox = mailbox;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.timings = timings;
        this.heard = new AtomicLong(nanoTime.getAsLong());
    }

    @Override
    public void opened() {
        heard.set(nanoTime.getAsLong());
        mailbox.post(new Mail.Opened(number));
    }

    @Override
    public void text(String text) {
        long now = nanoTime.getAsLong();
        heard.set(now);
        if (!overflowed.get() && !mailbox.offer(new Mail.Text(number, text, clock.instant(), now))) {
            overflowed.set(true);
            mailbox.post(new Mail.Overflow(number));
        }
    }

    @Override
    public void pong() {
        heard.set(nanoTime.getAsLong());
        mailbox.post(new Mail.Pong(number));
    }

    @Override
    public void closed(FailureReason reason, String detail) {
        mailbox.post(new Mail.Closed(number, reason, detail));
    }

    /// When something was last heard, monotonic.
    long heardAt() {
        return heard.get();
    }

    /// Checks the link, and pings it if it is silent.
    ///
    /// @param suspect whether to ping at once: the computer may have slept
    Life check(long now, boolean suspect) {
        long heardAt = heard.get();
        if (pinged && heardAt - pingedAt >= 0) {
            pinged = false;
        }
        if (!pinged && (suspect || now - heardAt >= timings.silence().toNanos())) {
            pinged = true;
            pingedAt = now;
            link.ping();
        }
        if (!pinged) {
            return Life.ALIVE;
        }
        long unanswered = now - pingedAt;
        if (unanswered >= timings.pong().toNanos()) {
            return Life.DEAD;
        }
        return unanswered >= timings.pong().toNanos() / PATIENT ? Life.WAITING : Life.ALIVE;
    }
}
