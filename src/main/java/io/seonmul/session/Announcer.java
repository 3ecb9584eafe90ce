// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Tells what the session does: its status at most ten times a second, but another state at once, and its figures once
/// a minute.
///
/// The session thread writes; [#newest] is any thread's.
final class Announcer {

    /// Composes the status of the moment.
    interface Source {
        SessionStatus now();
    }

    private static final long STATUS_NANOS = 100_000_000L;

    private final SessionService.Listeners listeners;
    private final Source source;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final MinuteLog minutes;
    private volatile SessionStatus newest = SessionStatus.OFFLINE;
    private Optional<OpenSilence> silence = Optional.empty();
    private long toldAt;

    Announcer(
            SessionService.Listeners listeners,
            Source source,
            InstantSource clock,
            LongSupplier nanoTime,
            Mailbox mailbox) {
        this.listeners = listeners;
        this.source = source;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.minutes = new MinuteLog(mailbox, listeners.events(), nanoTime.getAsLong());
    }

    /// The status as last told.
    SessionStatus newest() {
        return newest;
    }

    /// The session is in another state.
    void changed(SessionState state) {
        listeners.events().accept(new SessionEvent.StateChanged(state));
        tell(nanoTime.getAsLong());
    }

    /// Tells what is due.
    void onTime() {
        long now = nanoTime.getAsLong();
        if (now - toldAt >= STATUS_NANOS) {
            tell(now);
        }
        if (minutes.isDue(now)) {
            minutes.write(newest.counters(), now);
        }
    }

    /// The session has ended: tells the last status and figures.
    void ended() {
        long now = nanoTime.getAsLong();
        tell(now);
        minutes.write(newest.counters(), now);
    }

    private void tell(long now) {
        toldAt = now;
        SessionStatus next = source.now();
        if (!next.equals(newest)) {
            newest = next;
            listeners.statusChanged().run();
        }
        Optional<OpenSilence> found = OpenSilence.of(next, clock.instant());
        if (!found.equals(silence)) {
            silence = found;
            found.ifPresent(open -> listeners.events().accept(new SessionEvent.Untraded(open.since())));
        }
    }
}
