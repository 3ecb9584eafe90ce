// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.AlertRule;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.MarketBoard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Holds the one connection to KIS: asks for the key, connects, registers, folds what comes, reconnects.
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
    private final FeedLink.Connector connector;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Mailbox mailbox = new Mailbox();
    private final Credential credential;
    private final Attempts attempts;
    private final Leftover leftover = new Leftover();
    private final ClockJump clockJump;
    private final ExchangeClock exchangeClock;
    private final NetworkSign network = new NetworkSign();
    private final Subscriptions subscriptions;
    private final Intake intake;
    private final Replies replies;
    private final Announcer announcer;
    private final Thread thread;

    private SessionState state = new SessionState.Offline();
    private @Nullable LinkWatch link;
    private long linkNumber;
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
        this.connector = connector;
        this.credential = new Credential(keys, mailbox);
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.attempts = new Attempts(config.timings().connect(), jitter);
        this.clockJump = new ClockJump(clock, nanoTime);
        this.exchangeClock = new ExchangeClock(clock);
        this.subscriptions = new Subscriptions(
                config.timings(), listeners.events(), new SessionHours(config.calendar(), exchangeClock));
        this.intake = new Intake(subscriptions, board, listeners.events(), credential::hide, exchangeClock);
        this.replies = new Replies(subscriptions, credential, intake, leftover, exchangeClock);
        this.announcer = new Announcer(listeners, this::composeStatus, nanoTime, mailbox);
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
        dropLink();
        state = new SessionState.Offline();
        announcer.ended();
    }

    /// Does what there is to do, waiting for it at most so long; for the session thread, or for a test that is one.
    void pass(long millis) throws InterruptedException {
        drain(millis);
        guarded(() -> onTime(nanoTime.getAsLong()));
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
            case Mail.Opened opened -> onOpened(opened.link(), now);
            case Mail.Closed closed -> {
                if (isCurrent(closed.link())) {
                    linkLost(closed.reason(), closed.detail(), now);
                }
            }
            case Mail.Overflow overflow -> {
                overflows++;
                if (isCurrent(overflow.link())) {
                    linkLost(FailureReason.OVERLOADED, mailbox.peak() + " texts were waiting", now);
                }
            }
            case Mail.KeyOutcome outcome -> onKey(outcome, now);
            case Mail.Watch watch -> {
                intake.watch(config.products().contract(watch.code()), now);
                if (state instanceof SessionState.Offline) {
                    begin(now);
                }
            }
            case Mail.Depth depth -> intake.watchDepth(depth.code(), depth.wanted(), now);
            case Mail.Unwatch unwatch -> intake.unwatch(unwatch.code(), now);
            case Mail.Reorder reorder -> subscriptions.reorder(reorder.codes());
            case Mail.Alerts alerts -> intake.alerts(alerts.rules());
            case Mail.Reconnect _ -> onReconnect(now);
            case Mail.KeysChanged _ -> onKeysChanged(now);
            case Mail.Close _ -> closing = true;
        }
    }

    private boolean isCurrent(long number) {
        LinkWatch current = link;
        return current != null && current.number == number;
    }

    private void onText(Mail.Text mail, long now) {
        if (!isCurrent(mail.link())) {
            return;
        }
        intake.take(mail, now)
                .forEach(text -> replies.text(text, mail.receivedAt(), now, this::send)
                        .ifPresent(loss -> linkLost(loss.reason(), loss.detail(), now)));
    }

    private void send(String text) {
        LinkWatch current = link;
        if (current != null) {
            current.link.send(text);
        }
    }

    private void onKey(Mail.KeyOutcome mail, long now) {
        if (!credential.isAwaited(mail) || !(state instanceof SessionState.Connecting)) {
            return;
        }
        switch (mail.outcome()) {
            case ApprovalKeySource.Outcome.Issued issued -> {
                credential.issued(issued.key(), now);
                openLink(now);
            }
            case ApprovalKeySource.Outcome.Refused refused -> linkLost(refused.reason(), refused.detail(), now);
        }
    }

    private void onReconnect(long now) {
        switch (state) {
            case SessionState.Waiting _ -> attempts.hurry(now);
            case SessionState.Failed failed -> {
                attempts.hurry(now);
                await(failed.reason(), failed.detail(), now);
            }
            case SessionState.Connecting _, SessionState.Live _, SessionState.Stale _, SessionState.Offline _ ->
                subscriptions.askAgain(now);
        }
    }

    private void onKeysChanged(long now) {
        credential.forget();
        if (!(state instanceof SessionState.Offline)) {
            endLink(now);
            attempts.renewed();
            begin(now);
        }
    }

    private void onTime(long now) {
        boolean jumped = clockJump.happened() || (link == null && network.cameUp(now));
        attempts.noteRecords(intake.trades(), intake.quotes());
        if (jumped) {
            attempts.woke(now);
        }
        switch (state) {
            case SessionState.Offline _ -> {}
            case SessionState.Failed _ -> {}
            case SessionState.Waiting waiting -> {
                if (attempts.untilNext(now, hours()).isZero()) {
                    begin(now);
                } else {
                    await(waiting.reason(), waiting.detail(), now);
                }
            }
            case SessionState.Connecting _ -> {
                if (!attempts.isUnderWay()) {
                    begin(now);
                } else if (attempts.isOverdue(now)) {
                    linkLost(
                            FailureReason.TIMED_OUT,
                            "no connection within "
                                    + SessionTimings.told(config.timings().connect()),
                            now);
                }
            }
            case SessionState.Live _ -> onTimeOpen(now, jumped);
            case SessionState.Stale _ -> onTimeOpen(now, jumped);
        }
        subscriptions.judge(now, !(state instanceof SessionState.Stale));
    }

    private void onTimeOpen(long now, boolean jumped) {
        LinkWatch current = link;
        if (current == null) {
            return;
        }
        switch (current.check(now, jumped)) {
            case DEAD ->
                linkLost(
                        FailureReason.NOT_ANSWERING,
                        "a ping was not answered within "
                                + SessionTimings.told(config.timings().pong()),
                        now);
            case WAITING -> {
                if (state instanceof SessionState.Live) {
                    changeState(new SessionState.Stale(clock.instant().minusNanos(now - current.heardAt())));
                }
            }
            case ALIVE -> {
                if (state instanceof SessionState.Stale) {
                    changeState(new SessionState.Live(current.openedAt));
                }
                if (now - current.openedNanos > config.timings().proof().toNanos()) {
                    attempts.proven();
                }
                if (subscriptions.isHollow(now) && attempts.givesUpHollow(now, provedHours())) {
                    linkLost(FailureReason.HOLLOW, "registered, and no tick came", now);
                } else {
                    sendRequest(now);
                }
            }
        }
    }

    private void sendRequest(long now) {
        credential
                .key()
                .ifPresent(key ->
                        subscriptions.next(now).ifPresent(request -> send(request.text(key, config.customer()))));
    }

    /// Begins an attempt, now or as soon as the budget allows.
    private void begin(long now) {
        changeState(new SessionState.Connecting(attempts.next()));
        if (!attempts.begin(now, hours())) {
            return;
        }
        if (credential.isUsable(now)) {
            openLink(now);
            return;
        }
        credential.ask();
    }

    private void openLink(long now) {
        attempts.extend(now);
        LinkWatch opening = new LinkWatch(++linkNumber, mailbox, clock, nanoTime, config.timings());
        opening.link = connector.connect(config.wsUrl(), opening);
        link = opening;
    }

    private void onOpened(long number, long now) {
        LinkWatch current = link;
        if (current == null || current.number != number) {
            return;
        }
        current.openedAt = clock.instant();
        current.openedNanos = now;
        attempts.succeeded();
        subscriptions.linkChanged(now);
        intake.linkChanged();
        LOG.log(Level.INFO, "connected, link {0}", number);
        changeState(new SessionState.Live(current.openedAt));
    }

    private void linkLost(FailureReason reason, String told, long now) {
        String detail = credential.hide(told);
        LinkWatch lost = link;
        boolean met = !reason.isUnmet() && (reason != FailureReason.TIMED_OUT || lost == null || lost.link.hasMet());
        endLink(now);
        credential.stopAsking();
        leftover.lost(reason, now);
        LOG.log(Level.WARNING, "link lost: {0}: {1}", reason, detail);
        if (reason.isFinal()) {
            changeState(new SessionState.Failed(reason, detail));
            return;
        }
        attempts.failed(reason, met, now);
        await(reason, detail, now);
    }

    /// Waits for the next attempt; when it comes may change with the hour, and with the clock that people see.
    private void await(FailureReason reason, String detail, long now) {
        Instant until = clock.instant().plus(attempts.untilNext(now, hours()));
        SessionState.Waiting next = new SessionState.Waiting(reason, detail, attempts.next(), until);
        if (!(state instanceof SessionState.Waiting shown && next.isAbout(shown))) {
            changeState(next);
        }
    }

    /// The hours, unless only this computer's clock says so.
    private MarketHours provedHours() {
        return exchangeClock.skew().isPresent() ? hours() : MarketHours.UNKNOWN;
    }

    private MarketHours hours() {
        return MarketHours.of(config.calendar(), exchangeClock.now());
    }

    private void endLink(long now) {
        dropLink();
        subscriptions.linkChanged(now);
        intake.linkChanged();
    }

    private void dropLink() {
        LinkWatch current = link;
        if (current != null) {
            current.link.close();
            link = null;
        }
    }

    private void changeState(SessionState next) {
        if (!state.equals(next)) {
            state = next;
            announcer.changed(next);
        }
    }

    private SessionStatus composeStatus() {
        return new SessionStatus(
                state,
                subscriptions.statuses(),
                intake.counters(replies.heartbeats(), attempts.all(), mailbox, overflows),
                config.timed() ? intake.latency() : Optional.empty(),
                intake.passage(),
                intake.lastRejection(),
                MarketToday.of(config.calendar(), exchangeClock.now()));
    }

    /// Unregister, spaced, then close, as KIS wants it; three seconds at most, and never within a second of the
    /// connect.
    private void endOrderly() throws InterruptedException {
        LinkWatch current = link;
        if (current == null || current.openedNanos == 0) {
            return;
        }
        long start = nanoTime.getAsLong();
        subscriptions.unwatchAll(start);
        long shortest = current.openedNanos + config.timings().shortestLife().toNanos();
        while (nanoTime.getAsLong() - shortest < 0
                || (subscriptions.holdsAny() && nanoTime.getAsLong() - start < FAREWELL_NANOS)) {
            sendRequest(nanoTime.getAsLong());
            mailbox.take(POLL_MILLIS)
                    .ifPresent(mail -> guarded(() -> {
                        if (mail instanceof Mail.Text text) {
                            onText(text, nanoTime.getAsLong());
                        }
                    }));
        }
    }
}
