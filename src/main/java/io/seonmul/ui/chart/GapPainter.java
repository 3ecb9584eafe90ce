// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.Formats;

/// Tints what was lost, and writes its figures where there is room: contracts, trades, average price.
final class GapPainter {

    private static final double MARK = 3;
    private static final double PADDING = 4;
    private static final double WIDE_SLOT = 14;
    private static final double WIDE_TINT = 40;
    private static final double OVERRUN = 180;

    private GapPainter() {}

    /// Neighbouring gaps are painted as one, so that no pixel is tinted twice.
    static void tints(Drawing d, Ground ground) {
        each(
                d,
                (from, to, first, last) ->
                        ground.tint(from, to, d.pen().palette().lost()));
    }

    /// Marks on the time axis what was lost.
    static void marks(Drawing d) {
        double top = d.layout().bottom() - MARK;
        each(d, (from, to, first, last) -> {
            d.pen().graphics().setFill(d.pen().palette().danger());
            Brush.fill(d.pen().graphics(), from, top, to - from, MARK);
        });
    }

    /// Writes what was lost.
    static void labels(Drawing d) {
        each(d, new Labels(d));
    }

    /// What is done with each stretch of gaps.
    private interface Stretches {

        /// @param from pixel at which it begins
        /// @param to pixel at which it ends
        /// @param first index of its first gap
        /// @param last index of its last gap
        void take(double from, double to, int first, int last);
    }

    private static void each(Drawing d, Stretches stretches) {
        Stretch stretch = new Stretch(stretches);
        GapSeries gaps = d.series().gaps();
        Axis axis = d.series().axis();
        long inView = axis.second(d.time().left()) - (axis.isClock() ? d.bars().length() : 1);
        for (int i = gaps.firstClosedFrom((double) inView); i < gaps.size(); i++) {
            double x1 = Math.floor(Math.max(0, begin(d, i)));
            if (x1 > d.plot()) {
                break;
            }
            stretch.add(x1, Math.ceil(Math.min(d.plot(), end(d, i))), i);
        }
        stretch.flush();
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

    /// The stretch that grows from gap to gap.
    private static final class Stretch {
        private final Stretches stretches;
        private double begun = Double.NaN;
        private double ended = Double.NaN;
        private int first;
        private int last;

        Stretch(Stretches stretches) {
            this.stretches = stretches;
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
            if (ended > begun) {
                stretches.take(begun, ended, first, last);
            }
        }
    }

    private static final class Labels implements Stretches {
        private final Drawing d;

        Labels(Drawing d) {
            this.d = d;
        }

        /// As much as fits: the whole sentence may run over the tint's end where nothing else is written.
        @Override
        public void take(double begun, double ended, int first, int last) {
            double y = d.layout().legend() + 9;
            GapSeries.Lost lost = d.series().gaps().lost(first, last + 1);
            String contracts = d.words().get("chart.tint", Formats.count(lost.contracts()));
            String trades = contracts + " · " + d.words().count("trades", lost.trades());
            String all = lost.averagePrice().isEmpty()
                    ? trades
                    : trades + " · " + d.words().get("chart.box.lost.average", Formats.decimal(lost.averagePrice(), 2));
            double left = begun + PADDING;
            boolean room = d.slot() >= WIDE_SLOT || ended - begun >= WIDE_TINT;
            double over = room ? OVERRUN : 0;
            for (String text : new String[] {all, trades, contracts}) {
                double end = left + d.pen().width(text);
                if (end + PADDING <= Math.min(d.plot(), ended + over)
                        && d.pen().label(text, left, y, d.pen().palette().danger())) {
                    return;
                }
            }
        }
    }
}
