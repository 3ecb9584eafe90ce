// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.settings;

import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.Words;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.util.StringConverter;

/// The settings window's content. FX thread only.
public final class SettingsView {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final SettingsViewModel model;
    private final Words words;

    @FXML
    private ToggleButton korean;

    @FXML
    private ToggleButton english;

    @FXML
    private ToggleButton light;

    @FXML
    private ToggleButton dark;

    @FXML
    private ToggleButton redUp;

    @FXML
    private ToggleButton greenUp;

    @FXML
    private ToggleButton usualContrast;

    @FXML
    private ToggleButton highContrast;

    @FXML
    private ChoiceBox<Integer> size;

    @FXML
    private Label keptWhere;

    @FXML
    private PasswordField appKey;

    @FXML
    private PasswordField secret;

    @FXML
    private Button keep;

    @FXML
    private Button forget;

    @FXML
    private Label answer;

    @FXML
    private Label hint;

    /// @param words the texts of the window
    public SettingsView(SettingsViewModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        choice(korean, english, model.language() == Language.ENGLISH);
        choice(light, dark, model.look().theme() == Theme.DARK);
        choice(redUp, greenUp, model.look().greenUp());
        choice(usualContrast, highContrast, model.look().contrast());
        korean.setOnAction(event -> model.choose(Language.KOREAN));
        english.setOnAction(event -> model.choose(Language.ENGLISH));
        light.setOnAction(event -> model.choose(Theme.LIGHT));
        dark.setOnAction(event -> model.choose(Theme.DARK));
        redUp.setOnAction(event -> model.chooseGreenUp(false));
        greenUp.setOnAction(event -> model.chooseGreenUp(true));

        usualContrast.setOnAction(event -> model.chooseContrast(false));
        highContrast.setOnAction(event -> model.chooseContrast(true));
        size.getItems().setAll(Look.SIZES);
        size.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer percent) {
                return percent + " %";
            }

            @Override
            public Integer fromString(String text) {
                return Integer.valueOf(text.replace(" %", ""));
            }
        });
        size.setValue(model.look().percent());
        size.valueProperty().addListener((property, before, now) -> model.chooseSize(now));

        keptWhere.textProperty().bind(model.keptWhereProperty());
        hint.boundsInParentProperty().addListener((property, before, now) -> makeRoom());
        answer.managedProperty().bind(answer.visibleProperty());
        model.answerProperty().addListener((property, before, now) -> showAnswer(now));
        showAnswer(model.answerProperty().get());
        keep.setAccessibleHelp(words.get("settings.keys.hint"));
        keep.setOnAction(event -> model.keep(appKey.getText(), secret.getText(), () -> {
            appKey.clear();
            secret.clear();
        }));
        keep.disableProperty().bind(model.busyProperty());
        forget.disableProperty()
                .bind(model.busyProperty().or(model.forgettableProperty().not()));
        forget.setOnAction(event -> model.forget());
    }

    private void showAnswer(SettingsViewModel.Answer now) {
        answer.setVisible(!now.text().isEmpty());
        answer.setText(now.text());
        answer.pseudoClassStateChanged(FAILED, now.failed());
    }

    /// The last line has moved: what is said above it is longer or shorter than what the window was made for.
    private void makeRoom() {
        if (answer.getScene() != null && answer.getScene().getWindow() != null) {
            answer.getScene().getWindow().sizeToScene();
        }
    }

    /// Two buttons of which exactly one is pressed.
    private static void choice(ToggleButton first, ToggleButton second, boolean secondChosen) {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(first, second);
        group.selectToggle(secondChosen ? second : first);
        group.selectedToggleProperty().addListener((property, before, now) -> keepOne(group, before, now));
    }

    private static void keepOne(ToggleGroup group, Toggle before, @org.jspecify.annotations.Nullable Toggle now) {
        if (now == null) {
            group.selectToggle(before);
        }
    }
}
