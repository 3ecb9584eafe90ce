// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.openinterest;

import io.seonmul.market.Price;
import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.DrawnPane;
import io.seonmul.ui.fx.Formats;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// The day's mispricing as a histogram, with the present value as a line through it. FX thread.
///
/// Across: points, lower to the left. Upwards: bars. The column of the present value is filled, the others are pale.
public final class DistributionCanvas extends DrawnPane {

    private static final double EDGE = 6;
    private static final double TOP = 18;
    private static final double BOTTOM = 18;
    private static final double COLUMN = 7;
    private static final int SMALL = 11;

    private Distribution shown = Distribution.NONE;
    private Optional<Price> present = Optional.empty();
    private String empty = "";

    /// An empty histogram.
    public DistributionCanvas() {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(110, 72);
    }

    void show(Distribution distribution, Optional<Price> now, String whenEmpty) {
        shown = distribution;
        present = now;
        empty = whenEmpty;
        requestDraw();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        g.setFont(Font.font("IBM Plex Sans KR", SMALL));
        if (shown.size() == 0) {
            g.setFill(color(Token.MUTED));
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.CENTER);
            Brush.text(g, empty, width / 2, height / 2, width - EDGE);
            return;
        }
        double inner = width - 2 * EDGE;
        long range = shown.high() - shown.low() + 1;
        long bin = Math.max(1, (long) Math.ceil(range / Math.max(1, Math.floor(inner / COLUMN))));
        int bins = (int) ((range + bin - 1) / bin);
        int most = 1;
        for (int i = 0; i < bins; i++) {
            most = Math.max(most, count(i, bin));
        }
        double column = inner / bins;
        double floor = height - BOTTOM;
        for (int i = 0; i < bins; i++) {
            long from = shown.low() + i * bin;
            boolean here = present.map(Price::hundredths)
                    .filter(value -> value >= from && value < from + bin)
                    .isPresent();
            double bar = count(i, bin) * (floor - TOP) / most;
            g.setFill(color(Token.THEORY).deriveColor(0, 1, 1, here ? 1 : 0.45));
            Brush.fill(g, EDGE + i * column, floor - bar, Math.max(1, column - 1), bar);
        }
        g.setStroke(color(Token.GRID));
        g.strokeLine(EDGE, floor + 0.5, width - EDGE, floor + 0.5);
        ends(g, width, height);
        present.ifPresent(value ->
                mark(g, value, EDGE + (value.hundredths() - shown.low() + 0.5) * inner / (bins * bin), width, floor));
    }

    private int count(int index, long bin) {
        long from = shown.low() + index * bin;
        return shown.between(from, from + bin);
    }

    private void ends(GraphicsContext g, double width, double height) {
        g.setFill(color(Token.MUTED));
        g.setTextBaseline(VPos.BOTTOM);
        g.setTextAlign(TextAlignment.LEFT);
        Brush.text(g, Formats.signed(Price.ofHundredths(shown.low())), EDGE, height - 1);
        g.setTextAlign(TextAlignment.RIGHT);
        Brush.text(g, Formats.signed(Price.ofHundredths(shown.high())), width - EDGE, height - 1);
    }

    private void mark(GraphicsContext g, Price value, double at, double width, double floor) {
        double x = Math.floor(Math.clamp(at, EDGE, width - EDGE)) + 0.5;
        g.setStroke(color(Token.TEXT));
        g.setLineWidth(1);
        g.strokeLine(x, TOP - 2, x, floor);
        g.setFill(color(Token.TEXT));
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(x < width / 2 ? TextAlignment.LEFT : TextAlignment.RIGHT);
        Brush.text(g, "▼ " + Formats.signed(value), x + (x < width / 2 ? -5 : 5), 1);
    }
}
