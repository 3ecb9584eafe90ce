// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.ui.draw.Brush;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// The colours behind everything that is drawn in the plot, from left to right. Lives for one draw; FX thread only.
///
/// A tint is mixed here and painted opaque, since the software renderer blends far more slowly than it fills
/// (`ChartBenchmark`). So it must be painted before anything else.
final class Ground {

    private final Pen pen;
    private final double top;
    private final double bottom;
    private final List<Span> spans = new ArrayList<>();

    private record Span(double from, double to, Color color) {}

    /// The bare surface from 0 to `plot`, between the heights `top` and `bottom`; all in pixels.
    Ground(Pen pen, double plot, double top, double bottom) {
        this.pen = pen;
        this.top = top;
        this.bottom = bottom;
        spans.add(new Span(0, plot, pen.palette().surface()));
    }

    /// Tints the ground over its whole height.
    ///
    /// @param x1 pixel at which the tint begins
    /// @param x2 pixel at which it ends
    /// @param tint a translucent colour
    void tint(double x1, double x2, Color tint) {
        if (!(x2 > x1)) {
            return;
        }
        int first = indexAt(x1);
        int end = first;
        List<Span> cut = new ArrayList<>();
        for (; end < spans.size() && spans.get(end).from() < x2; end++) {
            Span span = spans.get(end);
            double from = Math.max(x1, span.from());
            double to = Math.min(x2, span.to());
            if (span.from() < from) {
                cut.add(new Span(span.from(), from, span.color()));
            }
            if (from < to) {
                Color mixed = Palette.over(span.color(), tint);
                cut.add(new Span(from, to, mixed));
                fill(from, to, top, bottom, mixed);
            }
            if (to < span.to()) {
                cut.add(new Span(Math.max(from, to), span.to(), span.color()));
            }
        }
        spans.subList(first, end).clear();
        spans.addAll(first, cut);
    }

    /// Paints a tinted rectangle; the ground itself stays as it is.
    void paint(double x1, double x2, double y1, double y2, Color tint) {
        for (int i = indexAt(x1); i < spans.size() && spans.get(i).from() < x2; i++) {
            Span span = spans.get(i);
            fill(Math.max(x1, span.from()), Math.min(x2, span.to()), y1, y2, Palette.over(span.color(), tint));
        }
    }

    /// Index of the last span that begins at or left of `x`, else of the first.
    private int indexAt(double x) {
        int low = 0;
        int high = spans.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (spans.get(middle).from() <= x) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private void fill(double x1, double x2, double y1, double y2, Color color) {
        GraphicsContext g = pen.graphics();
        if (x2 > x1 && y2 > y1) {
            g.setFill(color);
            Brush.fill(g, x1, y1, x2 - x1, y2 - y1);
        }
    }
}
