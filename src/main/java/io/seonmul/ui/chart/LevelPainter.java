// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Price;
import io.seonmul.ui.chart.PaneLayout.Box;
import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.Formats;
import java.util.Comparator;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws the lines of the user, each with its bell, its price and how far the price is away.
final class LevelPainter {

    private static final double BELL = 12;

    private LevelPainter() {}

    /// Draws the lines themselves.
    static void paint(Drawing d, ValueScale scale) {
        Color color = d.pen().palette().accent();
        for (DrawnLevel level : d.levels()) {
            if (scale.shows(level.hundredths())) {
                double y = scale.y(level.hundredths());
                boolean selected = isSelected(d, level);
                d.pen().dashedHorizontal(0, d.plot(), y, 9, selected ? 0 : 2, color);
                if (selected) {
                    d.pen().horizontal(0, d.plot(), y - 1, color);
                }
            }
        }
    }

    private static boolean isSelected(Drawing d, DrawnLevel level) {
        return d.selected().filter(level::equals).isPresent();
    }

    /// The one that keys move comes first.
    private static List<DrawnLevel> inOrder(Drawing d) {
        return d.levels().stream()
                .sorted(Comparator.comparing(level -> !isSelected(d, level)))
                .toList();
    }

    /// Names the lines, where there is room, and counts those that are out of view.
    static void labels(Drawing d, ValueScale scale) {
        Box box = d.layout().price();
        long above = d.levels().stream()
                .filter(level -> level.hundredths() > scale.high())
                .count();
        long below = d.levels().stream()
                .filter(level -> level.hundredths() < scale.low())
                .count();
        if (above > 0) {
            beyond(d, "chart.level.above", above, box.top() + 11);
        }
        if (below > 0) {
            beyond(d, "chart.level.below", below, box.bottom() - 11);
        }
        inOrder(d).stream()
                .filter(level -> scale.shows(level.hundredths()))
                .forEach(level -> label(d, new LineLabel(d, scale, box), level, scale.y(level.hundredths())));
    }

    private static void label(Drawing d, LineLabel places, DrawnLevel level, double y) {
        Pen pen = d.pen();
        Color color = pen.palette().accent();
        Price away = level.price().minus(d.snapshot().tick().last());
        String text = d.words().get("chart.level", Formats.price(level.price()), Formats.signed(away));
        double width = pen.width(text) + BELL + 2;
        places.fromRight(y, width).ifPresent(at -> {
            pen.label(text, at.getX() + BELL + 2, at.getY(), color);
            pen.plan().take(at.getX(), at.getY() - BELL / 2, BELL, BELL);
            pen.above(() -> bell(pen.graphics(), at.getX(), at.getY(), color));
        });
    }

    private static void beyond(Drawing d, String key, long count, double y) {
        Pen pen = d.pen();
        String text = d.words().get(key, Formats.count(count));
        for (double share : new double[] {0.5, 0.25, 0.75}) {
            if (pen.label(
                    text, (d.plot() - pen.width(text)) * share, y, pen.palette().accent())) {
                return;
            }
        }
    }

    /// The prices on the axis, as far as there is room.
    static void tags(Drawing d, ValueScale scale) {
        Box box = d.layout().price();
        Palette palette = d.pen().palette();
        for (DrawnLevel level : inOrder(d)) {
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
