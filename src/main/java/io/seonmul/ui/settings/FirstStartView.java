// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.settings;

import io.seonmul.ui.fx.Words;
import java.io.IOException;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;

/// The question of a first start without keys: the demo exchange, or the user's own keys. FX thread only.
public final class FirstStartView {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final KeySafe safe;
    private final Words words;
    private final Answers answers;

    @FXML
    private Button demo;

    @FXML
    private Node keysBox;

    @FXML
    private Button enter;

    @FXML
    private PasswordField appKey;

    @FXML
    private PasswordField secret;

    @FXML
    private Button keep;

    @FXML
    private Button language;

    @FXML
    private Label answer;

    /// What the user may answer. Called on the FX thread.
    public interface Answers {

        /// Start with the embedded exchange.
        void demo();

        /// Start with the keys that are in the safe now.
        void keys();

        /// Ask again in the other language.
        void otherLanguage();
    }

    /// @param safe takes the keys that the user enters
    public FirstStartView(KeySafe safe, Words words, Answers answers) {
        this.safe = safe;
        this.words = words;
        this.answers = answers;
    }

    @FXML
    private void initialize() {
        keysBox.managedProperty().bind(keysBox.visibleProperty());
        keysBox.setVisible(false);
        answer.managedProperty().bind(answer.visibleProperty());
        answer.setVisible(false);
        answer.pseudoClassStateChanged(FAILED, true);
        demo.setOnAction(event -> answers.demo());
        enter.setOnAction(event -> {
            keysBox.setVisible(true);
            appKey.requestFocus();
        });
        keep.setOnAction(event -> keep());
        secret.setOnAction(event -> keep());
        language.setOnAction(event -> answers.otherLanguage());
    }

    private void keep() {
        if (appKey.getText().isBlank() || secret.getText().isBlank()) {
            refuse(words.get("settings.keys.both"));
            return;
        }
        try {
            safe.keep(appKey.getText().strip(), secret.getText().strip());
        } catch (IOException e) {
            refuse(words.get("settings.keys.failed", String.valueOf(e.getMessage())));
            return;
        }
        appKey.clear();
        secret.clear();
        answers.keys();
    }

    private void refuse(String why) {
        answer.setText(why);
        answer.setVisible(true);
    }
}
