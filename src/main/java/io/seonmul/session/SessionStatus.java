// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.InstrumentCode;
import io.seonmul.protocol.Rejection;
import java.util.List;
import java.util.Optional;

/// The session at one moment, for the screen and the command line. Immutable; any thread.
///
/// @param state what the connection does
/// @param codes every watched code, in watch order
/// @param counters what was taken in, capped and rejected
/// @param latency the bound over the newest records; empty where the server's day is not the real one (the demo
/// exchange), its time and the own clock differ by more than ten minutes, or nothing came yet
/// @param passage from the receipt of a data frame to the publication of what it changed, over the newest frames;
/// empty before the first
/// @param lastRejection why the newest bad frame was rejected, for the tooltip; empty if none was
/// @param market what the calendar says of the market as a whole, as of this status
public record SessionStatus(
        SessionState state,
        List<CodeStatus> codes,
        FeedCounters counters,
        Optional<LatencyBound> latency,
        Optional<Passage> passage,
        Optional<Rejection> lastRejection,
        MarketToday market) {

    /// Registrations that KIS allows one session, over all channels (OPSP0008 for one more).
    public static final int QUOTA = 41;

    /// A session that has not started.
    public static final SessionStatus OFFLINE = new SessionStatus(
            new SessionState.Offline(),
            List.of(),
            FeedCounters.ZERO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            MarketToday.NOT_KNOWN);

    /// Whether what came of that code may be taken for the market's present figures; not so in an outage, before the
    /// first tick after it, while its ticks are overdue, and where it is not watched.
    public boolean isCurrent(InstrumentCode code) {
        return state.isLive()
                && codes.stream()
                        .anyMatch(
                                each -> each.code().equals(code) && each.state().isCurrent());
    }

    /// How many of [#QUOTA] are taken or asked for, trades and depth together.
    public int registrations() {
        return tradeRegistrations() + depthRegistrations();
    }

    /// How many of them are of trades.
    public int tradeRegistrations() {
        return (int) codes.stream().filter(CodeStatus::takesTrades).count();
    }

    /// How many of them are of depth.
    public int depthRegistrations() {
        return (int) codes.stream().filter(CodeStatus::takesDepth).count();
    }

    /// How many depths are wanted and have none: the quota has no room, or the server refused them.
    public int depthsRefused() {
        return (int) codes.stream()
                .filter(code -> code.depth().isPresent() && !code.takesDepth())
                .count();
    }
}
