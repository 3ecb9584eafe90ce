// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.start;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// The page about another process that holds the connection. FX thread only.
public final class BusyView {

    private final BusyViewModel model;

    @FXML
    private Label holder;

    @FXML
    private Label answer;

    @FXML
    private Button show;

    @FXML
    private Button await;

    @FXML
    private Button quit;

    BusyView(BusyViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        holder.setText(model.holder());
        answer.textProperty().bind(model.answerProperty());
        show.setOnAction(event -> model.show());
        await.setOnAction(event -> model.await());
        await.disableProperty().bind(model.waitingProperty());
        quit.setOnAction(event -> model.quit());
    }

    /// Puts the keyboard where most want to go.
    void focus() {
        show.requestFocus();
    }
}
