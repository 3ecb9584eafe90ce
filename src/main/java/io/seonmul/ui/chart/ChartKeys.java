// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What the keyboard does to the chart that has its focus. FX thread only.
final class ChartKeys {

    private static final double FACTOR = 1.25;
    private static final double PAGE = 0.9;
    private static final double STEP = 0.1;
    private static final double TALLER = 1.1;
    private static final int MANY_TICKS = 10;

    private final ChartCanvas canvas;
    private final ChartViewModel model;

    ChartKeys(ChartCanvas canvas, ChartViewModel model) {
        this.canvas = canvas;
        this.model = model;
        canvas.setOnKeyPressed(this::press);
    }

    private void press(KeyEvent event) {
        if (!event.isShortcutDown() && !event.isAltDown() && act(event)) {
            event.consume();
        }
    }

    private boolean act(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean shift = event.isShiftDown();
        if (code == KeyCode.PLUS || code == KeyCode.EQUALS || code == KeyCode.ADD) {
            model.zoomInPlace(FACTOR);
        } else if (code == KeyCode.MINUS || code == KeyCode.SUBTRACT) {
            model.zoomInPlace(1 / FACTOR);
        } else if (code == KeyCode.LEFT || code == KeyCode.RIGHT) {
            sideways(code == KeyCode.LEFT ? -1 : 1, shift);
        } else if (code == KeyCode.PAGE_UP || code == KeyCode.PAGE_DOWN) {
            model.pan((code == KeyCode.PAGE_UP ? PAGE : -PAGE) * canvas.plot());
        } else if (code == KeyCode.UP || code == KeyCode.DOWN) {
            return upOrDown(code == KeyCode.UP ? 1 : -1, shift);
        } else if (code == KeyCode.HOME) {
            model.home();
            model.cursorToEnd(false);
        } else if (code == KeyCode.END) {
            model.backToLive();
            model.cursorToEnd(true);
        } else if (code == KeyCode.DIGIT0 || code == KeyCode.NUMPAD0) {
            model.fitDay();
        } else if (code == KeyCode.L) {
            canvas.keyboardPrice().ifPresent(model::addLevel);
        } else if (code == KeyCode.N) {
            model.selectNextLevel();
        } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            model.removeSelectedLevel();
        } else if (code == KeyCode.ESCAPE) {
            return escape();
        } else {
            return false;
        }
        return true;
    }

    /// From bar to bar; with shift the contents move instead.
    private void sideways(int direction, boolean shift) {
        if (shift) {
            model.pan(-direction * STEP * canvas.plot());
        } else {
            model.moveCursor(direction);
        }
        canvas.tellChange();
    }

    /// Moves the selected line by a tick, by ten with shift; without one, shift changes the height of the panes.
    private boolean upOrDown(int direction, boolean shift) {
        Optional<DrawnLevel> level = model.selectedLevel();
        if (level.isPresent()) {
            long ticks = direction * (shift ? MANY_TICKS : 1L);
            model.moveSelectedLevel((double) (level.get().hundredths() + ticks * canvas.tick()));
        } else if (shift) {
            double factor = direction > 0 ? TALLER : 1 / TALLER;
            model.choose(model.settings().withPaneShare(model.settings().paneShare() * factor));
        } else {
            return false;
        }
        return true;
    }

    private boolean escape() {
        if (model.selectedLevel().isPresent()) {
            model.selectLevel(Optional.empty());
            return true;
        }
        return model.hideCursor();
    }
}
