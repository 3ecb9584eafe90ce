// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.DrawnPane.Token;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws the session's price as a small line, one point a minute, over the previous settlement. No state; FX thread
/// only.
///
/// The line breaks where minutes are missing, so that an outage is seen as one; a minute in which contracts were
/// lost has a mark at the bottom.
final class Trend {

    private static final double INSET = 2;
    private static final long LONGEST_PAUSE = 3;

    /// Height of the mark under a minute in which something was lost.
    private static final double LOSS = 4;

    private Trend() {}

    /// What a trend looks like, so far as it can be told without drawing it. Immutable.
    ///
    /// @param last where the last close stands, in whole pixels: most trades do not move it
    record Picture(int size, long revision, double low, double high, long last, int side, boolean lossy, double base) {

        /// The picture of no closes.
        static final Picture NONE = new Picture(0, 0, 0, 0, 0, 0, false, 0);

        /// What [Trend#draw] makes of `line`.
        static Picture of(MinuteCloses line, double base, double height) {
            int size = line.size();
            if (size == 0) {
                return NONE;
            }
            double low = Double.isNaN(base) ? line.close(0) : base;
            double high = low;
            for (int i = 0; i < size; i++) {
                low = Math.min(low, line.close(i));
                high = Math.max(high, line.close(i));
            }
            double last = line.close(size - 1);
            long y = Math.round((last - low) * height / Math.max(high - low, 0.01));
            int side = last > base ? 1 : last < base ? -1 : 0;
            return new Picture(size, line.revision(), low, high, y, side, line.isLossy(size - 1), base);
        }
    }

    /// Draws `line` against `base`, points, from the origin of `g` on.
    ///
    /// @param base NaN where it is not known: then the line alone, of no direction
    /// @param colors the theme's
    static void draw(
            GraphicsContext g,
            MinuteCloses line,
            double base,
            double width,
            double height,
            Function<Token, Color> colors) {
        int size = line.size();
        if (size == 0) {
            return;
        }
        boolean based = !Double.isNaN(base);
        double low = based ? base : line.close(0);
        double high = low;
        for (int i = 0; i < size; i++) {
            low = Math.min(low, line.close(i));
            high = Math.max(high, line.close(i));
        }
        double scale = (height - 2 * INSET) / Math.max(high - low, 0.01);
        if (based) {
            double baseY = Math.round(height - INSET - (base - low) * scale) + 0.5;
            g.setStroke(colors.apply(Token.GRID));
            g.setLineWidth(1);
            g.strokeLine(0, baseY, width, baseY);
        }

        double last = line.close(size - 1);
        Color color = colors.apply(last > base ? Token.RISE : last < base ? Token.FALL : Token.FLAT);
        g.setStroke(color);
        g.setLineWidth(1.2);
        long first = line.minute(0);
        double perMinute = (width - 2 * INSET) / Math.max(line.minute(size - 1) - first, 30);
        g.beginPath();
        double x = 0;
        double y = 0;
        for (int i = 0; i < size; i++) {
            x = INSET + (line.minute(i) - first) * perMinute;
            y = height - INSET - (line.close(i) - low) * scale;
            if (i == 0 || line.minute(i) - line.minute(i - 1) > LONGEST_PAUSE) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
        }
        g.stroke();
        g.setFill(colors.apply(Token.DANGER));
        for (int i = 0; i < size; i++) {
            if (line.isLossy(i)) {
                Brush.fill(g, INSET + (line.minute(i) - first) * perMinute - 1, height - LOSS, 2, LOSS);
            }
        }
        g.setFill(color);
        g.fillOval(x - 1.5, y - 1.5, 3, 3);
    }
}
