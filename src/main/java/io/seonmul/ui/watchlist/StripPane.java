// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// One line of the table: a node that stays at the left, and beside it one for each column, scrolled sideways. FX
/// thread only.
final class StripPane extends Region {

    private final ColumnStrip strip;
    private final Node fixed;
    private final Pane moving = new Pane();
    private final Rectangle window = new Rectangle();
    private final ChangeListener<Number> scrolled = (property, before, now) -> requestLayout();
    private List<? extends Node> cells = List.of();

    StripPane(ColumnStrip strip, Node fixed) {
        this.strip = strip;
        this.fixed = fixed;
        getStyleClass().add("strip");
        moving.setClip(window);
        getChildren().setAll(moving, fixed);
        setMinWidth(0);
        setPrefWidth(0);
        // Weakly: the strip outlives the rows.
        strip.offsetProperty().addListener(new WeakChangeListener<>(scrolled));
    }

    /// Shows those nodes, one for each column.
    void show(List<? extends Node> newCells) {
        cells = newCells;
        // Their places are the strip's business, not that of the pane in which they are.
        newCells.forEach(cell -> cell.setManaged(false));
        moving.getChildren().setAll(newCells);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double width = Math.max(0, getWidth() - ColumnStrip.FIXED);
        fixed.resizeRelocate(0, 0, ColumnStrip.FIXED, height);
        moving.resizeRelocate(ColumnStrip.FIXED, 0, width, height);
        window.setWidth(width);
        window.setHeight(height);
        List<WatchColumn> columns = strip.columns().get();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            Node cell = cells.get(i);
            cell.setVisible(strip.isSeen(i, getWidth()));
            cell.resizeRelocate(
                    Math.rint(strip.left(i) - strip.offsetProperty().get()),
                    0,
                    columns.get(i).width(),
                    height);
        }
    }
}
