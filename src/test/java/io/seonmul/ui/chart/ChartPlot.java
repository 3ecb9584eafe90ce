// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.ui.Sheet;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;

/// The chart of a window, as others measure it. FX thread only.
public final class ChartPlot {

    private final ChartCanvas canvas;

    private ChartPlot(ChartCanvas canvas) {
        this.canvas = canvas;
    }

    /// The first chart of a scene that is seen.
    public static Optional<ChartPlot> of(Scene scene) {
        return scene.getRoot().lookupAll(".drawn-pane").stream()
                .filter(ChartCanvas.class::isInstance)
                .map(ChartCanvas.class::cast)
                .filter(canvas -> canvas.panes().isPresent())
                .findFirst()
                .map(ChartPlot::new);
    }

    /// Puts the pointer into the middle of the part with the candles.
    ///
    /// @param share of the plot's width
    public void point(double share) {
        double y = canvas.panes().orElseThrow().price().top() + priceHeight() / 2;
        ChartPicturesTest.point(canvas, share * canvas.plot(), y);
    }

    /// Height of the part with the candles, in units of the window's content.
    public double priceHeight() {
        return canvas.panes().orElseThrow().price().height();
    }

    /// The regular labels of the price axis.
    public List<String> priceLabels(Sheet sheet) {
        return sheet.texts(canvas, canvas.palette().muted()).stream()
                .filter(text -> text.matches("[0-9,]+[.][0-9]{2}"))
                .toList();
    }
}
