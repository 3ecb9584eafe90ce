// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Proves from the running totals of one contract what arrived, what was lost, and who initiated each trade.
///
/// The feed has no sequence number; ACML_VOL, the two counts, the two side volumes and ACML_TR_PBMN are one together.
/// [#judge] is called with every record in the order of arrival; which record counts, and as what, is decided by all of
/// its [Witness]es (the package's page has the rule). Records before the first one of a session are not a loss: the
/// monitor joined later, and says so elsewhere. Session thread only.
final class FeedAudit {

    /// Takes what was decided, in the order of the trades.
    interface Fold {

        /// Folds a record, or shows one that does not count yet.
        void fold(Tick tick, Verdict verdict);

        /// Takes back a loss, or a part of it, that turned out to be none.
        void withdraw(LateFill loss);

        /// Puts back the session that the last new session replaced: its totals go on.
        void restore();
    }

    /// Records of a new session after which the one before it is not looked for any more.
    private static final int SESSION_STANDS_AFTER = 1_000;

    private final Fold fold;
    private final InvariantCounts invariants = new InvariantCounts();
    private final AuditCounts counts = new AuditCounts();
    private final LossLedger losses;
    private final WitnessCheck check;
    private final RecordRepair repair;
    private final DoubtfulRecords doubtful = new DoubtfulRecords();
    private final TotalsStep step = new TotalsStep();
    private AuditLine line = new AuditLine(counts);
    private @Nullable AuditLine replaced;

    FeedAudit(Contract contract, Fold fold) {
        this.fold = fold;
        this.losses = new LossLedger(contract, counts, invariants);
        this.check = new WitnessCheck(contract, invariants);
        this.repair = new RecordRepair(contract, check);
    }

    /// Judges the next record and counts it.
    void judge(Tick tick) {
        counts.records++;
        int own = check.record(tick);
        Tick before = line.newest;
        if (before == null) {
            begin(tick, own);
            return;
        }
        step.measure(before, tick);
        int found = own | check.step(before, tick, step);
        if ((found & ~line.habits) != 0) {
            contradicted(tick, before, own, found);
        } else if (doubtful.isEmpty()) {
            next(tick, found);
        } else {
            settle(before, tick, own);
        }
    }

    private void begin(Tick tick, int own) {
        if (own != 0) {
            doubt(tick, own, own);
            return;
        }
        discardDoubtful();
        first(tick, own);
    }

    private void first(Tick tick, int own) {
        accept(tick, own, Verdict.plain(Verdict.Kind.FIRST));
        losses.join(line, tick, new Side(Aggressor.NONE, false));
    }

    /// A good record after doubtful ones: those that were made between count, with the totals that it proves for them.
    private void settle(Tick before, Tick tick, int own) {
        List<Tick> made = repair.between(before, doubtful.all(), tick, own, line.habits);
        counts.repaired += made.size();
        counts.discarded += doubtful.size() - made.size();
        doubtful.clear();
        Tick from = before;
        for (Tick one : made) {
            step.measure(from, one);
            next(one, line.habits);
            from = one;
        }
        step.measure(from, tick);
        next(tick, own | check.step(from, tick, step));
    }

    private void contradicted(Tick tick, Tick before, int own, int found) {
        boolean sound = (own & ~line.habits) == 0;
        if (line.seen.contains(tick) || doubtful.contains(tick)) {
            counts.duplicates++;
            fold.fold(tick, Verdict.plain(Verdict.Kind.DUPLICATE));
        } else if (sound && isOfLaterDay(before, tick)) {
            flush();
            newSession(tick, own);
        } else if (sound && isUpdate(before, tick, found)) {
            counts.updates++;
            line.seen.add(tick);
            line.newest = tick;
            fold.fold(tick, Verdict.plain(Verdict.Kind.UPDATE));
        } else if (!(sound && late(tick, before, found)) && !restored(tick, own)) {
            doubt(tick, own, found & ~line.habits);
        }
    }

    /// Whether the calendar says that another session began between the two.
    private static boolean isOfLaterDay(Tick before, Tick tick) {
        return TradingCalendar.tradeDate(tick.clock()).isAfter(TradingCalendar.tradeDate(before.clock()));
    }

    /// Whether only the state differs: the step has been measured.
    private boolean isUpdate(Tick before, Tick tick, int found) {
        return step.volume == 0
                && step.turnover == 0
                && step.buyVolume == 0
                && step.sellVolume == 0
                && step.buyTrades == 0
                && step.sellTrades == 0
                && step.block == 0
                && (found & Witness.SESSION.bit()) == 0
                && tick.secondOfDay() >= before.secondOfDay();
    }

