// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Price;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// What the mouse and two fingers do to the chart: pan, zoom, move the pane border, draw and move lines. FX thread
/// only.
final class ChartPointer {

    private static final double WHEEL_NOTCH = 40;
    private static final double WHEEL_FACTOR = 1.15;
    private static final double GRIP = 4;

    private final ChartCanvas canvas;
    private final ChartViewModel model;
    private final Words words;
    private final ContextMenu menu = new ContextMenu();
    private Drag drag = Drag.NOTHING;
    private double x = Double.NaN;
    private double y = Double.NaN;
    private double draggedX;
    private double pinchedX;

    /// What the pressed button moves.
    private enum Drag {
        NOTHING,
        CONTENTS,
        LEVEL,
        BORDER
    }

    ChartPointer(ChartCanvas canvas, ChartViewModel model, Words words) {
        this.canvas = canvas;
        this.model = model;
        this.words = words;
        canvas.setOnMouseMoved(this::point);
        canvas.setOnMouseExited(event -> away());
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseDragged(this::drag);
        canvas.setOnMouseReleased(event -> release());
        canvas.setOnScroll(this::scroll);
        canvas.setOnZoomStarted(this::beginPinch);
        canvas.setOnZoom(this::pinch);
        canvas.setOnContextMenuRequested(this::offer);
    }

    /// Where the crosshair is, NaN while the pointer is elsewhere or moves something.
    double x() {
        return drag == Drag.NOTHING && x >= 0 && x < canvas.plot() ? x : Double.NaN;
    }

    double y() {
        return y;
    }

    private void point(MouseEvent event) {
        x = event.getX();
        y = event.getY();
        canvas.setCursor(cursor());
        canvas.requestDraw();
    }

    private Cursor cursor() {
        if (canvas.panes().filter(layout -> layout.isOnBorder(y)).isPresent()
                || canvas.levelAt(y, GRIP).isPresent()) {
            return Cursor.V_RESIZE;
        }
        return x < canvas.plot() ? Cursor.CROSSHAIR : Cursor.DEFAULT;
    }

    private void away() {
        x = Double.NaN;
        y = Double.NaN;
        canvas.requestDraw();
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        menu.hide();
        if (event.getButton() == MouseButton.PRIMARY) {
            begin(event);
        }
        event.consume();
    }

    private void begin(MouseEvent event) {
        Optional<DrawnLevel> level = canvas.levelAt(event.getY(), GRIP);
        draggedX = event.getX();
        if (event.isAltDown()) {
            canvas.priceAt(event.getY()).ifPresent(model::addLevel);
            drag = Drag.LEVEL;
        } else if (canvas.panes()
                .filter(layout -> layout.isOnBorder(event.getY()))
                .isPresent()) {
            drag = Drag.BORDER;
        } else if (level.isPresent()) {
            model.selectLevel(level);
            drag = Drag.LEVEL;
        } else {
            if (model.selectedLevel().isPresent()) {
                model.selectLevel(Optional.empty());
            }
            if (event.getClickCount() == 2) {
                model.backToLive();
            }
            drag = Drag.CONTENTS;
        }
    }

    private void drag(MouseEvent event) {
        switch (drag) {
            case NOTHING -> {
                return;
            }
            case CONTENTS -> {
                model.pan(event.getX() - draggedX);
                draggedX = event.getX();
            }
            case LEVEL -> canvas.priceAt(event.getY()).ifPresent(model::moveSelectedLevel);
            case BORDER ->
                canvas.panes()
                        .ifPresent(
                                layout -> model.choose(model.settings().withPaneShare(layout.shareAt(event.getY()))));
        }
        point(event);
        canvas.setCursor(drag == Drag.CONTENTS ? Cursor.CLOSED_HAND : Cursor.V_RESIZE);
    }

    private void release() {
        drag = Drag.NOTHING;
        canvas.setCursor(cursor());
        canvas.requestDraw();
    }

    private void scroll(ScrollEvent event) {
        if (event.isDirect()) {
            // Fingers on the screen itself, which come as a drag or as a pinch as well.
            event.consume();
            return;
        }
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            model.pan(event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX());
        } else if (event.getDeltaY() != 0) {
            model.zoom(Math.pow(WHEEL_FACTOR, event.getDeltaY() / WHEEL_NOTCH), Math.min(event.getX(), canvas.plot()));
        }
        event.consume();
    }

    private void beginPinch(ZoomEvent event) {
        drag = Drag.NOTHING; // the first of two fingers on a screen was taken for a mouse
        pinchedX = event.getX();
        event.consume();
    }

    /// What lay between the fingers stays between them.
    private void pinch(ZoomEvent event) {
        model.pan(event.getX() - pinchedX);
        pinchedX = event.getX();
        model.zoom(event.getZoomFactor(), Math.min(event.getX(), canvas.plot()));
        event.consume();
    }

    /// The menu of the place under the pointer, or of the chosen line where the keyboard asked for it.
    private void offer(ContextMenuEvent event) {
        if (model.snapshot().isEmpty()) {
            return;
        }
        menu.getItems().clear();
        Optional<DrawnLevel> level =
                event.isKeyboardTrigger() ? model.selectedLevel() : canvas.levelAt(event.getY(), GRIP);
        if (level.isPresent()) {
            add("chart.level.remove", level.get().price(), () -> {
                model.selectLevel(level);
                model.removeSelectedLevel();
            });
        } else {
            Optional<Double> price = event.isKeyboardTrigger() ? canvas.keyboardPrice() : canvas.priceAt(event.getY());
            price.ifPresent(at -> add("chart.level.add", canvas.onTick(at), () -> model.addLevel(at)));
        }
        if (!menu.getItems().isEmpty()) {
            menu.show(canvas, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private void add(String key, Price price, Runnable action) {
        MenuItem item = new MenuItem(words.get(key, Formats.price(price)));
        item.setOnAction(event -> action.run());
        menu.getItems().add(item);
    }
}
