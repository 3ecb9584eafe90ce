// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Bar;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitStage;
import io.seonmul.market.Price;
import io.seonmul.ui.chart.LinePainter.Join;
import io.seonmul.ui.chart.LinePainter.Style;
import io.seonmul.ui.chart.PaneLayout.Box;
import io.seonmul.ui.chart.ValueScale.Span;
import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.DoubtTexts;
import io.seonmul.ui.fx.Formats;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws the price pane: candles or footprint, VWAP with its bands, dynamic band, stages, settlement, levels, last
/// price.
final class PricePainter {

    private static final double ROW = 30;
    private static final double NEAR = 0.3;
    private static final double TAG = 17;

    private PricePainter() {}

    /// The scale that holds the bars in view, and what lies near them.
    static ValueScale scale(Drawing d) {
        Box box = d.layout().price();
        Span span = new Span();
        BarColumns bars = d.bars();
        for (int i = d.from(); i < d.to(); i++) {
            span.add(bars.high[i]);
            span.add(bars.low[i]);
        }
        InstrumentSnapshot snapshot = d.snapshot();
        if (span.isEmpty()) {
            span.add(snapshot.tick().last().hundredths());
        }
        long tick = snapshot.contract().tickSize().hundredths();
        double least = 12.0 * tick;
        if (!FootprintPainter.isOn(d)) {
            besides(d, span, least);
        }
        return ValueScale.around(span, least, box.top(), box.bottom(), 14, 22);
    }

    /// What lies near the bars; a footprint needs the height for itself.
    private static void besides(Drawing d, Span span, double least) {
        BarColumns bars = d.bars();
        InstrumentSnapshot snapshot = d.snapshot();
        if (d.settings().shows(Overlay.VWAP)) {
            for (int i = d.from(); i < d.to(); i++) {
                span.addIfNear(bars.vwap[i], NEAR, least);
            }
        }
        if (d.settings().shows(Overlay.BANDS)) {
            VwapBands.span(d, span, NEAR, least);
        }
        d.levels().forEach(level -> span.addIfNear(level.hundredths(), NEAR, least));
        snapshot.limits().base().ifPresent(base -> span.addIfNear(base.hundredths(), NEAR, least));
        if (d.settings().shows(Overlay.LIMITS)) {
            for (LimitStage stage : snapshot.limits().stages()) {
                span.addIfNear(stage.upper().hundredths(), NEAR, least);
                span.addIfNear(stage.lower().hundredths(), NEAR, least);
            }
        }
    }

    static void paint(Drawing d, ValueScale scale) {
        Box box = d.layout().price();
        Pen pen = d.pen();
        double vwap = d.settings().shows(Overlay.VWAP) && d.bars().size() > 0
                ? d.bars().vwap[d.bars().size() - 1]
                : Double.NaN;
        double base = d.snapshot()
                .limits()
                .base()
                .map(known -> (double) known.hundredths())
                .orElse(Double.NaN);
        double last = d.snapshot().tick().last().hundredths();
        axis(d, scale, box, last, base, vwap);
        pen.clip(0, box.top(), d.plot(), box.height());
        if (d.settings().shows(Overlay.LIMITS)) {
            Style edge = Style.dashed(pen.palette().bandEdge(), 3, 2);
            LinePainter.paint(d, d.bars().upper, scale, Join.STEP, edge);
            LinePainter.paint(d, d.bars().lower, scale, Join.STEP, edge);
        }
        if (d.settings().shows(Overlay.BANDS)) {
            VwapBands.paint(d, scale);
        }
        boolean apart = FootprintPainter.isOn(d);
        if (apart) {
            FootprintPainter.paint(d, scale);
        } else {
            candles(d, scale);
        }
        if (d.settings().shows(Overlay.VWAP)) {
            Style style = Style.solid(pen.palette().vwap(), 1.5);
            LinePainter.paint(d, d.bars().vwap, scale, Join.OVER_SILENCE, style);
        }
        if (scale.shows(base)) {
            double y = scale.y(base);
            pen.dashedHorizontal(0, d.plot(), y, 7, 3, pen.palette().muted());
            double beside = y - 9 < box.top() + 9 ? y + 10 : y - 9;
            pen.veiledText(d.words().get("chart.base"), 6, beside, pen.palette().muted());
        }
        if (d.settings().shows(Overlay.LIMITS)) {
            stages(d, scale, box);
        }
        joined(d, box);
        LevelPainter.paint(d, scale, box);
        pen.unclip();
        LevelPainter.tags(d, scale, box);
        last(d, scale, box, last);
    }

