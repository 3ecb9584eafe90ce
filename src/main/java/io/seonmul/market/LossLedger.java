// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// States what was lost, gap by gap, and restates it where a record comes late or totals fall back. Session thread
/// only.
final class LossLedger {

    /// The number of what a session traded before its first record: it is no gap, but its records may come late.
    static final long BEFORE_JOINING = -1;

    private final Contract contract;
    private final AuditCounts counts;
    private final InvariantCounts invariants;
    private final AppendLog<FeedGap> gaps = new AppendLog<>();
    private final TotalsStep step = new TotalsStep();

    /// A late record in its place.
    ///
    /// @param side of its trade
    /// @param fill what it changed
    record Late(Side side, LateFill fill) {}

    LossLedger(Contract contract, AuditCounts counts, InvariantCounts invariants) {
        this.contract = contract;
        this.counts = counts;
        this.invariants = invariants;
    }

    List<FeedGap> gaps() {
        return gaps.view();
    }

    /// What the session traded before its first record may still come, late.
    void join(AuditLine line, Tick tick, Side side) {
        GapEnd end = GapEnd.of(tick);
        if (end.volumeBefore() > 0) {
            step.measure(Totals.NOTHING, end.totals());
            Loss unknown = Loss.of(contract, step, end, side, step.blockInside(), step.missing(end.size()));
            line.missing.add(BEFORE_JOINING, new MissingVolume.Stretch(Totals.NOTHING, end, side, unknown));
        }
    }

    /// States that contracts are missing between two records.
    ///
    /// @param from from the first to the second
    FeedGap add(AuditLine line, Tick before, Tick tick, TotalsStep from, Side side) {
        GapEnd end = GapEnd.of(tick);
        Loss loss = Loss.of(contract, from, end, side, from.blockInside(), from.missing(tick.size()));
        counts.lostContracts += loss.contracts();
        counts.lostTrades += loss.trades();
        FeedGap gap = loss.gap(++counts.gapsFound, Optional.of(before.time()), tick.time());
        gaps.add(gap);
        line.missing.add(gap.sequence(), new MissingVolume.Stretch(Totals.of(before), end, side, loss));
        return gap;
    }

    /// Puts a record that arrived after its successor in its place: judges the two steps into which it divides the one
    /// that proved its gap, as they would have been judged in time. The gap keeps its place and its times; what is
    /// left of it are the stretches in which something is still missing.
    ///
    /// @return empty where it lies in no missing stretch, or is in disagreement with an end of it
    Optional<Late> takeLate(AuditLine line, Tick tick) {
        Optional<MissingVolume.Place> found = line.missing.find(tick);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        MissingVolume.Gap gap = found.get().gap();
        MissingVolume.Stretch stretch = found.get().stretch();
        GapEnd own = GapEnd.of(tick);
        if (!agrees(stretch.from(), own) || !agrees(own.totals(), stretch.end())) {
            return Optional.empty();
        }
        Loss before = Loss.sum(gap.parts());
        List<MissingVolume.Stretch> rest = new ArrayList<>(2);
        Side side = judgeStep(stretch.from(), own, rest);
        Side proved = judgeStep(own.totals(), stretch.end(), rest);
        line.missing.replace(found.get(), rest);
        Loss left = Loss.sum(gap.parts());
        restate(gap.sequence(), before, left);
        boolean stated = gap.sequence() != BEFORE_JOINING;
        LateFill fill = new LateFill(
                gap.sequence(),
                gap.closedAt(),
                stated ? before.contracts() - left.contracts() : 0,
                stated ? before.trades() - left.trades() : 0,
                stretch.end(),
                stretch.side(),
                proved);
        return Optional.of(new Late(side, fill));
    }

    private boolean agrees(Totals from, GapEnd end) {
        step.measure(from, end.totals());
        long lost = step.missing(end.size());
        if (lost < 0 || step.buyVolume < 0 || step.sellVolume < 0 || step.buyTrades < 0 || step.sellTrades < 0) {
            return false;
        }
        long blocks = step.blockInside();
        Side side = Side.of(end.size(), end.byQuote(), step, blocks, lost == 0);
        return lost == 0
                ? contract.krwPerPoint().isEmpty() || step.block != 0 || isValueOf(step, end.last(), end.size())
                : Loss.of(contract, step, end, side, blocks, lost).agrees();
    }

