// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.fx.Look;
import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Puts a window where it stood, if that place is still on a screen. FX thread only.
final class WindowPlace {

    /// So much of its upper edge must be seen that it can be grasped.
    private static final double GRASP = 80;

    private static final double TITLE_BAR = 40;
    private static final Dimension2D USUAL = new Dimension2D(1440, 900);
    private static final double SMALLEST_SCREEN = 1024;

    /// No window system has a wider or higher window; drawing one would take all memory.
    private static final double LARGEST = 32_767;

    /// What the headline and one pane need, in the usual size of texts.
    private static final double LEAST_WIDTH = 700;

    private static final double LEAST_HEIGHT = 400;

    private WindowPlace() {}

    /// Lets the main window be made no smaller than its headline and one pane need in that size of texts.
    static void setLeast(Stage stage, Look look) {
        stage.setMinWidth(LEAST_WIDTH * look.scale());
        stage.setMinHeight(LEAST_HEIGHT * look.scale());
    }

    /// The size of the content of a window that was closed at `bounds`, or is new and fits the screen.
    ///
    /// A screen narrower than any that people use is the Headless platform's: a picture there has the usual size.
    static Dimension2D size(Optional<WindowBounds> bounds) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        return bounds.filter(WindowPlace::isOnAScreen)
                .map(known -> new Dimension2D(known.width(), known.height()))
                .orElseGet(() -> screen.getWidth() < SMALLEST_SCREEN
                        ? USUAL
                        : new Dimension2D(
                                Math.min(USUAL.getWidth(), screen.getWidth()),
                                Math.min(USUAL.getHeight(), screen.getHeight() - TITLE_BAR)));
    }

    static boolean isOnAScreen(WindowBounds bounds) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(screen -> canBeGrasped(screen, bounds));
    }

    /// Whether a window there would be one that a person can take hold of; a file may have any figures.
    static boolean canBeGrasped(Rectangle2D screen, WindowBounds bounds) {
        return bounds.width() <= LARGEST
                && bounds.height() <= LARGEST
                && bounds.y() >= screen.getMinY() - 1
                && bounds.y() + GRASP <= screen.getMaxY()
                && bounds.x() + bounds.width() - GRASP >= screen.getMinX()
                && bounds.x() + GRASP <= screen.getMaxX();
    }

    /// Puts a window where it stood; where that place is on no screen any more, it only fills its screen
    /// if it did.
    static void put(Stage stage, WindowBounds wanted) {
        if (isOnAScreen(wanted)) {
            WindowBounds bounds = within(wanted, desktop());
            stage.setX(bounds.x());
            stage.setY(bounds.y());
            stage.setWidth(bounds.width());
            stage.setHeight(bounds.height());
        }
        stage.setMaximized(wanted.maximized());
    }

    /// What encloses all screens: a window may lie over several.
    private static Rectangle2D desktop() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Screen screen : Screen.getScreens()) {
            Rectangle2D bounds = screen.getVisualBounds();
            left = Math.min(left, bounds.getMinX());
            top = Math.min(top, bounds.getMinY());
            right = Math.max(right, bounds.getMaxX());
            bottom = Math.max(bottom, bounds.getMaxY());
        }
        return new Rectangle2D(left, top, right - left, bottom - top);
    }

    /// `wanted`, no larger than all screens together and not beyond their edge: a screen may be gone, have become
    /// smaller, or be enlarged more.
    static WindowBounds within(WindowBounds wanted, Rectangle2D desktop) {
        if (desktop.getWidth() < SMALLEST_SCREEN) {
            return wanted;
        }
        double width = Math.min(wanted.width(), desktop.getWidth());
        double height = Math.min(wanted.height(), desktop.getHeight());
        return new WindowBounds(
                Math.clamp(wanted.x(), desktop.getMinX(), desktop.getMaxX() - width),
                Math.clamp(wanted.y(), desktop.getMinY(), desktop.getMaxY() - height),
                width,
                height,
                wanted.maximized());
    }

    /// Where `stage` stands; of one that is maximized or an icon, where it stood before.
    static WindowBounds of(Stage stage, Optional<WindowBounds> before) {
        WindowBounds now =
                new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
        return before.filter(wanted -> now.maximized() || stage.isIconified() || isAt(now, within(wanted, desktop())))
                .map(wanted ->
                        new WindowBounds(wanted.x(), wanted.y(), wanted.width(), wanted.height(), now.maximized()))
                .orElse(now);
    }

    /// Whether a window was not moved from where it was put: on a smaller screen than before that is not
    /// where the user wants it on the larger one.
    private static boolean isAt(WindowBounds now, WindowBounds put) {
        return Math.abs(now.x() - put.x()) < 1
                && Math.abs(now.y() - put.y()) < 1
                && Math.abs(now.width() - put.width()) < 1
                && Math.abs(now.height() - put.height()) < 1;
    }
}
