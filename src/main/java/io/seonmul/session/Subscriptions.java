// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import io.seonmul.protocol.ControlMessage;
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
import java.util.function.BiConsumer;

/// Which codes are wanted, in the user's order, and how far the server has followed. Session thread only.
///
/// Requests go out one at a time, spaced; an unanswered one is asked again, ever more slowly. The quota of 41 is kept
/// here,
/// before the server has to refuse.
final class Subscriptions {

    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 5;
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration OTHERS_FLOW = Duration.ofSeconds(5);

    /// A request to send now.
    ///
    /// @param register whether to register or to end it
    record Request(InstrumentCode code, boolean register) {}

    private final SessionTimings timings;
    private final BiConsumer<InstrumentCode, CodeState> onChange;
    private final Map<InstrumentCode, Registration> byCode = new LinkedHashMap<>();
    /// Let go on this link; a late answer may still say that the server holds one.
    private final Map<InstrumentCode, Contract> gone = new HashMap<>();

    private long spacing;
    private long nextRequestAt;

    Subscriptions(SessionTimings timings, BiConsumer<InstrumentCode, CodeState> onChange) {
        this.timings = timings;
        this.spacing = timings.spacing().toNanos();
        this.onChange = onChange;
    }

    /// Wants `contract`; without effect if it is wanted already.
    void watch(Contract contract, long now) {
        Registration known = byCode.get(contract.code());
        if (known != null) {
            known.wanted = true;
            return;
        }
        Registration registration = new Registration(contract);
        registration.notBefore = now;
        byCode.put(contract.code(), registration);
        onChange.accept(contract.code(), registration.state);
    }

    /// Lets `code` go; it disappears when the server has confirmed it, or at once if the server does not hold it.
    void unwatch(InstrumentCode code, long now) {
        Registration registration = byCode.get(code);
        if (registration != null) {
            registration.wanted = false;
            registration.notBefore = now;
            removeIfGone(registration);
        }
    }

    /// Lets every code go. The requests are spaced as always, but for so many codes that it would take over two
    /// seconds.
    void unwatchAll(long now) {
        for (Registration registration : List.copyOf(byCode.values())) {
            unwatch(registration.code(), now);
        }
        spacing = Math.min(spacing, FAREWELL.toNanos() / Math.max(1, byCode.size()));
        nextRequestAt = now;
    }

    private void removeIfGone(Registration registration) {
        if (!registration.wanted && !registration.mayBeHeld) {
            byCode.remove(registration.code());
            gone.put(registration.code(), registration.contract);
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
    }

    Optional<Registration> find(InstrumentCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Collection<Registration> all() {
        return byCode.values();
    }

    boolean isEmpty() {
        return byCode.values().stream().noneMatch(registration -> registration.wanted);
    }

    /// The present link is gone or a new one begins: the server holds nothing any more.
    void linkChanged(long now) {
        for (Registration registration : List.copyOf(byCode.values())) {
            registration.linkChanged(now);
            registration.flow.linkOpened(now);
            removeIfGone(registration);
        }
        gone.clear();
    }

    /// The next request to send, if one is due.
    Optional<Request> next(long now) {
        if (now - nextRequestAt < 0) {
            return Optional.empty();
        }
        for (Registration registration : byCode.values()) {
            if (now - registration.notBefore >= 0 && isDue(registration)) {
                boolean register = registration.wanted;
                registration.server = register ? Registration.Server.ASKED : Registration.Server.ASKED_TO_END;
                registration.mayBeHeld = true;
                registration.askedAt = now;
                nextRequestAt = now + spacing;
                return Optional.of(new Request(registration.code(), register));
            }
        }
        return Optional.empty();
    }

    private boolean isDue(Registration registration) {
        return switch (registration.server) {
            case NONE -> registration.wanted ? isWithinQuota(registration) : registration.mayBeHeld;
            case CONFIRMED -> !registration.wanted;
            case ASKED, ASKED_TO_END, REFUSED -> false;
        };
    }

    private boolean isWithinQuota(Registration candidate) {
        long held = byCode.values().stream()
                .filter(registration -> registration != candidate && registration.mayBeHeld)
                .count();
        if (held < SessionStatus.QUOTA) {
            return true;
        }
        refuse(candidate, MessageCode.OPSP0008.name(), "MAX SUBSCRIBE OVER (" + SessionStatus.QUOTA + ", not sent)");
        return false;
    }

    private void refuse(Registration registration, String messageCode, String message) {
        registration.server = Registration.Server.REFUSED;
        registration.mayBeHeld = false;
        change(registration, new CodeState.Refused(messageCode, message));
    }

    /// The server answered about a code.
    ///
    /// @return whether the answer was about a code that was asked for
    boolean answered(InstrumentCode code, ControlMessage.Answer answer, Instant at, long now) {
        MessageCode.Action action = answer.action().orElse(MessageCode.Action.REFUSE_CODE);
        Registration registration = byCode.get(code);
        if (registration == null) {
            Contract contract = gone.get(code);
            if (contract != null && action == MessageCode.Action.CONFIRM_REGISTERED) {
                Registration unwanted = new Registration(contract);
                unwanted.wanted = false;
                unwanted.confirm(at, now);
                byCode.put(code, unwanted);
            }
            return contract != null;
        }
        switch (action) {
            case CONFIRM_REGISTERED -> registration.confirm(at, now);
            case CONFIRM_UNREGISTERED -> {
                registration.release(now);
                removeIfGone(registration);
            }
            case RETRY_REGISTRATION -> retryLater(registration, now);
            case REFUSE_CODE, REISSUE_KEY, WAIT_LONG, STOP_KEYS, STOP_REQUEST -> {
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
    void judge(long now) {
        for (Registration registration : List.copyOf(byCode.values())) {
            if (now - registration.askedAt > timings.answer().toNanos()) {
                switch (registration.server) {
                    case ASKED, ASKED_TO_END -> retryLater(registration, now);
                    case NONE, CONFIRMED, REFUSED -> {}
                }
            }
            change(registration, registration.judge(now, othersFlow(registration, now), timings));
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
                : Optional.of(others.stream().anyMatch(other -> other.flow.tickedWithin(OTHERS_FLOW, now)));
    }

    private void change(Registration registration, CodeState state) {
        if (!registration.state.equals(state)) {
            registration.state = state;
            onChange.accept(registration.code(), state);
        }
    }

    /// Whether this link is hollow: codes that flowed before are confirmed and overdue, and none of all has ticked.
    boolean isHollow(long now) {
        boolean overdue = false;
        for (Registration registration : byCode.values()) {
            if (registration.tickedOnLink) {
                return false;
            }
            overdue |= registration.isOverdue(now, timings);
        }
        return overdue;
    }

    /// Whether the server still holds a code.
    boolean holdsAny() {
        return byCode.values().stream().anyMatch(registration -> registration.mayBeHeld);
    }

    List<CodeStatus> statuses() {
        return byCode.values().stream()
                .filter(registration -> registration.wanted)
                .map(Registration::status)
                .toList();
    }
}
