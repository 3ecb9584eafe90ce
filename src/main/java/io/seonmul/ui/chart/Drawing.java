// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.ui.chart.ValueScale.Span;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.List;
import java.util.Optional;

/// All that one draw of the chart needs: what to show and where each place of the axis lies. FX thread only.
///
/// @param pen draws
/// @param words the texts
/// @param snapshot the contract as it is now
/// @param settings what is shown
/// @param bars the bars at the level that is drawn, coarser than the interval where those would be too thin
/// @param from index of the first bar in view
/// @param to index after the last bar in view
/// @param series whose bars they are
/// @param time places of the axis to pixels
/// @param layout where the panes lie
/// @param plot width of the plot in pixels; the value axis is right of it
/// @param width of the whole chart in pixels
/// @param levels the lines that the user drew
/// @param selected the one that keys move
/// @param quiet seconds since the newest record came, 0 while they are few
record Drawing(
        Pen pen,
        Words words,
        InstrumentSnapshot snapshot,
        ChartSettings settings,
        ChartSeries series,
        BarColumns bars,
        int from,
        int to,
        TimeScale time,
        PaneLayout layout,
        double plot,
        double width,
        List<DrawnLevel> levels,
        Optional<DrawnLevel> selected,
        long quiet) {

    private static final double BRIDGED = 24;

    /// Pixel of a bar's left end.
    double x(int index) {
        return time.x(bars.start[index]);
    }

    /// Pixel of a bar's middle.
    double middle(int index) {
        return time.x(bars.start[index] + bars.length() / 2.0);
    }

    /// Pixel of an exchange second.
    double xOfSecond(double second) {
        return time.x(series.axis().place(second));
    }

    /// Pixels from one bar to the next.
    double slot() {
        return bars.length() / time.placesPerPixel();
    }

    double axisWidth() {
        return width - plot;
    }

    static String price(double hundredths) {
        return price(Math.round(hundredths));
    }

    static String price(long hundredths) {
        return Formats.price(Price.ofHundredths(hundredths));
    }

    /// Whether the bar at `index` has none before it, or one so far back that a line between them would tell of trades
    /// that were not.
    boolean begins(int index) {
        return index == 0 || (series.axis().isClock() && x(index) - x(index - 1) > Math.max(BRIDGED, 1.5 * slot()));
    }

    /// Takes the values in view into `span`.
    void span(double[] values, Span span) {
        for (int i = from; i < to; i++) {
            span.add(values[i]);
        }
    }
}
