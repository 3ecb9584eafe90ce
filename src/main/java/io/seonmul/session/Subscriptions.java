// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.MarketBoard;
import io.seonmul.protocol.ApprovalKey;
import io.seonmul.protocol.Channel;
import io.seonmul.protocol.ControlMessage;
import io.seonmul.protocol.CustomerType;
import io.seonmul.protocol.MessageCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which codes are wanted, in the user's order, of which also the depth, and how far the server has followed. Session
/// thread only.
///
/// Requests go out one at a time, spaced; an unanswered one is asked again, ever more slowly. The quota of 41 is kept
/// here, before the server has to refuse: trades come first, depth takes what they leave, and gives it back.
final class Subscriptions {

    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 5;
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration OTHERS_FLOW = Duration.ofSeconds(5);

    /// A request to send now.
    ///
    /// @param register whether to register or to end it
    record Request(Channel channel, InstrumentCode code, boolean register) {

        /// The text to send.
        String text(ApprovalKey key, CustomerType customer) {
            return register
                    ? ControlMessage.register(key, customer, channel, code)
                    : ControlMessage.unregister(key, customer, channel, code);
        }
    }

    private final SessionTimings timings;
    private final Consumer<SessionEvent> events;
    private final SessionHours hours;
    private final Map<InstrumentCode, Registration> byCode = new LinkedHashMap<>();
    private final Map<InstrumentCode, Registration> depthByCode = new LinkedHashMap<>();
    /// Let go on this link; a late answer may still say that the server holds one.
    private final Map<InstrumentCode, Contract> gone = new HashMap<>();
    private final Map<InstrumentCode, Contract> depthGone = new HashMap<>();

    private long notTaken;
    private long spacing;
    private long nextRequestAt;

    Subscriptions(SessionTimings timings, Consumer<SessionEvent> events, SessionHours hours) {
        this.timings = timings;
        this.spacing = timings.spacing().toNanos();
        this.events = events;
        this.hours = hours;
    }

    /// Wants `contract`; without effect if it is wanted already.
    void watch(Contract contract, long now) {
        Registration known = byCode.get(contract.code());
        if (known != null) {
            known.wanted = true;
            return;
        }
        add(new Registration(contract, Channel.H0IFCNT0), now);
    }

    private void add(Registration registration, long now) {
        registration.notBefore = now;
        of(registration.channel).put(registration.code(), registration);
        tell(registration);
    }

    private void tell(Registration registration) {
        events.accept(
                switch (registration.channel) {
                    case H0IFCNT0 -> new SessionEvent.RegistrationChanged(registration.code(), registration.state);
                    case H0IFASP0 -> new SessionEvent.DepthChanged(registration.code(), registration.state);
                });
    }

    /// Wants the depth of `code` too, or lets it go; without effect for a code that is not wanted itself.
    void watchDepth(InstrumentCode code, boolean wanted, long now) {
        Registration trades = byCode.get(code);
        Registration known = depthByCode.get(code);
        if (!wanted) {
            letGo(known, now);
        } else if (known != null) {
            known.wanted = trades != null && trades.wanted;
        } else if (trades != null && trades.wanted) {
            add(new Registration(trades.contract, Channel.H0IFASP0), now);
            keepOrder();
        }
    }

    private Map<InstrumentCode, Registration> of(Channel channel) {
        return switch (channel) {
            case H0IFCNT0 -> byCode;
            case H0IFASP0 -> depthByCode;
        };
    }

    private Map<InstrumentCode, Contract> goneOf(Channel channel) {
        return switch (channel) {
            case H0IFCNT0 -> gone;
            case H0IFASP0 -> depthGone;
        };
    }

    /// All registrations, those of trades first.
    private List<Registration> every() {
        List<Registration> every = new ArrayList<>(byCode.values());
        every.addAll(depthByCode.values());
        return every;
    }

    /// Lets `code` go; it disappears when the server has confirmed it, or at once if the server does not hold it.
    void unwatch(InstrumentCode code, long now) {
        letGo(byCode.get(code), now);
        letGo(depthByCode.get(code), now);
    }

