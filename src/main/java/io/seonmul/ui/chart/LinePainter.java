// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.ui.chart.LineColumns.Dashes;
import io.seonmul.ui.draw.Brush;
import java.util.function.IntToDoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws the line through one value a bar, broken where the value is not known. FX thread only.
final class LinePainter {

    private static final double APART = 4;

    private final Drawing d;
    private final ValueScale scale;
    private final Join join;
    private final Style style;
    private final double density;

    private LinePainter(Drawing d, ValueScale scale, Join join, Style style) {
        this.d = d;
        this.scale = scale;
        this.join = join;
        this.style = style;
        density = d.pen().density();
    }

    /// What a line does over a stretch without bars.
    enum Join {
        /// The value stands until the next one, unless trades were lost.
        STEP,
        /// The value cannot have changed without a trade, so the line goes on, unless trades were lost.
        OVER_SILENCE,
        /// The line ends.
        NONE
    }

    /// How a line looks.
    ///
    /// @param color of the line, which may be translucent
    /// @param thickness in pixels
    /// @param on pixels of a dash
    /// @param off pixels between two dashes; 0 for a line without
    record Style(Color color, double thickness, int on, int off) {

        static Style solid(Color color, double thickness) {
            return new Style(color, thickness, 1, 0);
        }

        static Style dashed(Color color, int on, int off) {
            return new Style(color, 1, on, off);
        }
    }

    /// @param values a value for each bar; NaN where there is none
    static void paint(Drawing d, double[] values, ValueScale scale, Join join, Style style) {
        paint(d, index -> values[index], scale, join, style);
    }

    /// @param values the value of a bar by its index; NaN where there is none
    static void paint(Drawing d, IntToDoubleFunction values, ValueScale scale, Join join, Style style) {
        LinePainter line = new LinePainter(d, scale, join, style);
        GraphicsContext g = d.pen().graphics();
        g.setFill(style.color());
        if (style.off() == 0 && join != Join.STEP && d.slot() * line.density >= APART) {
            line.stroke(g, values);
        } else {
            line.fill(g, values);
        }
    }

    /// Where bars are so far apart that a slant can be seen, and few.
    private void stroke(GraphicsContext g, IntToDoubleFunction values) {
        double[] xs = new double[d.to() - d.from() + 3];
        double[] ys = new double[xs.length];
        int points = 0;
        g.setStroke(style.color());
        g.setLineWidth(style.thickness());
        for (int i = first(); i < end(); i++) {
            double value = values.applyAsDouble(i);
            if (points > 0 && breaks(value, i)) {
                stroke(g, xs, ys, points);
                points = 0;
            }
            if (!Double.isNaN(value)) {
                xs[points] = d.middle(i);
                ys[points] = scale.y(value);
                points++;
            }
        }
        stroke(g, xs, ys, points);
        g.setLineWidth(1);
    }

    private static void stroke(GraphicsContext g, double[] xs, double[] ys, int points) {
        if (points == 1) {
            dot(g, xs[0], ys[0]);
        } else if (points > 1) {
            g.strokePolyline(xs, ys, points);
        }
    }

    private static void dot(GraphicsContext g, double x, double y) {
        Brush.fill(g, x - 1, y - 1, 2, 2);
    }

    private void fill(GraphicsContext g, IntToDoubleFunction values) {
        LineColumns columns = d.pen().columns();
        columns.clear(d.plot() * density);
        int points = 0;
        double x = 0;
        double y = 0;
        for (int i = first(); i < end(); i++) {
            double value = values.applyAsDouble(i);
            if (points > 0 && breaks(value, i)) {
                if (points == 1) {
                    dot(g, x, y);
                }
                points = 0;
            }
            if (Double.isNaN(value)) {
                continue;
            }
            double before = y;
            x = d.middle(i);
            y = scale.y(value);
            if (points == 0) {
                columns.moveTo(x * density, y * density);
            } else {
                if (join == Join.STEP) {
                    columns.lineTo(x * density, before * density);
                }
                columns.lineTo(x * density, y * density);
            }
            points++;
        }
        if (points == 1) {
            dot(g, x, y);
        }
        g.save();
        g.scale(1 / density, 1 / density);
        columns.fill(g, style.thickness() * density, dashes(), scale.top() * density, scale.bottom() * density);
        g.restore();
    }

    private Dashes dashes() {
        return style.off() == 0
                ? Dashes.NONE
                : new Dashes(pixels(style.on()), pixels(style.off()), (long)
                        Math.floor(d.time().x(0) * density));
    }

    private int pixels(int units) {
        return (int) Math.max(1, Math.round(units * density));
    }

    private int first() {
        return Math.max(0, d.from() - 1);
    }

    private int end() {
        return Math.min(d.bars().size(), d.to() + 1);
    }

    private boolean breaks(double value, int index) {
        return Double.isNaN(value)
                || (d.begins(index)
                        && switch (join) {
                            case STEP, OVER_SILENCE -> d.bars().bar(index).lostContracts() > 0;
                            case NONE -> true;
                        });
    }
}