    /// Shows a record that its witnesses contradict; with those before it, it may prove itself.
    private void doubt(Tick tick, int own, int doubts) {
        counts.doubtful++;
        boolean continues = false;
        int found = own;
        if (!doubtful.isEmpty()) {
            DoubtfulRecords.Doubtful newest = doubtful.all().getLast();
            step.measure(newest.tick(), tick);
            int against = own | check.step(newest.tick(), tick, step);
            if (step.missing(tick.size()) == 0 && (against & Witness.TIME.bit() & ~own) == 0) {
                found = against;
                boolean sound = (newest.own() & DoubtfulRecords.OF_THE_TRADE & ~own) == 0;
                continues = sound && (against & ~newest.found()) == 0;
            }
        }
        if (doubtful.add(new DoubtfulRecords.Doubtful(tick, own, found, doubts), continues)) {
            counts.discarded++;
        }
        if (doubtful.isProved()) {
            adopt();
        } else {
            fold.fold(tick, Verdict.doubtful(doubts));
        }
    }

    /// The doubtful records that prove each other count from now on.
    private void adopt() {
        List<DoubtfulRecords.Doubtful> chain = doubtful.chain();
        counts.discarded += doubtful.size() - chain.size();
        doubtful.clear();
        DoubtfulRecords.Doubtful head = chain.getFirst();
        Tick before = line.newest;
        if (before == null) {
            first(head.tick(), head.found());
        } else {
            step.measure(before, head.tick());
            boolean sameSession = (check.step(before, head.tick(), step) & Witness.SESSION.bit()) == 0;
            if (!sameSession) {
                newSession(head.tick(), head.found());
            } else if (step.missing(head.tick().size()) >= 0) {
                next(head.tick(), head.found());
            } else {
                correct(before, head);
            }
        }
        Tick from = head.tick();
        for (DoubtfulRecords.Doubtful each : chain.subList(1, chain.size())) {
            step.measure(from, each.tick());
            next(each.tick(), each.found());
            from = each.tick();
        }
    }

    /// Ends a session: of what was doubtful at its end, prints without a side count, as nothing else speaks against
    /// them.
    private void flush() {
        for (DoubtfulRecords.Doubtful each : doubtful.all()) {
            Tick before = line.newest;
            if (before != null && each.doubts() == Witness.AUCTION.bit()) {
                step.measure(before, each.tick());
                next(each.tick(), each.found());
            } else {
                counts.discarded++;
            }
        }
        doubtful.clear();
    }

    private void discardDoubtful() {
        counts.discarded += doubtful.size();
        doubtful.clear();
    }

    private void newSession(Tick tick, int found) {
        discardDoubtful();
        replaced = line;
        line = new AuditLine(counts);
        counts.resets++;
        step.measure(Totals.NOTHING, Totals.of(tick));
        long blocks = step.blockInside();
        boolean whole = step.missing(tick.size()) == 0;
        Side side = new Side(Aggressor.NONE, false);
        if (whole) {
            side = Side.of(tick.size(), Side.byQuote(tick), step, blocks, true);
            losses.check(step, tick.size(), tick.figure(Figure.LAST), side.aggressor());
        }
        accept(
                tick,
                found,
                new Verdict(
                        Verdict.Kind.NEW_SESSION,
                        side.aggressor(),
                        side.inferred(),
                        Math.max(step.block, 0),
                        Optional.empty(),
                        Optional.empty(),
                        0));
        losses.join(line, tick, side);
    }

    /// Takes lowered totals as the base line from here on, and withdraws what was stated as lost beyond them.
    private void correct(Tick before, DoubtfulRecords.Doubtful head) {
        Tick tick = head.tick();
        counts.resets++;
        counts.corrections++;
        LossLedger.Correction correction = losses.correct(line, before, tick);
        correction.changes().forEach(fold::withdraw);
        if (!correction.known()) {
            counts.unknownLosses++;
        }
        step.measure(before, tick);
        Side side = Side.of(tick.size(), Side.byQuote(tick), step, 0, true);
        if (side.aggressor() == Aggressor.NONE) {
            side = new Side(Side.byQuote(tick), true); // the sides were corrected too
        }
        accept(
                tick,
                head.found(),
                new Verdict(
                        Verdict.Kind.CORRECTION,
                        side.aggressor(),
                        side.inferred(),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        0));
    }

