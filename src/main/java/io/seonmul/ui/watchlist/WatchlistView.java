// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.fx.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.AutoCompletionBinding;
import org.controlsfx.control.textfield.TextFields;

/// The watchlist: a field to add codes, and a row for each. FX thread only.
public final class WatchlistView {

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");
    private static final int ROWS_OF_COMPLETION = 12;

    private final WatchlistViewModel model;
    private final Words words;
    private final Consumer<WatchlistViewModel.Removal> onRemoved;
    private boolean following;

    @FXML
    private Label quota;

    @FXML
    private Tooltip quotaTip;

    @FXML
    private Button up;

    @FXML
    private Button down;

    @FXML
    private Button remove;

    @FXML
    private TextField field;

    @FXML
    private Button add;

    @FXML
    private Node answerRow;

    @FXML
    private Label answer;

    @FXML
    private ListView<WatchRow> list;

    /// @param onRemoved told of every code the user removed, to offer to put it back
    public WatchlistView(WatchlistViewModel model, Words words, Consumer<WatchlistViewModel.Removal> onRemoved) {
        this.model = model;
        this.words = words;
        this.onRemoved = onRemoved;
    }

    @FXML
    private void initialize() {
        model.quotaProperty().addListener((property, before, now) -> show(now));
        show(model.quotaProperty().get());
        list.setItems(model.rows());
        list.setCellFactory(view -> new WatchCell(model, words));
        answerRow.managedProperty().bind(answerRow.visibleProperty());
        answerRow.setVisible(false);
        bindSelection();
        bindActions();
        completeCodes();
    }

    private void show(Quota now) {
        quota.setText(now.text());
        quotaTip.setText(now.explanation());
        quota.pseudoClassStateChanged(SHORT, now.isShort());
    }

    private void bindSelection() {
        model.selectedProperty().addListener((property, before, now) -> follow(now));
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!following && now != null) {
                model.selectedProperty().set(Optional.of(now.code()));
            }
        });
        follow(model.selectedProperty().get());
    }

    private void follow(Optional<InstrumentCode> code) {
        following = true;
        int index = code.map(model::indexOf).orElse(-1);
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().clearAndSelect(index);
            list.getFocusModel().focus(index);
            list.scrollTo(Math.max(0, index - 1));
        }
        following = false;
        boolean none = index < 0;
        up.setDisable(none);
        down.setDisable(none);
        remove.setDisable(none);
    }

    private void bindActions() {
        up.setOnAction(event -> model.moveSelected(-1));
        down.setOnAction(event -> model.moveSelected(1));
        remove.setOnAction(event -> remove());
        add.setOnAction(event -> submit());
        field.setOnAction(event -> submit());
        field.textProperty().addListener((property, before, now) -> answerRow.setVisible(false));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setContextMenu(menu());
    }

    /// What can be done with the selected code, each with its key in words: an accelerator would hold in every pane.
    private ContextMenu menu() {
        CheckMenuItem depth = new CheckMenuItem(words.get("watch.menu.depth"));
        depth.setOnAction(event -> model.toggleDepth());
        MenuItem above = new MenuItem(words.get("watch.up.tip"));
        above.setOnAction(event -> model.moveSelected(-1));
        MenuItem below = new MenuItem(words.get("watch.down.tip"));
        below.setOnAction(event -> model.moveSelected(1));
        MenuItem away = new MenuItem(words.get("watch.remove.tip"));
        away.setOnAction(event -> remove());
        ContextMenu menu = new ContextMenu(depth, new SeparatorMenuItem(), above, below, new SeparatorMenuItem(), away);
        menu.setOnShowing(event -> {
            Optional<WatchRow> row =
                    Optional.ofNullable(list.getSelectionModel().getSelectedItem());
            menu.getItems().forEach(item -> item.setDisable(row.isEmpty()));
            depth.setSelected(row.map(WatchRow::wantsDepth).orElse(false));
        });
        return menu;
    }

    private void pressed(KeyEvent event) {
        boolean used = true;
        if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            model.moveSelected(-1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            model.moveSelected(1);
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            remove();
        } else if (event.getCode() == KeyCode.D && !event.isShortcutDown() && !event.isAltDown()) {
            model.toggleDepth();
        } else {
            used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private void completeCodes() {
        AutoCompletionBinding<Suggestion> completion = TextFields.bindAutoCompletion(
                field, request -> model.suggest(request.getUserText()), new StringConverter<>() {
                    @Override
                    public String toString(Suggestion suggestion) {
                        return suggestion.code() + "  " + suggestion.name();
                    }

                    @Override
                    public Suggestion fromString(String text) {
                        throw new UnsupportedOperationException("a suggestion is chosen, not read");
                    }
                });
        completion.setVisibleRowCount(ROWS_OF_COMPLETION);
        completion.setDelay(0);
        completion.setMinWidth(280);
        completion.setOnAutoCompleted(
                event -> submit(event.getCompletion().code().text()));
    }

    /// Brings the keyboard to the field for codes.
    public void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    /// Brings the keyboard to the rows.
    public void focusRows() {
        list.requestFocus();
    }

    /// Removes the selected code and tells of it.
    public void remove() {
        model.removeSelected().ifPresent(onRemoved);
    }

    private void submit() {
        if (!field.getText().isBlank()) {
            submit(field.getText());
        }
    }

    private void submit(String typed) {
        switch (model.add(typed)) {
            case Addition.Added added -> {
                field.clear();
                list.scrollTo(model.indexOf(added.code()));
            }
            case Addition.AlreadyWatched known -> {
                field.clear();
                answer(false, words.get("watch.add.known", known.code()));
            }
            case Addition.OldStyle old -> answer(true, words.get("watch.add.old", old.text()));
            case Addition.NotFutures not -> answer(true, words.get("watch.add.not", not.text()));
            case Addition.QuotaFull full -> answer(true, words.get("watch.add.full"));
        }
    }

    private void answer(boolean refused, String text) {
        answer.setText(text);
        answerRow.pseudoClassStateChanged(REFUSED, refused);
        answerRow.setVisible(true);
        if (refused) {
            field.requestFocus();
            field.selectAll();
        }
    }
}
