// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Bar;
import io.seonmul.ui.chart.PaneLayout.Box;
import io.seonmul.ui.chart.ValueScale.Span;
import io.seonmul.ui.fx.Formats;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws the panes under the price: volume by aggressor side, open interest, and basis.
final class IndicatorPainter {

    private static final double ROW = 17;
    private static final double TITLE = 17;
    private static final double TAG = 17;

    private IndicatorPainter() {}

    /// The scale of `pane` for the bars in view.
    static ValueScale scale(Drawing d, Pane pane, Box box) {
        Span span = new Span();
        return switch (pane) {
            case PRICE -> PricePainter.scale(d);
            case VOLUME -> {
                span.add(0);
                for (int i = d.from(); i < d.to(); i++) {
                    span.add(d.bars().bar(i).volume());
                }
                double high = Math.max(span.high(), 4);
                yield new ValueScale(
                        0, high * box.height() / Math.max(1, box.height() - TITLE), box.top(), box.bottom());
            }
            case INTEREST -> {
                d.span(d.bars().openInterest, span);
                yield scale(span, 10, box);
            }
            case BASIS -> {
                d.span(d.bars().basis, span);
                d.span(d.bars().theory, span);
                yield scale(span, 20, box);
            }
        };
    }

    private static ValueScale scale(Span span, double least, Box box) {
        if (span.isEmpty()) {
            span.add(0);
        }
        return ValueScale.around(span, least, box.top(), box.bottom(), TITLE, 5);
    }

    /// Draws `pane` with the figures of the bar at `shown` in its title (-1: none).
    static void paint(Drawing d, Pane pane, Box box, ValueScale scale, int shown) {
        axis(d, pane, box, scale);
        Palette palette = d.pen().palette();
        d.pen().clip(0, box.top() + 1, d.plot(), box.height() - 1);
        switch (pane) {
            case PRICE -> {}
            case VOLUME -> volume(d, scale);
            case INTEREST -> d.line(d.bars().openInterest, scale, Drawing.Join.STEP, 1.5, palette.interest());
            case BASIS -> {
                if (scale.shows(0)) {
                    d.pen().dashedHorizontal(0, d.plot(), scale.y(0), 2, 3, palette.muted());
                }
                d.line(d.bars().theory, scale, Drawing.Join.NONE, 1.5, palette.theory());
                d.line(d.bars().basis, scale, Drawing.Join.NONE, 1.2, palette.text());
            }
        }
        d.pen().unclip();
        title(d, pane, box, shown);
    }

    private static void axis(Drawing d, Pane pane, Box box, ValueScale scale) {
        Palette palette = d.pen().palette();
        BarColumns bars = d.bars();
        int last = bars.size() - 1;
        double first = Double.NaN;
        double second = Double.NaN;
        switch (pane) {
            case PRICE, VOLUME -> {}
            case INTEREST -> first = tag(d, pane, box, scale, value(bars.openInterest, last), palette.interest());
            case BASIS -> {
                first = tag(d, pane, box, scale, value(bars.basis, last), palette.text());
                double theory = value(bars.theory, last);
                if (free(scale.y(theory), first)) {
                    second = tag(d, pane, box, scale, theory, palette.theory());
                }
            }
        }
        int most = Math.max(1, (int) ((box.height() - TITLE / 2) / ROW) - 1);
        long step = Steps.round(scale.high() - scale.low(), most, 1);
        for (long value = Steps.firstAtOrAbove(scale.low(), step); value <= scale.high(); value += step) {
            double y = scale.y(value);
            if (y > box.top() + 7 && y < box.bottom() - 6) {
                d.pen().horizontal(0, d.plot(), y, palette.grid());
                if (free(y, first) && free(y, second)) {
                    d.pen().text(label(pane, (double) value), d.plot() + 6, y, palette.muted());
                }
            }
        }
    }

    private static double value(double[] values, int index) {
        return index < 0 ? Double.NaN : values[index];
    }

    private static boolean free(double y, double tag) {
        return !(Math.abs(y - tag) < TAG);
    }

