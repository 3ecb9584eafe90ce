// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Bars;
import io.seonmul.market.Contract;
import java.util.ArrayList;
import java.util.List;

/// The bars of one interval and, for drawing them small, the same merged in twos, fours, eights and so on. FX
/// thread only.
///
/// A merged bar keeps the highest and lowest price and the sums, so nothing is lost to the eye, and what is drawn is
/// bounded by the width of the screen whatever the session holds. A level is made when first needed, from the one
/// below.
final class BarPyramid {

    private static final int MOST_LEVELS = 18;

    private final int base;
    private final Contract contract;
    private final List<BarColumns> levels = new ArrayList<>();
    private final List<Boolean> current = new ArrayList<>();
    private Bars source;

    BarPyramid(int base, Contract contract, Bars source) {
        this.base = base;
        this.contract = contract;
        this.source = source;
    }

    /// Length of a bar of the finest level, in places of the axis.
    int base() {
        return base;
    }

    /// From now on shows `bars`, a later state of the same contract's.
    void update(Bars bars) {
        source = bars;
        current.replaceAll(before -> false);
    }

    /// The bars of the interval itself.
    BarColumns finest() {
        return level(0);
    }

    /// The finest level whose bars are at least `pixels` apart.
    BarColumns atLeast(double pixels, double placesPerPixel) {
        int level = 0;
        while (level < MOST_LEVELS && ((long) base << level) / placesPerPixel < pixels) {
            level++;
        }
        return level(level);
    }

    private BarColumns level(int index) {
        while (levels.size() <= index) {
            levels.add(new BarColumns(base << levels.size(), contract));
            current.add(false);
        }
        BarColumns columns = levels.get(index);
        if (!current.get(index)) {
            columns.update(index == 0 ? source : level(index - 1).asSource());
            current.set(index, true);
        }
        return columns;
    }
}
