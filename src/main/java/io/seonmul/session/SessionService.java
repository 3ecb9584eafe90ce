// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.AlertRule;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.MarketBoard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The session with KIS: asks for the key, connects, registers, folds what comes, reconnects.
///
/// One named thread does all of it and alone touches the market; sockets and callers only put mail into its bounded
/// mailbox. Public methods may be called from any thread and do not block, but for [#close], which waits for the end.
/// It connects as soon as a code is wanted.
public final class SessionService implements AutoCloseable {

    /// Who is told, on the session thread; must not block.
    ///
    /// @param statusChanged called when [SessionService#status] has changed, at most ten times a second
    /// @param events every event, in order
    public record Listeners(Runnable statusChanged, Consumer<SessionEvent> events) {}

    private static final Logger LOG = System.getLogger(SessionService.class.getName());
    private static final Duration STOP_WAIT = Duration.ofSeconds(4);
    private static final long POLL_MILLIS = 50;
    private static final long PUBLISH_NANOS = 10_000_000L;
    private static final long FAREWELL_NANOS = 3_000_000_000L;

    private final SessionConfig config;
    private final LongSupplier nanoTime;
    private final Mailbox mailbox = new Mailbox();
    private final Credential credential;
    private final ExchangeClock exchangeClock;
    private final Subscriptions subscriptions;
    private final Intake intake;
    private final Replies replies;
    private final Connection connection;
    private final Announcer announcer;
    private final Thread thread;

    private long overflows;
    private boolean closing;

    /// A service that has not started.
    ///
    /// @param connector opens links
    /// @param keys issues approval keys
    /// @param board where snapshots go
    /// @param clock wall clock, for what people see
    /// @param nanoTime monotonic clock, for deadlines
    public SessionService(
            SessionConfig config,
            FeedLink.Connector connector,
            ApprovalKeySource keys,
            MarketBoard board,
            Listeners listeners,
            InstantSource clock,
            LongSupplier nanoTime) {
        this(config, connector, keys, board, listeners, clock, nanoTime, new Random());
    }

    /// As the first, with a jitter that can be had again.
    SessionService(
            SessionConfig config,
            FeedLink.Connector connector,
            ApprovalKeySource keys,
            MarketBoard board,
            Listeners listeners,
            InstantSource clock,
            LongSupplier nanoTime,
            Random jitter) {
        this.config = config;
        this.credential = new Credential(keys, mailbox);
        this.nanoTime = nanoTime;
        this.exchangeClock = new ExchangeClock(clock);
        this.subscriptions = new Subscriptions(
                config.timings(), listeners.events(), new SessionHours(config.calendar(), exchangeClock));
        this.intake = new Intake(subscriptions, board, listeners.events(), credential::hide, exchangeClock);
        Leftover leftover = new Leftover();
        this.replies = new Replies(subscriptions, credential, intake, leftover, exchangeClock);
        this.connection = new Connection(
                config,
                connector,
                new Connection.Clocks(clock, nanoTime, exchangeClock),
                mailbox,
                credential,
                leftover,
                subscriptions,
                intake,
                jitter,
                this::changed);
        this.announcer = new Announcer(listeners, this::composeStatus, clock, nanoTime, mailbox);
        this.thread = Thread.ofPlatform().name("seonmul-session").unstarted(this::run);
    }

    /// Starts the session thread; once.
    public void start() {
        thread.start();
    }

    /// Wants `code`; without effect if it is wanted already.
    public void watch(InstrumentCode code) {
        mailbox.post(new Mail.Watch(code));
    }

    /// Wants the depth of a wanted `code` too, or not any more; it takes a registration of its own, if there is room.
    public void watchDepth(InstrumentCode code, boolean wanted) {
        mailbox.post(new Mail.Depth(code, wanted));
    }

    /// Does not want `code` any more; what was folded for it is kept a minute, should it be wanted again.
    public void unwatch(InstrumentCode code) {
        mailbox.post(new Mail.Unwatch(code));
    }

    /// Puts the watched codes into the order of `codes`.
    public void reorder(List<InstrumentCode> codes) {
        mailbox.post(new Mail.Reorder(List.copyOf(codes)));
    }

    /// Holds every trade record from now on to these rules; see [io.seonmul.market.AlertBook].
    public void alerts(List<AlertRule> rules) {
        mailbox.post(new Mail.Alerts(List.copyOf(rules)));
    }

    /// Does not wait any longer for the next attempt (though never connects faster than KIS allows), and tries again
    /// after a failure that was final. On an open link it asks again for the codes that the server refused.
    public void reconnect() {
        mailbox.post(new Mail.Reconnect());
    }

