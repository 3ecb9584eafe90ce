// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.ui.fx.Words;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The table's header: a click ranks by a column, a drag moves it. FX thread only.
///
/// The keyboard has both in the watchlist's menu and in the chooser of columns.
final class TableHeader {

    private static final PseudoClass SORTED = PseudoClass.getPseudoClass("sorted");
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final double A_DRAG = 6;

    private final ColumnsViewModel columns;
    private final ColumnStrip strip;
    private final Words words;
    private final StripPane pane;
    private final Titles titles = new Titles();
    private double pressedAt;
    private boolean dragging;

    TableHeader(ColumnsViewModel columns, ColumnStrip strip, Words words) {
        this.columns = columns;
        this.strip = strip;
        this.words = words;
        Label corner = new Label(words.get("watch.column.code"));
        corner.getStyleClass().addAll("watch-title", "watch-corner");
        pane = new StripPane(corner, titles);
        pane.getStyleClass().add("watch-header");
        strip.offsetProperty().addListener((property, before, now) -> titles.requestLayout());
        columns.chosenProperty().addListener((property, before, now) -> write());
        write();
    }

    /// The header's node.
    Region node() {
        return pane;
    }

    /// Writes the titles anew, with the mark of the ranking.
    void write() {
        titles.getChildren()
                .setAll(columns.chosenProperty().get().stream().map(this::title).toList());
    }

    private Label title(WatchColumn column) {
        boolean sorted = columns.sortedBy().equals(Optional.of(column));
        Label title = new Label(sorted ? column.title() + (columns.isDescending() ? " ▼" : " ▲") : column.title());
        title.getStyleClass().add("watch-title");
        if (column.kind() == WatchColumn.Kind.FIGURE) {
            title.getStyleClass().add("number");
        }
        title.pseudoClassStateChanged(SORTED, sorted);
        title.setTooltip(new Tooltip(column.explanation() + "\n" + words.get("watch.column.sort.tip")));
        title.setAccessibleRole(AccessibleRole.BUTTON);
        title.setOnMousePressed(event -> {
            pressedAt = event.getSceneX();
            dragging = false;
        });
        title.setOnMouseDragged(event -> drag(title, event));
        title.setOnMouseReleased(event -> release(title, column, event));
        return title;
    }

    /// The titles, each over its column.
    private final class Titles extends Pane {
        @Override
        protected void layoutChildren() {
            for (int i = 0; i < getChildren().size(); i++) {
                Node title = getChildren().get(i);
                double left = Math.rint(strip.left(i) - strip.offsetProperty().get());
                title.setVisible(strip.isSeen(i, getWidth() + ColumnStrip.FIXED));
                title.resizeRelocate(
                        left, 0, columns.chosenProperty().get().get(i).width(), getHeight());
            }
        }
    }

    private void drag(Label title, MouseEvent event) {
        double moved = event.getSceneX() - pressedAt;
        if (dragging || Math.abs(moved) > A_DRAG) {
            dragging = true;
            title.setTranslateX(moved);
            title.setViewOrder(-1);
            title.pseudoClassStateChanged(DRAGGED, true);
        }
    }

    private void release(Label title, WatchColumn column, MouseEvent event) {
        title.setTranslateX(0);
        title.setViewOrder(0);
        title.pseudoClassStateChanged(DRAGGED, false);
        if (dragging) {
            double x = pane.sceneToLocal(event.getSceneX(), event.getSceneY()).getX() - ColumnStrip.FIXED;
            columns.moveTo(column, strip.at(x));
        } else if (event.getButton() == MouseButton.PRIMARY) {
            columns.sort(column);
        }
    }
}
