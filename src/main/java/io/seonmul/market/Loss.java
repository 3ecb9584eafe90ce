// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;

/// What was lost between two received records, without its place in the log: a [FeedGap] is one such loss, or
/// the sum of those that late records left of it. Immutable.
///
/// @param contracts as [FeedGap#contracts]
/// @param trades as [FeedGap#trades]
/// @param value price times contracts of all lost contracts, in points; NaN where not known
/// @param buySide as [FeedGap#buySide]
/// @param sellSide as [FeedGap#sellSide]
/// @param sidesInferred as [FeedGap#sidesInferred]
/// @param witnesses as [FeedGap#witnesses]
record Loss(
        long contracts,
        long trades,
        double value,
        long buySide,
        long sellSide,
        boolean sidesInferred,
        FeedGap.Witnesses witnesses) {

    static final Loss NOTHING = new Loss(0, 0, 0, 0, 0, false, FeedGap.Witnesses.AGREE);

    /// How far an average may lie outside the day's range by the wire's rounding, points.
    private static final double ROUNDING = 0.01;

    /// @param step over the gap and the record that closed it
    /// @param side of that record's trade
    /// @param blocks contracts of negotiated blocks in the step
    /// @param lost contracts lost
    static Loss of(Contract contract, TotalsStep step, GapEnd end, Side side, long blocks, long lost) {
        boolean labelled = step.sided && side.aggressor() != Aggressor.NONE;
        long buy = step.buyVolume - (labelled && side.aggressor() == Aggressor.BUYER ? end.size() : 0);
        long sell = step.sellVolume - (labelled && side.aggressor() == Aggressor.SELLER ? end.size() : 0);
        long count = Math.max(0, step.buyTrades + step.sellTrades - (labelled ? 1 : 0));
        double value = blocks != 0 || contract.krwPerPoint().isEmpty()
                ? Double.NaN
                : step.turnover * 1000.0 / contract.krwPerPoint().getAsLong() - end.last() / 100.0 * end.size();
        return new Loss(
                lost, count, value, buy, sell, side.inferred(), witnesses(end, lost, buy + sell, count, value / lost));
    }

    private static FeedGap.Witnesses witnesses(GapEnd end, long lost, long labelled, long count, double average) {
        boolean countFits = labelled >= 0 && labelled <= lost && count <= labelled && (count > 0 || labelled == 0);
        if (!countFits) {
            return FeedGap.Witnesses.COUNT_DISAGREES;
        }
        boolean comparable = end.high() != Figure.ABSENT && end.low() != Figure.ABSENT;
        // NaN is neither above nor below.
        if (comparable && (average > end.high() / 100.0 + ROUNDING || average < end.low() / 100.0 - ROUNDING)) {
            return FeedGap.Witnesses.VALUE_DISAGREES;
        }
        return FeedGap.Witnesses.AGREE;
    }

    /// What is left of it when the totals go on from others than they had reached.
    ///
    /// @param step from the record before to `end`, whose own trade is none of it
    Loss after(Contract contract, TotalsStep step, GapEnd end) {
        boolean bought = step.sided && end.byQuote() == Aggressor.BUYER;
        boolean sold = step.sided && end.byQuote() == Aggressor.SELLER;
        double change = contract.krwPerPoint().isEmpty()
                ? Double.NaN
                : step.turnover * 1000.0 / contract.krwPerPoint().getAsLong() - end.last() / 100.0 * end.size();
        long left = contracts + step.missing(end.size());
        long buys = Math.clamp(buySide + step.buyVolume - (bought ? end.size() : 0), 0, Math.max(0, left));
        long sells = Math.clamp(sellSide + step.sellVolume - (sold ? end.size() : 0), 0, Math.max(0, left - buys));
        long count = trades + step.buyTrades + step.sellTrades - (bought || sold ? 1 : 0);
        return new Loss(left, Math.max(0, count), value + change, buys, sells, true, witnesses);
    }

    /// Whether all totals tell the same.
    boolean agrees() {
        return witnesses == FeedGap.Witnesses.AGREE;
    }

    /// What the parts of one gap come to together.
    static Loss sum(Iterable<MissingVolume.Stretch> parts) {
        Loss all = NOTHING;
        for (MissingVolume.Stretch part : parts) {
            Loss loss = part.loss();
            all = new Loss(
                    all.contracts + loss.contracts,
                    all.trades + loss.trades,
                    all.value + loss.value,
                    all.buySide + loss.buySide,
                    all.sellSide + loss.sellSide,
                    all.sidesInferred || loss.sidesInferred,
                    all.witnesses == FeedGap.Witnesses.AGREE ? loss.witnesses : all.witnesses);
        }
        return all;
    }

    /// This loss in its place.
    FeedGap gap(long sequence, Optional<LocalTime> from, LocalTime to) {
        return new FeedGap(
                sequence,
                contracts,
                trades,
                Double.isNaN(value) || witnesses == FeedGap.Witnesses.VALUE_DISAGREES
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(value / contracts),
                buySide,
                sellSide,
                contracts - buySide - sellSide,
                sidesInferred,
                from,
                to,
                witnesses);
    }
}
