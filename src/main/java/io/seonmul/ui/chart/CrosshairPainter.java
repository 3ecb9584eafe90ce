// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Bar;
import io.seonmul.market.FeedGap;
import io.seonmul.market.Price;
import io.seonmul.ui.fx.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws the crosshair, its tags on the axes and the box with the figures of the bar under it.
final class CrosshairPainter {

    private static final double LINE = 16;
    private static final double PADDING = 8;
    private static final double LEAST_WIDTH = 148;

    private CrosshairPainter() {}

    private record Row(String label, String value, Color color) {}

    /// @param x pixel of the pointer, within the plot
    /// @param y pixel of the pointer
    /// @param scales the scale of each pane that is shown
    static void paint(Drawing d, double x, double y, Map<Pane, ValueScale> scales) {
        Pen pen = d.pen();
        Palette palette = pen.palette();
        int index = d.bars().at(d.time().second(x));
        double lineX = index >= 0 ? Math.floor(d.middle(index)) : x;
        pen.dashedVertical(lineX, d.layout().legend(), d.layout().bottom(), 3, 3, palette.muted());
        d.layout().boxes().forEach((pane, box) -> {
            ValueScale scale = scales.get(pane);
            if (box.contains(y) && scale != null) {
                pen.dashedHorizontal(0, d.plot(), y, 3, 3, palette.muted());
                pen.axisTag(
                        IndicatorPainter.label(pane, rounded(d, pane, scale.value(y))),
                        d.plot(),
                        y,
                        d.axisWidth(),
                        palette.text(),
                        palette.surface());
            }
        });
        long second = index >= 0 ? d.bars().start[index] : slotStart(d, x);
        pen.centredTag(
                BackdropPainter.clock(second, d.bars().seconds()),
                lineX,
                d.layout().bottom() + PaneLayout.TIME_AXIS / 2,
                0,
                d.width(),
                palette.text(),
                palette.surface());
        box(d, index >= 0 ? rows(d, index) : emptyRows(d, second), lineX);
    }

    private static long slotStart(Drawing d, double x) {
        long second = (long) Math.floor(d.time().second(x));
        return second - Math.floorMod(second, d.bars().seconds());
    }

    private static double rounded(Drawing d, Pane pane, double value) {
        long tick = pane == Pane.PRICE ? d.snapshot().contract().tickSize().hundredths() : 1;
        return Math.round(value / tick) * (double) tick;
    }

