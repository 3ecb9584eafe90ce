// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.ui.chart.LinePainter.Join;
import io.seonmul.ui.chart.LinePainter.Style;
import io.seonmul.ui.chart.ValueScale.Span;
import java.util.function.IntToDoubleFunction;
import javafx.scene.paint.Color;

/// Draws one and two standard deviations around the session's VWAP.
///
/// The VWAP is exact by the wire's totals. The deviation is the volume-weighted one of the prices received in the
/// session so far ([io.seonmul.market.Bar#deviation]), so the legend says so where the monitor joined late or lost
/// trades.
final class VwapBands {

    private static final double INNER = 0.75;
    private static final double OUTER = 0.5;

    private VwapBands() {}

    /// Takes the bands in view into `span` where they are near.
    static void span(Drawing d, Span span, double share, double least) {
        BarColumns bars = d.bars();
        for (int sign = -1; sign <= 1; sign += 2) {
            Span edge = new Span();
            for (int i = d.from(); i < d.to(); i++) {
                edge.add(bars.vwap[i] + sign * bars.deviation[i]);
            }
            if (!edge.isEmpty()) {
                span.addIfNear(edge.low(), share, least);
                span.addIfNear(edge.high(), share, least);
            }
        }
    }

    static void paint(Drawing d, ValueScale scale) {
        Color color = d.pen().palette().vwap();
        for (int sigma = 1; sigma <= 2; sigma++) {
            Color faint = Palette.alpha(color, sigma == 1 ? INNER : OUTER);
            Style dashes = Style.dashed(faint, sigma == 1 ? 7 : 3, 2);
            LinePainter.paint(d, edge(d, sigma), scale, Join.OVER_SILENCE, dashes);
            LinePainter.paint(d, edge(d, -sigma), scale, Join.OVER_SILENCE, dashes);
        }
    }

    private static IntToDoubleFunction edge(Drawing d, int sigma) {
        BarColumns bars = d.bars();
        return index -> bars.vwap[index] + sigma * bars.deviation[index];
    }

    /// Whether the deviation is not that of the whole session.
    static boolean isPartial(Drawing d) {
        return !d.snapshot().joinedAtStart() || d.snapshot().audit().lostContracts() > 0;
    }
}
