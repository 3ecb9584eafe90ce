// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.ui.chart.PaneLayout.Box;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws the crosshair, its tags on the axes, and the figures of the bar under it.
final class CrosshairPainter {

    private final Drawing d;
    private final double y;
    private final int index;
    private final long place;
    private final double lineX;
    private Optional<DataBox.Placed> figures = Optional.empty();

    /// @param x pixel of the pointer or of the bar that the keys chose, within the plot
    /// @param y pixel of the pointer, or of that bar's last price
    CrosshairPainter(Drawing d, double x, double y) {
        this.d = d;
        this.y = y;
        index = d.bars().at(d.time().place(x));
        place = index >= 0 ? d.bars().start[index] : DataBox.slot(d, x);
        lineX = index >= 0 ? Math.floor(d.middle(index)) : x;
    }

    /// Draws the tags on the axes and takes the place of the figures: before anything else does, but for the last
    /// price.
    ///
    /// @param scales the scale of each pane that is shown
    void claim(Map<Pane, ValueScale> scales) {
        Pen pen = d.pen();
        Palette palette = pen.palette();
        Axis axis = d.series().axis();
        pen.centredTag(
                BackdropPainter.clock(
                        axis.second((double) place), axis.isClock() ? d.bars().length() : 1),
                lineX,
                d.layout().bottom() + PaneLayout.TIME_AXIS / 2,
                0,
                d.width(),
                palette.text(),
                palette.surface());
        d.layout().boxes().forEach((pane, box) -> {
            ValueScale scale = scales.get(pane);
            if (box.contains(y) && scale != null && !scale.isOfNothing()) {
                String value = IndicatorPainter.label(pane, rounded(d, pane, scale.value(y)));
                pen.axisTag(value, d.plot(), beside(box), d.axisWidth(), palette.text(), palette.surface());
            }
        });
        if (d.settings().box() != BoxSide.OFF) {
            List<DataBox.Row> rows = index >= 0 ? DataBox.rows(d, index) : DataBox.emptyRows(d, place);
            double half = Math.max(2, d.slot() / 2);
            figures = DataBox.place(d, rows, lineX - half, lineX + half);
            figures.ifPresent(box -> pen.plan().take(box.left(), box.top(), box.width(), box.height()));
        }
    }

    /// The height of the pointer's tag: beside the tag that stands there already.
    private double beside(Box box) {
        for (int away = 0; away <= 2 * Pen.TAG_HEIGHT; away++) {
            for (double at : new double[] {y - away, y + away}) {
                double top = Math.rint(at - Pen.TAG_HEIGHT / 2);
                if (top >= box.top()
                        && top + Pen.TAG_HEIGHT <= box.bottom()
                        && d.pen().plan().isFree(d.plot(), top, d.axisWidth(), Pen.TAG_HEIGHT)) {
                    return at;
                }
            }
        }
        return y;
    }

    /// Where the figures are written; empty where they are not.
    Optional<DataBox.Placed> figures() {
        return figures;
    }

    /// Draws the lines and the figures, over everything.
    void paint() {
        Pen pen = d.pen();
        Palette palette = pen.palette();
        pen.dashedVertical(lineX, d.layout().legend(), d.layout().bottom(), 4, 2, palette.muted());
        if (y < d.layout().bottom()) {
            pen.dashedHorizontal(0, d.plot(), y, 4, 2, palette.muted());
        }
        figures.ifPresent(box -> DataBox.paint(pen, box));
    }

    private static double rounded(Drawing d, Pane pane, double value) {
        long tick = pane == Pane.PRICE ? d.snapshot().contract().tickSize().hundredths() : 1;
        return Math.round(value / tick) * (double) tick;
    }
}
