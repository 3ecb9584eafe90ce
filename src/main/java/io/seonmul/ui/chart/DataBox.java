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
    private static final double LEAST_WIDTH = 148;
    private static final double MOST_SHARE = 0.8;

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

    /// The box lies at the top, on the side where the pointer is not; in two columns where one would be too high. What
    /// has no room even so is counted.
    static void paint(Drawing d, List<Row> all, double pointer) {
        Pen pen = d.pen();
        double top = d.layout().legend() + 4;
        int high = Math.max(3, (int) ((d.layout().bottom() - top - 6 - PADDING) / LINE));
        double inner = width(pen, all);
        double most = d.plot() * MOST_SHARE;
        int columns = all.size() <= high || 2 * inner + 3 * PADDING > most ? 1 : 2;
        List<Row> rows = all;
        if (all.size() > columns * high) {
            rows = new ArrayList<>(all.subList(0, columns * high - 1));
            rows.add(new Row(d.words().get("chart.box.more", Formats.count(all.size() - rows.size())), "", Ink.MUTED));
        }
        int lines = (rows.size() + columns - 1) / columns;
        double width = columns * (inner + PADDING) + PADDING;
        double left = pointer < width + 24 ? d.plot() - width - 6 : 6;
        frame(pen, left, top, width, lines * LINE + PADDING);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int column = i / lines;
            double x = left + PADDING + column * (inner + PADDING);
            double y = top + PADDING / 2 + LINE / 2 + (i - column * lines) * LINE;
            Color color = row.ink().of(pen.palette());
            pen.text(
                    row.label(),
                    x,
                    y,
                    row.value().isEmpty() ? color : pen.palette().muted());
            pen.rightText(row.value(), x + inner, y, color);
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
