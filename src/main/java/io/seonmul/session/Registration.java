// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.TradingCalendar.Phase;
import io.seonmul.protocol.Channel;
import io.seonmul.protocol.MessageCode;
import java.time.Instant;
import java.util.Optional;

/// One code on one channel between being wanted and being let go: what the server was asked and what it said. Session
/// thread only.
final class Registration {

    /// What the server holds of the code on the present link, as far as it said.
    enum Server {
        /// Nothing.
        NONE,
        /// Asked to register; no answer yet.
        ASKED,
        /// Registered.
        CONFIRMED,
        /// Asked to unregister; no answer yet.
        ASKED_TO_END,
        /// Refused for as long as this link lives.
        REFUSED
    }

    /// What a registration is told for which the quota has no room.
    static final CodeState.Refused NO_ROOM = new CodeState.Refused(
            MessageCode.OPSP0008.name(), "MAX SUBSCRIBE OVER (" + SessionStatus.QUOTA + ", not sent)");

    final Contract contract;
    final Channel channel;
    final FlowWatch flow = new FlowWatch();
    final TakeUpWatch takeUp = new TakeUpWatch();
    boolean wanted = true;
    /// Whether the quota has room for it; only depth may have to stand back.
    boolean admitted = true;
    Server server = Server.NONE;
    /// Whether the server may hold the code on this link: it was asked to, and has not said that it does not. An answer
    /// may come after its deadline.
    boolean mayBeHeld;
    /// When the last request went out, monotonic.
    long askedAt;
    /// No request before this, monotonic.
    long notBefore;
    int unanswered;
    boolean tickedOnLink;
    Instant confirmedAt = Instant.EPOCH;
    long confirmedNanos;
    CodeState state = new CodeState.Requested();

    Registration(Contract contract, Channel channel) {
        this.contract = contract;
        this.channel = channel;
    }

    InstrumentCode code() {
        return contract.code();
    }

    /// Whether the server should hold it.
    boolean isWanted() {
        return wanted && admitted;
    }

    /// Whether the server holds it by its own word or by deed, and was not asked to end it.
    boolean isServed() {
        return server == Server.CONFIRMED;
    }

    boolean isRefused() {
        return server == Server.REFUSED;
    }

    /// @param depth the registration of its depth, where that is wanted
    CodeStatus status(Optional<Registration> depth) {
        return new CodeStatus(
                contract,
                state,
                flow.lastTickAt(),
                flow.everTicked(),
                depth.map(registration -> registration.state),
                takeUp.rejected()
                        + depth.map(registration -> registration.takeUp.rejected())
                                .orElse(0L),
                takeUp.lastRejection().or(() -> depth.flatMap(registration -> registration.takeUp.lastRejection())));
    }

    void confirm(Instant at, long now) {
        server = Server.CONFIRMED;
        mayBeHeld = true;
        unanswered = 0;
        confirmedAt = at;
        confirmedNanos = now;
    }

    /// A record of it came, readable or not: whatever the server said before, it holds the code.
    void ticked(Instant at, long now) {
        tickedOnLink = true;
        switch (server) {
            case NONE, ASKED, REFUSED -> confirm(at, now);
            case CONFIRMED, ASKED_TO_END -> {}
        }
    }

    /// The server does not hold the code.
    void release(long now) {
        server = Server.NONE;
        mayBeHeld = false;
        tickedOnLink = false;
        notBefore = now;
    }

    void linkChanged(long now) {
        release(now);
        unanswered = 0;
    }

    /// The state by what the server said and what came since. Depth is never quiet or stalled: a book may stand still.
    CodeState judge(long now, Optional<Boolean> others, SessionTimings timings, SessionHours.OfCode hours) {
        if (!admitted) {
            return NO_ROOM;
        }
        return switch (server) {
            case NONE, ASKED, ASKED_TO_END -> new CodeState.Requested();
            case REFUSED -> state;
            case CONFIRMED -> {
                Optional<CodeState> notTaken = takeUp.judge(now);
                if (notTaken.isPresent()) {
                    yield notTaken.get();
                }
                if (channel == Channel.H0IFASP0) {
                    yield tickedOnLink ? new CodeState.Flowing() : new CodeState.Registered(confirmedAt);
                }
                if (tickedOnLink) {
                    yield flow.judge(now, others, hours);
                }
                if (hours.phase() == Phase.CLOSED) {
                    yield new CodeState.Closed(flow.lastTickAt().orElse(confirmedAt), hours.closure());
                }
                yield isOverdue(now, timings, hours)
                        ? new CodeState.Stalled(confirmedAt)
                        : new CodeState.Registered(confirmedAt);
            }
        };
    }

    boolean isOverdue(long now, SessionTimings timings, SessionHours.OfCode hours) {
        return server == Server.CONFIRMED
                && !tickedOnLink
                && flow.isOverdue(
                        java.time.Duration.ofNanos(now - confirmedNanos), timings.hollow(), hours.phase(), now);
    }
}
