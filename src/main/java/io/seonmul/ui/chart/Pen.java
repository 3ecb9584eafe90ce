// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.draw.LabelPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Draws crisp lines, labels and tags on the chart's canvas. FX thread only; lives as long as its canvas.
final class Pen {

    private static final String FAMILY = "IBM Plex Sans KR";
    private static final double SIZE = 11;

    /// Height of a tag, and of a label with its veil.
    static final double TAG_HEIGHT = 16;

    /// What a veil is wider than its text, on each side.
    private static final double VEIL = 3;

    /// Height that a plain label needs.
    private static final double PLAIN = 12;

    private final Font plain = Font.font(FAMILY, SIZE);
    private final Font bold = Font.font(FAMILY, FontWeight.BOLD, SIZE);
    private final Font heading = Font.font(FAMILY, FontWeight.MEDIUM, 15);
    private final Text measure = new Text();
    private final double[] latin = new double[128];
    private final Map<Integer, Double> others = new HashMap<>();
    private final GraphicsContext g;
    private final LineColumns columns = new LineColumns();
    private final LabelPlan plan = new LabelPlan();
    private final List<Runnable> above = new ArrayList<>();
    private Palette palette;
    private double density = 1;

    /// @param g what it draws on
    /// @param palette in which colours
    Pen(GraphicsContext g, Palette palette) {
        this.g = g;
        this.palette = palette;
    }

    /// Begins a draw.
    ///
    /// @param now in which colours
    /// @param pixels of the screen in a unit of the drawing
    void begin(Palette now, double pixels) {
        palette = now;
        density = pixels;
        plan.clear();
        above.clear();
        g.setFont(plain);
        g.setTextBaseline(VPos.CENTER);
        g.setLineWidth(1);
    }

    /// The places that texts have taken in this draw.
    LabelPlan plan() {
        return plan;
    }

    /// Has something drawn over the panes, by [#paintAbove].
    void above(Runnable painting) {
        above.add(painting);
    }

    /// Draws what was kept for after the panes.
    void paintAbove() {
        above.forEach(Runnable::run);
        above.clear();
    }

    Palette palette() {
        return palette;
    }

    /// Pixels of the screen in a unit of the drawing.
    double density() {
        return density;
    }

    /// What each line of this pen is gathered in.
    LineColumns columns() {
        return columns;
    }

    /// The border between two pixels of the screen that is nearest to `at`.
    double snap(double at) {
        return Math.rint(at * density) / density;
    }

    GraphicsContext graphics() {
        return g;
    }

