// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.WindowIcons;
import java.util.Objects;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// A window with detached panes. FX thread only.
///
/// It is not owned by the main window, so that it can lie behind it or on another screen; whoever closes that closes
/// this. Its own close button docks its panes.
final class DetachedWindow implements AutoCloseable {

    private static final double LEAST = 240;
    private static final double LEAST_BEGINNING = 320;
    private static final double USUAL_WIDTH = 640;
    private static final double USUAL_HEIGHT = 480;

    private final Stage stage = new Stage();
    private final DeskView view;

    DetachedWindow(DeskView view, EventHandler<KeyEvent> keys, Runnable dock) {
        this.view = view;
        StackPane root = new StackPane(view);
        root.getStyleClass().add("main");
        root.getStylesheets()
                .add(Objects.requireNonNull(MainView.class.getResource("MainView.css"))
                        .toExternalForm());
        Scene scene = new Scene(root);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        stage.setScene(scene);
        stage.setMinWidth(LEAST);
        stage.setMinHeight(LEAST);
        stage.getIcons().setAll(WindowIcons.all());
        stage.setOnCloseRequest(request -> {
            request.consume();
            dock.run();
        });
    }

    /// A new window at that place of the screen, as large as the place that its pane comes from.
    static WindowBounds bounds(double x, double y, Optional<PaneGroup> from) {
        return new WindowBounds(
                x,
                y,
                Math.max(LEAST_BEGINNING, from.map(PaneGroup::getWidth).orElse(USUAL_WIDTH)),
                Math.max(LEAST_BEGINNING, from.map(PaneGroup::getHeight).orElse(USUAL_HEIGHT)),
                false);
    }

    DeskView view() {
        return view;
    }

    Stage stage() {
        return stage;
    }

    /// Shows it at `bounds`, or on the main screen if that place is on no screen any more.
    void show(WindowBounds bounds) {
        WindowPlace.put(stage, WindowPlace.isOnAScreen(bounds) ? bounds : inside(bounds));
        stage.show();
    }

    private static WindowBounds inside(WindowBounds bounds) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(bounds.width(), screen.getWidth());
        double height = Math.min(bounds.height(), screen.getHeight());
        return new WindowBounds(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height,
                bounds.maximized());
    }

    WindowBounds bounds(WindowBounds before) {
        return stage.isShowing() ? WindowPlace.of(stage, Optional.of(before)) : before;
    }

    void apply(Look look) {
        look.apply(stage.getScene());
    }

    @Override
    public void close() {
        stage.close();
    }
}
