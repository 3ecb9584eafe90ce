// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;
import java.util.OptionalLong;

/// The trades of one stretch of exchange time, with the session totals at its end. Immutable; any thread.
///
/// A trade whose record arrives late is in the bar of its own exchange second, as if it had come in time; only
/// [#deviation] of the bars completed meanwhile stays without it.
///
/// @param start exchange second at which it begins: seconds since midnight (KST) of the day the series began;
/// it keeps growing past 86,400 in a session that crosses midnight
/// @param open first price
/// @param high highest price
/// @param low lowest price
/// @param close last price
/// @param volume contracts received in it
/// @param buyVolume of these, contracts that a buyer initiated
/// @param sellVolume of these, contracts that a seller initiated
/// @param trades trade records received in it
/// @param lostContracts contracts proved lost, by records that arrived in it, less those that came late
/// @param lostTrades trades proved lost likewise
/// @param sessionVolume the session's volume at its end (ACML_VOL)
/// @param sessionTurnover the session's turnover at its end, thousand won
/// @param sessionDelta the session's buy volume less sell volume at its end, contracts; empty where
/// unknown
/// @param deviation standard deviation of the prices received in the session up to its end, weighted by contracts, in
/// points
/// @param strength trade strength at its end, percent; NaN where unknown
/// @param openInterest open interest at its end, contracts
/// @param fairValue theory and basis at its end
/// @param limits the dynamic band at its end
/// @param partial whether the monitor joined in the middle of it
public record Bar(
        long start,
        Price open,
        Price high,
        Price low,
        Price close,
        long volume,
        long buyVolume,
        long sellVolume,
        long trades,
        long lostContracts,
        long lostTrades,
        long sessionVolume,
        long sessionTurnover,
        OptionalLong sessionDelta,
        double deviation,
        double strength,
        OptionalLong openInterest,
        FairValue fairValue,
        Optional<DynamicLimits> limits,
        boolean partial) {

    /// This bar and the later one `next` as one.
    public Bar merge(Bar next) {
        return new Bar(
                start,
                open,
                high.compareTo(next.high) >= 0 ? high : next.high,
                low.compareTo(next.low) <= 0 ? low : next.low,
                next.close,
                volume + next.volume,
                buyVolume + next.buyVolume,
                sellVolume + next.sellVolume,
                trades + next.trades,
                lostContracts + next.lostContracts,
                lostTrades + next.lostTrades,
                next.sessionVolume,
                next.sessionTurnover,
                next.sessionDelta,
                next.deviation,
                next.strength,
                next.openInterest,
                next.fairValue,
                next.limits,
                partial || next.partial);
    }

    /// This bar with its beginning moved to `second`.
    public Bar startingAt(long second) {
        return changed(second, 0, 0, 0, 0, partial);
    }

    /// This bar with one more trade, which arrived late.
    ///
    /// @param first whether it was made before all others of the bar
    /// @param newest whether it was made after all others
    Bar with(Tick late, Aggressor side, boolean first, boolean newest) {
        Price price = late.last();
        return new Bar(
                start,
                first ? price : open,
                high.compareTo(price) >= 0 ? high : price,
                low.compareTo(price) <= 0 ? low : price,
                newest ? price : close,
                volume + late.size(),
                buyVolume + (side == Aggressor.BUYER ? late.size() : 0),
                sellVolume + (side == Aggressor.SELLER ? late.size() : 0),
                trades + 1,
                lostContracts,
                lostTrades,
                newest ? late.volume() : sessionVolume,
                newest ? late.turnover() : sessionTurnover,
                newest ? late.orderFlow().delta() : sessionDelta,
                deviation,
                newest ? late.orderFlow().strength() : strength,
                newest ? interest(late) : openInterest,
                newest ? late.fairValue() : fairValue,
                newest ? late.dynamicLimits() : limits,
                partial);
    }

    static OptionalLong interest(Tick tick) {
        return tick.openInterest().map(oi -> OptionalLong.of(oi.contracts())).orElse(OptionalLong.empty());
    }

    /// This bar with so much more, or with negative numbers less, bought, sold and lost.
    Bar corrected(long bought, long sold, long lost, long tradesLost) {
        return changed(start, bought, sold, lost, tradesLost, partial);
    }

    /// This bar as one that the monitor joined in the middle of, or not.
    Bar partial(boolean joined) {
        return changed(start, 0, 0, 0, 0, joined);
    }

    private Bar changed(long newStart, long bought, long sold, long lost, long tradesLost, boolean joined) {
        return new Bar(
                newStart,
                open,
                high,
                low,
                close,
                volume,
                buyVolume + bought,
                sellVolume + sold,
                trades,
                lostContracts + lost,
                lostTrades + tradesLost,
                sessionVolume,
                sessionTurnover,
                sessionDelta,
                deviation,
                strength,
                openInterest,
                fairValue,
                limits,
                joined);
    }
}