    private void letGo(@Nullable Registration registration, long now) {
        if (registration != null) {
            registration.wanted = false;
            registration.notBefore = now;
            removeIfGone(registration);
        }
    }

    /// Lets every code go. The requests are spaced as always, but for so many codes that it would take over two
    /// seconds.
    void unwatchAll(long now) {
        every().forEach(registration -> letGo(registration, now));
        spacing = Math.min(spacing, FAREWELL.toNanos() / Math.max(1, every().size()));
        nextRequestAt = now;
    }

    private void removeIfGone(Registration registration) {
        if (!registration.wanted && !registration.mayBeHeld) {
            of(registration.channel).remove(registration.code());
            goneOf(registration.channel).put(registration.code(), registration.contract);
        }
    }

    /// Puts the codes into the order of `codes`; those not named keep theirs behind them.
    void reorder(List<InstrumentCode> codes) {
        Map<InstrumentCode, Registration> old = new LinkedHashMap<>(byCode);
        byCode.clear();
        for (InstrumentCode code : codes) {
            Registration registration = old.remove(code);
            if (registration != null) {
                byCode.put(code, registration);
            }
        }
        byCode.putAll(old);
        keepOrder();
    }

    /// Puts the depth registrations into the order of the codes.
    private void keepOrder() {
        Map<InstrumentCode, Registration> old = new LinkedHashMap<>(depthByCode);
        depthByCode.clear();
        for (InstrumentCode code : byCode.keySet()) {
            Registration registration = old.remove(code);
            if (registration != null) {
                depthByCode.put(code, registration);
            }
        }
        depthByCode.putAll(old);
    }

