// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.ui.fx.DrawnPane;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/// A card's [Trend]. FX thread only.
final class Sparkline extends DrawnPane {

    private @Nullable MinuteCloses closes;
    private double base;
    private Trend.Picture picture = Trend.Picture.NONE;

    Sparkline() {
        getStyleClass().add("sparkline");
        setMouseTransparent(true);
    }

    /// Shows those closes, which may have grown since the last call, against `base`, points.
    void show(MinuteCloses newCloses, double newBase) {
        Trend.Picture newPicture = Trend.Picture.of(newCloses, newBase, getHeight());
        if (!newCloses.equals(closes) || !newPicture.equals(picture)) {
            closes = newCloses;
            base = newBase;
            picture = newPicture;
            requestDraw();
        }
    }

    /// Shows nothing.
    void clear() {
        closes = null;
        requestDraw();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        if (closes != null) {
            Trend.draw(g, closes, base, width, height, this::color);
        }
    }
}
