// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.ui.chart.PaneLayout.Box;
import java.util.Optional;
import javafx.geometry.Point2D;

/// Finds the place for the text of a horizontal line in the price pane: close above or below it, where no other text
/// stands and, if that can be, no bar.
final class LineLabel {

    private static final double ABOVE = 9;
    private static final double EDGE = 8;
    private static final double STEP = 24;

    private final Drawing d;
    private final ValueScale scale;
    private final Box box;

    LineLabel(Drawing d, ValueScale scale, Box box) {
        this.d = d;
        this.scale = scale;
        this.box = box;
    }

    /// The nearest place to the right end where no bar is, else the nearest over bars; empty where all is taken.
    ///
    /// @param y height of the line
    /// @param width of the text
    /// @return where the text begins, and its middle height
    Optional<Point2D> fromRight(double y, double width) {
        return find(y, width, d.plot() - EDGE - width, -STEP, false)
                .or(() -> find(y, width, d.plot() - EDGE - width, -STEP, true));
    }

    /// The nearest place to the left end where no bar is.
    Optional<Point2D> fromLeft(double y, double width) {
        return find(y, width, EDGE, STEP, false);
    }

    private Optional<Point2D> find(double y, double width, double from, double step, boolean overBars) {
        for (double x = from; x >= EDGE && x + width <= d.plot() - EDGE + 1; x += step) {
            for (double middle : new double[] {y - ABOVE, y + ABOVE + 1}) {
                boolean inside = middle - ABOVE >= box.top() && middle + ABOVE <= box.bottom();
                if (inside && d.pen().isFree(width, x, middle) && (overBars || isClear(x, width, middle))) {
                    return Optional.of(new Point2D(x, middle));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isClear(double x, double width, double middle) {
        BarColumns bars = d.bars();
        double top = middle - Pen.TAG_HEIGHT / 2;
        double bottom = middle + Pen.TAG_HEIGHT / 2;
        int first = Math.max(0, bars.firstEndingAfter(d.time().place(x - 4)));
        for (int i = first; i < bars.size() && d.x(i) < x + width + 4; i++) {
            if (scale.y(bars.high[i]) < bottom && scale.y(bars.low[i]) > top) {
                return false;
            }
        }
        return true;
    }
}
