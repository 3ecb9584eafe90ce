// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Price;
import io.seonmul.ui.chart.PaneLayout.Box;
import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.Formats;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws the lines of the user, each with its bell, its price and how far the price is away.
final class LevelPainter {

    private static final double BELL = 12;

    private LevelPainter() {}

    static void paint(Drawing d, ValueScale scale, Box box) {
        Color color = d.pen().palette().accent();
        int above = 0;
        int below = 0;
        for (DrawnLevel level : d.levels()) {
            if (!scale.shows(level.hundredths())) {
                above += level.hundredths() > scale.high() ? 1 : 0;
                below += level.hundredths() < scale.low() ? 1 : 0;
                continue;
            }
            double y = scale.y(level.hundredths());
            boolean selected = d.selected().filter(level::equals).isPresent();
            d.pen().dashedHorizontal(0, d.plot(), y, 9, selected ? 0 : 2, color);
            if (selected) {
                d.pen().horizontal(0, d.plot(), y - 1, color);
            }
            label(d, box, level, y, color);
        }
        if (above > 0) {
            beyond(d, "chart.level.above", above, box.top() + 11);
        }
        if (below > 0) {
            beyond(d, "chart.level.below", below, box.bottom() - 11);
        }
    }

    private static void label(Drawing d, Box box, DrawnLevel level, double y, Color color) {
        Price away = level.price().minus(d.snapshot().tick().last());
        String text = d.words().get("chart.level", Formats.price(level.price()), Formats.signed(away));
        double left = d.plot() - d.pen().width(text) - 8;
        double beside = y - 9 < box.top() + 2 ? y + 9 : y - 9;
        d.pen().veiledText(text, left, beside, color);
        bell(d.pen().graphics(), left - BELL - 2, beside, color);
    }

    private static void beyond(Drawing d, String key, int count, double y) {
        String text = d.words().get(key, Formats.count(count));
        d.pen()
                .veiledText(
                        text,
                        (d.plot() - d.pen().width(text)) / 2,
                        y,
                        d.pen().palette().accent());
    }

    /// The prices on the axis, drawn outside of the plot.
    static void tags(Drawing d, ValueScale scale, Box box) {
        Palette palette = d.pen().palette();
        for (DrawnLevel level : d.levels()) {
            double y = scale.y(level.hundredths());
            if (scale.shows(level.hundredths()) && y > box.top() + 6 && y < box.bottom() - 6) {
                d.pen()
                        .axisTag(
                                Formats.price(level.price()),
                                d.plot(),
                                y,
                                d.axisWidth(),
                                palette.accent(),
                                palette.surface());
            }
        }
    }

    /// A bell, drawn: the font has none.
    private static void bell(GraphicsContext g, double x, double y, Color color) {
        double middle = Math.rint(x) + 5.5;
        double top = Math.rint(y) - 5;
        g.setFill(color);
        g.beginPath();
        g.moveTo(middle - 5, top + 8);
        g.quadraticCurveTo(middle - 3, top + 6, middle - 3, top + 3);
        g.quadraticCurveTo(middle - 3, top, middle, top);
        g.quadraticCurveTo(middle + 3, top, middle + 3, top + 3);
        g.quadraticCurveTo(middle + 3, top + 6, middle + 5, top + 8);
        g.closePath();
        g.fill();
        Brush.fill(g, middle - 1.5, top + 9, 3, 1.5);
    }
}
