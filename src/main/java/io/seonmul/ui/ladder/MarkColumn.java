// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.ladder.LadderGrid.Column;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// The column that carries the marks: small labelled chips, and a notch at each mark's exact height. FX thread only.
///
/// What does not fit beside the others on a row is counted ("+2") and never drawn over them.
final class MarkColumn {

    private static final int CHIP_HEIGHT = 14;
    private static final int NOTCH = 5;
    private static final double GAP = 1;
    private static final double CHIP_PAD = 2;

    private final Words words;
    private final Font font;
    private final Map<LadderMark.Kind, String> labels = new EnumMap<>(LadderMark.Kind.class);
    private final Map<String, Double> widths = new HashMap<>();

    MarkColumn(Words words, Font font) {
        this.words = words;
        this.font = font;
    }

    /// The chips that fit into `room` pixels: how many of `marks` are shown; the rest, if any, is a count.
    record Fit(List<String> chips, int hidden) {}

    /// Fits labels of those widths into `room`, the first ones first, leaving room for the count of the rest. The first
    /// one is always shown.
    static Fit fit(List<String> labels, Function<String, Double> width, double room) {
        for (int shown = labels.size(); shown > 0; shown--) {
            List<String> chips = new ArrayList<>(labels.subList(0, shown));
            int hidden = labels.size() - shown;
            double needed = chips.stream().mapToDouble(width::apply).sum() + GAP * Math.max(0, shown - 1);
            if (hidden > 0) {
                needed += GAP + width.apply("+" + hidden);
            }
            if (needed <= room || shown <= 1) {
                return new Fit(chips, hidden);
            }
        }
        return new Fit(List.of(), 0);
    }

    void draw(
            GraphicsContext g,
            LadderRow row,
            Optional<LadderRows> window,
            int index,
            LadderGrid grid,
            Function<LadderMark, Color> color,
            Color paper) {
        if (row.marks.isEmpty() || window.isEmpty()) {
            return;
        }
        int top = grid.top(index);
        int right = grid.right(Column.MARKS);
        for (LadderMark mark : row.marks) {
            double height = Math.clamp(window.get().heightInRow(mark.price()), 0, 1);
            double y = Math.round(top + (1 - height) * (grid.rowHeight() - 2));
            g.setFill(color.apply(mark));
            // At the outer edge: beside the figures it would be read as a minus sign.
            Brush.fill(g, grid.left(Column.MARKS), y, NOTCH - 1.0, 2);
        }
        List<String> all = row.marks.stream().map(this::label).toList();
        Fit fit = fit(all, this::width, grid.width(Column.MARKS) - NOTCH - 3.0);
        double x = grid.left(Column.MARKS) + (double) NOTCH;
        double y = top + Math.floor((grid.rowHeight() - 1 - CHIP_HEIGHT) / 2.0);
        g.setFont(font);
        g.setTextAlign(TextAlignment.CENTER);
        for (int i = 0; i < fit.chips().size(); i++) {
            double width = Math.min(width(fit.chips().get(i)), right - 2 - x);
            g.setFill(color.apply(row.marks.get(i)));
            Brush.fillRound(g, x, y, width, CHIP_HEIGHT, 4);
            g.setFill(paper);
            Brush.text(g, fit.chips().get(i), x + width / 2, y + CHIP_HEIGHT / 2.0, width);
            x += width + GAP;
        }
        if (fit.hidden() > 0) {
            String rest = "+" + fit.hidden();
            g.setFill(color.apply(row.marks.get(fit.chips().size())));
            g.setTextAlign(TextAlignment.LEFT);
            Brush.text(g, rest, x + 1, y + CHIP_HEIGHT / 2.0);
        }
    }

    /// Says on an edge row without marks of its own which mark comes next beyond it.
    void drawBeyond(GraphicsContext g, LadderMark mark, boolean above, int index, LadderGrid grid, Color color) {
        g.setFont(font);
        g.setFill(color);
        g.setTextAlign(TextAlignment.LEFT);
        Brush.text(
                g,
                (above ? "▲" : "▼") + label(mark),
                grid.left(Column.MARKS) + (double) NOTCH,
                grid.top(index) + grid.rowHeight() / 2.0,
                grid.width(Column.MARKS) - NOTCH - 2.0);
    }

    private String label(LadderMark mark) {
        return mark.percent() > 0 ? mark.label(words) : labels.computeIfAbsent(mark.kind(), kind -> mark.label(words));
    }

    private double width(String label) {
        return widths.computeIfAbsent(label, text -> {
            Text measured = new Text(text);
            measured.setFont(font);
            return Math.ceil(measured.getLayoutBounds().getWidth() + 2 * CHIP_PAD);
        });
    }
}
