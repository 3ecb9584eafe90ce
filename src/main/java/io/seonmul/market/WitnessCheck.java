// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.OptionalLong;

/// Finds the witnesses that contradict a record: of itself, and of its step from another record. Session thread only.
///
/// A figure that the wire left empty is no witness. Every record passes here, so contradictions are bits of
/// [Witness#bit].
final class WitnessCheck {

    /// Seconds by which times may run back: servers stamp records apart from each other.
    static final int TIME_TOLERANCE = 10;

    /// Seconds by which a record may be ahead of the exchange's clock as the monitor knows it.
    private static final int AHEAD_TOLERANCE = 300;

    /// Seconds without a trade that every auction takes at least.
    private static final int SHORTEST_AUCTION = 300;

    private static final int DAY = 86_400;
    private static final int EVENING = 18 * 3600;
    private static final int MORNING = 6 * 3600;
    /// How far an average may lie outside the day's range by the wire's rounding, hundredths.
    private static final double ROUNDING = 1;

    private final OptionalLong krwPerPoint;
    private final InvariantCounts invariants;

    WitnessCheck(Contract contract, InvariantCounts invariants) {
        this.krwPerPoint = contract.krwPerPoint();
        this.invariants = invariants;
    }

    /// What contradicts `tick` in itself; counts its invariants.
    int record(Tick tick) {
        int found = invariants.checkRecord(tick);
        long last = tick.figure(Figure.LAST);
        long high = tick.figure(Figure.HIGH);
        long low = tick.figure(Figure.LOW);
        if (high != Figure.ABSENT && low != Figure.ABSENT) {
            if (last > high || last < low) {
                found |= Witness.PRICE.bit();
            }
            if (tick.figure(Figure.BLOCK_VOLUME) <= 0 // a block's price is agreed upon, and may lie anywhere
                    && !isPriceOf(tick.turnover(), tick.volume(), low, high)) {
                found |= Witness.VALUE.bit();
            }
        }
        long buys = tick.figure(Figure.BUY_VOLUME);
        long sells = tick.figure(Figure.SELL_VOLUME);
        long buyTrades = tick.figure(Figure.BUY_TRADES);
        long sellTrades = tick.figure(Figure.SELL_TRADES);
        if (isKnown(buys, sells) && buys + sells > tick.volume()) {
            found |= Witness.SIDES.bit();
        }
        if ((isKnown(buys, buyTrades) && buyTrades > buys) || (isKnown(sells, sellTrades) && sellTrades > sells)) {
            found |= Witness.TRADES.bit();
        }
        int ahead = tick.secondOfDay() - tick.clockSecondOfDay();
        if (ahead > AHEAD_TOLERANCE && ahead < DAY / 2) {
            found |= Witness.TIME.bit();
        }
        return found;
    }

    private static boolean isKnown(long one, long other) {
        return one != Figure.ABSENT && other != Figure.ABSENT;
    }

    /// Whether `contracts` for `thousandWon` come to an average between the two prices.
    private boolean isPriceOf(long thousandWon, long contracts, long low, long high) {
        if (krwPerPoint.isEmpty() || contracts <= 0) {
            return true;
        }
        double hundredths = thousandWon * 100_000.0;
        double weight = (double) contracts * krwPerPoint.getAsLong();
        double rounding = ROUNDING * weight + 200_000.0; // a total is cut to whole thousands at both ends
        return hundredths >= low * weight - rounding && hundredths <= high * weight + rounding;
    }

