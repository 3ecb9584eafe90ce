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
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws the price pane: candles or footprint, VWAP with its bands, dynamic band, stages, settlement, levels, last
/// price.
final class PricePainter {

    /// Pixels that are left free above the highest value, and below the lowest.
    private static final double ABOVE = 14;

    private static final double BELOW = 22;
    private static final double ROW = 30;
    private static final double LEAST_ROW = 15;
    private static final int ENOUGH = 5;
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
        ValueScale scale = ValueScale.around(span, least, box.top(), box.bottom(), ABOVE, BELOW);
        if (!FootprintPainter.isOn(d)) {
            return scale;
        }
        // The rows of a footprint reach half a row further than the prices, and under them stands the delta.
        double row = FootprintPainter.rowHeight(d, scale) / 2;
        return ValueScale.around(span, least, box.top(), box.bottom(), ABOVE + row, BELOW + row);
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
        axis(d, scale, box, base, vwap);
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
        }
        if (d.settings().shows(Overlay.LIMITS)) {
            stages(d, scale)
                    .forEach(stage -> pen.horizontal(
                            0,
                            d.plot(),
                            scale.y(stage.limit().hundredths()),
                            pen.palette().danger()));
        }
        joined(d)
                .ifPresent(x -> pen.dashedVertical(
                        x, box.top(), box.bottom(), 3, 2, pen.palette().muted()));
        LevelPainter.paint(d, scale);
        pen.unclip();
        double last = last(d);
        if (scale.shows(last)) {
            pen.dashedHorizontal(0, d.plot(), scale.y(last), 2, 2, direction(d));
        }
    }

    /// Names the lines of the pane, where there is room.
    static void labels(Drawing d, ValueScale scale) {
        Box box = d.layout().price();
        Pen pen = d.pen();
        LineLabel places = new LineLabel(d, scale, box);
        if (d.settings().shows(Overlay.LIMITS)) {
            for (Stage stage : stages(d, scale)) {
                Price last = d.snapshot().tick().last();
                Price away = stage.upper() ? stage.limit().minus(last) : last.minus(stage.limit());
                String text = d.words()
                        .get(
                                stage.upper() ? "chart.stage.upper" : "chart.stage.lower",
                                Integer.toString(stage.percent()),
                                Formats.price(stage.limit()),
                                Formats.price(away.hundredths() < 0 ? away.negated() : away));
                places.fromRight(scale.y(stage.limit().hundredths()), pen.width(text))
                        .ifPresent(at -> pen.label(
                                text, at.getX(), at.getY(), pen.palette().danger()));
            }
        }
        String base = d.words().get("chart.base");
        d.snapshot()
                .limits()
                .base()
                .filter(known -> scale.shows(known.hundredths()))
                .flatMap(known -> places.fromLeft(scale.y(known.hundredths()), pen.width(base)))
                .ifPresent(at ->
                        pen.label(base, at.getX(), at.getY(), pen.palette().muted()));
        joined(d).ifPresent(x -> {
            String text =
                    d.words().get("chart.joined", Formats.time(d.snapshot().joinedAt()));
            double left = x - pen.width(text) - 6;
            pen.label(
                    text,
                    left >= 6 ? left : x + 6,
                    box.bottom() - 26,
                    pen.palette().muted());
        });
    }

    private static void axis(Drawing d, ValueScale scale, Box box, double base, double vwap) {
        Pen pen = d.pen();
        Palette palette = pen.palette();
        axisTag(d, scale, base, palette.text());
        axisTag(d, scale, vwap, palette.vwap());
        long step = step(d, scale, box);
        for (long value = Steps.firstAtOrAbove(scale.low(), step); value <= scale.high(); value += step) {
            double y = scale.y(value);
            pen.horizontal(0, d.plot(), y, palette.grid());
            if (hasLabel(box, y)) {
                pen.axisText(Drawing.price(value), d.plot(), y, d.axisWidth(), palette.muted());
            }
        }
    }

    private static void axisTag(Drawing d, ValueScale scale, double value, Color ink) {
        if (scale.shows(value)) {
            Color fill = d.pen().palette().raised();
            d.pen().axisTag(Drawing.price(value), d.plot(), scale.y(value), d.axisWidth(), fill, ink);
        }
    }

    /// The widest step between regular labels at which at least [#ENOUGH] are free of tags, or else the finest.
    private static long step(Drawing d, ValueScale scale, Box box) {
        long tick = d.snapshot().contract().tickSize().hundredths();
        int finest = Math.max(2, (int) (box.height() / LEAST_ROW));
        for (int most = Math.max(2, (int) (box.height() / ROW)); most < finest; most++) {
            long step = Steps.round(scale.high() - scale.low(), most, tick);
            if (labels(d, scale, box, step) >= ENOUGH) {
                return step;
            }
        }
        return Steps.round(scale.high() - scale.low(), finest, tick);
    }

    private static int labels(Drawing d, ValueScale scale, Box box, long step) {
        int labels = 0;
        for (long value = Steps.firstAtOrAbove(scale.low(), step); value <= scale.high(); value += step) {
            double y = scale.y(value);
            labels += hasLabel(box, y) && d.pen().isAxisFree(d.plot(), y, d.axisWidth()) ? 1 : 0;
        }
        return labels;
    }

    private static boolean hasLabel(Box box, double y) {
        return y > box.top() + 6 && y < box.bottom() - 6;
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

    /// A side of a static stage that is in view.
    private record Stage(boolean upper, int percent, Price limit) {}

    /// Those in view, the inner ones first; of two that would meet, the inner one.
    private static List<Stage> stages(Drawing d, ValueScale scale) {
        List<Stage> shown = new ArrayList<>();
        double lastUp = Double.POSITIVE_INFINITY;
        double lastDown = Double.NEGATIVE_INFINITY;
        for (LimitStage stage : d.snapshot().limits().stages()) {
            double up = scale.y(stage.upper().hundredths());
            double down = scale.y(stage.lower().hundredths());
            if (scale.shows(stage.upper().hundredths()) && lastUp - up > TAG) {
                shown.add(new Stage(true, stage.percent(), stage.upper()));
                lastUp = up;
            }
            if (scale.shows(stage.lower().hundredths()) && down - lastDown > TAG) {
                shown.add(new Stage(false, stage.percent(), stage.lower()));
                lastDown = down;
            }
        }
        return shown;
    }

    /// Where in view the monitor joined a session that had begun before it.
    private static OptionalDouble joined(Drawing d) {
        if (d.snapshot().joinedAtStart() || d.snapshot().bars().size() == 0) {
            return OptionalDouble.empty();
        }
        Bar first = d.snapshot().bars().get(0);
        long day = first.start() - Math.floorMod(first.start(), 86_400);
        double x = d.xOfSecond((double) (day + d.snapshot().joinedAt().toSecondOfDay()));
        return x < 0 || x > d.plot() ? OptionalDouble.empty() : OptionalDouble.of(x);
    }

    private static double last(Drawing d) {
        return d.snapshot().tick().last().hundredths();
    }

    private static Color direction(Drawing d) {
        Palette palette = d.pen().palette();
        int change = Formats.sign(d.snapshot().tick().change());
        return change > 0 ? palette.rise() : change < 0 ? palette.fall() : palette.flat();
    }

    /// The last price on the axis, kept within the pane; comes before every other tag.
    static void lastTag(Drawing d, ValueScale scale) {
        Box box = d.layout().price();
        double y = Math.clamp(scale.y(last(d)), box.top() + 8, Math.max(box.top() + 8, box.bottom() - 8));
        Pen pen = d.pen();
        String mark = d.snapshot().doubts().isEmpty() ? "" : DoubtTexts.MARK;
        String text = Drawing.price(last(d)) + mark;
        pen.axisTag(
                text, d.plot(), y, d.axisWidth(), direction(d), pen.palette().surface());
    }
}
