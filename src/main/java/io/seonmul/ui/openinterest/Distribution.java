// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.openinterest;

import io.seonmul.market.Bar;
import io.seonmul.market.Bars;
import io.seonmul.market.Price;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/// How the mispricing of a session was spread: its value at the end of each bar, in order of size. Immutable; any
/// thread.
///
/// Bars without a mispricing are left out; stretches in which nothing traded have no bar and weigh nothing.
final class Distribution {

    /// Of nothing.
    static final Distribution NONE = new Distribution(new long[0]);

    private final long[] sorted;

    private Distribution(long[] sorted) {
        this.sorted = sorted;
    }

    /// That of the bars' session so far.
    static Distribution of(Bars bars) {
        long[] values = new long[bars.size()];
        int known = 0;
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            Optional<Price> mispricing = bar.fairValue().mispricing();
            if (mispricing.isPresent()) {
                values[known++] = mispricing.get().hundredths();
            }
        }
        long[] sorted = Arrays.copyOf(values, known);
        Arrays.sort(sorted);
        return new Distribution(sorted);
    }

    /// Bars that it is of.
    int size() {
        return sorted.length;
    }

    /// The lowest value, in hundredths of a point. Only where it is of something.
    long low() {
        return sorted[0];
    }

    /// The highest value, in hundredths of a point. Only where it is of something.
    long high() {
        return sorted[sorted.length - 1];
    }

    /// Percent of the bars that were lower than `value`, those equal to it counted half; empty where it is of nothing.
    OptionalLong percentile(Price value) {
        if (sorted.length == 0) {
            return OptionalLong.empty();
        }
        int below = firstFrom(value.hundredths());
        int upTo = firstFrom(value.hundredths() + 1);
        return OptionalLong.of(Math.round((below + upTo) * 50.0 / sorted.length));
    }

    /// Bars with `from <= value < to`, in hundredths of a point.
    int between(long from, long to) {
        return firstFrom(to) - firstFrom(from);
    }

    private int firstFrom(long value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] >= value) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }
}