    private static void axis(Drawing d, ValueScale scale, Box box, double last, double base, double vwap) {
        Pen pen = d.pen();
        Palette palette = pen.palette();
        long tick = d.snapshot().contract().tickSize().hundredths();
        int most = Math.max(2, (int) (box.height() / ROW));
        long step = Steps.round(scale.high() - scale.low(), most, tick);
        double lastY = Math.clamp(scale.y(last), box.top() + 8, box.bottom() - 8);
        double baseY = scale.shows(base) ? scale.y(base) : Double.NaN;
        double vwapY = scale.shows(vwap) ? scale.y(vwap) : Double.NaN;
        boolean baseFree = free(baseY, lastY);
        boolean vwapFree = free(vwapY, lastY) && !(baseFree && !free(vwapY, baseY));
        for (long value = Steps.firstAtOrAbove(scale.low(), step); value <= scale.high(); value += step) {
            double y = scale.y(value);
            pen.horizontal(0, d.plot(), y, palette.grid());
            boolean covered = !free(y, lastY) || (baseFree && !free(y, baseY)) || (vwapFree && !free(y, vwapY));
            if (!covered && y > box.top() + 6 && y < box.bottom() - 6) {
                pen.text(Drawing.price(value), d.plot() + 6, y, palette.muted());
            }
        }
        if (baseFree && !Double.isNaN(baseY)) {
            pen.axisTag(Drawing.price(base), d.plot(), baseY, d.axisWidth(), palette.raised(), palette.text());
        }
        if (vwapFree && !Double.isNaN(vwapY)) {
            pen.axisTag(Drawing.price(vwap), d.plot(), vwapY, d.axisWidth(), palette.raised(), palette.vwap());
        }
    }

    private static boolean free(double y, double tag) {
        return !(Math.abs(y - tag) < TAG);
    }

    /// Tints what lies between the dynamic limits; before anything but the ground is drawn.
    static void band(Drawing d, ValueScale scale, Ground ground) {
        if (!d.settings().shows(Overlay.LIMITS)) {
            return;
        }
        BarColumns bars = d.bars();
        int end;
        for (int i = d.from(); i < d.to(); i = end) {
            end = i + 1;
            if (Double.isNaN(bars.upper[i]) || Double.isNaN(bars.lower[i])) {
                continue;
            }
            while (end < d.to()
                    && !d.begins(end)
                    && bars.upper[end] == bars.upper[i]
                    && bars.lower[end] == bars.lower[i]) {
                end++;
            }
            band(d, scale, ground, i, end);
        }
    }

    private static void band(Drawing d, ValueScale scale, Ground ground, int from, int to) {
        Pen pen = d.pen();
        ground.paint(
                pen.snap(Math.max(0, d.x(from))),
                pen.snap(Math.min(d.plot(), d.x(to - 1) + d.slot())),
                pen.snap(Math.max(scale.top(), scale.y(d.bars().upper[from]))),
                pen.snap(Math.min(scale.bottom(), scale.y(d.bars().lower[from]))),
                pen.palette().band());
    }

    private static void candles(Drawing d, ValueScale scale) {
        Palette palette = d.pen().palette();
        candles(d, scale, 1, palette.rise());
        candles(d, scale, -1, palette.fall());
        candles(d, scale, 0, palette.flat());
    }

    private static void candles(Drawing d, ValueScale scale, int sign, Color color) {
        GraphicsContext g = d.pen().graphics();
        BarColumns bars = d.bars();
        double slot = d.slot();
        double body = slot < 4 ? 1 : odd(slot * 0.72);
        g.setFill(color);
        for (int i = d.from(); i < d.to(); i++) {
            if ((int) Math.signum(bars.close[i] - bars.open[i]) != sign) {
                continue;
            }
            double middle = Math.floor(d.middle(i));
            double high = Math.rint(scale.y(bars.high[i]));
            double low = Math.rint(scale.y(bars.low[i]));
            Brush.fill(g, middle, high, 1, Math.max(1, low - high));
            if (body > 1) {
                double top = Math.rint(scale.y(Math.max(bars.open[i], bars.close[i])));
                double bottom = Math.rint(scale.y(Math.min(bars.open[i], bars.close[i])));
                double left = middle - (body - 1) / 2;
                Brush.fill(g, left, top, body, Math.max(1, bottom - top));
                if (bars.bar(i).partial() && body >= 5 && bottom - top > 2) {
                    hollow(d, g, left, top, body, bottom - top);
                    g.setFill(color);
                }
            }
        }
    }

