// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.ui.chart.PaneLayout.Box;
import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.Formats;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws each bar in view as what it traded at each price: sellers left, buyers right, auction prints at the right
/// end, beside a narrow candle.
///
/// Prices too close together to be read are put in one row, and the legend says how many. A side that outweighs the
/// other one tick away (buyers against the sellers below them) three times is bold.
final class FootprintPainter {

    /// Pixels a bar needs to be taken apart.
    static final double LEAST_SLOT = 84;

    private static final double ROW = 13;
    private static final double CANDLE = 9;
    private static final double GAP = 5;

    /// From the edge of a bar's rows to the middle of its delta.
    private static final double SUM = 9;
    private static final double MOST_WIDTH = 150;
    private static final int[] GROUPS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
    private static final long IMBALANCE = 3;
    private static final long LEAST_IMBALANCE = 5;

    private FootprintPainter() {}

    static boolean isOn(Drawing d) {
        return d.settings().shows(Overlay.FOOTPRINT)
                && d.slot() >= LEAST_SLOT
                && d.bars().length() == d.series().base();
    }

    /// How many ticks a row holds at this scale.
    static int grouping(Drawing d, ValueScale scale) {
        double tick = d.snapshot().contract().tickSize().hundredths() * pixelsPerHundredth(scale);
        for (int group : GROUPS) {
            if (group * tick >= ROW) {
                return group;
            }
        }
        return GROUPS[GROUPS.length - 1];
    }

    /// Height of a row in pixels.
    static double rowHeight(Drawing d, ValueScale scale) {
        return grouping(d, scale) * d.snapshot().contract().tickSize().hundredths() * pixelsPerHundredth(scale);
    }

    private static double pixelsPerHundredth(ValueScale scale) {
        return (scale.bottom() - scale.top()) / (scale.high() - scale.low());
    }

    static void paint(Drawing d, ValueScale scale) {
        int group = grouping(d, scale);
        long step = group * d.snapshot().contract().tickSize().hundredths();
        double height = step * pixelsPerHundredth(scale);
        Footprint[] prints = new Footprint[Math.max(0, d.to() - d.from())];
        long most = 1;
        for (int i = 0; i < prints.length; i++) {
            prints[i] = d.series().footprint(d.bars().start[d.from() + i]).grouped(group);
            most = Math.max(most, prints[i].greatestSide());
        }
        for (int i = 0; i < prints.length; i++) {
            candle(d, scale, d.from() + i);
            bar(d, scale, d.from() + i, prints[i], new Rows(step, height, most));
        }
    }

    /// @param step hundredths of a point from row to row
    /// @param height of a row in pixels
    /// @param most contracts of the greatest side of a row in view
    private record Rows(long step, double height, long most) {}

    private static void candle(Drawing d, ValueScale scale, int index) {
        BarColumns bars = d.bars();
        GraphicsContext g = d.pen().graphics();
        double x = Math.rint(d.x(index)) + 3;
        g.setFill(DataBox.Ink.sign(Math.round(bars.close[index] - bars.open[index]))
                .of(d.pen().palette()));
        double high = Math.rint(scale.y(bars.high[index]));
        Brush.fill(g, x + 2, high, 1, Math.max(1, Math.rint(scale.y(bars.low[index])) - high));
        double top = Math.rint(scale.y(Math.max(bars.open[index], bars.close[index])));
        double bottom = Math.rint(scale.y(Math.min(bars.open[index], bars.close[index])));
        Brush.fill(g, x, top, 5, Math.max(1, bottom - top));
    }

