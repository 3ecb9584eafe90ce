// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.ui.fx.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// One code as a line of the table, written in place whenever its [WatchRow] says so. FX thread only.
final class TableLine extends ListCell<WatchRow> {

    private final WatchlistViewModel model;
    private final ColumnStrip strip;
    private final Words words;
    private final ChangeListener<Number> repaint = (property, before, now) -> paint();
    private final Label code = new Label();
    private final FontIcon feedIcon = new FontIcon();
    private final Label feed = new Label();
    private final FontIcon depthIcon = new FontIcon();
    private final Label depth = new Label();
    private final Tooltip tip = new Tooltip();
    private final LineCanvas figures;
    private final StripPane pane;
    private @Nullable WatchRow row;

    TableLine(WatchlistViewModel model, ColumnStrip strip, Words words) {
        this.model = model;
        this.strip = strip;
        this.words = words;
        getStyleClass().add("watch-cell");
        code.getStyleClass().add("watch-code");
        feed.getStyleClass().add("watch-feed");
        depth.getStyleClass().add("watch-feed");
        feed.setGraphic(feedIcon);
        depth.setGraphic(depthIcon);
        code.setMinWidth(Region.USE_PREF_SIZE);
        HBox who = new HBox(code, feed, depth);
        who.getStyleClass().add("watch-who");
        Tooltip.install(who, tip);
        figures = new LineCanvas(strip);
        pane = new StripPane(who, figures);
        pane.getStyleClass().add("watch-line");
        setPrefWidth(0);
        RowDrag.install(this, model);
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
            return;
        }
        newRow.revision().addListener(repaint);
        paint();
        setGraphic(pane);
    }

    private void paint() {
        WatchRow shown = row;
        if (shown == null) {
            return;
        }
        FeedMark mark = FeedMark.of(shown.state(), words);
        DepthMark book = DepthMark.of(shown.wantsDepth(), shown.depth(), words);
        code.setText(shown.code().text());
        mark(feed, feedIcon, mark.icon(), mark.look(), shown);
        mark(depth, depthIcon, book.icon(), book.look(), shown);
        tip.setText(String.join("\n", model.name(shown.code()), mark.explanation(), book.explanation()));
        figures.show(Optional.of(shown), model.now());
    }

    private static void mark(Label label, FontIcon icon, Ikon wanted, PseudoClass color, WatchRow shown) {
        if (!wanted.equals(icon.getIconCode())) {
            icon.setIconCode(wanted);
        }
        boolean misleading = color.equals(FeedMark.GOOD) && !shown.isCurrent();
        FeedMark.LOOKS.forEach(look -> label.pseudoClassStateChanged(look, !misleading && look.equals(color)));
    }

    /// Told when a screen reader asks, and of every column, seen or not.
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        WatchRow shown = row;
        return attribute == AccessibleAttribute.TEXT && shown != null
                ? told(shown)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String told(WatchRow shown) {
        StringBuilder told = new StringBuilder(shown.code().text())
                .append(", ")
                .append(model.name(shown.code()))
                .append(", ")
                .append(FeedMark.of(shown.state(), words).explanation());
        List<WatchColumn> columns = strip.columns().get();
        Instant now = model.now();
        for (WatchColumn column : columns) {
            told.append(", ")
                    .append(column.title())
                    .append(' ')
                    .append(column.of(shown, now).text());
        }
        return told.toString();
    }
}
