// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The one connection as a state machine: attempts, the link that is open, what ends it, and the wait for the next.
/// Session thread only.
final class Connection {

    /// The clocks of a session. Immutable.
    ///
    /// @param clock wall clock, for what people see
    /// @param nanoTime monotonic clock, for deadlines
    /// @param exchangeClock the exchange's date and time
    record Clocks(InstantSource clock, LongSupplier nanoTime, ExchangeClock exchangeClock) {}

    private static final Logger LOG = System.getLogger(Connection.class.getName());

    private final SessionConfig config;
    private final FeedLink.Connector connector;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final ExchangeClock exchangeClock;
    private final Mailbox mailbox;
    private final Credential credential;
    private final Attempts attempts;
    private final Leftover leftover;
    private final ClockJump clockJump;
    private final NetworkSign network = new NetworkSign();
    private final Subscriptions subscriptions;
    private final Intake intake;
    private final Consumer<SessionState> changed;

    private SessionState state = new SessionState.Offline();
    private @Nullable LinkWatch link;
    private long linkNumber;

    /// @param jitter spreads the attempts
    /// @param changed takes every new state
    Connection(
            SessionConfig config,
            FeedLink.Connector connector,
            Clocks clocks,
            Mailbox mailbox,
            Credential credential,
            Leftover leftover,
            Subscriptions subscriptions,
            Intake intake,
            RandomGenerator jitter,
            Consumer<SessionState> changed) {
        this.config = config;
        this.connector = connector;
        this.clock = clocks.clock();
        this.nanoTime = clocks.nanoTime();
        this.exchangeClock = clocks.exchangeClock();
        this.mailbox = mailbox;
        this.credential = credential;
        this.leftover = leftover;
        this.subscriptions = subscriptions;
        this.intake = intake;
        this.changed = changed;
        this.attempts = new Attempts(config.timings().connect(), jitter);
        this.clockJump = new ClockJump(clock, nanoTime);
    }

    SessionState state() {
        return state;
    }

    /// Attempts to connect since the start.
    long connects() {
        return attempts.all();
    }

    /// When the open link opened, monotonic; empty where none is open.
    OptionalLong openedNanos() {
        LinkWatch current = link;
        return current == null || current.openedNanos == 0
                ? OptionalLong.empty()
                : OptionalLong.of(current.openedNanos);
    }

    /// Something is wanted of a session that may not have begun.
    void wanted(long now) {
        if (state instanceof SessionState.Offline) {
            begin(now);
        }
    }

    /// The session ends.
    void end() {
        dropLink();
        state = new SessionState.Offline();
    }

    /// Whether a link of that number is the present one.
    boolean isCurrent(long number) {
        LinkWatch current = link;
        return current != null && current.number == number;
    }

    void send(String text) {
        LinkWatch current = link;
        if (current != null) {
            current.link.send(text);
        }
    }

    void onKey(Mail.KeyOutcome mail, long now) {
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

    void onReconnect(long now) {
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

    void onKeysChanged(long now) {
        credential.forget();
        if (!(state instanceof SessionState.Offline)) {
            endLink(now);
            attempts.renewed();
            begin(now);
        }
    }

    /// Does what is due.
    void onTime(long now) {
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

    /// Sends the next request, if one is due.
    void sendRequest(long now) {
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

    void onOpened(long number, long now) {
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

    /// The present link, or the attempt, has ended.
    void linkLost(FailureReason reason, String told, long now) {
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
            changed.accept(next);
        }
    }
}
