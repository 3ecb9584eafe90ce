// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

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
            figure(pen, print.sell(row), buyersAbove, middle - 4, true, y);
            figure(pen, print.buy(row), sellersBelow, middle + 4, false, y);
            if (print.none(row) > 0) {
                pen.rightText(brief(print.none(row)), left + width - 2, y, palette.flat());
            }
        }
        double under =
                print.isEmpty() ? scale.y(d.bars().low[index]) : scale.y(print.low() * rows.step()) + rows.height() / 2;
        sum(d, index, left + width / 2, under + ROW / 2 + 2);
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

    private static void figure(Pen pen, long size, long against, double x, boolean right, double y) {
        if (size == 0) {
            return;
        }
        String text = brief(size);
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

    /// The bar's delta under its lowest row.
    private static void sum(Drawing d, int index, double middle, double y) {
        long delta = Math.round(d.bars().delta[index]);
        String text = "Δ " + Formats.signed(delta);
        Color color = DataBox.Ink.sign(delta).of(d.pen().palette());
        d.pen().veiledText(text, middle - d.pen().width(text) / 2, y, color);
    }
}