    /// Judges the step from `from` to `end`, and puts what is missing in it into `rest`.
    private Side judgeStep(Totals from, GapEnd end, List<MissingVolume.Stretch> rest) {
        step.measure(from, end.totals());
        long blocks = step.blockInside();
        long lost = step.missing(end.size());
        boolean unseen = from.volume() == 0 && lost > 0; // joined later: nothing shows the side of the first
        Side side =
                unseen ? new Side(Aggressor.NONE, false) : Side.of(end.size(), end.byQuote(), step, blocks, lost == 0);
        if (lost > 0) {
            rest.add(new MissingVolume.Stretch(from, end, side, Loss.of(contract, step, end, side, blocks, lost)));
        } else {
            check(step, end.size(), end.last(), side.aggressor());
        }
        return side;
    }

    /// What a correction of the totals leaves of the losses stated before it.
    ///
    /// @param changes by how much each gap is smaller
    /// @param known whether what is left is the whole truth
    record Correction(List<LateFill> changes, boolean known) {}

    /// Withdraws what was stated as lost and turns out to be none, since the totals go on from lower ones.
    ///
    /// @param before the newest record until then: its totals have all that was received and all that was stated
    Correction correct(AuditLine line, Tick before, Tick tick) {
        GapEnd head = GapEnd.of(tick);
        step.measure(before, tick);
        // A block between the two hides how far the totals fell.
        List<MissingVolume.Gap> concerned =
                new ArrayList<>(line.missing.takeBeyond(head.volumeBefore() - step.blockInside()));
        concerned.removeIf(gap -> gap.sequence() == BEFORE_JOINING);
        if (concerned.isEmpty()) {
            return new Correction(List.of(), false);
        }
        List<MissingVolume.Stretch> parts = concerned.reversed().stream()
                .flatMap(gap -> gap.parts().stream())
                .toList();
        Loss left = Loss.sum(parts).after(contract, step, head);
        boolean remains = left.contracts() > 0;
        List<LateFill> changes = new ArrayList<>();
        for (MissingVolume.Gap gap : concerned) {
            Loss stated = Loss.sum(gap.parts());
            Loss now = remains && changes.isEmpty() ? left : Loss.NOTHING; // what remains stays with the newest
            restate(gap.sequence(), stated, now);
            MissingVolume.Stretch last = gap.parts().getLast();
            changes.add(new LateFill(
                    gap.sequence(),
                    gap.closedAt(),
                    stated.contracts() - now.contracts(),
                    stated.trades() - now.trades(),
                    last.end(),
                    last.side(),
                    last.side()));
        }
        if (remains) {
            Side unknown = new Side(Aggressor.NONE, true);
            line.missing.add(
                    concerned.getFirst().sequence(),
                    new MissingVolume.Stretch(parts.getFirst().from(), head, unknown, left));
        }
        return new Correction(changes, left.contracts() >= 0);
    }

    /// Forgets the gaps that were found after the first `found`.
    void forgetAfter(long found) {
        while (!gaps.isEmpty() && gaps.last().sequence() > found) {
            gaps.remove(gaps.size() - 1);
        }
    }

    /// States of a gap what is left of it. Gaps are in the order of their numbers, and it is mostly one of the newest.
    private void restate(long sequence, Loss before, Loss left) {
        if (sequence == BEFORE_JOINING) {
            return;
        }
        counts.lostContracts += left.contracts() - before.contracts();
        counts.lostTrades += left.trades() - before.trades();
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

    private boolean isValueOf(TotalsStep of, long last, long size) {
        long won = last * size * contract.krwPerPoint().orElseThrow() / 100;
        return Math.abs(of.turnover * 1000 - won) <= 1000;
    }

    /// Counts the relations from record to record, where nothing was lost between.
    ///
    /// @param size contracts of the trade that ended the step
    /// @param last its price, hundredths
    void check(TotalsStep of, long size, long last, Aggressor aggressor) {
        long blocks = of.blockInside();
        invariants.count(Invariant.I1, of.missing(size) == 0);
        if (blocks == 0 && contract.krwPerPoint().isPresent()) {
            invariants.count(Invariant.I2, isValueOf(of, last, size));
        }
        if (!of.sided) {
            return;
        }
        boolean auction = aggressor == Aggressor.NONE && of.buyVolume == 0 && of.sellVolume == 0;
        if (auction) {
            counts.auctionPrints++;
        } else {
            boolean oneSide =
                    (of.buyVolume == size && of.sellVolume == 0) || (of.sellVolume == size && of.buyVolume == 0);
            invariants.count(Invariant.I3, oneSide);
            invariants.count(Invariant.I4, of.buyTrades + of.sellTrades == 1);
            invariants.count(Invariant.I8, of.unlabelled() == blocks);
        }
    }
}
