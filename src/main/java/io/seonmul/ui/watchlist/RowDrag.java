// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;

/// Lets a row be dragged to another place in the user's own order, be it a card or a line of the table. FX thread only.
final class RowDrag {

    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

    private RowDrag() {}

    /// The press selects the row; the pointer carries the selected one to each row it enters.
    static void install(ListCell<WatchRow> cell, WatchlistViewModel model) {
        cell.setOnDragDetected(event -> {
            if (!cell.isEmpty() && event.getButton() == MouseButton.PRIMARY) {
                cell.startFullDrag();
                cell.pseudoClassStateChanged(DRAGGED, true);
                event.consume();
            }
        });
        cell.setOnMouseDragEntered(event -> {
            if (!cell.isEmpty() && event.getGestureSource() instanceof ListCell<?>) {
                model.selectedProperty().get().ifPresent(code -> model.move(model.indexOf(code), cell.getIndex()));
            }
        });
        cell.setOnMouseReleased(event -> cell.pseudoClassStateChanged(DRAGGED, false));
    }
}
