// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.start;

import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.WindowIcons;
import io.seonmul.ui.fx.Words;
import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Asks a user without keys what to do, before there is anything to monitor. FX thread only.
public final class StartWindow {

    /// What the user decided.
    public sealed interface Choice {

        /// Look at the embedded exchange.
        record Demo() implements Choice {}

        /// Connect with these keys; secrets, so they never show themselves.
        ///
        /// @param appKey as KIS shows it
        /// @param secret likewise
        record Keys(String appKey, String secret) implements Choice {
            /// Says only that there are some.
            @Override
            public String toString() {
                return "Keys[…]";
            }
        }

        /// Neither: the window was closed.
        record Leave() implements Choice {}
    }

    private final Stage stage;
    private final Look look;
    private final Consumer<Choice> onChoice;
    private final Scene scene = new Scene(new Group());
    private Language language;
    private @Nullable StartViewModel model;
    private boolean withheld;

    /// @param stage where it is shown; not shown yet
    /// @param onChoice told what the user decides; after [Choice.Keys] the answer may be [#complain]
    public StartWindow(Stage stage, Language language, Look look, Consumer<Choice> onChoice) {
        this.stage = stage;
        this.language = language;
        this.look = look;
        this.onChoice = onChoice;
        stage.setScene(scene);
        stage.setResizable(false);
        stage.getIcons().setAll(WindowIcons.all());
        stage.setOnCloseRequest(event -> onChoice.accept(new Choice.Leave()));
        build();
    }

    /// The language it speaks now.
    public Language language() {
        return language;
    }

    /// Shows it.
    public void show() {
        stage.show();
        stage.toFront();
    }

    /// Takes it away for good.
    public void close() {
        stage.close();
    }

    /// Says why the keys just given cannot be used, so that others may be given.
    public void complain(String detail) {
        if (model != null) {
            model.failed(detail);
        }
    }

    /// Says that the system's keychain may have the keys and does not give them out.
    public void keysWithheld() {
        withheld = true;
        if (model != null) {
            model.withheld();
        }
    }

    private void build() {
        Words words = new Words(language.locale());
        StartViewModel newModel = new StartViewModel(words, onChoice);
        Parent root = ViewLoader.load(new StartView(newModel, this::otherLanguage), words);
        model = newModel;
        if (withheld) {
            newModel.withheld();
        }
        scene.setRoot(root);
        look.apply(scene);
        stage.setTitle(words.get("app.title"));
    }

    private void otherLanguage() {
        language = language.other();
        build();
        stage.sizeToScene();
    }
}