    /// What contradicts that `tick` is the next record after `before`, or the next that arrived.
    ///
    /// @param step from `before` to `tick`
    int step(Tick before, Tick tick, TotalsStep step) {
        int found = circumstances(before, tick);
        long traded = step.volume - step.blockInside();
        long lost = traded - tick.size();
        int seconds = tick.secondOfDay() - before.secondOfDay();
        if (lost < 0) {
            return found | Witness.VOLUME.bit();
        }
        boolean mayHoldAuction = seconds >= SHORTEST_AUCTION || seconds < 0;
        if (lost == 0) {
            return found | contiguous(before, tick, step, mayHoldAuction);
        }
        if (step.sided) {
            long sided = step.buyVolume + step.sellVolume;
            if (step.buyVolume < 0 || step.sellVolume < 0 || sided > traded) {
                found |= Witness.SIDES.bit();
            } else if (sided < traded && !mayHoldAuction) {
                found |= Witness.AUCTION.bit();
            }
            if (!isCount(step.buyTrades, step.buyVolume) || !isCount(step.sellTrades, step.sellVolume)) {
                found |= Witness.TRADES.bit();
            }
        }
        long high = tick.figure(Figure.HIGH);
        long low = tick.figure(Figure.LOW);
        if (isKnown(high, low)) {
            if (step.block == 0 && !isLossPriced(tick, step, lost)) {
                found |= Witness.VALUE.bit();
            }
            if (high < before.figure(Figure.HIGH) || isLess(before.figure(Figure.LOW), low)) {
                found |= Witness.RANGE.bit();
            }
        }
        return found;
    }

    private static boolean isCount(long trades, long contracts) {
        return trades >= 0 && trades <= contracts && (trades > 0 || contracts <= 0);
    }

    private static boolean isLess(long known, long other) {
        return known != Figure.ABSENT && known < other;
    }

    private boolean isLossPriced(Tick tick, TotalsStep step, long lost) {
        if (krwPerPoint.isEmpty()) {
            return true;
        }
        long own = tick.figure(Figure.LAST) * tick.size() * krwPerPoint.getAsLong() / 100_000;
        return isPriceOf(step.turnover - own, lost, tick.figure(Figure.LOW), tick.figure(Figure.HIGH));
    }

    /// What contradicts that they are of one session, one after the other.
    private static int circumstances(Tick before, Tick tick) {
        int found = 0;
        boolean otherBase = isKnown(before.baseHundredths(), tick.baseHundredths())
                && tick.baseHundredths() != before.baseHundredths();
        boolean otherOpen = isKnown(before.figure(Figure.OPEN), tick.figure(Figure.OPEN))
                && tick.figure(Figure.OPEN) != before.figure(Figure.OPEN);
        if (otherBase || otherOpen) {
            found |= Witness.SESSION.bit();
        }
        if (before.secondOfDay() - tick.secondOfDay() > TIME_TOLERANCE && !isMidnight(before, tick)) {
            found |= Witness.TIME.bit();
        }
        return found;
    }

    /// Whether a midnight lies between: only a night session knows one.
    static boolean isMidnight(Tick before, Tick tick) {
        return before.secondOfDay() >= EVENING && tick.secondOfDay() <= MORNING;
    }

    private int contiguous(Tick before, Tick tick, TotalsStep step, boolean mayHoldAuction) {
        int found = 0;
        long size = tick.size();
        if (step.block == 0 && krwPerPoint.isPresent()) {
            long won = tick.figure(Figure.LAST) * size * krwPerPoint.getAsLong() / 100;
            if (Math.abs(step.turnover * 1000 - won) > 1000) {
                found |= Witness.VALUE.bit();
            }
        }
        if (step.sided) {
            boolean auction = step.buyVolume == 0 && step.sellVolume == 0;
            boolean oneSide = (step.buyVolume == size && step.sellVolume == 0)
                    || (step.sellVolume == size && step.buyVolume == 0);
            if (auction ? !mayHoldAuction : !oneSide) {
                found |= auction ? Witness.AUCTION.bit() : Witness.SIDES.bit();
            }
            if (step.buyTrades + step.sellTrades != (auction ? 0 : 1)
                    || !isCount(step.buyTrades, step.buyVolume)
                    || !isCount(step.sellTrades, step.sellVolume)) {
                found |= Witness.TRADES.bit();
            }
        }
        long last = tick.figure(Figure.LAST);
        long high = before.figure(Figure.HIGH);
        long low = before.figure(Figure.LOW);
        if (isKnown(high, low)
                && isKnown(tick.figure(Figure.HIGH), tick.figure(Figure.LOW))
                && (tick.figure(Figure.HIGH) != Math.max(high, last)
                        || tick.figure(Figure.LOW) != Math.min(low, last))) {
            found |= Witness.RANGE.bit();
        }
        return found;
    }
}