    /// Whether `tick` goes on with the session that the present one replaced: then that one is put back.
    private boolean restored(Tick tick, int own) {
        AuditLine old = replaced;
        Tick newest = old == null ? null : old.newest;
        if (old == null || newest == null || line.accepted > SESSION_STANDS_AFTER) {
            replaced = null;
            return false;
        }
        step.measure(newest, tick);
        int found = own | check.step(newest, tick, step);
        if ((found & ~old.habits) != 0) {
            return false;
        }
        discardDoubtful();
        counts.discarded += line.accepted;
        counts.takeBackTo(line.before);
        losses.forgetAfter(line.before.gapsFound);
        line = old;
        replaced = null;
        fold.restore();
        next(tick, found);
        return true;
    }

    /// Takes a record as the next one; the step to it has been measured.
    private void next(Tick tick, int found) {
        long blocks = step.blockInside();
        counts.blockContracts += Math.max(step.block, 0);
        long lost = step.missing(tick.size());
        Side side = Side.of(tick.size(), Side.byQuote(tick), step, blocks, lost == 0);
        Optional<FeedGap> gap = Optional.empty();
        Tick before = line.newest;
        if (lost > 0 && before != null) {
            gap = Optional.of(losses.add(line, before, tick, step, side));
        } else {
            losses.check(step, tick.size(), tick.figure(Figure.LAST), side.aggressor());
            compareWithQuoteRule(tick, side.aggressor()); // across a gap the quote is not the one that the trade met
        }
        accept(
                tick,
                found,
                new Verdict(
                        Verdict.Kind.NEXT,
                        side.aggressor(),
                        side.inferred(),
                        Math.max(step.block, 0),
                        gap,
                        Optional.empty(),
                        0));
    }

    private void accept(Tick tick, int found, Verdict verdict) {
        count(tick, verdict.aggressor());
        line.accept(tick, found);
        fold.fold(tick, verdict);
    }

    private void count(Tick tick, Aggressor aggressor) {
        line.seen.add(tick);
        counts.contracts += tick.size();
        counts.trades += labelled(aggressor);
    }

    private static int labelled(Aggressor aggressor) {
        return aggressor == Aggressor.NONE ? 0 : 1;
    }

    /// Folds a record that is no newer than the newest, lies in a missing stretch and agrees with both its ends.
    private boolean late(Tick tick, Tick newest, int found) {
        boolean newer = tick.secondOfDay() > newest.secondOfDay() && !WitnessCheck.isMidnight(tick, newest);
        if (newer || (found & Witness.SESSION.bit()) != 0) {
            return false;
        }
        Optional<LossLedger.Late> late = losses.takeLate(line, tick);
        if (late.isEmpty()) {
            return false;
        }
        Side side = late.get().side();
        LateFill fill = late.get().fill();
        counts.lateRecords++;
        counts.lateContracts += tick.size();
        count(tick, side.aggressor());
        counts.trades +=
                labelled(fill.proved().aggressor()) - labelled(fill.told().aggressor());
        fold.fold(
                tick,
                new Verdict(
                        Verdict.Kind.LATE,
                        side.aggressor(),
                        side.inferred(),
                        0,
                        Optional.empty(),
                        Optional.of(fill),
                        0));
        return true;
    }

    private void compareWithQuoteRule(Tick tick, Aggressor aggressor) {
        Tick before = line.newest;
        if (before == null || aggressor == Aggressor.NONE) {
            return;
        }
        long ask = before.figure(Figure.ASK);
        long bid = before.figure(Figure.BID);
        long last = 2 * tick.figure(Figure.LAST);
        long middle = ask + bid;
        if (ask == Figure.ABSENT || bid == Figure.ABSENT || last == middle) {
            return;
        }
        if (last > middle == (aggressor == Aggressor.BUYER)) {
            counts.quoteRuleAgreed++;
        } else {
            counts.quoteRuleDisagreed++;
        }
    }

    /// Contracts in the gaps.
    long lostContracts() {
        return counts.lostContracts;
    }

    /// As [AuditReport#completenessPercent].
    double completenessPercent() {
        long all = counts.contracts + counts.lostContracts;
        return all == 0 ? 100 : 100.0 * counts.contracts / all;
    }

    AuditReport report() {
        return AuditReport.of(counts, losses.gaps(), invariants.tally());
    }
}
