// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Bar;
import io.seonmul.market.Bars;
import io.seonmul.market.Contract;
import io.seonmul.market.DynamicLimits;
import io.seonmul.market.FairValue;
import io.seonmul.market.Price;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bars of one length, kept as columns of primitives for drawing; each snapshot adds only what is new. FX thread only.
///
/// Completed bars are append-only within a session, so an update costs the bars completed since the last one
/// and the live bar. Prices are hundredths of a point; what is not known is NaN. The result always equals [Bars#every]
/// from scratch.
final class BarColumns {

    private final int seconds;
    private final Contract contract;
    private final List<Bar> bars = new ArrayList<>();
    private @Nullable Bar tail;
    private int settled;
    private int consumed;
    private long session;

    long[] start = new long[256];
    double[] open = new double[256];
    double[] high = new double[256];
    double[] low = new double[256];
    double[] close = new double[256];
    double[] vwap = new double[256];
    double[] upper = new double[256];
    double[] lower = new double[256];
    double[] openInterest = new double[256];
    double[] basis = new double[256];
    double[] theory = new double[256];

    /// @param seconds length of a bar, a multiple of the finest bar's
    /// @param contract whose multiplier the average price needs
    BarColumns(int seconds, Contract contract) {
        this.seconds = seconds;
        this.contract = contract;
    }

    int seconds() {
        return seconds;
    }

    int size() {
        return bars.size();
    }

    /// The bar at `index` whole, with the figures that only the data box shows.
    Bar bar(int index) {
        return bars.get(index);
    }

    List<Bar> bars() {
        return Collections.unmodifiableList(bars);
    }

    /// Takes over what `source` has beyond the last update.
    void update(Bars source) {
        if (source.session() != session || source.completed().size() < consumed) {
            session = source.session();
            bars.clear();
            tail = null;
            settled = 0;
            consumed = 0;
        }
        List<Bar> completed = source.completed();
        Bar merged = tail;
        for (int i = consumed; i < completed.size(); i++) {
            Bar bar = completed.get(i);
            if (merged != null && merged.start() == bucket(bar)) {
                merged = merged.merge(bar);
            } else {
                if (merged != null) {
                    put(settled - 1, merged);
                }
                settled++;
                merged = bar.startingAt(bucket(bar));
            }
        }
        consumed = completed.size();
        tail = merged;
        if (merged != null) {
            put(settled - 1, merged);
        }
        if (source.live().isEmpty()) {
            cut(settled);
            return;
        }
        Bar live = source.live().getFirst();
        if (merged != null && merged.start() == bucket(live)) {
            put(settled - 1, merged.merge(live));
            cut(settled);
        } else {
            put(settled, live.startingAt(bucket(live)));
            cut(settled + 1);
        }
    }

    private long bucket(Bar bar) {
        return bar.start() - Math.floorMod(bar.start(), seconds);
    }

    private void cut(int length) {
        while (bars.size() > length) {
            bars.removeLast();
        }
    }

    private void put(int index, Bar bar) {
        if (index == bars.size()) {
            bars.add(bar);
        } else {
            bars.set(index, bar);
        }
        if (index == start.length) {
            grow();
        }
        FairValue fair = bar.fairValue();
        Optional<DynamicLimits> limits = bar.limits();
        start[index] = bar.start();
        open[index] = bar.open().hundredths();
        high[index] = bar.high().hundredths();
        low[index] = bar.low().hundredths();
        close[index] = bar.close().hundredths();
        vwap[index] = contract.averagePrice(bar.sessionTurnover(), bar.sessionVolume())
                        .orElse(Double.NaN)
                * 100;
        upper[index] = hundredths(limits.map(DynamicLimits::upper));
        lower[index] = hundredths(limits.map(DynamicLimits::lower));
        openInterest[index] =
                bar.openInterest().isPresent() ? bar.openInterest().getAsLong() : Double.NaN;
        basis[index] = hundredths(fair.marketBasis());
        theory[index] = hundredths(fair.theoreticalBasis());
    }

    private static double hundredths(Optional<Price> price) {
        return price.isPresent() ? price.get().hundredths() : Double.NaN;
    }

    private void grow() {
        int length = start.length * 2;
        start = Arrays.copyOf(start, length);
        open = Arrays.copyOf(open, length);
        high = Arrays.copyOf(high, length);
        low = Arrays.copyOf(low, length);
        close = Arrays.copyOf(close, length);
        vwap = Arrays.copyOf(vwap, length);
        upper = Arrays.copyOf(upper, length);
        lower = Arrays.copyOf(lower, length);
        openInterest = Arrays.copyOf(openInterest, length);
        basis = Arrays.copyOf(basis, length);
        theory = Arrays.copyOf(theory, length);
    }

    /// Index of the first bar that ends after `second`; [#size] if there is none.
    int firstEndingAfter(double second) {
        int from = 0;
        int to = bars.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (start[middle] + seconds > second) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /// Index of the bar in whose slot `second` lies; -1 where the slot is empty.
    int at(double second) {
        int index = firstEndingAfter(second);
        return index < bars.size() && start[index] <= second ? index : -1;
    }
}
