// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/// All that is known of one contract at one moment. Immutable; made on the session thread, read on any.
///
/// Figures of the session's totals ([#sessionVwap], [#sessionDelta]) are exact from the first record received; what is
/// summed here (bars, profile) is complete only since [#joinedAt] and less what [#audit] says was lost.
///
/// @param contract the contract
/// @param version grows with every trade record folded
/// @param tick the newest record
/// @param previous the record before it, itself where there was none
/// @param aggressor side of the newest trade
/// @param doubts what contradicts the newest record, which is shown but not folded yet then; mostly nothing
/// @param depth the order book, joined with the trades' quotes
/// @param joinedAt exchange time of the first record received of this session
/// @param joinedAtStart whether that record was the session's very first trade
/// @param second exchange second of the newest record, as in [Bar#start]
/// @param extremes when high and low were made, by own watch
/// @param bars bars of this session
/// @param trades the trades themselves, newest [TradeTape#MOST] of this session
/// @param profile volume at price of this session, as received
/// @param openInterestSteps publications of open interest in this session, oldest first
/// @param limits how near the limits are
/// @param limitEvents what was worth telling about limits, oldest first, over all sessions
/// @param audit what the feed proved about its completeness
public record InstrumentSnapshot(
        Contract contract,
        long version,
        Tick tick,
        Tick previous,
        Aggressor aggressor,
        Set<Witness> doubts,
        Depth depth,
        LocalTime joinedAt,
        boolean joinedAtStart,
        long second,
        SessionExtremes extremes,
        Bars bars,
        TradeTape trades,
        VolumeProfile profile,
        List<OpenInterestStep> openInterestSteps,
        LimitStatus limits,
        List<LimitEvent> limitEvents,
        AuditReport audit) {

    /// The contract's code.
    public InstrumentCode code() {
        return contract.code();
    }

    /// The newest depth record; empty before the first, and while depth is not registered.
    public Optional<Quote> quote() {
        return depth.quote();
    }

    /// Volume-weighted average price of the whole session in points; empty where the multiplier is unknown, and where
    /// it
    /// would lie at a price that the session has not seen.
    public OptionalDouble sessionVwap() {
        double vwap = contract.sessionVwap(tick);
        return Double.isNaN(vwap) ? OptionalDouble.empty() : OptionalDouble.of(vwap);
    }

    /// Buy volume less sell volume of the whole session, contracts; empty where the wire has no such totals.
    public OptionalLong sessionDelta() {
        return tick.orderFlow().delta();
    }
}
