// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.ui.draw.Brush;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;

/// Between which heights a line runs in each column of pixels. Kept from line to line; FX thread only.
///
/// However many points a line has, drawing it costs one rectangle a column, and its highest and lowest point in each
/// column are on the screen. A renderer that works in software strokes a path at a cost that goes with its length: a
/// restless line over a few hundred bars took it a whole frame (`ChartBenchmark`).
final class LineColumns {

    private static final int CALM = 4;

    private double[] low = {};
    private double[] high = {};
    private int columns;
    private int first;
    private int last;
    private double x = Double.NaN;
    private double y = Double.NaN;

    /// Forgets all lines.
    ///
    /// @param width of the plot in pixels of the screen
    void clear(double width) {
        columns = (int) Math.ceil(width);
        if (low.length < columns) {
            low = new double[columns];
            high = new double[columns];
            first = 0;
            last = columns - 1;
        }
        if (first <= last) {
            Arrays.fill(low, first, last + 1, Double.POSITIVE_INFINITY);
            Arrays.fill(high, first, last + 1, Double.NEGATIVE_INFINITY);
        }
        first = Integer.MAX_VALUE;
        last = -1;
    }

    /// Begins a line at that pixel of the screen.
    void moveTo(double newX, double newY) {
        x = newX;
        y = newY;
    }

    /// Goes on straight to that pixel, which is not left of the last.
    void lineTo(double newX, double newY) {
        int from = Math.max(0, (int) Math.floor(x));
        int to = Math.min(columns - 1, (int) Math.floor(newX));
        double slope = newX > x ? (newY - y) / (newX - x) : 0;
        for (int column = from; column <= to; column++) {
            double begin = column <= x ? y : y + slope * (column - x);
            double end = column + 1 >= newX ? newY : y + slope * (column + 1 - x);
            widen(column, Math.min(begin, end), Math.max(begin, end));
        }
        moveTo(newX, newY);
    }

    private void widen(int column, double least, double most) {
        low[column] = Math.min(low[column], least);
        high[column] = Math.max(high[column], most);
        first = Math.min(first, column);
        last = Math.max(last, column);
    }

    /// The uppermost point in that column; infinite where no line is.
    double least(int column) {
        return column < columns ? low[column] : Double.POSITIVE_INFINITY;
    }

    /// The lowest point in that column; negative infinite where no line is.
    double most(int column) {
        return column < columns ? high[column] : Double.NEGATIVE_INFINITY;
    }

    /// Fills what the line covers. A dashed line that rises more than dashes could show is dashed from left to right
    /// only.
    ///
    /// @param g whose unit is a pixel of the screen
    /// @param thickness in pixels of the screen
    /// @param dashes of the line
    /// @param top pixel above which nothing need be drawn
    /// @param bottom pixel under which nothing need be drawn
    void fill(GraphicsContext g, double thickness, Dashes dashes, double top, double bottom) {
        boolean upright = dashes.off() > 0 && isCalm();
        int wide = Math.max(1, (int) thickness);
        int end;
        for (int column = Math.max(0, first - wide); column < Math.min(columns, last + wide); column = end) {
            end = column + 1;
            double upper = Math.max(top, upper(column, thickness, wide));
            double lower = Math.min(bottom, lower(column, thickness, wide));
            if (!(lower > upper)) {
                continue;
            }
            if (upright && lower - upper > dashes.on() + thickness) {
                upright(g, column, upper, lower, dashes);
            } else if (dashes.draws(column)) {
                while (end < columns
                        && upper == Math.max(top, upper(end, thickness, wide))
                        && lower == Math.min(bottom, lower(end, thickness, wide))
                        && dashes.draws(end)) {
                    end++;
                }
                Brush.fill(g, column, upper, end - column, lower - upper);
            }
        }
    }

    private static void upright(GraphicsContext g, int column, double upper, double lower, Dashes dashes) {
        int period = dashes.on() + dashes.off();
        for (double y = Math.floor(upper / period) * period; y < lower; y += period) {
            double begin = Math.max(upper, y);
            double end = Math.min(lower, y + dashes.on());
            if (end > begin) {
                Brush.fill(g, column, begin, 1, end - begin);
            }
        }
    }

    private boolean isCalm() {
        double risen = 0;
        for (int column = first; column <= last; column++) {
            risen += Math.max(0, high[column] - low[column]);
        }
        return risen < CALM * columns;
    }

    /// The upper end of the ink: the line's own, or that of a steep stretch beside it, which is as wide as thick.
    private double upper(int column, double thickness, int wide) {
        double upper = low[column] - reach(column, thickness);
        for (int i = from(column, wide); i < to(column, wide); i++) {
            upper = Math.min(upper, low[i]);
        }
        return upper;
    }

    private double lower(int column, double thickness, int wide) {
        double lower = high[column] + reach(column, thickness);
        for (int i = from(column, wide); i < to(column, wide); i++) {
            lower = Math.max(lower, high[i]);
        }
        return lower;
    }

    private static int from(int column, int wide) {
        return Math.max(0, column - wide / 2);
    }

    private int to(int column, int wide) {
        return Math.min(columns, column - wide / 2 + wide);
    }

    /// How far the ink goes beyond the line's ends in a column: as much as the column has of a stroke so thick.
    private double reach(int column, double thickness) {
        double rise = high[column] - low[column];
        double missing = (thickness * Math.sqrt(1 + rise * rise) - rise) / 2;
        return rise >= 0 ? Math.clamp(missing, 0, thickness / 2) : 0;
    }

    /// Which columns of a dashed line are drawn.
    ///
    /// @param on columns of a dash; all are drawn where `off` is 0
    /// @param off columns between two dashes
    /// @param origin column at which a dash begins, so that the dashes move with what they belong to
    record Dashes(int on, int off, long origin) {

        static final Dashes NONE = new Dashes(1, 0, 0);

        boolean draws(int column) {
            return off == 0 || Math.floorMod(column - origin, on + off) < on;
        }
    }
}
