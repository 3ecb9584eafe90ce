// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;
import java.util.OptionalDouble;
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

    private final Step step = new Step();
    private @Nullable Tick previous;
    private long records;
    private long contracts;
    private long trades;
    private long lostContracts;
    private long lostTrades;
    private long lateRecords;
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

    /// By how much a record's totals grew, in the units of the wire. One object for all records: they come one by one.
    private static final class Step {
        private long volume;
        private long turnover;
        private long buyVolume;
        private long sellVolume;
        private long buyTrades;
        private long sellTrades;
        private long block;

        /// From `before` to `tick`.
        void measure(Tick before, Tick tick) {
            fromNothing(tick);
            volume -= before.volume();
            turnover -= before.turnover();
            buyVolume -= before.figure(Figure.BUY_VOLUME);
            sellVolume -= before.figure(Figure.SELL_VOLUME);
            buyTrades -= before.figure(Figure.BUY_TRADES);
            sellTrades -= before.figure(Figure.SELL_TRADES);
            block = tick.figure(Figure.BLOCK_VOLUME) == Figure.ABSENT ? 0 : block - block(before);
        }

        /// From nothing traded to `tick`.
        void fromNothing(Tick tick) {
            volume = tick.volume();
            turnover = tick.turnover();
            buyVolume = tick.figure(Figure.BUY_VOLUME);
            sellVolume = tick.figure(Figure.SELL_VOLUME);
            buyTrades = tick.figure(Figure.BUY_TRADES);
            sellTrades = tick.figure(Figure.SELL_TRADES);
            block = block(tick);
        }

        private static long block(Tick tick) {
            long contracts = tick.figure(Figure.BLOCK_VOLUME);
            return contracts == Figure.ABSENT ? 0 : contracts;
        }

        long unlabelled() {
            return volume - buyVolume - sellVolume;
        }

        /// The part of the volume's growth that is a negotiated block: whether the exchange counts blocks into ACML_VOL
        /// is not confirmed, so a block counts as inside only where volume without a side has room for it.
        long blockInside() {
            return block > 0 && unlabelled() >= block ? block : 0;
        }
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
        if (!newSession && missing.fill(tick)) {
            return late(tick);
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
        Side side = Side.of(tick, step, blocks, lost == 0);
        Optional<FeedGap> gap = Optional.empty();
        if (lost > 0) {
            gap = Optional.of(gap(tick, lost, blocks, side, sameSession ? Optional.of(before) : Optional.empty()));
            missing.add(sameSession ? before.volume() : 0, tick.volume() - tick.size());
        } else {
            checkStep(tick, blocks, lost, side.aggressor);
        }
        if (sameSession && lost == 0) { // across a gap the quote before is not the one that the trade met
            compareWithQuoteRule(tick, before, side.aggressor);
        }
        accept(tick, side.aggressor);
        return new Verdict(kind, side.aggressor, side.inferred, Math.max(step.block, 0), gap);
    }

    private void accept(Tick tick, Aggressor aggressor) {
        seen.add(tick);
        contracts += tick.size();
        if (aggressor != Aggressor.NONE) {
            trades++;
        }
        previous = tick;
    }

    private Verdict late(Tick tick) {
        lateRecords++;
        seen.add(tick);
        contracts += tick.size();
        lostContracts -= tick.size();
        Aggressor side = Side.byQuote(tick);
        if (lostTrades > 0) {
            lostTrades--;
            trades++;
        }
        return new Verdict(Verdict.Kind.LATE, side, true, 0, Optional.empty());
    }

    private FeedGap gap(Tick tick, long lost, long blocks, Side side, Optional<Tick> before) {
        boolean labelled = side.aggressor != Aggressor.NONE;
        long buy = step.buyVolume - (side.aggressor == Aggressor.BUYER ? tick.size() : 0);
        long sell = step.sellVolume - (side.aggressor == Aggressor.SELLER ? tick.size() : 0);
        long count = Math.max(0, step.buyTrades + step.sellTrades - (labelled ? 1 : 0));
        OptionalDouble average = blocks > 0 || contract.krwPerPoint().isEmpty()
                ? OptionalDouble.empty()
                : contract.averagePrice(step.turnover, 1).stream()
                        .map(value -> (value - tick.last().points() * tick.size()) / lost)
                        .findFirst();
        lostContracts += lost;
        lostTrades += count;
        FeedGap gap = new FeedGap(
                ++gapSequence,
                lost,
                count,
                average,
                buy,
                sell,
                lost - buy - sell,
                side.inferred,
                before.map(Tick::time),
                tick.time(),
                witnesses(tick, lost, buy + sell, count, average));
        gaps.add(gap);
        return gap;
    }

    private static FeedGap.Witnesses witnesses(
            Tick tick, long lost, long labelled, long count, OptionalDouble average) {
        boolean countFits = labelled >= 0 && labelled <= lost && count <= labelled && (count > 0 || labelled == 0);
        if (!countFits) {
            return FeedGap.Witnesses.COUNT_DISAGREES;
        }
        Optional<Price> high = tick.dayRange().high();
        Optional<Price> low = tick.dayRange().low();
        if (average.isPresent() && high.isPresent() && low.isPresent()) {
            double price = average.getAsDouble();
            double rounding = 0.01;
            if (price > high.get().points() + rounding || price < low.get().points() - rounding) {
                return FeedGap.Witnesses.VALUE_DISAGREES;
            }
        }
        return FeedGap.Witnesses.AGREE;
    }

    /// The relations from record to record, where nothing was lost between.
    private void checkStep(Tick tick, long blocks, long lost, Aggressor aggressor) {
        invariants.count(Invariant.I1, lost == 0);
        if (blocks == 0 && contract.krwPerPoint().isPresent()) {
            long won = tick.figure(Figure.LAST)
                    * tick.size()
                    * contract.krwPerPoint().getAsLong()
                    / 100;
            invariants.count(Invariant.I2, Math.abs(step.turnover * 1000 - won) <= 1000);
        }
        boolean auction = aggressor == Aggressor.NONE && step.buyVolume == 0 && step.sellVolume == 0;
        if (auction) {
            auctionPrints++;
        } else {
            long size = tick.size();
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

    /// Contracts in the gaps less those that arrived late.
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
                lostContracts,
                lostTrades,
                lateRecords,
                duplicates,
                resets,
                auctionPrints,
                blockContracts,
                quoteRuleAgreed,
                quoteRuleDisagreed,
                invariants.tally());
    }

    /// The side of the newest trade, and whether it had to be inferred.
    private record Side(Aggressor aggressor, boolean inferred) {

        static Side of(Tick tick, Step step, long blocks, boolean contiguous) {
            long size = tick.size();
            long unlabelled = step.unlabelled() - blocks;
            boolean buyer = step.buyVolume >= size && step.buyTrades >= 1;
            boolean seller = step.sellVolume >= size && step.sellTrades >= 1;
            if (contiguous || !(buyer && seller)) {
                if (unlabelled == size || !(buyer || seller)) {
                    return new Side(Aggressor.NONE, !contiguous && (buyer || seller));
                }
                return new Side(buyer ? Aggressor.BUYER : Aggressor.SELLER, unlabelled >= size);
            }
            return unlabelled == size ? new Side(Aggressor.NONE, true) : new Side(byQuote(tick), true);
        }

        /// The side that the record's own quote suggests: a trade at the ask or above was a buyer's.
        static Aggressor byQuote(Tick tick) {
            long ask = tick.figure(Figure.ASK);
            boolean atAsk = ask != Figure.ABSENT && tick.figure(Figure.LAST) >= ask;
            return atAsk ? Aggressor.BUYER : Aggressor.SELLER;
        }
    }
}
