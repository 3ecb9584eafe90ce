// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.ui.chart.ValueScale.Span;
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
            d.pen().graphics().setLineDashes(sigma == 1 ? 6 : 2, 3);
            d.line(edge(d, sigma), scale, Drawing.Join.OVER_SILENCE, 1, faint);
            d.line(edge(d, -sigma), scale, Drawing.Join.OVER_SILENCE, 1, faint);
            d.pen().graphics().setLineDashes();
        }
    }

    /// Values for the bars that a line may need: those in view and one on either side.
    private static double[] edge(Drawing d, int sigma) {
        BarColumns bars = d.bars();
        int to = Math.min(bars.size(), d.to() + 1);
        double[] values = new double[to];
        for (int i = Math.max(0, d.from() - 1); i < to; i++) {
            values[i] = bars.vwap[i] + sigma * bars.deviation[i];
        }
        return values;
    }

    /// Whether the deviation is not that of the whole session.
    static boolean isPartial(Drawing d) {
        return !d.snapshot().joinedAtStart() || d.snapshot().audit().lostContracts() > 0;
    }
}
