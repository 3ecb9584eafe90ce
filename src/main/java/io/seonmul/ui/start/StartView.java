// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.start;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;

/// The first window of a user without keys: the demo exchange, or the keys. FX thread only.
public final class StartView {

    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

    private final StartViewModel model;
    private final Runnable otherLanguage;

    @FXML
    private Button language;

    @FXML
    private Button demo;

    @FXML
    private PasswordField appKey;

    @FXML
    private PasswordField secret;

    @FXML
    private Label complaint;

    @FXML
    private Label hint;

    @FXML
    private Button connect;

    /// @param otherLanguage shows the same in the other language
    StartView(StartViewModel model, Runnable otherLanguage) {
        this.model = model;
        this.otherLanguage = otherLanguage;
    }

    @FXML
    private void initialize() {
        language.setOnAction(event -> otherLanguage.run());
        demo.setOnAction(event -> model.demo());
        connect.setOnAction(event -> connect());
        appKey.setOnAction(event -> secret.requestFocus());
        secret.setOnAction(event -> connect());
        complaint.textProperty().bind(model.complaintProperty());
        model.busyProperty().addListener((property, before, now) -> complaint.pseudoClassStateChanged(WAITING, now));
        for (Control control : List.of(language, demo, appKey, secret, connect)) {
            control.disableProperty().bind(model.busyProperty());
        }
        hint.boundsInParentProperty().addListener((property, before, now) -> makeRoom());
    }

    /// The last line has moved: a complaint is longer or shorter than what the window was made for.
    private void makeRoom() {
        if (hint.getScene() != null && hint.getScene().getWindow() != null) {
            hint.getScene().getWindow().sizeToScene();
        }
    }

    private void connect() {
        model.connect(appKey.getText(), secret.getText());
    }
}
