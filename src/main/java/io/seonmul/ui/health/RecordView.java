// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.protocol.TickField;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Binds the record inspector: every field of one record as the wire sent it. FX thread only.
final class RecordView {

    /// Narrower than this, the names in the other language are only in the tooltips.
    private static final double ROOM_FOR_OTHER_NAMES = 830;

    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final HealthViewModel model;
    private final RecordInspector inspector;
    private final Words words;

    @FXML
    private VBox root;

    @FXML
    private Label note;

    @FXML
    private TextField filter;

    @FXML
    private ToggleButton pause;

    @FXML
    private Button copy;

    @FXML
    private TableView<FieldRow> fields;

    @FXML
    private TableColumn<FieldRow, @Nullable FieldRow> index;

    @FXML
    private TableColumn<FieldRow, @Nullable FieldRow> wire;

    @FXML
    private TableColumn<FieldRow, @Nullable FieldRow> name;

    @FXML
    private TableColumn<FieldRow, @Nullable FieldRow> other;

    @FXML
    private TableColumn<FieldRow, @Nullable FieldRow> unit;

    @FXML
    private TableColumn<FieldRow, FieldRow.@Nullable Content> text;

    @FXML
    private TableColumn<FieldRow, FieldRow.@Nullable Content> change;

    @FXML
    private TableColumn<FieldRow, FieldRow.@Nullable Content> previous;

    @SuppressWarnings("NullAway.Init") // the loader fills the fields before initialize()
    RecordView(HealthViewModel model, Words words) {
        this.model = model;
        this.inspector = model.inspector();
        this.words = words;
    }

    @FXML
    private void initialize() {
        boolean korean = words.locale().getLanguage().equals(Locale.KOREAN.getLanguage());
        TextCell.write(index, "figure", row -> Integer.toString(row.index()), this::bothNames);
        TextCell.write(wire, "wire", RecordView::wireName, this::bothNames);
        TextCell.write(name, "name", named(korean ? TickField::korean : TickField::english), this::bothNames);
        TextCell.write(other, "other-name", named(korean ? TickField::english : TickField::korean), this::bothNames);
        TextCell.write(unit, "unit", this::unit, this::unitExplained);
        FieldCell.write(text, FieldCell.Part.TEXT, words);
        FieldCell.write(change, FieldCell.Part.CHANGE, words);
        FieldCell.write(previous, FieldCell.Part.PREVIOUS, words);
        other.visibleProperty().bind(root.widthProperty().greaterThanOrEqualTo(ROOM_FOR_OTHER_NAMES));
        fields.setItems(inspector.rows());
        fields.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        fields.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);

        filter.textProperty().bindBidirectional(inspector.filterProperty());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInFilter);
        pause.selectedProperty().bindBidirectional(inspector.pausedProperty());
        copy.setOnAction(event -> copyRecord());
        copy.disableProperty()
                .bind(inspector.shownProperty().map(shown -> shown.isEmpty()).orElse(true));
        pause.getTooltip().setText(words.get("health.pause.tip", Integer.toString(HealthViewModel.MOST_PER_SECOND)));
        note.textProperty().bind(model.recordNoteProperty());
        inspector.pausedProperty().addListener((property, before, now) -> showHeld(now));
        showHeld(inspector.pausedProperty().get());
    }

    private void showHeld(boolean held) {
        note.pseudoClassStateChanged(HELD, held);
        pause.setText(words.get(held ? "health.resume" : "health.pause"));
    }

    /// Brings the keyboard to the filter.
    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    void togglePause() {
        inspector.pausedProperty().set(!inspector.pausedProperty().get());
    }

    private void pressedInFilter(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            fields.requestFocus();
            fields.getSelectionModel().selectFirst();
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        if (COPY.match(event)) {
            String rows = fields.getSelectionModel().getSelectedItems().stream()
                    .map(this::copied)
                    .collect(Collectors.joining("\n"));
            if (!rows.isEmpty()) {
                put(rows);
            }
            event.consume();
        }
    }

    private String copied(FieldRow row) {
        FieldRow.Content content = row.contentProperty().get();
        return String.join(
                "\t",
                Integer.toString(row.index()),
                wireName(row),
                named(TickField::korean).apply(row),
                named(TickField::english).apply(row),
                content.text(),
                content.previous().orElse(Formats.NOT_KNOWN));
    }

    private void copyRecord() {
        inspector.shownProperty().get().ifPresent(shown -> put(shown.raw()));
    }

    private static void put(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    private static String wireName(FieldRow row) {
        return row.field().map(TickField::name).orElse(Formats.NOT_KNOWN);
    }

    private Function<FieldRow, String> named(Function<TickField, String> language) {
        return row -> row.field().map(language).orElseGet(() -> words.get("health.field.extra"));
    }

    private String bothNames(FieldRow row) {
        return row.field()
                .map(field -> field.name() + "\n" + field.korean() + "\n" + field.english())
                .orElseGet(() -> words.get("health.field.extra.tip"));
    }

    private String unit(FieldRow row) {
        return row.field()
                .map(field -> words.get("health.unit." + field.unit()))
                .orElse(Formats.NOT_KNOWN);
    }

    private String unitExplained(FieldRow row) {
        return row.field()
                .map(field -> words.get("health.unit." + field.unit() + ".tip"))
                .orElseGet(() -> words.get("health.field.extra.tip"));
    }
}
