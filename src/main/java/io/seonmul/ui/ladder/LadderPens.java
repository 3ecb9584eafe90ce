// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.ladder.LadderGrid.Column;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// The faces and strokes that the parts of the ladder draw with. FX thread only.
///
/// To be made when something is first drawn: by then the window's look has loaded the faces.
final class LadderPens {

    private static final String FAMILY = "IBM Plex Sans KR";
    private static final int PAD = 5;
    private static final int NARROW = 340;

    /// How strongly a side tints its half of the ladder, its best row, and the bars: with all of them over each other,
    /// and the pointer's tint, figures still have the contrast of text.
    static final double SIDE = 0.05;

    static final double BEST = 0.12;
    static final double QUOTED = 0.3;
    static final double OLDER = 0.16;
    static final double TRADED = 0.2;
    static final double POINTED = 0.1;

    /// Width of a digit, as a share of its size.
    private static final double DIGIT = 0.6;

    private static final int MOST_TINTS = 2048;
    private static final Map<Integer, Color> TINTS = new HashMap<>();

    final Font head = Font.font(FAMILY, 10.5);
    final Font small = Font.font(FAMILY, FontWeight.MEDIUM, 10);
    final Font tight = Font.font(FAMILY, 11.5);
    private final Font tightStrong = Font.font(FAMILY, FontWeight.BOLD, 11.5);
    private final Font wide = Font.font(FAMILY, 12.5);
    private final Font wideStrong = Font.font(FAMILY, FontWeight.BOLD, 12.5);
    private final Map<String, Double> headWidths = new HashMap<>();

    /// The face of figures in a ladder of that width.
    Font figures(LadderGrid grid, boolean strong) {
        if (grid.width() < NARROW) {
            return strong ? tightStrong : tight;
        }
        return strong ? wideStrong : wide;
    }

    /// How many digits of a size have room in a column.
    static double digits(LadderGrid grid, Column column, Font font) {
        return (grid.width(column) - 6) / (DIGIT * font.getSize());
    }

    /// Whether a column head fits a column.
    boolean fitsHead(String title, int width) {
        return headWidths.computeIfAbsent(title, text -> widthOf(text, head)) <= width - 4.0;
    }

    static double widthOf(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }

    /// Writes `text` at the right border of a column.
    static void right(GraphicsContext g, String text, LadderGrid grid, Column column, int y) {
        if (!text.isEmpty() && grid.has(column)) {
            g.setTextAlign(TextAlignment.RIGHT);
            Brush.text(
                    g, text, grid.right(column) - (double) PAD, y + grid.rowHeight() / 2.0, grid.width(column) - 6.0);
        }
    }

    /// Writes `text` at the left border of a column.
    static void left(GraphicsContext g, String text, LadderGrid grid, Column column, int y) {
        if (!text.isEmpty() && grid.has(column)) {
            g.setTextAlign(TextAlignment.LEFT);
            Brush.text(g, text, grid.left(column) + (double) PAD, y + grid.rowHeight() / 2.0, grid.width(column) - 6.0);
        }
    }

    /// Writes a figure at that border of a column which is nearer to the prices, in thousands where it is too long.
    static void inward(GraphicsContext g, LadderRow.Cell cell, LadderGrid grid, Column column, int y) {
        inward(g, cell.text(digits(grid, column, g.getFont())), grid, column, y);
    }

    /// Writes `text` at that border of a column which is nearer to the prices.
    static void inward(GraphicsContext g, String text, LadderGrid grid, Column column, int y) {
        if (grid.isLeftOfPrice(column)) {
            right(g, text, grid, column, y);
        } else {
            left(g, text, grid, column, y);
        }
    }

    /// A soft bar behind a figure, growing away from the price column.
    static void bar(GraphicsContext g, Color color, LadderGrid grid, Column column, int y, long value, long most) {
        if (value > 0 && most > 0 && grid.has(column)) {
            double length = Math.max(2, (grid.width(column) - 2.0) * Math.min(value, most) / most);
            double x = grid.isLeftOfPrice(column) ? grid.right(column) - 1.0 - length : grid.left(column);
            g.setFill(color);
            Brush.fill(g, x, y + 1.0, length, grid.rowHeight() - 3.0);
        }
    }

    static void fill(GraphicsContext g, Color color, double opacity, double x, double y, double w, double h) {
        g.setFill(withOpacity(color, opacity));
        Brush.fill(g, x, y, w, h);
    }

    /// Diagonal lines in a rectangle, cut to it without a clip, which the software renderer pays dearly for.
    static void hatch(GraphicsContext g, Color color, double step, double x, double y, double w, double h) {
        if (w < 1) {
            return;
        }
        g.setStroke(color);
        g.setLineWidth(1);
        for (double at = x - h + step / 2; at < x + w; at += step) {
            double from = Math.max(at, x);
            double to = Math.min(at + h, x + w);
            g.strokeLine(from, y + h - (from - at), to, y + h - (to - at));
        }
    }

    /// `color` with another opacity, which is told in 255 steps. Kept: a colour's own paint is dear to make, and a
    /// frame
    /// needs some two hundred.
    static Color withOpacity(Color color, double opacity) {
        int steps = (int) Math.round(255 * Math.clamp(opacity, 0, 1));
        int key = steps << 24
                | (int) Math.round(255 * color.getRed()) << 16
                | (int) Math.round(255 * color.getGreen()) << 8
                | (int) Math.round(255 * color.getBlue());
        if (TINTS.size() > MOST_TINTS) {
            TINTS.clear();
        }
        return TINTS.computeIfAbsent(
                key, tint -> new Color(color.getRed(), color.getGreen(), color.getBlue(), steps / 255.0));
    }
}
