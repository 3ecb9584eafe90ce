// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.ArrayList;
import java.util.List;

/// Gives doubtful records the totals that their neighbours prove. Session thread only.
///
/// A record whose totals are wrong still tells its trade. Where the good records before and after leave room for
/// exactly
/// that trade, by volume, value and counts, it was made: it counts with the totals that it should have had.
final class RecordRepair {

    private static final int BEYOND_REPAIR = Witness.PRICE.bit() | Witness.TIME.bit();

    /// What a wrong total of the record before contradicts.
    private static final int TOTALS =
            Witness.VALUE.bit() | Witness.SIDES.bit() | Witness.TRADES.bit() | Witness.RANGE.bit();

    private final Contract contract;
    private final WitnessCheck check;
    private final TotalsStep step = new TotalsStep();

    RecordRepair(Contract contract, WitnessCheck check) {
        this.contract = contract;
        this.check = check;
    }

    /// Those of `doubtful` that were made between two good records, in order, with the totals that they should have
    /// had:
    /// all of them, else one, else none.
    ///
    /// @param before the good record before them
    /// @param after the good record after them
    /// @param own what contradicts `after` in itself
    /// @param habits the witnesses that are no reason for doubt
    List<Tick> between(Tick before, List<DoubtfulRecords.Doubtful> doubtful, Tick after, int own, int habits) {
        List<Tick> all = asSent(before, doubtful, after, own, habits);
        if (all.isEmpty()) {
            all = fitted(before, doubtful, after, own, habits);
        }
        for (int i = 0; all.isEmpty() && doubtful.size() > 1 && i < doubtful.size(); i++) {
            all = fitted(before, doubtful.subList(i, i + 1), after, own, habits);
        }
        return all;
    }

    /// All of them as they were sent, where they follow each other and lead to `after` without a contradiction, and
    /// follow
    /// `before` by the volume: then it is a total of `before` that was wrong.
    private List<Tick> asSent(Tick before, List<DoubtfulRecords.Doubtful> doubtful, Tick after, int own, int habits) {
        List<Tick> sent = doubtful.stream().map(DoubtfulRecords.Doubtful::tick).toList();
        boolean sound = isFollowing(before, sent.getFirst(), doubtful.getFirst().own(), habits | TOTALS);
        for (int i = 1; sound && i < sent.size(); i++) {
            sound = isFollowing(sent.get(i - 1), sent.get(i), doubtful.get(i).own(), habits);
        }
        return sound && isFollowing(sent.getLast(), after, own, habits) ? sent : List.of();
    }

    private boolean isFollowing(Tick from, Tick tick, int own, int allowed) {
        step.measure(from, tick);
        return step.missing(tick.size()) == 0 && ((own | check.step(from, tick, step)) & ~allowed) == 0;
    }

    /// Behind the good record before them or ahead of the one after them, whichever leaves more of their own totals as
    /// they were sent: what is missing beside them lies on the other side.
    private List<Tick> fitted(Tick before, List<DoubtfulRecords.Doubtful> doubtful, Tick after, int own, int habits) {
        List<Tick> behind = behind(before, doubtful, after, own, habits);
        List<Tick> ahead = ahead(before, doubtful, after, own, habits);
        return kept(behind, doubtful) >= kept(ahead, doubtful) ? behind : ahead;
    }

    /// How many totals are as they were sent; -1 of no records.
    private static int kept(List<Tick> repaired, List<DoubtfulRecords.Doubtful> doubtful) {
        int kept = repaired.isEmpty() ? -1 : 0;
        for (int i = 0; i < repaired.size(); i++) {
            kept += Totals.of(repaired.get(i))
                    .inCommon(Totals.of(doubtful.get(i).tick()));
        }
        return kept;
    }

    private List<Tick> behind(Tick before, List<DoubtfulRecords.Doubtful> doubtful, Tick after, int own, int habits) {
        List<Tick> fitted = new ArrayList<>(doubtful.size());
        Tick from = before;
        for (DoubtfulRecords.Doubtful one : doubtful) {
            if (!isTrade(from, one)) {
                return List.of();
            }
            Tick tick = one.tick();
            from = repaired(one, from, Totals.of(from).plus(trade(tick, side(from, tick))));
            fitted.add(from);
        }
        return isNext(from, after, own, habits) ? fitted : List.of();
    }

    private List<Tick> ahead(Tick before, List<DoubtfulRecords.Doubtful> doubtful, Tick after, int own, int habits) {
        List<Tick> fitted = new ArrayList<>(doubtful.size());
        Tick next = after;
        for (DoubtfulRecords.Doubtful one : doubtful.reversed()) {
            if (!isTrade(before, one)) {
                return List.of();
            }
            Tick tick = one.tick();
            next = repaired(one, before, Totals.of(next).minus(trade(next, side(tick, next))));
            fitted.addFirst(next);
        }
        Tick from = before;
        for (Tick tick : fitted) {
            if (!isNext(from, tick, 0, habits)) {
                return List.of();
            }
            from = tick;
        }
        return isNext(from, after, own, habits) ? fitted : List.of();
    }

    private boolean isNext(Tick from, Tick tick, int own, int habits) {
        step.measure(from, tick);
        return ((own | check.step(from, tick, step)) & ~habits) == 0;
    }

    /// Whether the record tells a trade that can be believed but for its totals.
    private boolean isTrade(Tick from, DoubtfulRecords.Doubtful doubtful) {
        Tick tick = doubtful.tick();
        step.measure(from, tick);
        int against = check.step(from, tick, step);
        return (doubtful.own() & BEYOND_REPAIR) == 0
                && (against & (Witness.SESSION.bit() | Witness.TIME.bit())) == 0
                && tick.size() > 0;
    }

    /// The side of `tick` by any total that shows it alone, else by the quote.
    private Aggressor side(Tick from, Tick tick) {
        step.measure(from, tick);
        if (!step.sided) {
            return Side.byQuote(tick);
        }
        boolean bought = step.buyVolume == tick.size();
        boolean sold = step.sellVolume == tick.size();
        if (bought == sold) {
            bought = step.buyTrades == 1;
            sold = step.sellTrades == 1;
        }
        return bought == sold ? Side.byQuote(tick) : bought ? Aggressor.BUYER : Aggressor.SELLER;
    }

    /// What one trade adds to the totals.
    private Totals trade(Tick tick, Aggressor side) {
        long size = tick.size();
        long value = contract.krwPerPoint().isPresent()
                ? tick.figure(Figure.LAST) * size * contract.krwPerPoint().getAsLong() / 100_000
                : 0;
        boolean bought = side == Aggressor.BUYER;
        boolean sold = side == Aggressor.SELLER;
        return new Totals(size, value, bought ? size : 0, sold ? size : 0, bought ? 1 : 0, sold ? 1 : 0, 0);
    }

    private Tick repaired(DoubtfulRecords.Doubtful doubtful, Tick before, Totals totals) {
        Tick tick = doubtful.tick();
        long last = tick.figure(Figure.LAST);
        long high = before.figure(Figure.HIGH);
        long low = before.figure(Figure.LOW);
        boolean ranged = (doubtful.own() & Witness.RANGE.bit()) == 0;
        boolean valued = Math.abs(tick.turnover() - totals.turnover()) <= 1
                || contract.krwPerPoint().isEmpty();
        return tick.with(
                valued ? totals.withTurnover(tick.turnover()) : totals, // cut to whole thousands
                ranged || high == Figure.ABSENT ? tick.figure(Figure.HIGH) : Math.max(high, last),
                ranged || low == Figure.ABSENT ? tick.figure(Figure.LOW) : Math.min(low, last));
    }
}
