// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.openinterest;

import io.seonmul.market.Bar;
import io.seonmul.market.Bars;
import io.seonmul.market.FairValue;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.DrawnPane;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Shown;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// The market basis (solid) and the theoretical basis (dashed) over the session, in points. FX thread.
///
/// One point a pixel column at most: the column's last bar. Bars without the figure break the line.
public final class BasisCanvas extends DrawnPane {

    private static final double LEFT = 48;
    private static final double RIGHT = 8;
    private static final double TOP = 20;
    private static final double BOTTOM = 18;
    private static final int LABEL_HEIGHT = 26;
    private static final int SMALL = 11;

    private Optional<InstrumentSnapshot> shown = Optional.empty();
    private OpenInterestSettings settings = OpenInterestSettings.DEFAULT;
    private String empty = "";
    private String market = "";
    private String theory = "";
    private double[] xs = new double[512];
    private double[] ys = new double[512];
    private int points;

    /// An empty chart.
    public BasisCanvas() {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 72);
    }

    void label(String marketBasis, String theoreticalBasis, String whenEmpty) {
        market = marketBasis;
        theory = theoreticalBasis;
        empty = whenEmpty;
        requestDraw();
    }

    void show(Optional<InstrumentSnapshot> snapshot, OpenInterestSettings chosen) {
        shown = snapshot;
        settings = chosen;
        requestDraw();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        Shown.mark(this, shown);
        g.setFont(Font.font("IBM Plex Sans KR", SMALL));
        Bars bars = shown.map(InstrumentSnapshot::bars).orElse(new Bars(1, List.of(), List.of(), 0, 0));
        long end = shown.map(InstrumentSnapshot::second).orElse(0L);
        long begin = bars.size() == 0 ? end : settings.span().from(bars.get(0).start(), end);
        int first = bars.size();
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        while (first > 0 && bars.get(first - 1).start() + bars.seconds() > begin) {
            first--;
            FairValue value = bars.get(first).fairValue();
            for (Optional<Price> basis : List.of(value.marketBasis(), value.theoreticalBasis())) {
                low = Math.min(low, basis.map(Price::hundredths).orElse(low));
                high = Math.max(high, basis.map(Price::hundredths).orElse(high));
            }
        }
        if (low > high) {
            g.setFill(color(Token.MUTED));
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.CENTER);
            Brush.text(g, empty, width / 2, height / 2, width);
            return;
        }
        double margin = Math.max(2, (high - low) * 0.06);
        Scale scale = new Scale(begin, Math.max(1, end - begin), low - margin, high - low + 2 * margin, width, height);
        grid(g, scale);
        g.setLineWidth(1.25);
        g.setStroke(color(Token.ACCENT));
        line(g, bars, first, scale, FairValue::marketBasis);
        g.setLineDashes(5, 3);
        g.setStroke(color(Token.THEORY));
        line(g, bars, first, scale, FairValue::theoreticalBasis);
        g.setLineDashes();
        legend(g, width);
    }

    /// From exchange seconds and hundredths of a point to pixels.
    private record Scale(double begin, double seconds, double low, double range, double width, double height) {

        double x(double second) {
            return LEFT + Math.clamp((second - begin) / seconds, 0, 1) * (width - LEFT - RIGHT);
        }

        double y(double hundredths) {
            return height - BOTTOM - (hundredths - low) / range * (height - BOTTOM - TOP);
        }
    }

    private void grid(GraphicsContext g, Scale scale) {
        double step = StepChartCanvas.niceStep(scale.range(), (scale.height() - BOTTOM - TOP) / LABEL_HEIGHT, 1);
        g.setLineWidth(1);
        g.setStroke(color(Token.GRID));
        g.setFill(color(Token.MUTED));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (double value = Math.ceil(scale.low() / step) * step; value <= scale.low() + scale.range(); value += step) {
            double y = Math.floor(scale.y(value)) + 0.5;
            g.strokeLine(LEFT, y, scale.width() - RIGHT, y);
            Brush.text(g, Formats.signed(Price.ofHundredths(Math.round(value))), LEFT - 6, y);
        }
        g.setTextBaseline(VPos.BOTTOM);
        g.setTextAlign(TextAlignment.LEFT);
        Brush.text(g, Formats.timeOfSecond((long) scale.begin()), LEFT, scale.height() - 1);
        g.setTextAlign(TextAlignment.RIGHT);
        if (scale.width() > LEFT + RIGHT + 130) {
            Brush.text(
                    g,
                    Formats.timeOfSecond((long) (scale.begin() + scale.seconds())),
                    scale.width() - RIGHT,
                    scale.height() - 1);
        }
    }

    private void line(
            GraphicsContext g, Bars bars, int first, Scale scale, Function<FairValue, Optional<Price>> figure) {
        points = 0;
        for (int i = first; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            Optional<Price> value = figure.apply(bar.fairValue());
            if (value.isEmpty()) {
                g.strokePolyline(xs, ys, points);
                points = 0;
                continue;
            }
            double x = scale.x(bar.start() + bars.seconds() / 2.0);
            if (points == 0 || Math.floor(xs[points - 1]) != Math.floor(x)) {
                points++;
            }
            if (points > xs.length) {
                xs = Arrays.copyOf(xs, points * 2);
                ys = Arrays.copyOf(ys, points * 2);
            }
            xs[points - 1] = x;
            ys[points - 1] = scale.y((double) value.get().hundredths());
        }
        g.strokePolyline(xs, ys, points);
    }

    private void legend(GraphicsContext g, double width) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.TOP);
        g.setFill(color(Token.ACCENT));
        String solid = "━ " + market;
        Brush.text(g, solid, LEFT, 2);
        g.setFill(color(Token.THEORY));
        Text measure = new Text(solid);
        measure.setFont(g.getFont());
        double from = LEFT + measure.getLayoutBounds().getWidth() + 10;
        Brush.text(g, "╌ " + theory, from, 2, Math.max(1, width - from));
    }
}
