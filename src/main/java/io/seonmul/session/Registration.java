// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import java.time.Instant;
import java.util.Optional;

/// One code between being wanted and being let go: what the server was asked and what it said. Session thread only.
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

    final Contract contract;
    final FlowWatch flow = new FlowWatch();
    boolean wanted = true;
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

    Registration(Contract contract) {
        this.contract = contract;
    }

    InstrumentCode code() {
        return contract.code();
    }

    CodeStatus status() {
        return new CodeStatus(contract, state, flow.lastTickAt(), flow.everTicked());
    }

    void confirm(Instant at, long now) {
        server = Server.CONFIRMED;
        mayBeHeld = true;
        unanswered = 0;
        confirmedAt = at;
        confirmedNanos = now;
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

    /// The state by what the server said and what came since.
    CodeState judge(long now, Optional<Boolean> others, SessionTimings timings) {
        return switch (server) {
            case NONE, ASKED, ASKED_TO_END -> new CodeState.Requested();
            case REFUSED -> state;
            case CONFIRMED -> {
                if (tickedOnLink) {
                    yield flow.judge(now, others);
                }
                yield isOverdue(now, timings)
                        ? new CodeState.Stalled(confirmedAt)
                        : new CodeState.Registered(confirmedAt);
            }
        };
    }

    boolean isOverdue(long now, SessionTimings timings) {
        return server == Server.CONFIRMED
                && !tickedOnLink
                && flow.isOverdue(java.time.Duration.ofNanos(now - confirmedNanos), timings.hollow(), now);
    }
}
