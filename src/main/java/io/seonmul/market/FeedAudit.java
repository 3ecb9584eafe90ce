// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Proves from the running totals of one contract what arrived, what was lost, and who initiated each trade.
///
/// The feed has no sequence number; ACML_VOL, the two counts, the two side volumes and ACML_TR_PBMN are one together
/// (kis/invariants.md). [#judge] is called with every record in the order of arrival. Records before the first one
/// received are not a loss: the monitor joined later, and says so elsewhere. Session thread only.
final class FeedAudit {

    /// Seconds by which a clock is far back.
    private static final int BACK_IN_TIME = 30 * 60;

    private final Contract contract;
    private final InvariantCounts invariants = new InvariantCounts();
    private final SeenRecords seen = new SeenRecords();
    private final MissingVolume missing = new MissingVolume();
    private final AppendLog<FeedGap> gaps = new AppendLog<>();

    private final TotalsStep step = new TotalsStep();
    private @Nullable Tick previous;
    private long records;
    private long contracts;
    private long trades;
    private long lostContracts;
    private long lostTrades;
    private long lateRecords;
    private long lateContracts;
    private long duplicates;
    private long resets;
    private long auctionPrints;
    private long blockContracts;
    private long quoteRuleAgreed;
    private long quoteRuleDisagreed;
    private long gapSequence;

    FeedAudit(Contract contract) {
        this.contract = contract;
    }

    /// Judges the next record and counts it.
    Verdict judge(Tick tick) {
        records++;
        invariants.checkRecord(tick);
        Tick before = previous;
        if (before == null) {
            return first(tick);
        }
        step.measure(before, tick);
        boolean newSession = isNewSession(before, tick);
        if (step.volume > 0 && !newSession) {
            return next(tick, before, Verdict.Kind.NEXT);
        }
        if (seen.contains(tick, newSession)) {
            duplicates++;
            return Verdict.plain(Verdict.Kind.DUPLICATE);
        }
        Optional<MissingVolume.Place> place = newSession ? Optional.empty() : missing.find(tick);
        if (place.isPresent()) {
            return late(tick, place.get());
        }
        resets++;
        seen.clear();
        missing.clear();
        if (newSession) {
            step.fromNothing(tick);
            return next(tick, before, Verdict.Kind.NEW_SESSION);
        }
        accept(tick, Aggressor.NONE);
        return Verdict.plain(Verdict.Kind.CORRECTION);
    }

    private Verdict first(Tick tick) {
        accept(tick, Aggressor.NONE);
        return Verdict.plain(Verdict.Kind.FIRST);
    }

    /// Totals begin anew when at least two signs say so: another base price, another open, a clock far back, less
    /// volume.
    /// One sign alone may be a single bad record or midnight in a night session.
    private static boolean isNewSession(Tick before, Tick tick) {
        int signs = 0;
        signs += tick.baseHundredths() == before.baseHundredths() ? 0 : 1;
        signs += tick.figure(Figure.OPEN) == before.figure(Figure.OPEN) ? 0 : 1;
        signs += before.secondOfDay() - tick.secondOfDay() > BACK_IN_TIME ? 1 : 0;
        signs += tick.volume() < before.volume() ? 1 : 0;
        return signs >= 2;
    }

    private Verdict next(Tick tick, Tick before, Verdict.Kind kind) {
        long blocks = step.blockInside();
        blockContracts += Math.max(step.block, 0);
        long traded = step.volume - blocks;
        long lost = traded - tick.size();
        boolean sameSession = kind == Verdict.Kind.NEXT;
        Side side = Side.of(tick.size(), Side.byQuote(tick), step, blocks, lost == 0);
        Optional<FeedGap> gap = Optional.empty();
        if (lost > 0) {
            gap = Optional.of(gap(tick, lost, blocks, side, sameSession ? Optional.of(before) : Optional.empty()));
        } else {
            checkStep(tick.size(), tick.figure(Figure.LAST), blocks, lost, side.aggressor());
        }
        if (sameSession && lost == 0) { // across a gap the quote before is not the one that the trade met
            compareWithQuoteRule(tick, before, side.aggressor());
        }
        accept(tick, side.aggressor());
        return new Verdict(kind, side.aggressor(), side.inferred(), Math.max(step.block, 0), gap, Optional.empty());
    }

    private void accept(Tick tick, Aggressor aggressor) {
        count(tick, aggressor);
        previous = tick;
    }

    private void count(Tick tick, Aggressor aggressor) {
        seen.add(tick);
        contracts += tick.size();
        trades += labelled(aggressor);
    }

    private static int labelled(Aggressor aggressor) {
        return aggressor == Aggressor.NONE ? 0 : 1;
    }