    private static void bar(Drawing d, ValueScale scale, int index, Footprint print, Rows rows) {
        Pen pen = d.pen();
        Palette palette = pen.palette();
        GraphicsContext g = pen.graphics();
        double left = Math.rint(d.x(index)) + CANDLE + GAP;
        double width = Math.min(MOST_WIDTH, d.slot() - CANDLE - 2 * GAP);
        double middle = Math.rint(left + width / 2);
        int busiest = print.busiest();
        for (int row = 0; row < print.rows(); row++) {
            double bottom = scale.y((print.low() + row) * rows.step()) + rows.height() / 2;
            double top = Math.rint(bottom - rows.height());
            double height = Math.max(1, Math.rint(bottom) - top - 1);
            if (top > scale.bottom() || bottom < scale.top() || print.volume(row) == 0) {
                continue;
            }
            heat(g, palette.fall(), middle, -width / 2, top, height, print.sell(row), rows.most());
            heat(g, palette.rise(), middle, width / 2, top, height, print.buy(row), rows.most());
            if (row == busiest) {
                g.setStroke(palette.text());
                g.strokeRect(Math.rint(left) - 0.5, top - 0.5, Math.rint(width) + 1, height + 1);
            }
            double y = top + height / 2;
            long sellersBelow = row > 0 ? print.sell(row - 1) : 0;
            long buyersAbove = row + 1 < print.rows() ? print.buy(row + 1) : 0;
            figure(d, print.sell(row), buyersAbove, middle - 4, true, y);
            figure(d, print.buy(row), sellersBelow, middle + 4, false, y);
            if (print.none(row) > 0) {
                sideless(d, print, row, left, width, y);
            }
        }
        if (print.isEmpty()) {
            sum(d, index, left + width / 2, scale.y(d.bars().high[index]), scale.y(d.bars().low[index]));
        } else {
            double lowest = scale.y(print.low() * rows.step()) + rows.height() / 2;
            sum(d, index, left + width / 2, lowest - print.rows() * rows.height(), lowest);
        }
    }

    private static void heat(
            GraphicsContext g,
            Color side,
            double middle,
            double reach,
            double top,
            double height,
            long size,
            long most) {
        double width = Math.rint(Math.abs(reach) * size / most);
        g.setFill(Palette.alpha(side, 0.3));
        Brush.fill(g, reach < 0 ? middle - width : middle, top, width, height);
    }

    /// What traded without a side: at the end of the buyers' half, or of the sellers'.
    private static void sideless(Drawing d, Footprint print, int row, double left, double width, double y) {
        Pen pen = d.pen();
        String text = brief(print.none(row));
        double room = width / 2 - 4 - GAP - pen.width(text);
        double x = print.buy(row) == 0 || pen.width(brief(print.buy(row))) <= room
                ? left + width - 2 - pen.width(text)
                : left + 2;
        boolean free = x > left + width / 2 || print.sell(row) == 0 || pen.width(brief(print.sell(row))) <= room;
        if (free && isSeen(d, text, x, y)) {
            pen.text(text, x, y, pen.palette().flat());
        }
    }

    /// Whether a text is neither cut off at an edge nor over another.
    private static boolean isSeen(Drawing d, String text, double x, double y) {
        Box box = d.layout().price();
        double width = d.pen().width(text);
        return x >= 1
                && x + width <= d.plot() - 1
                && y - ROW / 2 >= box.top()
                && y + ROW / 2 <= box.bottom()
                && d.pen().plan().isFree(x, y - ROW / 2 + 1, width, ROW - 2);
    }

    private static void figure(Drawing d, long size, long against, double x, boolean right, double y) {
        Pen pen = d.pen();
        String text = brief(size);
        if (size == 0 || !isSeen(d, text, right ? x - pen.width(text) : x, y)) {
            return;
        }
        boolean strong = size >= LEAST_IMBALANCE && size >= IMBALANCE * against;
        double at = right ? x - pen.width(text) : x;
        if (strong) {
            pen.boldText(text, at, y, pen.palette().text());
        } else {
            pen.text(text, at, y, pen.palette().text());
        }
    }

    private static String brief(long size) {
        return size < 10_000 ? Long.toString(size) : size / 1000 + "k";
    }

    /// The bar's delta under its lowest row, or over its highest where the pane ends.
    private static void sum(Drawing d, int index, double middle, double top, double bottom) {
        long delta = Math.round(d.bars().delta[index]);
        String text = "Δ " + Formats.signed(delta);
        Color color = DataBox.Ink.sign(delta).of(d.pen().palette());
        double x = middle - d.pen().width(text) / 2;
        Box box = d.layout().price();
        for (double y : new double[] {bottom + SUM, top - SUM}) {
            if (x >= 1
                    && x + d.pen().width(text) <= d.plot() - 1
                    && y - Pen.TAG_HEIGHT / 2 >= box.top()
                    && y + Pen.TAG_HEIGHT / 2 <= box.bottom()
                    && d.pen().label(text, x, y, color)) {
                return;
            }
        }
    }
}
