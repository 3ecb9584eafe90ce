// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// One line of the table: what stays at the left, and beside it what is scrolled sideways. FX thread only.
final class StripPane extends Region {

    private final Region fixed;
    private final Region scrolled;
    private final Rectangle window = new Rectangle();

    /// @param scrolled places its parts itself, by the [ColumnStrip]
    StripPane(Region fixed, Region scrolled) {
        this.fixed = fixed;
        this.scrolled = scrolled;
        scrolled.setClip(window);
        getChildren().setAll(scrolled, fixed);
        setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double width = Math.max(0, getWidth() - ColumnStrip.FIXED);
        window.setWidth(width);
        window.setHeight(height);
        fixed.resizeRelocate(0, 0, ColumnStrip.FIXED, height);
        scrolled.resizeRelocate(ColumnStrip.FIXED, 0, width, height);
    }
}