    /// Judges the two steps into which a late record divides the one that proved its gap, as they would have
    /// been judged in time. The gap keeps its place and its times; what is left of it are the stretches in
    /// which something is still missing.
    private Verdict late(Tick tick, MissingVolume.Place place) {
        MissingVolume.Gap gap = place.gap();
        MissingVolume.Stretch stretch = place.stretch();
        GapEnd own = GapEnd.of(tick);
        Loss before = Loss.sum(gap.parts());
        List<MissingVolume.Stretch> rest = new ArrayList<>(2);
        Side side = judgeStep(stretch.from(), own, rest);
        Side proved = judgeStep(own.totals(), stretch.end(), rest);
        missing.replace(place, rest);
        Loss after = Loss.sum(gap.parts());
        shrink(gap.sequence(), after);
        lateRecords++;
        lateContracts += tick.size();
        count(tick, side.aggressor());
        trades += labelled(proved.aggressor()) - labelled(stretch.side().aggressor());
        lostContracts += after.contracts() - before.contracts();
        lostTrades += after.trades() - before.trades();
        LateFill fill = new LateFill(
                gap.sequence(),
                gap.closedAt(),
                before.contracts() - after.contracts(),
                before.trades() - after.trades(),
                stretch.end(),
                stretch.side(),
                proved);
        return new Verdict(
                Verdict.Kind.LATE, side.aggressor(), side.inferred(), 0, Optional.empty(), Optional.of(fill));
    }

    /// Judges the step from `from` to `end`, and puts what is missing in it into `rest`.
    private Side judgeStep(Totals from, GapEnd end, List<MissingVolume.Stretch> rest) {
        step.measure(from, end.totals());
        long blocks = step.blockInside();
        long lost = step.volume - blocks - end.size();
        Side side = Side.of(end.size(), end.byQuote(), step, blocks, lost == 0);
        if (lost > 0) {
            rest.add(new MissingVolume.Stretch(from, end, side, Loss.of(contract, step, end, side, blocks, lost)));
        } else {
            checkStep(end.size(), end.last(), blocks, lost, side.aggressor());
        }
        return side;
    }

    /// Gaps are in the order of their numbers, and a late record mostly fills one of the newest.
    private void shrink(long sequence, Loss left) {
        int index = gaps.size() - 1;
        while (gaps.get(index).sequence() != sequence) {
            index--;
        }
        if (left.contracts() == 0) {
            gaps.remove(index);
        } else {
            FeedGap whole = gaps.get(index);
            gaps.replace(index, left.gap(sequence, whole.from(), whole.to()));
        }
    }

    private FeedGap gap(Tick tick, long lost, long blocks, Side side, Optional<Tick> before) {
        GapEnd end = GapEnd.of(tick);
        Loss loss = Loss.of(contract, step, end, side, blocks, lost);
        lostContracts += loss.contracts();
        lostTrades += loss.trades();
        FeedGap gap = loss.gap(++gapSequence, before.map(Tick::time), tick.time());
        gaps.add(gap);
        Totals from = before.map(Totals::of).orElse(Totals.NOTHING);
        missing.add(gap.sequence(), new MissingVolume.Stretch(from, end, side, loss));
        return gap;
    }

    /// The relations from record to record, where nothing was lost between.
    ///
    /// @param size contracts of the trade that ended the step
    /// @param last its price, hundredths
    private void checkStep(long size, long last, long blocks, long lost, Aggressor aggressor) {
        invariants.count(Invariant.I1, lost == 0);
        if (blocks == 0 && contract.krwPerPoint().isPresent()) {
            long won = last * size * contract.krwPerPoint().getAsLong() / 100;
            invariants.count(Invariant.I2, Math.abs(step.turnover * 1000 - won) <= 1000);
        }
        boolean auction = aggressor == Aggressor.NONE && step.buyVolume == 0 && step.sellVolume == 0;
        if (auction) {
            auctionPrints++;
        } else {
            boolean oneSide = (step.buyVolume == size && step.sellVolume == 0)
                    || (step.sellVolume == size && step.buyVolume == 0);
            invariants.count(Invariant.I3, oneSide);
            invariants.count(Invariant.I4, step.buyTrades + step.sellTrades == 1);
            invariants.count(Invariant.I8, step.unlabelled() == blocks);
        }
    }

    private void compareWithQuoteRule(Tick tick, Tick before, Aggressor aggressor) {
        long ask = before.figure(Figure.ASK);
        long bid = before.figure(Figure.BID);
        if (aggressor == Aggressor.NONE || ask == Figure.ABSENT || bid == Figure.ABSENT) {
            return;
        }
        long last = 2 * tick.figure(Figure.LAST);
        long middle = ask + bid;
        if (last == middle) {
            return;
        }
        if (last > middle == (aggressor == Aggressor.BUYER)) {
            quoteRuleAgreed++;
        } else {
            quoteRuleDisagreed++;
        }
    }

    /// Contracts in the gaps.
    long lostContracts() {
        return lostContracts;
    }

    /// As [AuditReport#completenessPercent].
    double completenessPercent() {
        long all = contracts + lostContracts;
        return all == 0 ? 100 : 100.0 * contracts / all;
    }

    AuditReport report() {
        return new AuditReport(
                records,
                contracts,
                trades,
                gaps.view(),
                gapSequence,
                lostContracts,
                lostTrades,
                lateRecords,
                lateContracts,
                duplicates,
                resets,
                auctionPrints,
                blockContracts,
                quoteRuleAgreed,
                quoteRuleDisagreed,
                invariants.tally());
    }
}
