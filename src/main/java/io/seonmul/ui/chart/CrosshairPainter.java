// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import java.util.Map;

/// Draws the crosshair and its tags on the axes, and has the figures of the bar under it written.
final class CrosshairPainter {

    private CrosshairPainter() {}

    /// @param x pixel of the pointer or of the bar that the keys chose, within the plot
    /// @param y pixel of the pointer, or of that bar's last price
    /// @param scales the scale of each pane that is shown
    static void paint(Drawing d, double x, double y, Map<Pane, ValueScale> scales) {
        Pen pen = d.pen();
        Palette palette = pen.palette();
        int index = d.bars().at(d.time().place(x));
        double lineX = index >= 0 ? Math.floor(d.middle(index)) : x;
        pen.dashedVertical(lineX, d.layout().legend(), d.layout().bottom(), 4, 2, palette.muted());
        d.layout().boxes().forEach((pane, box) -> {
            ValueScale scale = scales.get(pane);
            if (box.contains(y) && scale != null && !scale.isOfNothing()) {
                pen.dashedHorizontal(0, d.plot(), y, 4, 2, palette.muted());
                pen.axisTag(
                        IndicatorPainter.label(pane, rounded(d, pane, scale.value(y))),
                        d.plot(),
                        y,
                        d.axisWidth(),
                        palette.text(),
                        palette.surface());
            }
        });
        long place = index >= 0 ? d.bars().start[index] : DataBox.slot(d, x);
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
        DataBox.paint(d, index >= 0 ? DataBox.rows(d, index) : DataBox.emptyRows(d, place), lineX);
    }

    private static double rounded(Drawing d, Pane pane, double value) {
        long tick = pane == Pane.PRICE ? d.snapshot().contract().tickSize().hundredths() : 1;
        return Math.round(value / tick) * (double) tick;
    }
}
