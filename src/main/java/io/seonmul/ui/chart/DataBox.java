// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Bar;
import io.seonmul.market.FeedGap;
import io.seonmul.market.Price;
import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// The figures of one bar: written in a box beside the crosshair, and in one line for those who hear it.
final class DataBox {

    private static final double LINE = 16;
    private static final double PADDING = 8;
    private static final double LEAST_WIDTH = 132;
    private static final double EDGE = 6;

    private DataBox() {}

    /// A figure and its name; a row without a value is a line of its own.
    record Row(String label, String value, Ink ink) {}

    /// In which colour a figure is written.
    enum Ink {
        TEXT,
        MUTED,
        RISE,
        FALL,
        FLAT,
        VWAP,
        INTEREST,
        THEORY,
        WARNING,
        DANGER;

        Color of(Palette palette) {
            return switch (this) {
                case TEXT -> palette.text();
                case MUTED -> palette.muted();
                case RISE -> palette.rise();
                case FALL -> palette.fall();
                case FLAT -> palette.flat();
                case VWAP -> palette.vwap();
                case INTEREST -> palette.interest();
                case THEORY -> palette.theory();
                case WARNING -> palette.warning();
                case DANGER -> palette.danger();
            };
        }

        static Ink sign(long value) {
            return value > 0 ? RISE : value < 0 ? FALL : FLAT;
        }
    }

    /// Place at which the slot under pixel `x` begins.
    static long slot(Drawing d, double x) {
        long place = (long) Math.floor(d.time().place(x));
        return place - Math.floorMod(place, d.bars().length());
    }

    /// What is to say of a slot without a bar.
    static List<Row> emptyRows(Drawing d, long place) {
        List<Row> rows = new ArrayList<>();
        if (!d.series().axis().isClock()) {
            rows.add(new Row(d.words().get("chart.box.none"), "", Ink.MUTED));
            return rows;
        }
        rows.add(new Row(span(d.series().axis(), place, d.bars().length()), "", Ink.TEXT));
        GapSeries gaps = d.series().gaps();
        int gap = gaps.covering(place, place + d.bars().length());
        if (gap < 0) {
            rows.add(new Row(d.words().get("chart.box.none"), "", Ink.MUTED));
            return rows;
        }
        String from = Formats.timeOfSecond(gaps.from(gap));
        String to = Formats.timeOfSecond(gaps.to(gap));
        rows.add(new Row(d.words().get("chart.box.outage", from, to), "", Ink.DANGER));
        FeedGap lost = gaps.gap(gap);
        lost(d.words(), rows, lost.contracts(), lost.trades(), lost.averagePrice());
        return rows;
    }

    private static String span(Axis axis, long start, int length) {
        int finest = axis.isClock() ? length : 1;
        return BackdropPainter.clock(axis.second((double) start), finest) + " – "
                + BackdropPainter.clock(axis.endOf(start, length), finest);
    }

    /// What is to say of the bar at `index`, the most important first.
    static List<Row> rows(Drawing d, int index) {
        return rows(
                d.words(), d.series(), d.bars(), index, d.snapshot().limits().base());
    }

