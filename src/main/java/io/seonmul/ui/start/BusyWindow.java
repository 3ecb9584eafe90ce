// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.start;

import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.SecondPulse;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Tells that another process holds the connection of this app key, and asks what to do. FX thread only.
public final class BusyWindow {

    private final Stage stage;
    private final BusyViewModel model;
    private final BusyView view;
    private final SecondPulse pulse = new SecondPulse(this::second);

    /// What can be done; each is called on the FX thread.
    ///
    /// @param show asks the other process to show its window, and says whether it did
    /// @param tryAgain takes the connection if it is free now, and says whether it did
    /// @param taken goes on, since the connection was taken
    /// @param quit gives up
    public record Decisions(BooleanSupplier show, BooleanSupplier tryAgain, Runnable taken, Runnable quit) {}

    /// @param stage where it is shown; not shown yet
    /// @param pid the other process, if it is known
    public BusyWindow(Stage stage, Language language, Look look, OptionalLong pid, Decisions decisions) {
        this.stage = stage;
        Words words = new Words(language.locale());
        this.model = new BusyViewModel(words, pid, decisions, pulse::close);
        this.view = new BusyView(model);
        Scene scene = new Scene(ViewLoader.load(view, words));
        look.apply(scene);
        stage.setScene(scene);
        stage.setResizable(false);
        stage.setTitle(words.get("app.title"));
        stage.setOnCloseRequest(event -> model.quit());
    }

    /// Shows it, and takes the connection as soon as it is free if the user waits for that.
    public void show() {
        stage.show();
        stage.toFront();
        view.focus();
        pulse.start();
    }

    private void second() {
        model.second();
    }
}