    Optional<Registration> find(InstrumentCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Optional<Registration> find(Channel channel, InstrumentCode code) {
        return Optional.ofNullable(of(channel).get(code));
    }

    Optional<Registration> findDepth(InstrumentCode code) {
        return Optional.ofNullable(depthByCode.get(code));
    }

    /// Whether the depth of `code` is wanted and the quota has no room for it.
    boolean standsBack(InstrumentCode code) {
        Registration depth = depthByCode.get(code);
        return depth != null && !depth.admitted;
    }

    boolean isEmpty() {
        return byCode.values().stream().noneMatch(registration -> registration.wanted);
    }

    /// The present link is gone or a new one begins: the server holds nothing any more.
    void linkChanged(long now) {
        for (Registration registration : every()) {
            registration.linkChanged(now);
            registration.flow.linkOpened(now);
            registration.takeUp.linkOpened();
            removeIfGone(registration);
        }
        gone.clear();
        depthGone.clear();
    }

    /// The next request to send, if one is due.
    Optional<Request> next(long now) {
        if (now - nextRequestAt < 0) {
            return Optional.empty();
        }
        admitDepth();
        for (Registration registration : every()) {
            if (now - registration.notBefore >= 0 && isDue(registration)) {
                boolean register = registration.isWanted();
                registration.server = register ? Registration.Server.ASKED : Registration.Server.ASKED_TO_END;
                registration.mayBeHeld = true;
                registration.askedAt = now;
                nextRequestAt = now + spacing;
                return Optional.of(new Request(registration.channel, registration.code(), register));
            }
        }
        return Optional.empty();
    }

    /// Gives the room that the trades leave to depth: first to what the server holds already, then in the user's order.
    private void admitDepth() {
        long trades = byCode.values().stream()
                .filter(registration -> registration.mayBeHeld || (registration.wanted && !registration.isRefused()))
                .count();
        long room = SessionStatus.QUOTA - trades;
        for (boolean held : List.of(true, false)) {
            for (Registration registration : depthByCode.values()) {
                if (registration.mayBeHeld == held && registration.wanted && !registration.isRefused()) {
                    registration.admitted = room-- > 0;
                }
            }
        }
    }

    private boolean isDue(Registration registration) {
        return switch (registration.server) {
            case NONE -> registration.isWanted() ? isWithinQuota(registration) : registration.mayBeHeld;
            case CONFIRMED -> !registration.isWanted();
            case ASKED, ASKED_TO_END, REFUSED -> false;
        };
    }

    /// Whether there is room now. A code beyond the quota is refused; one that waits for a depth to be let go is not.
    private boolean isWithinQuota(Registration candidate) {
        if (held(byCode.values(), candidate) >= SessionStatus.QUOTA) {
            refuse(candidate, Registration.NO_ROOM.messageCode(), Registration.NO_ROOM.message());
            return false;
        }
        return held(every(), candidate) < SessionStatus.QUOTA;
    }

    private static long held(Collection<Registration> registrations, Registration but) {
        return registrations.stream()
                .filter(registration -> registration != but && registration.mayBeHeld)
                .count();
    }

    private void refuse(Registration registration, String messageCode, String message) {
        registration.server = Registration.Server.REFUSED;
        registration.mayBeHeld = false;
        change(registration, new CodeState.Refused(messageCode, message));
    }

    /// Asks once more for what the server refused, since the user thinks that it would not now.
    void askAgain(long now) {
        for (Registration registration : every()) {
            if (registration.isRefused()) {
                registration.release(now + timings.shortestLife().toNanos());
            }
        }
    }

    /// What to do about an answer. A server that does not know depth at all refuses it; the trades go on.
    static MessageCode.Action action(ControlMessage.Answer answer) {
        MessageCode.Action action = answer.action().orElse(MessageCode.Action.REFUSE_CODE);
        return action == MessageCode.Action.STOP_REQUEST && channel(answer).equals(Optional.of(Channel.H0IFASP0))
                ? MessageCode.Action.REFUSE_CODE
                : action;
    }

    /// A success whose code does not say of what is that of the request under way.
    private static MessageCode.Action meant(@Nullable Registration registration, ControlMessage.Answer answer) {
        boolean ended = registration != null && registration.server == Registration.Server.ASKED_TO_END;
        return ended && answer.success() && !answer.saysWhat()
                ? MessageCode.Action.CONFIRM_UNREGISTERED
                : action(answer);
    }

    /// Whether the answer can be about a request that is still without one.
    boolean isAwaited(ControlMessage.Answer answer) {
        return every().stream()
                .filter(each -> each.server == Registration.Server.ASKED)
                .filter(each -> answer.trId().map(each.channel.trId()::equals).orElse(true))
                .anyMatch(each -> answer.trKey().map(each.code().text()::equals).orElse(true));
    }

    /// Whether the server has confirmed anything on this link, by word or by deed.
    boolean isServed() {
        return every().stream().anyMatch(Registration::isServed);
    }

    /// Whether trades come right now.
    boolean isFlowing(long now) {
        return byCode.values().stream().anyMatch(each -> each.tickedOnLink && each.flow.tickedWithin(OTHERS_FLOW, now));
    }

    /// The channel that it is about, that of trades if it does not say; empty for one that is never asked for.
    private static Optional<Channel> channel(ControlMessage.Answer answer) {
        return answer.trId().isEmpty()
                ? Optional.of(Channel.H0IFCNT0)
                : answer.trId().flatMap(Channel::ofTrId);
    }

    /// The server answered about a code.
    ///
    /// @return whether the answer was about a code that was asked for
    boolean answered(InstrumentCode code, ControlMessage.Answer answer, Instant at, long now) {
        return channel(answer)
                .map(channel -> answered(channel, code, answer, at, now))
                .orElse(false);
    }

    private boolean answered(Channel channel, InstrumentCode code, ControlMessage.Answer answer, Instant at, long now) {
        Registration registration = of(channel).get(code);
        MessageCode.Action action = meant(registration, answer);
        if (registration == null) {
            Contract contract = goneOf(channel).get(code);
            if (contract != null && action == MessageCode.Action.CONFIRM_REGISTERED) {
                Registration unwanted = new Registration(contract, channel);
                unwanted.wanted = false;
                unwanted.confirm(at, now);
                of(channel).put(code, unwanted);
            }
            return contract != null;
        }
        switch (action) {
            case CONFIRM_REGISTERED -> {
                registration.confirm(at, now);
                if (!registration.tickedOnLink) {
                    // at once: a tick that waits behind the answer would be judged together with it
                    change(registration, new CodeState.Registered(at));
                }
            }
            case CONFIRM_UNREGISTERED -> {
                registration.release(now);
                removeIfGone(registration);
            }
            case RETRY_REGISTRATION, REISSUE_KEY, WAIT_LONG -> {
                if (registration.isServed()) {
                    return false;
                }
                retryLater(registration, now);
            }
            case REFUSE_CODE, STOP_KEYS, STOP_REQUEST -> {
                if (registration.isServed()) {
                    return false; // nothing was asked that this could refuse
                }
                refuse(registration, answer.messageCode(), answer.message());
                removeIfGone(registration);
            }
        }
        return true;
    }

    private void retryLater(Registration registration, long now) {
        registration.server = Registration.Server.NONE;
        int doublings = Math.min(registration.unanswered++, MOST_DOUBLINGS);
        registration.notBefore = now + (RETRY.toNanos() << doublings);
    }

    /// Judges every code anew and repeats requests that were not answered in time.
    ///
    /// @param answering whether the link answers: while it does not, no silence is the market's
    void judge(long now, boolean answering) {
        for (Registration registration : every()) {
            if (now - registration.askedAt > timings.answer().toNanos()) {
                switch (registration.server) {
                    case ASKED, ASKED_TO_END -> retryLater(registration, now);
                    case NONE, CONFIRMED, REFUSED -> {}
                }
            }
            CodeState judged = registration.judge(
                    now, othersFlow(registration, now), timings, hours.of(registration.channel, registration.code()));
            change(
                    registration,
                    judged instanceof CodeState.Quiet(Instant since) && !answering
                            ? new CodeState.Stalled(since)
                            : judged);
        }
    }

    private Optional<Boolean> othersFlow(Registration one, long now) {
        List<Registration> others = new ArrayList<>();
        for (Registration other : byCode.values()) {
            if (other != one && other.tickedOnLink) {
                others.add(other);
            }
        }
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(others.stream()
                        .anyMatch(other -> other.flow.tickedWithin(OTHERS_FLOW, now)
                                || other.takeUp.rejectedWithin(OTHERS_FLOW, now)));
    }

    /// Notes what is shown of every code, to find those whose records come and are not taken.
    void shown(MarketBoard board) {
        for (Registration registration : byCode.values()) {
            board.latest(registration.code()).ifPresent(snapshot -> registration.takeUp.shown(snapshot.tick()));
        }
    }

    /// How often records of a code came and were not taken, since the start.
    long notTaken() {
        return notTaken;
    }

    private void change(Registration registration, CodeState state) {
        if (!registration.state.equals(state)) {
            if (state instanceof CodeState.NotTaken && !(registration.state instanceof CodeState.NotTaken)) {
                notTaken++;
            }
            registration.state = state;
            tell(registration);
        }
    }

    /// Whether this link is hollow: codes that flowed before are confirmed and overdue, and none of all has ticked.
    boolean isHollow(long now) {
        boolean overdue = false;
        for (Registration registration : byCode.values()) {
            if (registration.tickedOnLink) {
                return false;
            }
            overdue |= registration.isOverdue(now, timings, hours.of(registration.channel, registration.code()));
        }
        return overdue;
    }

    /// Whether the server still holds a code.
    boolean holdsAny() {
        return every().stream().anyMatch(registration -> registration.mayBeHeld);
    }

    List<CodeStatus> statuses() {
        return byCode.values().stream()
                .filter(registration -> registration.wanted)
                .map(registration ->
                        registration.status(findDepth(registration.code()).filter(depth -> depth.wanted)))
                .toList();
    }
}
