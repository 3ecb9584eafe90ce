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
/// bounded by the width of the screen whatever the session holds. Levels are made when first needed.
final class BarPyramid {

    private static final int MOST_LEVELS = 20;

    private final int interval;
    private final Contract contract;
    private final List<BarColumns> levels = new ArrayList<>();
    private final List<Boolean> current = new ArrayList<>();
    private Bars source;

    BarPyramid(int interval, Contract contract, Bars source) {
        this.interval = interval;
        this.contract = contract;
        this.source = source;
    }

    int interval() {
        return interval;
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
    BarColumns atLeast(double pixels, double secondsPerPixel) {
        int level = 0;
        while (level < MOST_LEVELS && ((long) interval << level) / secondsPerPixel < pixels) {
            level++;
        }
        return level(level);
    }

    private BarColumns level(int index) {
        while (levels.size() <= index) {
            levels.add(new BarColumns(interval << levels.size(), contract));
            current.add(false);
        }
        BarColumns columns = levels.get(index);
        if (!current.get(index)) {
            columns.update(source);
            current.set(index, true);
        }
        return columns;
    }
}
