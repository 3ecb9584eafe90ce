// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.ui.fx.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One code as a line of the table. FX thread only.
final class TableLine extends WatchRowCell {

    private final WatchlistViewModel model;
    private final ColumnStrip strip;
    private final Words words;
    private final Label code = new Label();
    private final Label feed = new Label();
    private final Label depth = new Label();
    private final Tooltip tip = new Tooltip();
    private final LineCanvas figures;
    private final StripPane pane;

    TableLine(WatchlistViewModel model, ColumnStrip strip, Words words) {
        super(model);
        this.model = model;
        this.strip = strip;
        this.words = words;
        code.getStyleClass().add("watch-code");
        feed.getStyleClass().add("watch-feed");
        depth.getStyleClass().add("watch-feed");
        code.setMinWidth(Region.USE_PREF_SIZE);
        HBox who = new HBox(code, feed, depth);
        who.getStyleClass().add("watch-who");
        Tooltip.install(who, tip);
        figures = new LineCanvas(strip);
        pane = new StripPane(who, figures);
        pane.getStyleClass().add("watch-line");
    }

    @Override
    Node whole() {
        return pane;
    }

    @Override
    void paint(WatchRow shown) {
        FeedMark mark = FeedMark.of(shown, words);
        DepthMark book = DepthMark.of(shown.wantsDepth(), shown.depth(), words);
        code.setText(shown.code().text());
        mark(feed, mark.icon(), mark.look(), shown);
        mark(depth, book.icon(), book.look(), shown);
        tip.setText(String.join("\n", model.name(shown.code()), mark.explanation(), book.explanation()));
        figures.show(Optional.of(shown), model.now());
    }

    /// Told when a screen reader asks, and of every column, seen or not.
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && row().isPresent()
                ? told(row().get())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String told(WatchRow shown) {
        StringBuilder told = new StringBuilder(shown.code().text())
                .append(", ")
                .append(model.name(shown.code()))
                .append(", ")
                .append(FeedMark.of(shown, words).explanation());
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
