// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.DrawnPane;
import io.seonmul.ui.fx.Formats;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// How much of the dynamic band's half width was taken: by the last print, by its second, and by the most of today. FX
/// thread.
///
/// A whole bar is the whole half width; the two lines across are where the limit watch warns, and where it warns
/// loudly.
public final class ConsumptionCanvas extends DrawnPane {

    private static final double WARNING = 0.30;
    private static final double CRITICAL = 0.60;
    private static final double LABEL = 92;
    private static final double FIGURE = 48;
    private static final double TITLE = 14;
    private static final int SMALL = 12;
    private static final int TINY = 11;

    private LimitsViewModel.Consumption consumption = LimitsViewModel.Consumption.NOT_KNOWN;
    private List<String> labels = List.of("", "", "", "");

    /// Empty bars.
    public ConsumptionCanvas() {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(200, 50);
    }

    void label(List<String> titlePrintSecondMost) {
        labels = titlePrintSecondMost;
        requestDraw();
    }

    void show(LimitsViewModel.Consumption shares) {
        consumption = shares;
        requestDraw();
    }

    /// Whether the newest figures reach what the limit watch warns of.
    static boolean isMuch(LimitsViewModel.Consumption shares) {
        return shares.print() >= WARNING || shares.second() >= WARNING;
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        double row = Math.floor((height - TITLE) / 3);
        bar(g, 1, consumption.print(), width, row);
        bar(g, 2, consumption.second(), width, row);
        bar(g, 3, consumption.most(), width, row);
        double track = width - LABEL - FIGURE;
        g.setFont(Font.font("IBM Plex Sans KR", TINY));
        g.setFill(color(Token.MUTED));
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(TextAlignment.LEFT);
        Brush.text(g, labels.getFirst(), 0, 0);
        g.setTextAlign(TextAlignment.CENTER);
        g.setStroke(color(Token.MUTED));
        g.setLineWidth(1);
        g.setLineDashes(2, 2);
        for (double share : new double[] {WARNING, CRITICAL}) {
            double x = Math.floor(LABEL + track * share) + 0.5;
            g.strokeLine(x, TITLE, x, TITLE + 3 * row - 1);
            Brush.text(g, Formats.decimal(100 * share, 0) + "%", x, 0);
        }
    }

    private void bar(GraphicsContext g, int index, double share, double width, double row) {
        double y = TITLE + (index - 1) * row;
        double track = width - LABEL - FIGURE;
        g.setFont(Font.font("IBM Plex Sans KR", SMALL));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(color(Token.MUTED));
        Brush.text(g, labels.get(index), 0, y + row / 2);
        g.setFill(color(Token.GRID));
        Brush.fill(g, LABEL, y + row / 2 - 4, track, 8);
        Token token = share >= CRITICAL ? Token.DANGER : share >= WARNING ? Token.WARNING : Token.ACCENT;
        if (!Double.isNaN(share)) {
            g.setFill(color(token));
            Brush.fill(g, LABEL, y + row / 2 - 4, track * Math.min(1, share), 8);
        }
        g.setFill(color(share >= WARNING ? token : Token.TEXT));
        g.setTextAlign(TextAlignment.RIGHT);
        String text = Double.isNaN(share) ? Formats.NOT_KNOWN : Formats.decimal(100 * share, 1) + "%";
        Brush.text(g, text, width, y + row / 2);
    }
}
