// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// One code in the watchlist, written in place whenever its [WatchRow] says so. FX thread only.
abstract sealed class WatchRowCell extends ListCell<WatchRow> permits TableLine, WatchCell {

    private final ChangeListener<Number> repaint = (property, before, now) -> row().ifPresent(this::paint);
    private @Nullable WatchRow row;

    WatchRowCell(WatchlistViewModel model) {
        getStyleClass().add("watch-cell");
        setPrefWidth(0);
        RowDrag.install(this, model);
    }

    /// What is seen, whatever the row.
    abstract Node whole();

    /// Writes the row as it is now.
    abstract void paint(WatchRow shown);

    /// The row that is shown; empty for a cell below the last.
    Optional<WatchRow> row() {
        return Optional.ofNullable(row);
    }

    @Override
    protected void updateItem(@Nullable WatchRow item, boolean empty) {
        super.updateItem(item, empty);
        WatchRow newRow = empty ? null : item;
        if (newRow == row) {
            return;
        }
        if (row != null) {
            row.revision().removeListener(repaint);
        }
        row = newRow;
        if (newRow == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        newRow.revision().addListener(repaint);
        paint(newRow);
        setGraphic(whole());
    }

    /// Gives a label its icon and its colour; what came before the link broke is no good sign now.
    static void mark(Label label, Ikon wanted, PseudoClass color, WatchRow shown) {
        if (!(label.getGraphic() instanceof FontIcon icon)) {
            label.setGraphic(new FontIcon(wanted));
        } else if (!wanted.equals(icon.getIconCode())) {
            icon.setIconCode(wanted);
        }
        boolean misleading = color.equals(FeedMark.GOOD) && !shown.isCurrent();
        FeedMark.LOOKS.forEach(look -> label.pseudoClassStateChanged(look, !misleading && look.equals(color)));
    }
}