    /// Marks the newest value on the axis, if it is in view; returns at which height.
    private static double tag(Drawing d, Pane pane, Box box, ValueScale scale, double value, Color color) {
        if (!scale.shows(value)) {
            return Double.NaN;
        }
        double y = Math.clamp(scale.y(value), box.top() + 9, Math.max(box.top() + 9, box.bottom() - 8));
        d.pen()
                .axisTag(
                        label(pane, value),
                        d.plot(),
                        y,
                        d.axisWidth(),
                        d.pen().palette().raised(),
                        color);
        return y;
    }

    /// How a value of `pane` is written on its axis.
    static String label(Pane pane, double value) {
        return switch (pane) {
            case PRICE, BASIS -> Drawing.price(value);
            case VOLUME, INTEREST -> Formats.count(Math.round(value));
        };
    }

    private static void volume(Drawing d, ValueScale scale) {
        Palette palette = d.pen().palette();
        GraphicsContext g = d.pen().graphics();
        double slot = d.slot();
        double body = slot < 4 ? Math.max(1, Math.floor(slot) - 1) : Math.floor(slot * 0.72);
        double bottom = Math.rint(scale.bottom());
        for (int i = d.from(); i < d.to(); i++) {
            Bar bar = d.bars().bar(i);
            double left = Math.floor(d.middle(i)) - Math.floor(body / 2);
            double sell = Math.rint(scale.y(bar.sellVolume()));
            double sides = Math.rint(scale.y(bar.sellVolume() + bar.buyVolume()));
            double all = Math.rint(scale.y(bar.volume()));
            if (bottom > sell) {
                g.setFill(palette.fall());
                g.fillRect(left, sell, body, bottom - sell);
            }
            if (sell > sides) {
                g.setFill(palette.rise());
                g.fillRect(left, sides, body, sell - sides);
            }
            if (sides > all) {
                g.setFill(palette.flat());
                g.fillRect(left, all, body, sides - all);
            }
        }
    }

    private static void title(Drawing d, Pane pane, Box box, int shown) {
        Pen pen = d.pen();
        Palette palette = pen.palette();
        double y = box.top() + 9;
        double x = pen.veiledText(d.words().get(pane.key()), 6, y, palette.muted()) + 8;
        if (shown < 0) {
            return;
        }
        Bar bar = d.bars().bar(shown);
        switch (pane) {
            case PRICE -> {}
            case VOLUME -> {
                x = figure(pen, Formats.count(bar.volume()), x, y, palette.text());
                x = figure(pen, side(d, "chart.buy", bar.buyVolume()), x, y, palette.rise());
                figure(pen, side(d, "chart.sell", bar.sellVolume()), x, y, palette.fall());
            }
            case INTEREST -> {
                x = figure(pen, Formats.count(bar.openInterest()), x, y, palette.interest());
                double before = shown > 0 ? d.bars().openInterest[shown - 1] : Double.NaN;
                if (bar.openInterest().isPresent() && !Double.isNaN(before)) {
                    long step = Math.round(bar.openInterest().getAsLong() - before);
                    figure(pen, Formats.signed(step), x, y, sign(palette, step));
                }
            }
            case BASIS -> {
                x = figure(
                        pen,
                        d.words()
                                .get(
                                        "chart.basis.market",
                                        Formats.signed(bar.fairValue().marketBasis())),
                        x,
                        y,
                        palette.text());
                figure(
                        pen,
                        d.words()
                                .get(
                                        "chart.basis.theory",
                                        Formats.signed(bar.fairValue().theoreticalBasis())),
                        x,
                        y,
                        palette.theory());
            }
        }
    }

    private static String side(Drawing d, String key, long contracts) {
        return d.words().get(key, Formats.count(contracts));
    }

    private static double figure(Pen pen, String text, double x, double y, Color color) {
        return pen.veiledText(text, x, y, color) + 8;
    }

    private static Color sign(Palette palette, long value) {
        return value > 0 ? palette.rise() : value < 0 ? palette.fall() : palette.flat();
    }
}