    /// A bar of which the monitor saw only the end is an outline.
    private static void hollow(Drawing d, GraphicsContext g, double left, double top, double width, double height) {
        g.setFill(d.pen().palette().surface());
        Brush.fill(g, left + 1, top + 1, width - 2, height - 2);
    }

    /// The odd number of whole pixels nearest below `width`, at least 3.
    private static double odd(double width) {
        double whole = Math.floor(width);
        return Math.max(3, whole % 2 == 0 ? whole - 1 : whole);
    }

    private static void stages(Drawing d, ValueScale scale, Box box) {
        Price last = d.snapshot().tick().last();
        double lastUp = Double.POSITIVE_INFINITY;
        double lastDown = Double.NEGATIVE_INFINITY;
        for (LimitStage stage : d.snapshot().limits().stages()) {
            double up = scale.y(stage.upper().hundredths());
            double down = scale.y(stage.lower().hundredths());
            if (scale.shows(stage.upper().hundredths()) && lastUp - up > TAG) {
                stage(d, up, up - 9 < box.top() + 2 ? 9 : -9, "chart.stage.upper", stage, stage.upper(), last);
                lastUp = up;
            }
            if (scale.shows(stage.lower().hundredths()) && down - lastDown > TAG) {
                stage(d, down, down + 9 > box.bottom() - 2 ? -9 : 9, "chart.stage.lower", stage, stage.lower(), last);
                lastDown = down;
            }
        }
    }

    private static void stage(
            Drawing d, double y, double offset, String key, LimitStage stage, Price limit, Price last) {
        Pen pen = d.pen();
        Color color = pen.palette().danger();
        pen.horizontal(0, d.plot(), y, color);
        Price away = limit.compareTo(last) >= 0 ? limit.minus(last) : last.minus(limit);
        String text = d.words().get(key, Integer.toString(stage.percent()), Formats.price(limit), Formats.price(away));
        pen.veiledText(text, d.plot() - pen.width(text) - 8, y + offset, color);
    }

    /// Where the monitor joined a session that had begun before it.
    private static void joined(Drawing d, Box box) {
        if (d.snapshot().joinedAtStart() || d.snapshot().bars().size() == 0) {
            return;
        }
        Bar first = d.snapshot().bars().get(0);
        long day = first.start() - Math.floorMod(first.start(), 86_400);
        double x = d.xOfSecond((double) (day + d.snapshot().joinedAt().toSecondOfDay()));
        if (x < 0 || x > d.plot()) {
            return;
        }
        Pen pen = d.pen();
        Color color = pen.palette().muted();
        pen.dashedVertical(x, box.top(), box.bottom(), 3, 2, color);
        String text = d.words().get("chart.joined", Formats.time(d.snapshot().joinedAt()));
        double left = x - pen.width(text) - 6;
        pen.veiledText(text, left >= 6 ? left : x + 6, box.bottom() - 26, color);
    }

    private static void last(Drawing d, ValueScale scale, Box box, double last) {
        Pen pen = d.pen();
        Palette palette = pen.palette();
        int change = Formats.sign(d.snapshot().tick().change());
        Color color = change > 0 ? palette.rise() : change < 0 ? palette.fall() : palette.flat();
        double y = scale.y(last);
        if (scale.shows(last)) {
            pen.dashedHorizontal(0, d.plot(), y, 2, 2, color);
        }
        double kept = Math.clamp(y, box.top() + 8, Math.max(box.top() + 8, box.bottom() - 8));
        String mark = d.snapshot().doubts().isEmpty() ? "" : DoubtTexts.MARK;
        pen.axisTag(Drawing.price(last) + mark, d.plot(), kept, d.axisWidth(), color, palette.surface());
    }
}
