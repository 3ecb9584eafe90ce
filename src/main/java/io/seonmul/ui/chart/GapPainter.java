// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.ui.fx.Formats;
import javafx.scene.canvas.GraphicsContext;

/// Tints what was lost, and writes its figures where there is room: contracts, trades, average price.
final class GapPainter {

    private static final double MARK = 3;
    private static final double PADDING = 4;
    private static final double WIDE_SLOT = 14;
    private static final double WIDE_TINT = 40;
    private static final double OVERRUN = 180;

    private GapPainter() {}

    /// Neighbouring gaps are painted as one, so that no pixel is tinted twice.
    static void paint(Drawing d) {
        each(d, new Tint(d, false));
    }

    /// Writes what was lost; painted over the panes.
    static void labels(Drawing d) {
        each(d, new Tint(d, true));
    }

    private static void each(Drawing d, Tint tint) {
        GapSeries gaps = d.series().gaps();
        Axis axis = d.series().axis();
        long inView = axis.second(d.time().left()) - (axis.isClock() ? d.bars().length() : 1);
        for (int i = gaps.firstClosedFrom((double) inView); i < gaps.size(); i++) {
            double x1 = Math.floor(Math.max(0, begin(d, i)));
            if (x1 > d.plot()) {
                break;
            }
            tint.add(x1, Math.ceil(Math.min(d.plot(), end(d, i))), i);
        }
        tint.flush();
    }

    /// From the slot of the last record before the gap, where time has its room; else from the bar that closed it.
    private static double begin(Drawing d, int gap) {
        long slot = slot(d, gap);
        return d.time()
                .x(
                        d.series().axis().isClock()
                                ? Math.min(slot, d.series().gaps().from(gap))
                                : slot);
    }

    private static double end(Drawing d, int gap) {
        return d.time().x(slot(d, gap) + d.bars().length());
    }

    private static long slot(Drawing d, int gap) {
        long closed = d.series().placeOfGap(gap);
        return closed - Math.floorMod(closed, d.bars().length());
    }

    /// The tint that grows from gap to gap.
    private static final class Tint {
        private final Drawing d;
        private final boolean labels;
        private double begun = Double.NaN;
        private double ended = Double.NaN;
        private int first;
        private int last;
        private double lineEnd;

        Tint(Drawing d, boolean labels) {
            this.d = d;
            this.labels = labels;
        }

        void add(double x1, double x2, int gap) {
            if (x1 <= ended) {
                ended = Math.max(ended, x2);
            } else {
                flush();
                begun = x1;
                ended = x2;
                first = gap;
            }
            last = gap;
        }

        void flush() {
            if (!(ended > begun)) {
                return;
            }
            GraphicsContext g = d.pen().graphics();
            double top = d.layout().legend();
            if (labels) {
                label(top + 9);
                return;
            }
            g.setFill(d.pen().palette().lost());
            g.fillRect(begun, top, ended - begun, d.layout().bottom() - top);
            g.setFill(d.pen().palette().danger());
            g.fillRect(begun, d.layout().bottom() - MARK, ended - begun, MARK);
        }

        /// As much as fits: the whole sentence may run over the tint's end where nothing else is written.
        private void label(double y) {
            GapSeries.Lost lost = d.series().gaps().lost(first, last + 1);
            String contracts = d.words().get("chart.tint", Formats.count(lost.contracts()));
            String trades = contracts + " · " + d.words().get("chart.box.lost.trades", Formats.count(lost.trades()));
            String all = lost.averagePrice().isEmpty()
                    ? trades
                    : trades + " · " + d.words().get("chart.box.lost.average", Formats.decimal(lost.averagePrice(), 2));
            double left = begun + PADDING;
            boolean room = d.slot() >= WIDE_SLOT || ended - begun >= WIDE_TINT;
            double over = room ? OVERRUN : 0;
            for (String text : new String[] {all, trades, contracts}) {
                double end = left + d.pen().width(text);
                if (left > lineEnd && end + PADDING <= Math.min(d.plot(), ended + over)) {
                    d.pen().veiledText(text, left, y, d.pen().palette().danger());
                    lineEnd = end + 2 * PADDING;
                    return;
                }
            }
        }
    }
}
