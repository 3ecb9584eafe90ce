// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.protocol.TickField;
import io.seonmul.ui.fx.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// One code as a line of the table, written in place whenever its [WatchRow] says so. FX thread only.
///
/// Only the columns that are seen are written, so that many columns cost no more than few.
final class TableLine extends ListCell<WatchRow> {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final Map<WatchValue.Tone, PseudoClass> TONES = Map.of(
            WatchValue.Tone.RISE, PseudoClass.getPseudoClass("rise"),
            WatchValue.Tone.FALL, PseudoClass.getPseudoClass("fall"),
            WatchValue.Tone.GOOD, FeedMark.GOOD,
            WatchValue.Tone.CALM, FeedMark.CALM,
            WatchValue.Tone.DOUBTFUL, FeedMark.DOUBTFUL,
            WatchValue.Tone.BAD, FeedMark.BAD);

    private final WatchlistViewModel model;
    private final ColumnStrip strip;
    private final Words words;
    private final ChangeListener<Number> repaint = (property, before, now) -> paint();
    private final ChangeListener<List<WatchColumn>> rebuild = (property, before, now) -> build();
    private final Label code = new Label();
    private final FontIcon feedIcon = new FontIcon();
    private final Label feed = new Label();
    private final FontIcon depthIcon = new FontIcon();
    private final Label depth = new Label();
    private final Tooltip tip = new Tooltip();
    private final StripPane pane;
    private List<Node> cells = List.of();
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
        pane = new StripPane(strip, who);
        pane.getStyleClass().add("watch-line");
        strip.columns().addListener(new WeakChangeListener<>(rebuild));
        strip.offsetProperty().addListener(new WeakChangeListener<>(repaint));
        widthProperty().addListener((property, before, now) -> paint());
        setPrefWidth(0);
        RowDrag.install(this, model);
        build();
    }

    private void build() {
        List<Node> made = new ArrayList<>();
        for (WatchColumn column : strip.columns().get()) {
            made.add(
                    switch (column.kind()) {
                        case TREND -> new Sparkline();
                        case TEXT -> label("watch-value");
                        case FIGURE -> label("watch-value", "number");
                    });
        }
        cells = made;
        pane.show(made);
        paint();
    }

    private static Label label(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        return label;
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
        pane.pseudoClassStateChanged(STALE, !shown.isCurrent());
        List<WatchColumn> columns = strip.columns().get();
        Instant now = model.now();
        StringBuilder told = new StringBuilder(shown.code().text()).append(", ").append(model.name(shown.code()));
        for (int i = 0; i < cells.size(); i++) {
            if (strip.isSeen(i, getWidth())) {
                WatchColumn column = columns.get(i);
                WatchValue value = column.of(shown, now);
                write(cells.get(i), column, value, shown);
                told.append(", ").append(column.title()).append(' ').append(value.text());
            }
        }
        setAccessibleText(told.append(", ").append(mark.explanation()).toString());
    }

    private static void mark(Label label, FontIcon icon, Ikon wanted, PseudoClass color, WatchRow shown) {
        if (!wanted.equals(icon.getIconCode())) {
            icon.setIconCode(wanted);
        }
        boolean misleading = color.equals(FeedMark.GOOD) && !shown.isCurrent();
        FeedMark.LOOKS.forEach(look -> label.pseudoClassStateChanged(look, !misleading && look.equals(color)));
    }

    private static void write(Node cell, WatchColumn column, WatchValue value, WatchRow shown) {
        if (cell instanceof Sparkline trend) {
            shown.snapshot()
                    .ifPresentOrElse(
                            known -> trend.show(
                                    shown.closes(), known.tick().basePrice().points()),
                            trend::clear);
        } else if (cell instanceof Label label) {
            label.setText(value.text());
            TONES.forEach((tone, look) -> label.pseudoClassStateChanged(look, tone == value.tone()));
            if (column.key().equals(TickField.FUTS_PRPR.name())) {
                WatchCell.light(label, shown);
            }
        }
    }
}
