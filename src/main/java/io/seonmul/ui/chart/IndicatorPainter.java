// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Bar;
import io.seonmul.ui.chart.LinePainter.Join;
import io.seonmul.ui.chart.LinePainter.Style;
import io.seonmul.ui.chart.PaneLayout.Box;
import io.seonmul.ui.chart.ValueScale.Span;
import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.Formats;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws the panes under the price: volume and delta by aggressor side, open interest, basis, mispricing, strength.
final class IndicatorPainter {

    private static final double ROW = 17;
    private static final double TITLE = 17;
    private static final double BALANCED = 100;
    private static final double MOST_BODY = 60;

    private IndicatorPainter() {}

    /// The scale of `pane` for the bars in view.
    static ValueScale scale(Drawing d, Pane pane, Box box) {
        Span span = new Span();
        BarColumns bars = d.bars();
        return switch (pane) {
            case PRICE -> PricePainter.scale(d);
            case VOLUME -> {
                span.add(0);
                for (int i = d.from(); i < d.to(); i++) {
                    span.add(bars.bar(i).volume());
                }
                double high = Math.max(span.high(), 4);
                yield new ValueScale(
                        0, high * box.height() / Math.max(1, box.height() - TITLE), box.top(), box.bottom());
            }
            case DELTA -> scale(d, bars.delta, span, 0, 8, box);
            case CUMULATIVE -> scale(d, bars.cumulative, span, Double.NaN, 10, box);
            case INTEREST -> scale(d, bars.openInterest, span, Double.NaN, 10, box);
            case BASIS -> {
                d.span(bars.theory, span);
                yield scale(d, bars.basis, span, Double.NaN, 20, box);
            }
            case MISPRICING -> scale(d, bars.mispricing, span, 0, 10, box);
            case STRENGTH -> {
                d.span(bars.strength, span);
                span.addIfNear(BALANCED, 0.5, 10);
                yield scale(d, bars.strength, span, Double.NaN, 4, box);
            }
        };
    }

    /// @param always a value that is always in view; NaN where there is none
    private static ValueScale scale(Drawing d, double[] values, Span span, double always, double least, Box box) {
        d.span(values, span);
        span.add(always);
        if (span.isEmpty()) {
            return ValueScale.ofNothing(box.top(), box.bottom());
        }
        return ValueScale.around(span, least, box.top(), box.bottom(), TITLE, 5);
    }

    /// Draws `pane` and its axis.
    static void paint(Drawing d, Pane pane, Box box, ValueScale scale) {
        axis(d, pane, box, scale);
        Palette palette = d.pen().palette();
        BarColumns bars = d.bars();
        d.pen().clip(0, box.top() + 1, d.plot(), box.height() - 1);
        switch (pane) {
            case PRICE -> {}
            case VOLUME -> volume(d, scale);
            case DELTA -> {
                base(d, scale, 0);
                delta(d, scale);
            }
            case CUMULATIVE -> {
                base(d, scale, 0);
                LinePainter.paint(d, bars.cumulative, scale, Join.OVER_SILENCE, Style.solid(palette.accent(), 1.5));
            }
            case INTEREST ->
                LinePainter.paint(d, bars.openInterest, scale, Join.STEP, Style.solid(palette.interest(), 1.5));
            case BASIS -> {
                base(d, scale, 0);
                LinePainter.paint(d, bars.theory, scale, Join.NONE, Style.solid(palette.theory(), 1.5));
                LinePainter.paint(d, bars.basis, scale, Join.NONE, Style.solid(palette.text(), 1.2));
            }
            case MISPRICING -> {
                base(d, scale, 0);
                LinePainter.paint(d, bars.mispricing, scale, Join.NONE, Style.solid(palette.theory(), 1.2));
            }
            case STRENGTH -> {
                base(d, scale, BALANCED);
                LinePainter.paint(d, bars.strength, scale, Join.OVER_SILENCE, Style.solid(palette.text(), 1.2));
            }
        }
        d.pen().unclip();
    }

    /// The value that divides the pane.
    private static void base(Drawing d, ValueScale scale, double value) {
        if (scale.shows(value)) {
            d.pen()
                    .dashedHorizontal(
                            0, d.plot(), scale.y(value), 3, 2, d.pen().palette().muted());
        }
    }

