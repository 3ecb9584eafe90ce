// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A cell of the record inspector that changes with the record. FX thread.
final class FieldCell extends TableCell<FieldRow, FieldRow.@Nullable Content> {

    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");

    private final Part part;
    private final Words words;
    private final Tooltip tip = new Tooltip();

    /// What of a field a column shows.
    enum Part {
        /// The text of the record shown.
        TEXT,
        /// Whether it differs from the record before.
        CHANGE,
        /// The text of the record before.
        PREVIOUS
    }

    private FieldCell(Part part, Words words) {
        this.part = part;
        this.words = words;
        getStyleClass().add(part == Part.CHANGE ? "mark" : "figure");
    }

    /// Lets a column write that part of the fields.
    static void write(TableColumn<FieldRow, FieldRow.@Nullable Content> column, Part part, Words words) {
        column.setCellValueFactory(row -> row.getValue().contentProperty());
        column.setCellFactory(made -> new FieldCell(part, words));
        column.setSortable(false);
        column.setReorderable(false);
    }

    @Override
    protected void updateItem(FieldRow.@Nullable Content content, boolean empty) {
        super.updateItem(content, empty);
        if (empty || content == null) {
            setText(null);
            setTooltip(null);
            pseudoClassStateChanged(CHANGED, false);
            pseudoClassStateChanged(ABSENT, false);
            return;
        }
        boolean changed = content.change() != FieldRow.Change.NONE;
        setText(text(content));
        pseudoClassStateChanged(CHANGED, changed && part != Part.PREVIOUS);
        pseudoClassStateChanged(ABSENT, absence(content).isPresent());
        explain(content);
    }

    private String text(FieldRow.Content content) {
        return switch (part) {
            case TEXT -> written(content.text(), content.absence());
            case PREVIOUS ->
                content.previous()
                        .map(text -> written(text, content.previousAbsence()))
                        .orElse(Formats.NOT_KNOWN);
            case CHANGE ->
                switch (content.change()) {
                    case NONE -> "";
                    case UP -> "▲";
                    case DOWN -> "▼";
                    case OTHER -> "●";
                };
        };
    }

    /// The text, or the word for no value and what the wire says instead.
    private String written(String text, Optional<Absence> absence) {
        return absence.map(why -> why == Absence.NOT_SENT ? Formats.NOT_KNOWN : words.get("health.absent", text))
                .orElse(text);
    }

    private Optional<Absence> absence(FieldRow.Content content) {
        return switch (part) {
            case TEXT -> content.absence();
            case PREVIOUS -> content.previousAbsence();
            case CHANGE -> Optional.empty();
        };
    }

    private void explain(FieldRow.Content content) {
        absence(content)
                .ifPresentOrElse(
                        why -> {
                            tip.setText(words.get("health.absent." + why));
                            setTooltip(tip);
                        },
                        () -> setTooltip(null));
    }
}
