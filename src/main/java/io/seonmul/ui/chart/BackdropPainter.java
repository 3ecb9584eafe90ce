// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.TradingCalendar.Phase;
import io.seonmul.ui.fx.Formats;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws what lies behind all panes: phases of the exchange's day, the time grid and the tints of lost trades.
final class BackdropPainter {

    private static final double LABEL_PIXELS = 76;
    private static final int DAY = 86_400;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private BackdropPainter() {}

    static void paint(Drawing d) {
        phases(d);
        times(d);
        gaps(d);
        panes(d);
    }

    /// The phases in view, from the opening auction before the first bar on: earlier ones say nothing of this session.
    private static List<PhaseSpan> inView(Drawing d) {
        long first = d.bars().size() == 0 ? 0 : d.bars().start[0];
        long from = Math.max((long) Math.floor(d.time().left()), first - Math.floorMod(first, HOUR) - HOUR);
        return PhaseSpan.between(from, (long) Math.ceil(d.time().right()));
    }

    private static void phases(Drawing d) {
        GraphicsContext g = d.pen().graphics();
        Palette palette = d.pen().palette();
        double top = d.layout().legend();
        double bottom = d.layout().bottom();
        for (PhaseSpan span : inView(d)) {
            double strength = switch (span.phase()) {
                case REGULAR -> 0;
                case NIGHT -> 0.4;
                case OPENING_AUCTION, CLOSING_AUCTION, NIGHT_OPENING_AUCTION, NIGHT_CLOSING_AUCTION -> 1;
                case CLOSED -> 0.7;
            };
            if (strength == 0) {
                continue;
            }
            double x1 = Math.rint(Math.max(0, d.time().x(span.from())));
            double x2 = Math.rint(Math.min(d.plot(), d.time().x(span.to())));
            g.setFill(Palette.alpha(palette.shade(), palette.shade().getOpacity() * strength));
            g.fillRect(x1, top, x2 - x1, bottom - top);
        }
    }

    /// Names the phases that are shaded; painted over the panes.
    static void phaseNames(Drawing d) {
        for (PhaseSpan span : inView(d)) {
            double x1 = Math.rint(Math.max(0, d.time().x(span.from())));
            double x2 = Math.rint(Math.min(d.plot(), d.time().x(span.to())));
            String label = d.words().get(key(span.phase()));
            if (span.phase() != Phase.REGULAR && d.pen().width(label) + 8 < x2 - x1) {
                d.pen()
                        .veiledText(
                                label,
                                x1 + 5,
                                d.layout().price().bottom() - 10,
                                d.pen().palette().muted());
            }
        }
    }

    private static String key(Phase phase) {
        return switch (phase) {
            case OPENING_AUCTION -> "chart.phase.opening";
            case REGULAR -> "chart.phase.regular";
            case CLOSING_AUCTION -> "chart.phase.closing";
            case CLOSED -> "chart.phase.closed";
            case NIGHT_OPENING_AUCTION -> "chart.phase.night.opening";
            case NIGHT -> "chart.phase.night";
            case NIGHT_CLOSING_AUCTION -> "chart.phase.night.closing";
        };
    }

    private static void times(Drawing d) {
        Pen pen = d.pen();
        double spp = d.time().secondsPerPixel();
        int step = Steps.time(spp, LABEL_PIXELS);
        double y = d.layout().bottom() + PaneLayout.TIME_AXIS / 2;
        double tag = pen.width(clock(0, d.bars().seconds())) / 2 + 10;
        for (long second = Steps.firstAtOrAbove(d.time().left(), step);
                second <= d.time().right();
                second += step) {
            double x = d.time().x(second);
            pen.vertical(
                    x, d.layout().legend(), d.layout().bottom(), pen.palette().grid());
            String label = label(d, second, step);
            double left = x - pen.width(label) / 2;
            boolean free = !(Math.abs(x - d.pointerX()) < tag + pen.width(label) / 2);
            if (free && left >= 2 && left + pen.width(label) <= d.plot() + d.axisWidth() - 4) {
                pen.text(label, left, y, pen.palette().muted());
            }
        }
        pen.horizontal(0, d.width(), d.layout().bottom(), pen.palette().grid());
        pen.vertical(
                d.plot(),
                d.layout().legend(),
                d.layout().bottom(),
                pen.palette().grid());
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

    /// One tint, with what was lost where there is room, from the slot of the last record before a gap to the end of
    /// the slot that closed it. Neighbours are
    /// painted as one, so that no pixel is tinted twice.
    private static void gaps(Drawing d) {
        GraphicsContext g = d.pen().graphics();
        GapSeries gaps = d.gaps();
        double begun = Double.NaN;
        double ended = Double.NaN;
        long contracts = 0;
        for (int i = gaps.firstClosedFrom(d.time().left() - d.bars().seconds()); i < gaps.size(); i++) {
            long slot = gaps.to(i) - Math.floorMod(gaps.to(i), d.bars().seconds());
            double x1 = Math.floor(Math.max(0, d.time().x(Math.min(slot, gaps.from(i)))));
            double x2 = Math.ceil(Math.min(d.plot(), d.time().x(slot + d.bars().seconds())));
            if (x1 > d.plot()) {
                break;
            }
            if (x1 <= ended) {
                ended = Math.max(ended, x2);
            } else {
                tint(d, g, begun, ended, contracts);
                begun = x1;
                ended = x2;
                contracts = 0;
            }
            contracts += gaps.gap(i).contracts();
        }
        tint(d, g, begun, ended, contracts);
    }

    private static void tint(Drawing d, GraphicsContext g, double begun, double ended, long contracts) {
        if (!(ended > begun)) {
            return;
        }
        double top = d.layout().legend();
        g.setFill(d.pen().palette().lost());
        g.fillRect(begun, top, ended - begun, d.layout().bottom() - top);
        g.setFill(d.pen().palette().danger());
        g.fillRect(begun, d.layout().bottom() - 3, ended - begun, 3);
        String text = d.words().get("chart.tint", Formats.count(contracts));
        if (d.pen().width(text) + 8 <= ended - begun) {
            d.pen().text(text, begun + 4, top + 9, d.pen().palette().danger());
        }
    }

    private static void panes(Drawing d) {
        Color line = d.pen().palette().grid();
        for (PaneLayout.Box box : d.layout().boxes().values()) {
            d.pen().horizontal(0, d.width(), box.top(), line);
        }
    }
}
