// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Shows a small window whole: over its owner, no larger than the screen, its title bar where it can be
/// grasped. FX thread only.
///
/// JavaFX alone puts a window that is higher than the screen a third of the difference above it.
public final class WholeWindow {

    /// Room for the title bar, which JavaFX does not know before the window is shown.
    private static final double TITLE_BAR = 40;

    private WholeWindow() {}

    /// Shows `stage`, at its first time in the middle of `owner`.
    public static void show(Stage stage, Window owner) {
        boolean first = Double.isNaN(stage.getX());
        stage.show();
        Rectangle2D screen = screen(owner);
        double width = Math.min(stage.getWidth(), screen.getWidth());
        double height = Math.min(stage.getHeight(), screen.getHeight() - TITLE_BAR);
        if (width < stage.getWidth()) {
            stage.setWidth(width);
        }
        if (height < stage.getHeight()) {
            stage.setHeight(height);
        }
        double x = first ? owner.getX() + (owner.getWidth() - width) / 2 : stage.getX();
        double y = first ? owner.getY() + (owner.getHeight() - height) / 3 : stage.getY();
        stage.setX(Math.clamp(x, screen.getMinX(), screen.getMaxX() - width));
        stage.setY(Math.clamp(y, screen.getMinY(), screen.getMaxY() - TITLE_BAR - height));
        stage.toFront();
    }

    private static Rectangle2D screen(Window owner) {
        List<Screen> screens =
                Screen.getScreensForRectangle(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight());
        return (screens.isEmpty() ? Screen.getPrimary() : screens.getFirst()).getVisualBounds();
    }
}
