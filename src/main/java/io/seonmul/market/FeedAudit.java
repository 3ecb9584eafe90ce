// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/// Proves from the running totals of one contract what arrived, what was lost, and who initiated each trade.
///
/// The feed has no sequence number; ACML_VOL, the two counts, the two side volumes and ACML_TR_PBMN are one together
/// (kis/invariants.md). [#judge] is called with every record in the order of arrival. Records before the first one
/// received are not a loss: the monitor joined later, and says so elsewhere. Session thread only.
final class FeedAudit {

    private static final Duration BACK_IN_TIME = Duration.ofMinutes(30);
    private static final Totals NOTHING_TRADED = new Totals(0, 0, 0, 0, 0, 0, 0);

    private final Contract contract;
    private final InvariantCounts invariants = new InvariantCounts();
    private final SeenRecords seen = new SeenRecords();
    private final MissingVolume missing = new MissingVolume();
    private final AppendLog<FeedGap> gaps = new AppendLog<>();

    private Optional<Tick> previous = Optional.empty();
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

    /// What the totals of a record amount to, in the units of the wire.
    private record Totals(
            long volume, long turnover, long buyVolume, long sellVolume, long buyTrades, long sellTrades, long block) {

        static Totals of(Tick tick, long blockIfUnknown) {
            OrderFlow flow = tick.orderFlow();
            return new Totals(
                    tick.volume(),
                    tick.turnover(),
                    flow.buyVolume(),
                    flow.sellVolume(),
                    flow.buyTrades(),
                    flow.sellTrades(),
                    tick.blockVolume().orElse(blockIfUnknown));
        }

        Totals since(Totals before) {
            return new Totals(
                    volume - before.volume,
                    turnover - before.turnover,
                    buyVolume - before.buyVolume,
                    sellVolume - before.sellVolume,
                    buyTrades - before.buyTrades,
                    sellTrades - before.sellTrades,
                    block - before.block);
        }

        long unlabelled() {
            return volume - buyVolume - sellVolume;
        }

        /// The part of the volume's growth that is a negotiated block: whether the exchange counts blocks into ACML_VOL
        /// is
        /// not confirmed, so a block counts as inside only where volume without a side has room for it.
        long blockInside() {
            return block > 0 && unlabelled() >= block ? block : 0;
        }
    }

    /// Judges the next record and counts it.
    Verdict judge(Tick tick) {
        records++;
        invariants.checkRecord(tick);
        if (previous.isEmpty()) {
            return first(tick);
        }
        Tick before = previous.get();
        Totals base = Totals.of(before, 0);
        Totals step = Totals.of(tick, base.block).since(base);
        boolean newSession = isNewSession(before, tick);
        if (step.volume > 0 && !newSession) {
            return next(tick, base, step, before, Verdict.Kind.NEXT);
        }
        if (seen.contains(tick)) {
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
            return next(tick, NOTHING_TRADED, Totals.of(tick, 0), before, Verdict.Kind.NEW_SESSION);
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
        signs += tick.basePrice().equals(before.basePrice()) ? 0 : 1;
        signs += tick.dayRange().open().equals(before.dayRange().open()) ? 0 : 1;
        signs += before.time().toSecondOfDay() - tick.time().toSecondOfDay() > BACK_IN_TIME.toSeconds() ? 1 : 0;
        signs += tick.volume() < before.volume() ? 1 : 0;
        return signs >= 2;
    }

    private Verdict next(Tick tick, Totals base, Totals step, Tick before, Verdict.Kind kind) {
        long blocks = step.blockInside();
        blockContracts += Math.max(step.block, 0);
        long traded = step.volume - blocks;
        long lost = traded - tick.size();
        boolean sameSession = kind == Verdict.Kind.NEXT;
        Side side = Side.of(tick, step, blocks, lost == 0);
        Optional<FeedGap> gap = Optional.empty();
        if (lost > 0) {
            gap = Optional.of(
                    gap(tick, step, lost, blocks, side, sameSession ? Optional.of(before) : Optional.empty()));
            missing.add(base.volume, tick.volume() - tick.size());
        } else {
            checkStep(tick, step, blocks, lost, side.aggressor);
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
        previous = Optional.of(tick);
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

    private FeedGap gap(Tick tick, Totals step, long lost, long blocks, Side side, Optional<Tick> before) {
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
    private void checkStep(Tick tick, Totals step, long blocks, long lost, Aggressor aggressor) {
        invariants.count(Invariant.I1, lost == 0);
        if (blocks == 0 && contract.krwPerPoint().isPresent()) {
            long won = tick.last().hundredths()
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
        Optional<Price> ask = before.quote().ask();
        Optional<Price> bid = before.quote().bid();
        if (aggressor == Aggressor.NONE || ask.isEmpty() || bid.isEmpty()) {
            return;
        }
        long last = 2 * tick.last().hundredths();
        long middle = ask.get().hundredths() + bid.get().hundredths();
        if (last == middle) {
            return;
        }
        if (last > middle == (aggressor == Aggressor.BUYER)) {
            quoteRuleAgreed++;
        } else {
            quoteRuleDisagreed++;
        }
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

        static Side of(Tick tick, Totals step, long blocks, boolean contiguous) {
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
            long last = tick.last().hundredths();
            boolean atAsk =
                    tick.quote().ask().map(ask -> last >= ask.hundredths()).orElse(false);
            return atAsk ? Aggressor.BUYER : Aggressor.SELLER;
        }
    }
}
