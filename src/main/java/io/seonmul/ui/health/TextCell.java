// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A cell whose text follows from its row, which never changes. FX thread.
///
/// @param <R> the row
final class TextCell<R> extends TableCell<R, @Nullable R> {

    private final Function<R, String> text;
    private final Function<R, String> explanation;
    private final Tooltip tip = new Tooltip();

    private TextCell(Function<R, String> text, Function<R, String> explanation, String styleClass) {
        this.text = text;
        this.explanation = explanation;
        getStyleClass().add(styleClass);
    }

    /// Lets a column write `text` and explain it by `explanation`.
    static <R> void write(
            TableColumn<R, @Nullable R> column,
            String styleClass,
            Function<R, String> text,
            Function<R, String> explanation) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> new TextCell<>(text, explanation, styleClass));
        column.setSortable(false);
        column.setReorderable(false);
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setTooltip(null);
        } else {
            setText(text.apply(row));
            tip.setText(explanation.apply(row));
            setTooltip(tip);
        }
    }
}
