// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.DynamicLimits;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.ui.fx.Formats;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;

/// Draws the line above the panes: what is shown, its lines in their colours, and what is not complete.
final class LegendPainter {

    private static final double Y = 11;

    /// Pixels that are left to a pane's title and its figures.
    private static final double ROOM_FOR_TITLE = 240;
    private static final int MINUTE = 60;

    private LegendPainter() {}

    /// @param rowTicks how many ticks a row of the footprint holds
    static void paint(Drawing d, int rowTicks) {
        Pen pen = d.pen();
        Palette palette = pen.palette();
        InstrumentSnapshot snapshot = d.snapshot();
        double x = 6;
        String code = snapshot.code().text();
        pen.boldText(code, x, Y, palette.text());
        x += pen.width(code) + 10;
        x = item(d, x, name(d), palette.text());
        x = item(d, x, interval(d), palette.muted());
        if (d.settings().shows(Overlay.VWAP)) {
            x = item(
                    d,
                    x,
                    d.words().get("chart.legend.vwap", Formats.decimal(snapshot.sessionVwap(), 2)),
                    palette.vwap());
        }
        if (d.settings().shows(Overlay.BANDS)) {
            x = item(d, x, bands(d), palette.vwap());
        }
        if (FootprintPainter.isOn(d)) {
            x = item(d, x, d.words().get("chart.legend.footprint", Integer.toString(rowTicks)), palette.muted());
        }
        Optional<DynamicLimits> limits = snapshot.tick().dynamicLimits();
        if (d.settings().shows(Overlay.LIMITS) && limits.isPresent()) {
            DynamicLimits band = limits.get();
            x = item(
                    d,
                    x,
                    d.words()
                            .get(
                                    "chart.legend.band",
                                    Formats.price(band.lower()),
                                    Formats.price(band.upper()),
                                    band.code()),
                    palette.accent());
        }
        if (d.quiet() > 0) {
            x = item(d, x, quiet(d), palette.muted());
        }
        incomplete(d, x);
    }

    private static String quiet(Drawing d) {
        boolean minutes = d.quiet() >= MINUTE;
        return d.words()
                .get(
                        minutes ? "chart.legend.quiet.minutes" : "chart.legend.quiet.seconds",
                        Formats.count(minutes ? d.quiet() / MINUTE : d.quiet()));
    }

    /// What is missing from the picture, at the right end; if there is no room, over the plot.
    private static void incomplete(Drawing d, double x) {
        Pen pen = d.pen();
        long contracts = d.snapshot().audit().lostContracts();
        if (contracts > 0) {
            String text = d.words()
                    .get(
                            "chart.legend.lost",
                            d.words().count("contracts", contracts),
                            d.words().count("trades", d.snapshot().audit().lostTrades()));
            double left = d.width() - pen.width(text) - 8;
            if (x > left || !pen.label(text, left, Y, pen.palette().danger())) {
                corner(d, text, d.layout().price().top() + 11, 1, pen.palette().danger());
            }
        }
        if (d.series().beginsLate()) {
            String since = BackdropPainter.clock(d.series().axis().second(0), 1);
            String text = d.words().get("chart.trades.since", since);
            corner(d, text, d.layout().bottom() - 10, -1, pen.palette().warning());
        }
        if (!d.layout().dropped().isEmpty()) {
            dropped(d);
        }
    }

    /// Writes at the left edge, or at the right one, or a line further on.
    ///
    /// @param lines 1 for downwards, -1 for upwards
    private static void corner(Drawing d, String text, double y, int lines, Color color) {
        Pen pen = d.pen();
        for (int line = 0; line < 3; line++) {
            double at = y + line * lines * Pen.TAG_HEIGHT;
            if (pen.label(text, 6, at, color) || pen.label(text, left(d, text), at, color)) {
                return;
            }
        }
    }

    /// Which panes found no room: beside the last pane's title, or only how many where that leaves no more.
    private static void dropped(Drawing d) {
        Pen pen = d.pen();
        String panes = d.layout().dropped().stream()
                .map(pane -> d.words().get(pane.key()))
                .collect(Collectors.joining(", "));
        String all = d.words().get("chart.dropped", panes);
        String count = d.words()
                .get(
                        "chart.dropped.short",
                        Integer.toString(d.layout().dropped().size()));
        String text = left(d, all) > ROOM_FOR_TITLE ? all : count;
        double last = d.layout().boxes().values().stream()
                .mapToDouble(PaneLayout.Box::top)
                .max()
                .orElse(0);
        double y = left(d, text) > ROOM_FOR_TITLE ? last + 9 : d.layout().bottom() - 10;
        if (!pen.label(text, left(d, text), y, pen.palette().warning())) {
            corner(d, count, d.layout().bottom() - 10, -1, pen.palette().warning());
        }
    }

    /// Where a text begins that ends at the plot's right edge.
    private static double left(Drawing d, String text) {
        return d.plot() - d.pen().width(text) - 6;
    }

    static String name(Drawing d) {
        YearMonth now = YearMonth.from(d.snapshot().tick().clock());
        return d.snapshot().contract().displayName(d.words().locale(), now);
    }

    private static String interval(Drawing d) {
        String interval = d.series().interval().name(d.words());
        int merged = d.bars().length() / d.series().base();
        return merged == 1 ? interval : d.words().get("chart.legend.merged", interval, Integer.toString(merged));
    }

    private static String bands(Drawing d) {
        int last = d.bars().size() - 1;
        String deviation = last < 0
                ? Formats.NOT_KNOWN
                : Formats.decimal(d.bars().bar(last).deviation(), 2);
        return d.words().get(VwapBands.isPartial(d) ? "chart.legend.bands.partial" : "chart.legend.bands", deviation);
    }

    private static double item(Drawing d, double x, String text, Color color) {
        double end = x + d.pen().width(text);
        if (end > d.width() - 6) {
            return x;
        }
        d.pen().text(text, x, Y, color);
        return end + 12;
    }
}
