// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// Counts, per [Invariant], how often a relation held and how often not. Session thread only.
@SuppressWarnings("EnumOrdinal") // an index into arrays that live no longer than the enum
final class InvariantCounts {

    private static final int KINDS = Invariant.values().length;
    /// By how much a rate of two decimals may miss the quotient it rounds, or cuts off.
    private static final double ROUNDING = 0.011;

    private final long[] passes = new long[KINDS];
    private final long[] failures = new long[KINDS];

    boolean count(Invariant invariant, boolean held) {
        (held ? passes : failures)[invariant.ordinal()]++;
        return held;
    }

    InvariantTally tally() {
        return new InvariantTally(passes, failures);
    }

    /// Checks what one record says of itself: I5, I6, I7 and I9 to I14.
    ///
    /// A relation of quotients is checked multiplied out: divisions would be most of what a record costs here.
    ///
    /// @return the [Witness]es that a failed one contradicts, as bits: sums and quotients of the sides,
    /// and the range
    int checkRecord(Tick tick) {
        boolean sums = checkSides(tick);
        Direction direction = tick.direction();
        if (tick.figure(Figure.CHANGE) != Figure.ABSENT && direction != Direction.UNKNOWN) {
            count(Invariant.I14, BasePrice.agree(tick.figure(Figure.CHANGE), direction));
        }
        checkFairValue(tick);
        boolean range = checkDayRange(tick);
        if (tick.hasDynamicLimits()) {
            long middle = tick.figure(Figure.UPPER_LIMIT) + tick.figure(Figure.LOWER_LIMIT);
            count(Invariant.I12, Math.abs(middle - 2 * tick.figure(Figure.LAST)) <= 1);
        }
        return (sums ? 0 : Witness.CHECKSUM.bit()) | (range ? 0 : Witness.RANGE.bit());
    }

    private boolean checkSides(Tick tick) {
        long buyTrades = tick.figure(Figure.BUY_TRADES);
        long sellTrades = tick.figure(Figure.SELL_TRADES);
        long net = tick.figure(Figure.NET_BUY_TRADES);
        boolean sound = true;
        if (buyTrades != Figure.ABSENT && sellTrades != Figure.ABSENT && net != Figure.ABSENT) {
            sound = count(Invariant.I5, net == buyTrades - sellTrades);
        }
        long buys = tick.figure(Figure.BUY_VOLUME);
        long sells = tick.figure(Figure.SELL_VOLUME);
        if (buys != Figure.ABSENT && sells != Figure.ABSENT) {
            sound &= checkQuotient(Invariant.I6, tick.rate(Figure.STRENGTH), 100.0 * buys, sells);
            sound &= checkQuotient(Invariant.I7, tick.rate(Figure.BUY_RATE), (double) buys, buys + sells);
        }
        return sound;
    }

    private boolean checkQuotient(Invariant invariant, double rate, double dividend, long divisor) {
        return Double.isNaN(rate) || divisor <= 0 || count(invariant, isQuotient(rate, dividend, divisor));
    }

    /// Whether `rate` is `dividend` / `divisor` as far as two decimals tell.
    private static boolean isQuotient(double rate, double dividend, long divisor) {
        return Math.abs(rate * divisor - dividend) <= ROUNDING * Math.abs(divisor);
    }

    private void checkFairValue(Tick tick) {
        long theory = tick.figure(Figure.THEORETICAL_PRICE);
        if (theory == Figure.ABSENT) {
            return;
        }
        long last = tick.figure(Figure.LAST);
        long mispricing = tick.figure(Figure.MISPRICING);
        if (mispricing != Figure.ABSENT) {
            double rate = tick.rate(Figure.MISPRICING_RATE);
            count(
                    Invariant.I9,
                    Math.abs(last - theory - mispricing) <= 1
                            && (Double.isNaN(rate) || isQuotient(rate, 100.0 * mispricing, theory)));
        }
        long byMarket = tick.figure(Figure.MARKET_BASIS);
        long byTheory = tick.figure(Figure.THEORETICAL_BASIS);
        if (byMarket != Figure.ABSENT && byTheory != Figure.ABSENT) {
            count(Invariant.I10, Math.abs((last - byMarket) - (theory - byTheory)) <= 1);
        }
    }

    private boolean checkDayRange(Tick tick) {
        boolean sound = true;
        long open = tick.figure(Figure.OPEN);
        long high = tick.figure(Figure.HIGH);
        long low = tick.figure(Figure.LOW);
        long fromOpen = tick.figure(Figure.FROM_OPEN);
        long fromHigh = tick.figure(Figure.FROM_HIGH);
        long fromLow = tick.figure(Figure.FROM_LOW);
        if (open != Figure.ABSENT
                && high != Figure.ABSENT
                && low != Figure.ABSENT
                && fromOpen != Figure.ABSENT
                && fromHigh != Figure.ABSENT
                && fromLow != Figure.ABSENT) {
            long last = tick.figure(Figure.LAST);
            sound = count(Invariant.I11, last - open == fromOpen && last - high == fromHigh && last - low == fromLow);
        }
        count(Invariant.I13, tick.figure(Figure.TIMES_GIVEN) == 0);
        return sound;
    }
}