    static List<Row> rows(Words words, ChartSeries series, BarColumns bars, int index, Optional<Price> base) {
        Bar bar = bars.bar(index);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(span(series.axis(), bar.start(), bars.length()), "", Ink.TEXT));
        if (bar.lostContracts() > 0) {
            GapSeries.Lost lost = series.lost(bar.start(), bars.length());
            lost(words, rows, bar.lostContracts(), bar.lostTrades(), lost.averagePrice());
        }
        if (bar.partial()) {
            rows.add(new Row(words.get("chart.box.partial"), "", Ink.WARNING));
        }
        rows.add(row(words, "open", Formats.price(bar.open()), Ink.TEXT));
        rows.add(row(words, "high", Formats.price(bar.high()), Ink.TEXT));
        rows.add(row(words, "low", Formats.price(bar.low()), Ink.TEXT));
        rows.add(row(words, "close", Formats.price(bar.close()), Ink.TEXT));
        Optional<Price> change = base.map(bar.close()::minus);
        String percent = base.filter(known -> !known.isZero())
                .map(known ->
                        Formats.signedPercent(100.0 * bar.close().minus(known).hundredths() / known.hundredths()))
                .orElse(Formats.NOT_KNOWN);
        rows.add(row(words, "change", Formats.change(change) + "  " + percent, Ink.sign(Formats.sign(change))));
        rows.add(row(words, "volume", Formats.count(bar.volume()), Ink.TEXT));
        rows.add(row(words, "buy", Formats.count(bar.buyVolume()), Ink.RISE));
        rows.add(row(words, "sell", Formats.count(bar.sellVolume()), Ink.FALL));
        long sideless = bar.volume() - bar.buyVolume() - bar.sellVolume();
        if (sideless > 0) {
            rows.add(row(words, "sideless", Formats.count(sideless), Ink.FLAT));
        }
        long delta = bar.buyVolume() - bar.sellVolume();
        rows.add(row(words, "delta", Formats.signed(delta), Ink.sign(delta)));
        rows.add(row(words, "trades", Formats.count(bar.trades()), Ink.TEXT));
        rows.add(row(
                words,
                "cumulative",
                Formats.signed(bar.sessionDelta()),
                Ink.sign(bar.sessionDelta().orElse(0))));
        rows.add(row(words, "vwap", Formats.decimal(bars.vwap[index] / 100, 2), Ink.VWAP));
        rows.add(row(words, "deviation", Formats.decimal(bar.deviation(), 2), Ink.VWAP));
        rows.add(row(words, "interest", Formats.count(bar.openInterest()), Ink.INTEREST));
        rows.add(row(words, "basis", Formats.signed(bar.fairValue().marketBasis()), Ink.TEXT));
        rows.add(row(words, "theory", Formats.signed(bar.fairValue().theoreticalBasis()), Ink.THEORY));
        rows.add(row(words, "mispricing", mispricing(bar), Ink.THEORY));
        rows.add(row(words, "strength", percent(bar.strength()), Ink.TEXT));
        return rows;
    }

    private static String mispricing(Bar bar) {
        return bar.fairValue().mispricing().isEmpty()
                ? Formats.NOT_KNOWN
                : Formats.signed(bar.fairValue().mispricing()) + "  "
                        + Formats.signedPercent(bar.fairValue().mispricingRate());
    }

    private static String percent(double rate) {
        return Double.isNaN(rate) ? Formats.NOT_KNOWN : Formats.decimal(rate, 2) + "%";
    }

    private static void lost(Words words, List<Row> rows, long contracts, long trades, OptionalDouble average) {
        rows.add(row(words, "lost", words.count("contracts", contracts), Ink.DANGER));
        String price =
                average.isEmpty() ? "" : " · " + words.get("chart.box.lost.average", Formats.decimal(average, 2));
        rows.add(new Row("", words.count("trades", trades) + price, Ink.DANGER));
    }

    private static Row row(Words words, String key, String value, Ink ink) {
        return new Row(words.get("chart.box." + key), value, ink);
    }

    /// The rows as one sentence.
    static String spoken(List<Row> rows) {
        return rows.stream()
                .map(row -> (row.label() + " " + row.value()).strip())
                .collect(Collectors.joining(", "));
    }

    /// A box of figures at its place.
    ///
    /// @param rows what is written
    /// @param left in pixels
    /// @param top in pixels
    /// @param columns side by side, 1 or 2
    /// @param inner width of a column's text
    record Placed(List<Row> rows, double left, double top, int columns, double inner) {

        int lines() {
            return (rows.size() + columns - 1) / columns;
        }

        double width() {
            return columns * (inner + PADDING) + PADDING;
        }

        double height() {
            return lines() * LINE + PADDING;
        }
    }

    /// Finds the place of the box: at the top of the side that the user chose, or of the other if the bar under the
    /// pointer is there. In two columns where one would be too high; what has no room even so is counted.
    /// Empty where no side has room beside that bar.
    ///
    /// @param from left edge of the bar under the pointer
    /// @param to its right edge
    static Optional<Placed> place(Drawing d, List<Row> all, double from, double to) {
        double top = d.layout().legend() + 4;
        int high = Math.max(3, (int) ((d.layout().bottom() - top - 6 - PADDING) / LINE));
        double inner = width(d.pen(), all);
        List<Integer> columns = all.size() <= high ? List.of(1) : List.of(2, 1);
        return columns.stream()
                .flatMap(count ->
                        beside(d, new Placed(fitted(d, all, count * high), 0, top, count, inner), from, to).stream())
                .findFirst();
    }

    private static Optional<Placed> beside(Drawing d, Placed box, double from, double to) {
        double right = d.plot() - box.width() - EDGE;
        List<Double> lefts = d.settings().box() == BoxSide.RIGHT ? List.of(right, EDGE) : List.of(EDGE, right);
        return lefts.stream()
                .filter(left -> left >= EDGE && (left + box.width() + 2 <= from || left - 2 >= to))
                .map(left -> new Placed(box.rows(), left, box.top(), box.columns(), box.inner()))
                .findFirst();
    }

    private static List<Row> fitted(Drawing d, List<Row> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<Row> rows = new ArrayList<>(all.subList(0, most - 1));
        rows.add(new Row(d.words().get("chart.box.more", Formats.count(all.size() - rows.size())), "", Ink.MUTED));
        return rows;
    }

    static void paint(Pen pen, Placed box) {
        frame(pen, box.left(), box.top(), box.width(), box.height());
        for (int i = 0; i < box.rows().size(); i++) {
            Row row = box.rows().get(i);
            int column = i / box.lines();
            double x = box.left() + PADDING + column * (box.inner() + PADDING);
            double y = box.top() + PADDING / 2 + LINE / 2 + (i - column * box.lines()) * LINE;
            Color color = row.ink().of(pen.palette());
            pen.text(
                    row.label(),
                    x,
                    y,
                    row.value().isEmpty() ? color : pen.palette().muted());
            pen.rightText(row.value(), x + box.inner(), y, color);
        }
    }

    private static double width(Pen pen, List<Row> rows) {
        double inner = LEAST_WIDTH;
        for (Row row : rows) {
            double gap = row.value().isEmpty() ? 0 : 14;
            inner = Math.max(inner, pen.width(row.label()) + pen.width(row.value()) + gap);
        }
        return Math.ceil(inner);
    }

    private static void frame(Pen pen, double left, double top, double width, double height) {
        GraphicsContext g = pen.graphics();
        g.setFill(pen.palette().box());
        Brush.fill(g, left, top, width, height);
        g.setStroke(pen.palette().grid());
        g.strokeRect(left + 0.5, top + 0.5, width - 1, height - 1);
    }
}
