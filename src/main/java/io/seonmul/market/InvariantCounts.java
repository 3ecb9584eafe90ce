// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;

/// Counts, per [Invariant], how often a relation held and how often not. Session thread only.
@SuppressWarnings("EnumOrdinal") // an index into arrays that live no longer than the enum
final class InvariantCounts {

    private static final int KINDS = Invariant.values().length;

    private final long[] passes = new long[KINDS];
    private final long[] failures = new long[KINDS];

    void count(Invariant invariant, boolean held) {
        (held ? passes : failures)[invariant.ordinal()]++;
    }

    InvariantTally tally() {
        return new InvariantTally(passes, failures);
    }

    /// Checks what one record says of itself: I5, I6, I7 and I9 to I13.
    void checkRecord(Tick tick) {
        OrderFlow flow = tick.orderFlow();
        count(Invariant.I5, flow.netBuyTrades() == flow.buyTrades() - flow.sellTrades());
        if (!Double.isNaN(flow.strength()) && flow.sellVolume() > 0) {
            count(Invariant.I6, near(flow.strength(), 100.0 * flow.buyVolume() / flow.sellVolume(), 0.011));
        }
        long sides = flow.buyVolume() + flow.sellVolume();
        if (!Double.isNaN(flow.buyRate()) && sides > 0) {
            count(Invariant.I7, near(flow.buyRate(), (double) flow.buyVolume() / sides, 0.011));
        }
        checkFairValue(tick);
        checkDayRange(tick.last().hundredths(), tick.dayRange());
        if (tick.dynamicLimits().isPresent()) {
            DynamicLimits limits = tick.dynamicLimits().get();
            long middle = limits.upper().hundredths() + limits.lower().hundredths();
            count(Invariant.I12, Math.abs(middle - 2 * tick.last().hundredths()) <= 1);
        }
    }

    private void checkFairValue(Tick tick) {
        FairValue fair = tick.fairValue();
        if (fair.theoreticalPrice().isEmpty()) {
            return;
        }
        long theory = fair.theoreticalPrice().get().hundredths();
        long last = tick.last().hundredths();
        if (fair.mispricing().isPresent() && theory != 0) {
            long mispricing = fair.mispricing().get().hundredths();
            boolean rate = Double.isNaN(fair.mispricingRate())
                    || near(fair.mispricingRate(), 100.0 * mispricing / theory, 0.011);
            count(Invariant.I9, Math.abs(last - theory - mispricing) <= 1 && rate);
        }
        if (fair.marketBasis().isPresent() && fair.theoreticalBasis().isPresent()) {
            long byMarket = last - fair.marketBasis().get().hundredths();
            long byTheory = theory - fair.theoreticalBasis().get().hundredths();
            count(Invariant.I10, Math.abs(byMarket - byTheory) <= 1);
        }
    }

    private void checkDayRange(long last, DayRange range) {
        boolean known = range.open().isPresent()
                && range.high().isPresent()
                && range.low().isPresent();
        if (known && range.fromOpen().isPresent()) {
            count(
                    Invariant.I11,
                    isDifference(last, range.open(), range.fromOpen())
                            && isDifference(last, range.high(), range.fromHigh())
                            && isDifference(last, range.low(), range.fromLow()));
        }
        count(Invariant.I13, !range.timesGiven());
    }

    private static boolean isDifference(long last, Optional<Price> reference, Optional<Price> difference) {
        return reference.isPresent()
                && difference.isPresent()
                && last - reference.get().hundredths() == difference.get().hundredths();
    }

    private static boolean near(double a, double b, double tolerance) {
        return Math.abs(a - b) <= tolerance;
    }
}
