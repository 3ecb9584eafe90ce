// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.ui.fx.Words;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The chooser of columns: all of them, searched, on one side; the table's own, in order, on the other. FX thread only.
final class ColumnsView {

    private final ColumnsViewModel columns;
    private final Words words;

    @FXML
    private TextField search;

    @FXML
    private ListView<WatchColumn> all;

    @FXML
    private Label count;

    @FXML
    private ListView<WatchColumn> chosen;

    @FXML
    private Button left;

    @FXML
    private Button right;

    @FXML
    private Button out;

    @FXML
    private Button reset;

    ColumnsView(ColumnsViewModel columns, Words words) {
        this.columns = columns;
        this.words = words;
    }

    @FXML
    private void initialize() {
        all.setItems(columns.listed());
        all.setCellFactory(view -> new Choice());
        chosen.setCellFactory(view -> new Place());
        columns.search("");
        search.textProperty().addListener((property, before, now) -> columns.search(now));
        columns.chosenProperty().addListener((property, before, now) -> show(now));
        show(columns.chosenProperty().get());
        all.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                selected(all).ifPresent(columns::toggle);
                event.consume();
            }
        });
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                all.requestFocus();
                all.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        chosen.addEventFilter(KeyEvent.KEY_PRESSED, this::arrange);
        left.setOnAction(event -> move(-1));
        right.setOnAction(event -> move(1));
        out.setOnAction(event -> selected(chosen).ifPresent(columns::toggle));
        reset.setOnAction(event -> columns.reset());
    }

    private static Optional<WatchColumn> selected(ListView<WatchColumn> list) {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void show(List<WatchColumn> now) {
        Optional<WatchColumn> kept = selected(chosen);
        chosen.getItems().setAll(now);
        kept.filter(now::contains)
                .ifPresent(column -> chosen.getSelectionModel().select(column));
        count.setText(words.get("watch.columns.count", Integer.toString(now.size())));
        all.refresh();
    }

    private void arrange(KeyEvent event) {
        boolean used = true;
        if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            move(-1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            move(1);
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            selected(chosen).ifPresent(columns::toggle);
        } else {
            used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private void move(int steps) {
        selected(chosen).ifPresent(column -> columns.move(column, steps));
    }

    /// One of all columns, with whether the table has it.
    private final class Choice extends ListCell<WatchColumn> {
        private final CheckBox check = new CheckBox();
        private final Label group = new Label();
        private final HBox box = new HBox(check, new Region(), group);
        private final Tooltip tip = new Tooltip();

        Choice() {
            check.setFocusTraversable(false);
            check.setMnemonicParsing(false);
            check.setOnAction(event -> {
                WatchColumn column = getItem();
                if (column != null) {
                    columns.toggle(column);
                }
            });
            group.getStyleClass().add("column-group");
            group.setMinWidth(Region.USE_PREF_SIZE);
            box.getStyleClass().add("column-choice");
            HBox.setHgrow(box.getChildren().get(1), Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable WatchColumn column, boolean empty) {
            super.updateItem(column, empty);
            if (empty || column == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            check.setText(column.title());
            check.setSelected(columns.isChosen(column));
            group.setText(words.get("watch.columns." + column.group()));
            tip.setText(column.explanation());
            setTooltip(tip);
            setGraphic(box);
            setAccessibleText(String.join(
                    ", ",
                    column.title(),
                    words.get(columns.isChosen(column) ? "watch.columns.in" : "watch.columns.out"),
                    column.explanation()));
        }
    }

    /// One of the table's columns.
    private static final class Place extends ListCell<WatchColumn> {
        private final Tooltip tip = new Tooltip();

        @Override
        protected void updateItem(@Nullable WatchColumn column, boolean empty) {
            super.updateItem(column, empty);
            setText(empty || column == null ? null : column.title());
            tip.setText(column == null ? "" : column.explanation());
            setTooltip(empty ? null : tip);
        }
    }
}
