// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.settings.FirstStartView;
import io.seonmul.ui.settings.KeySafe;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The window's first content where there are no keys: it asks once, and the same stage then shows the monitor. FX
/// thread only.
public final class FirstStart {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 660;

    private final Stage stage;
    private final KeySafe keys;
    private final Consumer<Choice> onChoice;
    private UiSettings settings;

    /// What the user chose. Immutable.
    ///
    /// @param demo whether to start the embedded exchange; otherwise the safe has keys now
    /// @param settings the settings, in the language that the user chose
    public record Choice(boolean demo, UiSettings settings) {}

    /// @param stage where it is shown
    /// @param onChoice told once; the stage stays open
    public FirstStart(Stage stage, UiSettings settings, KeySafe keys, Consumer<Choice> onChoice) {
        this.stage = stage;
        this.settings = settings;
        this.keys = keys;
        this.onChoice = onChoice;
    }

    /// Shows the question.
    public void show() {
        Scene scene = new Scene(content(), WIDTH, HEIGHT);
        settings.look().apply(scene);
        stage.setScene(scene);
        stage.getIcons().setAll(WindowIcons.all());
        stage.show();
    }

    private Parent content() {
        Words words = new Words(settings.language().locale());
        stage.setTitle(words.get("app.title"));
        return ViewLoader.load(
                new FirstStartView(keys, words, new FirstStartView.Answers() {
                    @Override
                    public void demo() {
                        onChoice.accept(new Choice(true, settings));
                    }

                    @Override
                    public void keys() {
                        onChoice.accept(new Choice(false, settings));
                    }

                    @Override
                    public void otherLanguage() {
                        Language other = settings.language().other();
                        settings = settings.withLanguage(other);
                        stage.getScene().setRoot(content());
                        settings.look().apply(stage.getScene());
                    }
                }),
                words);
    }
}
