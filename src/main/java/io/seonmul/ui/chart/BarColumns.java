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
/// Completed bars only grow in number while their revision stays, so an update costs the bars completed since
/// the last one and the live bar; after a late record, which is rare, all are taken anew. Prices are hundredths
/// of a point; what is not known is NaN. The result always equals [Bars#every] from scratch.
final class BarColumns {

    private final int length;
    private final Contract contract;
    private final List<Bar> bars = new ArrayList<>();
    private @Nullable Bar tail;
    private int settled;
    private int consumed;
    private long session;
    private long revision;

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
    double[] deviation = new double[256];
    double[] delta = new double[256];
    double[] cumulative = new double[256];
    double[] mispricing = new double[256];
    double[] strength = new double[256];

    /// @param length of a bar in places of the axis, a multiple of the source's
    /// @param contract whose multiplier the average price needs
    BarColumns(int length, Contract contract) {
        this.length = length;
        this.contract = contract;
    }

    /// Length of a bar in places of the axis: exchange seconds, or bars of trades.
    int length() {
        return length;
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

    /// These bars as the source of coarser ones: only the last may still change.
    Bars asSource() {
        int last = Math.max(0, bars.size() - 1);
        return new Bars(length, bars.subList(0, last), bars.subList(last, bars.size()), session, revision);
    }

    /// Takes over what `source` has beyond the last update.
    void update(Bars source) {
        if (source.revision() != revision) {
            revision = source.revision();
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
        return bar.start() - Math.floorMod(bar.start(), length);
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
        deviation[index] = bar.deviation() * 100;
        delta[index] = bar.buyVolume() - bar.sellVolume();
        cumulative[index] = bar.sessionDelta().isPresent() ? bar.sessionDelta().getAsLong() : Double.NaN;
        mispricing[index] = hundredths(fair.mispricing());
        strength[index] = bar.strength();
    }

    private static double hundredths(Optional<Price> price) {
        return price.isPresent() ? price.get().hundredths() : Double.NaN;
    }

    private void grow() {
        int size = start.length * 2;
        start = Arrays.copyOf(start, size);
        open = Arrays.copyOf(open, size);
        high = Arrays.copyOf(high, size);
        low = Arrays.copyOf(low, size);
        close = Arrays.copyOf(close, size);
        vwap = Arrays.copyOf(vwap, size);
        upper = Arrays.copyOf(upper, size);
        lower = Arrays.copyOf(lower, size);
        openInterest = Arrays.copyOf(openInterest, size);
        basis = Arrays.copyOf(basis, size);
        theory = Arrays.copyOf(theory, size);
        deviation = Arrays.copyOf(deviation, size);
        delta = Arrays.copyOf(delta, size);
        cumulative = Arrays.copyOf(cumulative, size);
        mispricing = Arrays.copyOf(mispricing, size);
        strength = Arrays.copyOf(strength, size);
    }

    /// Index of the first bar that ends after `place`; [#size] if there is none.
    int firstEndingAfter(double place) {
        int from = 0;
        int to = bars.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (start[middle] + length > place) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /// Index of the bar in whose slot `place` lies; -1 where the slot is empty.
    int at(double place) {
        int index = firstEndingAfter(place);
        return index < bars.size() && start[index] <= place ? index : -1;
    }
}