    /// The app keys are others now: ends the connection of the old ones and asks for an approval key of the new.
    public void keysChanged() {
        mailbox.post(new Mail.KeysChanged());
    }

    /// The session as last published.
    public SessionStatus status() {
        return announcer.newest();
    }

    /// Unregisters, closes the connection, and ends the thread; returns when that is done, after four seconds at most.
    @Override
    public void close() {
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        mailbox.post(new Mail.Close());
        try {
            thread.join(STOP_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing) {
                pass(POLL_MILLIS);
            }
            endOrderly();
        } catch (InterruptedException e) {
            LOG.log(Level.INFO, "interrupted, ending");
        }
        connection.end();
        announcer.ended();
    }

    private void changed(SessionState state) {
        announcer.changed(state);
    }

    /// Does what there is to do, waiting for it at most so long; for the session thread, or for a test that is one.
    void pass(long millis) throws InterruptedException {
        drain(millis);
        guarded(() -> connection.onTime(nanoTime.getAsLong()));
        announcer.onTime();
    }

    /// The thread's root: a defect met by one mail must not end the session, so it is logged and counted as rejected.
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            intake.defect(e);
        }
    }

    private void drain(long millis) throws InterruptedException {
        Optional<Mail> mail = mailbox.take(millis);
        long now = nanoTime.getAsLong();
        long publishAt = now + PUBLISH_NANOS;
        while (mail.isPresent()) {
            Mail next = mail.get();
            long takenAt = now;
            guarded(() -> handle(next, takenAt));
            now = nanoTime.getAsLong();
            intake.handled(now);
            if (closing || now - publishAt >= 0) {
                break;
            }
            mail = mailbox.takeNow();
        }
        intake.publish(nanoTime);
    }

    private void handle(Mail mail, long now) {
        switch (mail) {
            case Mail.Text text -> onText(text, now);
            case Mail.Pong _ -> {}
            case Mail.Opened opened -> connection.onOpened(opened.link(), now);
            case Mail.Closed closed -> {
                if (connection.isCurrent(closed.link())) {
                    connection.linkLost(closed.reason(), closed.detail(), now);
                }
            }
            case Mail.Overflow overflow -> {
                overflows++;
                if (connection.isCurrent(overflow.link())) {
                    connection.linkLost(FailureReason.OVERLOADED, mailbox.peak() + " texts were waiting", now);
                }
            }
            case Mail.KeyOutcome outcome -> connection.onKey(outcome, now);
            case Mail.Watch watch -> {
                intake.watch(config.products().contract(watch.code()), now);
                connection.wanted(now);
            }
            case Mail.Depth depth -> intake.watchDepth(depth.code(), depth.wanted(), now);
            case Mail.Unwatch unwatch -> intake.unwatch(unwatch.code(), now);
            case Mail.Reorder reorder -> subscriptions.reorder(reorder.codes());
            case Mail.Alerts alerts -> intake.alerts(alerts.rules());
            case Mail.Reconnect _ -> connection.onReconnect(now);
            case Mail.KeysChanged _ -> connection.onKeysChanged(now);
            case Mail.Close _ -> closing = true;
        }
    }

    private void onText(Mail.Text mail, long now) {
        if (!connection.isCurrent(mail.link())) {
            return;
        }
        intake.take(mail, now)
                .forEach(text -> replies.text(text, mail.receivedAt(), now, connection::send)
                        .ifPresent(loss -> connection.linkLost(loss.reason(), loss.detail(), now)));
    }

    private SessionStatus composeStatus() {
        return new SessionStatus(
                connection.state(),
                subscriptions.statuses(),
                intake.counters(replies.heartbeats(), connection.connects(), mailbox, overflows),
                config.timed() ? intake.latency() : Optional.empty(),
                intake.passage(),
                intake.lastRejection(),
                MarketToday.of(config.calendar(), exchangeClock.now()));
    }

    /// Unregister, spaced, then close, as KIS wants it; three seconds at most, and never within a second of the
    /// connect.
    private void endOrderly() throws InterruptedException {
        OptionalLong opened = connection.openedNanos();
        if (opened.isEmpty()) {
            return;
        }
        long start = nanoTime.getAsLong();
        subscriptions.unwatchAll(start);
        long shortest = opened.getAsLong() + config.timings().shortestLife().toNanos();
        while (nanoTime.getAsLong() - shortest < 0
                || (subscriptions.holdsAny() && nanoTime.getAsLong() - start < FAREWELL_NANOS)) {
            connection.sendRequest(nanoTime.getAsLong());
            mailbox.take(POLL_MILLIS)
                    .ifPresent(mail -> guarded(() -> {
                        if (mail instanceof Mail.Text text) {
                            onText(text, nanoTime.getAsLong());
                        }
                    }));
        }
    }
}