    private static void axis(Drawing d, Pane pane, Box box, ValueScale scale) {
        if (scale.isOfNothing()) {
            return;
        }
        Palette palette = d.pen().palette();
        BarColumns bars = d.bars();
        switch (pane) {
            case PRICE, VOLUME, DELTA -> {}
            case CUMULATIVE -> tag(d, pane, box, scale, bars.cumulative, palette.accent());
            case INTEREST -> tag(d, pane, box, scale, bars.openInterest, palette.interest());
            case BASIS -> {
                tag(d, pane, box, scale, bars.basis, palette.text());
                tag(d, pane, box, scale, bars.theory, palette.theory());
            }
            case MISPRICING -> tag(d, pane, box, scale, bars.mispricing, palette.theory());
            case STRENGTH -> tag(d, pane, box, scale, bars.strength, palette.text());
        }
        int most = Math.max(1, (int) ((box.height() - TITLE / 2) / ROW) - 1);
        long step = Steps.round(scale.high() - scale.low(), most, 1);
        for (long value = Steps.firstAtOrAbove(scale.low(), step); value <= scale.high(); value += step) {
            double y = scale.y(value);
            if (y > box.top() + 7 && y < box.bottom() - 6) {
                d.pen().horizontal(0, d.plot(), y, palette.grid());
                d.pen().axisText(step(pane, value), d.plot(), y, d.axisWidth(), palette.muted());
            }
        }
    }

    private static double newest(BarColumns bars, double[] values) {
        return bars.size() == 0 ? Double.NaN : values[bars.size() - 1];
    }

    /// Marks the newest value on the axis, if it is in view.
    private static void tag(Drawing d, Pane pane, Box box, ValueScale scale, double[] values, Color color) {
        double value = newest(d.bars(), values);
        if (!scale.shows(value)) {
            return;
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
    }

    /// How a value of `pane` is written on its axis.
    static String label(Pane pane, double value) {
        return switch (pane) {
            case PRICE, BASIS, MISPRICING -> Drawing.price(value);
            case VOLUME, INTEREST -> Formats.count(Math.round(value));
            case DELTA, CUMULATIVE -> Formats.signed(Math.round(value));
            case STRENGTH -> Formats.decimal(value, 1);
        };
    }

    private static String step(Pane pane, long value) {
        return pane == Pane.STRENGTH ? Formats.count(value) : label(pane, (double) value);
    }

    private static double body(Drawing d) {
        double slot = d.slot();
        return slot < 4 ? Math.max(1, Math.floor(slot) - 1) : Math.floor(Math.min(slot * 0.72, MOST_BODY));
    }

    private static void volume(Drawing d, ValueScale scale) {
        Palette palette = d.pen().palette();
        GraphicsContext g = d.pen().graphics();
        double body = body(d);
        double bottom = Math.rint(scale.bottom());
        for (int i = d.from(); i < d.to(); i++) {
            Bar bar = d.bars().bar(i);
            double left = Math.floor(d.middle(i)) - Math.floor(body / 2);
            double sell = Math.rint(scale.y(bar.sellVolume()));
            double sides = Math.rint(scale.y(bar.sellVolume() + bar.buyVolume()));
            double all = Math.rint(scale.y(bar.volume()));
            if (bottom > sell) {
                g.setFill(palette.fall());
                Brush.fill(g, left, sell, body, bottom - sell);
            }
            if (sell > sides) {
                g.setFill(palette.rise());
                Brush.fill(g, left, sides, body, sell - sides);
            }
            if (sides > all) {
                g.setFill(palette.flat());
                Brush.fill(g, left, all, body, sides - all);
            }
        }
    }

    private static void delta(Drawing d, ValueScale scale) {
        Palette palette = d.pen().palette();
        GraphicsContext g = d.pen().graphics();
        double body = body(d);
        double zero = Math.rint(scale.y(0));
        for (int i = d.from(); i < d.to(); i++) {
            double value = d.bars().delta[i];
            double y = Math.rint(scale.y(value));
            double left = Math.floor(d.middle(i)) - Math.floor(body / 2);
            g.setFill(value > 0 ? palette.rise() : value < 0 ? palette.fall() : palette.flat());
            Brush.fill(g, left, Math.min(y, zero), body, Math.max(1, Math.abs(y - zero)));
        }
    }
}
