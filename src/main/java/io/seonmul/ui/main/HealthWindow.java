// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.Delay;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitEvent;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.fx.EscapeKey;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.PaneFeed;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.WindowIcons;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.health.HealthSettings;
import io.seonmul.ui.health.HealthView;
import io.seonmul.ui.health.HealthViewModel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// The feed-health window: its own place on the desktop, but the code, language and look of the main window. FX thread
/// only.
///
/// It has no content, and costs nothing, while it is not shown. It is not owned by the main window, so that it can lie
/// behind it or on another screen; whoever closes that closes this.
final class HealthWindow implements PaneFeed, AutoCloseable {

    private static final double USUAL_WIDTH = 1480;
    private static final double USUAL_HEIGHT = 860;
    private static final double LEAST_WIDTH = 700;
    private static final double LEAST_HEIGHT = 480;

    private final InstantSource clock;
    private final EventHandler<KeyEvent> keys;
    private final Consumer<WindowBounds> keep;
    private final Supplier<Optional<Delay>> toFrame;
    private HealthSettings settings = HealthSettings.DEFAULT;
    private Optional<InstrumentSnapshot> newest = Optional.empty();
    private Optional<InstrumentCode> awaited = Optional.empty();
    private SessionStatus status = SessionStatus.OFFLINE;
    private Optional<WindowBounds> place = Optional.empty();
    private @Nullable Stage stage;
    private @Nullable HealthViewModel model;

    /// @param keys the main window's keys, which hold here as well
    /// @param keep told where the window stands
    /// @param toFrame how long what the session publishes takes to the frame that shows it
    HealthWindow(
            InstantSource clock,
            EventHandler<KeyEvent> keys,
            Consumer<WindowBounds> keep,
            Supplier<Optional<Delay>> toFrame) {
        this.clock = clock;
        this.keys = keys;
        this.keep = keep;
        this.toFrame = toFrame;
    }

    /// Shows the window where it stood, or closes it.
    void toggle(Words words, Look look, Optional<WindowBounds> bounds) {
        if (stage != null) {
            close();
            return;
        }
        Stage shown = new Stage();
        shown.setMinWidth(LEAST_WIDTH);
        shown.setMinHeight(LEAST_HEIGHT);
        shown.getIcons().setAll(WindowIcons.all());
        // The close button hides the window before anyone can ask where it stood.
        shown.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, request -> close());
        stage = shown;
        translate(words, look);
        place = bounds.filter(WindowPlace::isOnAScreen);
        place.ifPresent(known -> WindowPlace.put(shown, known));
        shown.show();
    }

    /// Shows the record that caused `event`, in the window where it stands or stood.
    void showCause(LimitEvent event, Words words, Look look, Optional<WindowBounds> bounds) {
        if (stage == null) {
            toggle(words, look, bounds);
        }
        if (model != null && stage != null) {
            model.showCause(event);
            stage.toFront();
        }
    }

    boolean isShown() {
        return stage != null;
    }

    /// Makes the content anew in another language, if the window is shown.
    void translate(Words words, Look look) {
        Stage shown = stage;
        if (shown == null) {
            return;
        }
        HealthViewModel earlier = model;
        if (earlier != null) {
            settings = earlier.settingsProperty().get();
        }
        HealthViewModel now = new HealthViewModel(settings, words, clock);
        if (earlier != null) {
            now.takeOver(earlier);
        }
        now.showToFrame(toFrame.get());
        now.show(status);
        newest.ifPresentOrElse(now::show, () -> awaited.ifPresentOrElse(now::await, now::clear));
        model = now;
        shown.setTitle(words.get("health.title"));
        Parent content = ViewLoader.load(new HealthView(now, words), words);
        if (shown.getScene() == null) {
            shown.setScene(scene(content));
        } else {
            shown.getScene().setRoot(content);
        }
        look.apply(shown.getScene());
    }

    private Scene scene(Parent content) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(
                content, Math.min(USUAL_WIDTH, screen.getWidth()), Math.min(USUAL_HEIGHT, screen.getHeight()));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        EscapeKey.closes(scene, this::close);
        return scene;
    }

    @Override
    public void show(InstrumentSnapshot snapshot) {
        newest = Optional.of(snapshot);
        awaited = Optional.empty();
        if (model != null) {
            model.show(snapshot);
        }
    }

    @Override
    public void await(InstrumentCode code) {
        newest = Optional.empty();
        awaited = Optional.of(code);
        if (model != null) {
            model.await(code);
        }
    }

    @Override
    public void clear() {
        newest = Optional.empty();
        awaited = Optional.empty();
        if (model != null) {
            model.clear();
        }
    }

    /// Takes what the session does, as often as it is looked at.
    void status(SessionStatus newStatus) {
        status = newStatus;
        if (model != null) {
            model.showToFrame(toFrame.get());
            model.show(newStatus);
        }
    }

    @Override
    public void second(Instant now) {
        if (model != null) {
            model.second(now);
        }
    }

    void apply(Look look) {
        if (stage != null) {
            look.apply(stage.getScene());
        }
    }

    /// Tells where the window stands, if it is shown.
    void remember() {
        if (stage != null) {
            WindowBounds now = WindowPlace.of(stage, place);
            place = Optional.of(now);
            keep.accept(now);
        }
    }

    /// Closes the window and lets its content go.
    @Override
    public void close() {
        if (stage != null) {
            remember();
            if (model != null) {
                settings = model.settingsProperty().get();
            }
            stage.close();
            stage = null;
            model = null;
        }
    }
}
