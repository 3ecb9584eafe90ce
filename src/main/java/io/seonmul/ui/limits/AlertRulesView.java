// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.market.AlertFigure;
import io.seonmul.market.AlertRule;
import io.seonmul.market.AlertRule.Condition;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.LimitEvent.Severity;
import io.seonmul.ui.fx.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Binds the window of the alert rules to its view model. FX thread only.
public final class AlertRulesView {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final AlertRulesViewModel model;
    private final Words words;
    private Optional<String> editing = Optional.empty();

    @FXML
    private ListView<@Nullable AlertRule> list;

    @FXML
    private ComboBox<Optional<InstrumentCode>> code;

    @FXML
    private TextField search;

    @FXML
    private ListView<@Nullable AlertFigure> figures;

    @FXML
    private ComboBox<Condition> condition;

    @FXML
    private TextField value;

    @FXML
    private Label unit;

    @FXML
    private HBox within;

    @FXML
    private TextField seconds;

    @FXML
    private CheckBox repeating;

    @FXML
    private TextField coolDown;

    @FXML
    private ComboBox<Severity> severity;

    @FXML
    private Label answer;

    @FXML
    private Button discard;

    @FXML
    private Button save;

    @FXML
    private CheckBox muted;

    @FXML
    private HBox sounds;

    @FXML
    private HBox desktops;

    /// @param words the texts of the window
    @SuppressWarnings("NullAway.Init") // the loader fills the fields before initialize()
    public AlertRulesView(AlertRulesViewModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        initializeList();
        initializeEntry();
        initializeTelling();
        model.draftProperty().addListener((property, before, now) -> show(now));
        show(model.draftProperty().get());
    }

    private void initializeList() {
        list.setItems(model.rules());
        list.setCellFactory(view -> new RuleCell(model, words));
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.edit(now);
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            AlertRule chosen = list.getSelectionModel().getSelectedItem();
            if (chosen == null) {
                return;
            }
            if (pressed.getCode() == KeyCode.DELETE) {
                model.remove(chosen);
                pressed.consume();
            } else if (pressed.getCode() == KeyCode.SPACE) {
                model.setEnabled(chosen, !chosen.enabled());
                pressed.consume();
            }
        });
    }

    private void initializeEntry() {
        List<Optional<InstrumentCode>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        model.codes().forEach(known -> choices.add(Optional.of(known)));
        code.getItems().setAll(choices);
        code.setConverter(text(choice -> choice.map(InstrumentCode::text).orElse(words.get("alert.code.all"))));
        condition.getItems().setAll(Condition.values());
        condition.setConverter(text(choice -> words.get("alert.condition." + choice)));
        severity.getItems().setAll(Severity.values());
        severity.setConverter(text(choice -> words.get("limits.severity." + choice)));
        figures.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable AlertFigure figure, boolean empty) {
                super.updateItem(figure, empty);
                setText(
                        empty || figure == null
                                ? null
                                : model.texts().name(figure)
                                        + figure.wire().map(wire -> "  " + wire).orElse(""));
            }
        });
        search.textProperty().addListener((property, before, now) -> find(now));
        search.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.DOWN) {
                figures.requestFocus();
                figures.getSelectionModel().selectFirst();
                pressed.consume();
            }
        });
        figures.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> showUnit());
        condition.valueProperty().addListener((property, before, now) -> within.setVisible(now.isChange()));
        within.managedProperty().bind(within.visibleProperty());
        save.setOnAction(event -> save());
        discard.setOnAction(event -> {
            list.getSelectionModel().clearSelection();
            model.discard();
        });
        for (TextField field : List.of(value, seconds, coolDown)) {
            field.setOnAction(event -> save());
        }
    }

    private static <T> StringConverter<T> text(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T choice) {
                return choice == null ? "" : words.apply(choice);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }

    private void find(String typed) {
        AlertFigure chosen = figures.getSelectionModel().getSelectedItem();
        figures.getItems().setAll(model.search(typed));
        if (chosen != null && figures.getItems().contains(chosen)) {
            figures.getSelectionModel().select(chosen);
        } else if (figures.getItems().size() == 1) {
            figures.getSelectionModel().selectFirst();
        }
    }

    private void showUnit() {
        AlertFigure figure = figures.getSelectionModel().getSelectedItem();
        unit.setText(figure == null ? "" : model.texts().unit(figure));
    }

    private void show(AlertRulesViewModel.Draft draft) {
        editing = draft.id();
        if (!code.getItems().contains(draft.code())) {
            code.getItems().add(draft.code());
        }
        code.setValue(draft.code());
        search.clear();
        find("");
        draft.figure()
                .ifPresentOrElse(
                        figure -> {
                            figures.getSelectionModel().select(figure);
                            figures.scrollTo(figure);
                        },
                        () -> figures.getSelectionModel().clearSelection());
        condition.setValue(draft.condition());
        within.setVisible(draft.condition().isChange());
        value.setText(draft.value());
        seconds.setText(draft.seconds());
        repeating.setSelected(draft.repeating());
        coolDown.setText(draft.coolDown());
        severity.setValue(draft.severity());
        save.setText(words.get(editing.isEmpty() ? "alert.add" : "alert.save"));
        showUnit();
        say("", false);
    }

    private void save() {
        AlertRulesViewModel.Draft draft = new AlertRulesViewModel.Draft(
                editing,
                code.getValue(),
                Optional.ofNullable(figures.getSelectionModel().getSelectedItem()),
                condition.getValue(),
                value.getText(),
                seconds.getText(),
                repeating.isSelected(),
                coolDown.getText(),
                severity.getValue());
        model.save(draft).ifPresentOrElse(problem -> say(model.say(problem, draft), true), () -> {
            list.getSelectionModel().clearSelection();
            say(words.get("alert.saved"), false);
        });
    }

    private void say(String text, boolean failed) {
        answer.setText(failed ? "⚠ " + text : text);
        answer.pseudoClassStateChanged(FAILED, failed);
    }

    private void initializeTelling() {
        muted.setSelected(settings().muted());
        muted.setOnAction(
                event -> model.desk().settingsProperty().set(settings().withMuted(muted.isSelected())));
        sounds.disableProperty().bind(muted.selectedProperty());
        for (Severity each : Severity.values()) {
            sounds.getChildren()
                    .add(box(
                            each,
                            settings().sound(),
                            now -> settings().withSound(settings().sound().with(each, now))));
            desktops.getChildren()
                    .add(box(
                            each,
                            settings().desktop(),
                            now -> settings().withDesktop(settings().desktop().with(each, now))));
        }
    }

    private AlertSettings settings() {
        return model.desk().settingsProperty().get();
    }

    private CheckBox box(Severity each, Telling telling, Function<Boolean, AlertSettings> change) {
        CheckBox box = new CheckBox(words.get("limits.severity." + each));
        box.setSelected(telling.covers(each));
        box.setOnAction(event -> model.desk().settingsProperty().set(change.apply(box.isSelected())));
        return box;
    }
}