    private static List<Row> emptyRows(Drawing d, long second) {
        Palette palette = d.pen().palette();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(span(d, second), "", palette.text()));
        int gap = d.gaps().covering(second, second + d.bars().seconds());
        if (gap < 0) {
            rows.add(new Row(d.words().get("chart.box.none"), "", palette.muted()));
            return rows;
        }
        String from = Formats.timeOfSecond(d.gaps().from(gap));
        String to = Formats.timeOfSecond(d.gaps().to(gap));
        rows.add(new Row(d.words().get("chart.box.outage", from, to), "", palette.danger()));
        FeedGap lost = d.gaps().gap(gap);
        lost(d, rows, lost.contracts(), lost.trades(), lost.averagePrice());
        return rows;
    }

    private static String span(Drawing d, long start) {
        int seconds = d.bars().seconds();
        return BackdropPainter.clock(start, seconds) + " – " + BackdropPainter.clock(start + seconds, seconds);
    }

    private static List<Row> rows(Drawing d, int index) {
        Palette palette = d.pen().palette();
        BarColumns bars = d.bars();
        Bar bar = bars.bar(index);
        Color ink = palette.text();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(span(d, bar.start()), "", ink));
        rows.add(row(d, "open", Formats.price(bar.open()), ink));
        rows.add(row(d, "high", Formats.price(bar.high()), ink));
        rows.add(row(d, "low", Formats.price(bar.low()), ink));
        rows.add(row(d, "close", Formats.price(bar.close()), ink));
        Price base = d.snapshot().limits().base();
        Price change = bar.close().minus(base);
        String percent = base.isZero()
                ? Formats.NOT_KNOWN
                : Formats.signedPercent(100.0 * change.hundredths() / base.hundredths());
        Color direction = change.hundredths() > 0 ? palette.rise() : change.isZero() ? palette.flat() : palette.fall();
        rows.add(row(d, "change", Formats.change(change) + "  " + percent, direction));
        rows.add(row(d, "volume", Formats.count(bar.volume()), ink));
        rows.add(row(d, "buy", Formats.count(bar.buyVolume()), palette.rise()));
        rows.add(row(d, "sell", Formats.count(bar.sellVolume()), palette.fall()));
        long sideless = bar.volume() - bar.buyVolume() - bar.sellVolume();
        if (sideless > 0) {
            rows.add(row(d, "sideless", Formats.count(sideless), palette.flat()));
        }
        rows.add(row(d, "trades", Formats.count(bar.trades()), ink));
        rows.add(row(d, "vwap", Formats.decimal(bars.vwap[index] / 100, 2), palette.vwap()));
        rows.add(row(d, "interest", Formats.count(bar.openInterest()), palette.interest()));
        rows.add(row(d, "basis", Formats.signed(bar.fairValue().marketBasis()), ink));
        rows.add(row(d, "theory", Formats.signed(bar.fairValue().theoreticalBasis()), palette.theory()));
        if (bar.lostContracts() > 0) {
            GapSeries.Lost lost = d.gaps().lost(bar.start(), bar.start() + bars.seconds());
            lost(d, rows, bar.lostContracts(), bar.lostTrades(), lost.averagePrice());
        }
        if (bar.partial()) {
            rows.add(new Row(
                    d.words().get("chart.box.partial", Formats.time(d.snapshot().joinedAt())), "", palette.warning()));
        }
        return rows;
    }

    private static void lost(Drawing d, List<Row> rows, long contracts, long trades, OptionalDouble average) {
        Color color = d.pen().palette().danger();
        rows.add(row(d, "lost", d.words().get("chart.box.lost.contracts", Formats.count(contracts)), color));
        rows.add(new Row("", d.words().get("chart.box.lost.trades", Formats.count(trades)), color));
        if (average.isPresent()) {
            rows.add(new Row("", d.words().get("chart.box.lost.average", Formats.decimal(average, 2)), color));
        }
    }

    private static Row row(Drawing d, String key, String value, Color color) {
        return new Row(d.words().get("chart.box." + key), value, color);
    }

    /// The box lies at the top, on the side where the pointer is not.
    private static void box(Drawing d, List<Row> rows, double pointer) {
        Pen pen = d.pen();
        GraphicsContext g = pen.graphics();
        double inner = LEAST_WIDTH;
        for (Row row : rows) {
            inner = Math.max(
                    inner,
                    pen.width(row.label())
                            + pen.width(row.value())
                            + (row.value().isEmpty() ? 0 : 14));
        }
        double width = Math.ceil(inner) + 2 * PADDING;
        double top = d.layout().legend() + 4;
        double line = Math.min(LINE, (d.layout().bottom() - top - 2 * PADDING) / rows.size());
        double height = Math.ceil(rows.size() * line) + PADDING;
        double left = pointer < width + 24 ? d.plot() - width - 6 : 6;
        g.setFill(pen.palette().box());
        g.fillRect(left, top, width, height);
        g.setStroke(pen.palette().grid());
        g.strokeRect(left + 0.5, top + 0.5, width - 1, height - 1);
        double y = top + PADDING / 2 + line / 2;
        for (Row row : rows) {
            Color label = row.value().isEmpty() ? row.color() : pen.palette().muted();
            pen.text(row.label(), left + PADDING, y, label);
            pen.rightText(row.value(), left + width - PADDING, y, row.color());
            y += line;
        }
    }
}