    /// Width of `text` in pixels, by the widths of its characters: digits are tabular and nothing is kerned.
    double width(String text) {
        double width = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            width += width(point);
            at += Character.charCount(point);
        }
        return width;
    }

    private double width(int point) {
        if (point >= latin.length) {
            return others.computeIfAbsent(point, this::measured);
        }
        if (latin[point] == 0) {
            latin[point] = measured(point);
        }
        return latin[point];
    }

    private double measured(int point) {
        measure.setFont(plain);
        measure.setText(Character.toString(point).repeat(8));
        return measure.getLayoutBounds().getWidth() / 8;
    }

    void text(String text, double x, double y, Color color) {
        g.setFill(color);
        g.setTextAlign(TextAlignment.LEFT);
        Brush.text(g, text, Math.rint(x), Math.rint(y));
    }

    void boldText(String text, double x, double y, Color color) {
        g.setFont(bold);
        text(text, x, y, color);
        g.setFont(plain);
    }

    void heading(String text, double middle, double y, Color color) {
        g.setFont(heading);
        g.setFill(color);
        g.setTextAlign(TextAlignment.CENTER);
        Brush.text(g, text, Math.rint(middle), Math.rint(y));
        g.setFont(plain);
    }

    void rightText(String text, double right, double y, Color color) {
        text(text, right - width(text), y, color);
    }

    /// Whether a label would stand on nothing that has its place already.
    boolean isFree(double width, double x, double y) {
        return plan.isFree(Math.rint(x) - VEIL, Math.rint(y) - TAG_HEIGHT / 2, Math.ceil(width) + 2 * VEIL, TAG_HEIGHT);
    }

    /// Takes a place for a text over the panes, and has it drawn there after them, on a veil of the surface's colour so
    /// that it can be read over bars.
    ///
    /// @return whether the place was free; if not, nothing is drawn
    boolean label(String text, double x, double y, Color color) {
        double width = width(text);
        boolean free = isFree(width, x, y);
        if (free) {
            plan.take(Math.rint(x) - VEIL, Math.rint(y) - TAG_HEIGHT / 2, Math.ceil(width) + 2 * VEIL, TAG_HEIGHT);
            above(() -> veiledText(text, x, y, color));
        }
        return free;
    }

    private void veiledText(String text, double x, double y, Color color) {
        double width = width(text);
        g.setFill(palette.veil());
        Brush.fill(g, Math.rint(x) - 3, Math.rint(y) - 8, Math.ceil(width) + 6, 16);
        text(text, x, y, color);
    }

    void horizontal(double x1, double x2, double y, Color color) {
        g.setFill(color);
        Brush.fill(g, Math.rint(x1), Math.rint(y), Math.rint(x2) - Math.rint(x1), 1);
    }

    void vertical(double x, double y1, double y2, Color color) {
        g.setFill(color);
        Brush.fill(g, Math.rint(x), Math.rint(y1), 1, Math.rint(y2) - Math.rint(y1));
    }

    void dashedHorizontal(double x1, double x2, double y, int on, int off, Color color) {
        double end = Math.rint(x2);
        g.setFill(color);
        for (double x = Math.rint(x1); x < end; x += on + off) {
            Brush.fill(g, x, Math.rint(y), Math.min(on, end - x), 1);
        }
    }

    void dashedVertical(double x, double y1, double y2, int on, int off, Color color) {
        double end = Math.rint(y2);
        g.setFill(color);
        for (double y = Math.rint(y1); y < end; y += on + off) {
            Brush.fill(g, Math.rint(x), y, 1, Math.min(on, end - y));
        }
    }

    /// A filled label on the value axis that begins at `x`, with its point at the height `y`, if its place is free.
    void axisTag(String text, double x, double y, double width, Color fill, Color ink) {
        double top = Math.rint(y - TAG_HEIGHT / 2);
        if (!plan.tryTake(x, top, width, TAG_HEIGHT)) {
            return;
        }
        g.setFill(fill);
        Brush.fill(g, x + 1, top, width - 2, TAG_HEIGHT);
        text(text, x + 6, top + TAG_HEIGHT / 2, ink);
    }

    /// A plain label on the value axis, if its place is free.
    void axisText(String text, double x, double y, double width, Color color) {
        if (isAxisFree(x, y, width)) {
            text(text, x + 6, y, color);
        }
    }

    /// Whether the value axis has a place for a plain label.
    boolean isAxisFree(double x, double y, double width) {
        return plan.isFree(x, Math.rint(y) - PLAIN / 2, width, PLAIN);
    }

    /// A filled label centred on `x`, kept between `from` and `to`.
    void centredTag(String text, double x, double y, double from, double to, Color fill, Color ink) {
        double width = width(text) + 12;
        double left = Math.rint(Math.clamp(x - width / 2, from, Math.max(from, to - width)));
        double top = Math.rint(y - TAG_HEIGHT / 2);
        plan.take(left - VEIL, top, width + 2 * VEIL, TAG_HEIGHT);
        g.setFill(fill);
        Brush.fill(g, left, top, width, TAG_HEIGHT);
        text(text, left + 6, top + TAG_HEIGHT / 2, ink);
    }

    /// Draws within whole pixels of the screen only: a border through a pixel would cost a mask at every stroke.
    void clip(double x, double y, double width, double height) {
        Brush.clip(g, snap(x), snap(y), snap(x + width) - snap(x), snap(y + height) - snap(y));
    }

    void unclip() {
        Brush.unclip(g);
    }
}
