// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Tick;
import io.seonmul.ui.fx.Formats;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.paint.Color;

/// Draws what lies behind all panes: phases of the exchange's day and the time grid.
final class BackdropPainter {

    private static final double LABEL_PIXELS = 76;
    private static final int DAY = 86_400;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private BackdropPainter() {}

    /// @param price the scale of the price pane
    static void paint(Drawing d, ValueScale price) {
        Ground ground =
                new Ground(d.pen(), d.plot(), d.layout().legend(), d.layout().bottom());
        phases(d, ground);
        GapPainter.tints(d, ground);
        PricePainter.band(d, price, ground);
        GapPainter.marks(d);
        times(d);
        panes(d);
    }

    /// The phases in view, from the opening auction before the first bar on: earlier ones say nothing of this session.
    private static List<PhaseSpan> inView(Drawing d) {
        BarColumns bars = d.bars();
        Axis axis = d.series().axis();
        if (bars.size() == 0) {
            return List.of();
        }
        long first = axis.second((double) bars.start[0]);
        long last = axis.endOf(bars.start[bars.size() - 1], bars.length());
        long from = Math.max(axis.second(d.time().left()), first - Math.floorMod(first, HOUR) - HOUR);
        Tick newest = d.snapshot().tick();
        LocalDate day = newest.clock().toLocalDate().minusDays(Math.floorDiv(last - 1, DAY));
        return PhaseSpan.between(from, axis.isClock() ? axis.second(d.time().right()) + 1 : last, day, newest.code());
    }

    private static void phases(Drawing d, Ground ground) {
        Palette palette = d.pen().palette();
        for (PhaseSpan span : inView(d)) {
            double strength = span.kind().shade();
            if (strength == 0) {
                continue;
            }
            double x1 = d.pen().snap(Math.max(0, d.xOfSecond((double) span.from())));
            double x2 = d.pen().snap(Math.min(d.plot(), d.xOfSecond((double) span.to())));
            ground.tint(x1, x2, Palette.alpha(palette.shade(), palette.shade().getOpacity() * strength));
        }
    }

    /// Names the phases that are shaded.
    static void phaseNames(Drawing d) {
        for (PhaseSpan span : inView(d)) {
            double x1 = Math.rint(Math.max(0, d.xOfSecond((double) span.from())));
            double x2 = Math.rint(Math.min(d.plot(), d.xOfSecond((double) span.to())));
            String label = d.words().get(span.kind().key());
            if (span.kind() != PhaseSpan.Kind.REGULAR && d.pen().width(label) + 8 < x2 - x1) {
                d.pen()
                        .label(
                                label,
                                x1 + 5,
                                d.layout().price().bottom() - 10,
                                d.pen().palette().muted());
            }
        }
    }

    private static void times(Drawing d) {
        Pen pen = d.pen();
        double left = d.layout().legend();
        if (d.series().axis().isClock()) {
            int step = Steps.time(d.time().placesPerPixel(), LABEL_PIXELS);
            for (long second = Steps.firstAtOrAbove(d.time().left(), step);
                    second <= d.time().right();
                    second += step) {
                time(d, d.time().x(second), label(d, second, step), left);
            }
        } else {
            bars(d, left);
        }
        pen.horizontal(0, d.width(), d.layout().bottom(), pen.palette().grid());
        pen.vertical(d.plot(), left, d.layout().bottom(), pen.palette().grid());
    }

    /// Where places are bars, every so manieth bar says when it began.
    private static void bars(Drawing d, double top) {
        Axis axis = d.series().axis();
        long step = Steps.round(d.time().width() * d.time().placesPerPixel(), most(d), 1);
        for (long place = Math.max(0, Steps.firstAtOrAbove(d.time().left(), step));
                place < d.series().end() && place <= d.time().right();
                place += step) {
            time(d, d.time().x(place), label(d, axis.second((double) place), 1), top);
        }
    }

    private static int most(Drawing d) {
        return Math.max(1, (int) (d.plot() / LABEL_PIXELS));
    }

    private static void time(Drawing d, double x, String label, double top) {
        Pen pen = d.pen();
        pen.vertical(x, top, d.layout().bottom(), pen.palette().grid());
        double left = x - pen.width(label) / 2;
        double y = d.layout().bottom() + PaneLayout.TIME_AXIS / 2;
        if (left >= 2 && left + pen.width(label) <= d.width() - 4 && pen.isFree(pen.width(label), left, y)) {
            pen.text(label, left, y, pen.palette().muted());
        }
    }

    private static String label(Drawing d, long second, int step) {
        String time = clock(second, step);
        return second >= DAY && Math.floorMod(second, DAY) == 0 ? d.words().get("chart.nextday", time) : time;
    }

    /// The time of day of `second`, without seconds where `step` is whole minutes.
    static String clock(long second, int step) {
        String time = Formats.timeOfSecond(second);
        return step % MINUTE == 0 ? time.substring(0, 5) : time;
    }

    private static void panes(Drawing d) {
        Color line = d.pen().palette().grid();
        for (PaneLayout.Box box : d.layout().boxes().values()) {
            d.pen().horizontal(0, d.width(), box.top(), line);
        }
    }
}
