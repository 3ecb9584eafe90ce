// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.Price;
import io.seonmul.protocol.TickField;
import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.DrawnPane;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// The figures of one code in the table, drawn: a label for each would cost more than all the rest of the window. FX
/// thread only.
///
/// Only the columns that are seen are drawn, so that many cost no more than few.
final class LineCanvas extends DrawnPane {

    private static final String FAMILY = "IBM Plex Sans KR";
    private static final double TEXT = 13;
    private static final double PADDING = 8;
    private static final double TREND_INSET = 3;
    private static final double LIT = 0.18;

    private final ColumnStrip strip;
    private final Font font = Font.font(FAMILY, TEXT);
    private final ChangeListener<Object> redraw = (property, before, now) -> requestDraw();
    private Optional<WatchRow> row = Optional.empty();
    private Instant now = Instant.EPOCH;

    LineCanvas(ColumnStrip strip) {
        this.strip = strip;
        // Weakly: the strip outlives the rows.
        strip.columns().addListener(new WeakChangeListener<>(redraw));
        strip.offsetProperty().addListener(new WeakChangeListener<>(redraw));
        setMouseTransparent(true);
        // A changed figure is no reason to lay out the list again.
        setManaged(false);
    }

    /// Shows that row as it is now, with ages told to `newNow`.
    void show(Optional<WatchRow> newRow, Instant newNow) {
        row = newRow;
        now = newNow;
        requestDraw();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        row.ifPresent(shown -> {
            g.setFont(font);
            g.setTextBaseline(VPos.CENTER);
            List<WatchColumn> columns = strip.columns().get();
            for (int i = 0; i < columns.size(); i++) {
                if (strip.isSeen(i, width + ColumnStrip.FIXED)) {
                    double left =
                            Math.rint(strip.left(i) - strip.offsetProperty().get());
                    draw(g, columns.get(i), shown, left, height);
                }
            }
        });
    }

    private void draw(GraphicsContext g, WatchColumn column, WatchRow shown, double left, double height) {
        if (column.key().equals(TickField.FUTS_PRPR.name()) && shown.flash() != 0) {
            Color light = color(shown.flash() > 0 ? Token.RISE : Token.FALL);
            g.setFill(new Color(light.getRed(), light.getGreen(), light.getBlue(), LIT));
            Brush.fillRound(g, left + 2, 3, column.width() - 4, height - 6, 6);
        }
        double middle = Math.rint(height / 2);
        switch (column.kind()) {
            case TREND -> trend(g, column, shown, left, height);
            case FIGURE -> {
                WatchValue value = column.of(shown, now);
                g.setFill(color(token(value.tone(), shown)));
                g.setTextAlign(TextAlignment.RIGHT);
                Brush.text(g, value.text(), left + column.width() - PADDING, middle);
            }
            case TEXT -> {
                WatchValue value = column.of(shown, now);
                g.setFill(color(token(value.tone(), shown)));
                g.setTextAlign(TextAlignment.LEFT);
                Brush.text(g, value.text(), left + PADDING, middle, column.width() - PADDING);
            }
        }
    }

    private void trend(GraphicsContext g, WatchColumn column, WatchRow shown, double left, double height) {
        shown.snapshot().ifPresent(known -> {
            g.save();
            g.translate(left + TREND_INSET, TREND_INSET);
            g.setGlobalAlpha(shown.isCurrent() ? 1 : 0.5);
            Trend.draw(
                    g,
                    shown.closes(),
                    known.tick().basePrice().map(Price::points).orElse(Double.NaN),
                    column.width() - 2 * TREND_INSET,
                    height - 2 * TREND_INSET,
                    this::color);
            g.restore();
        });
    }

    /// What is not the market's present loses its colour.
    private static Token token(WatchValue.Tone tone, WatchRow shown) {
        return switch (tone) {
            case PLAIN -> shown.isCurrent() ? Token.TEXT : Token.MUTED;
            case RISE -> shown.isCurrent() ? Token.RISE : Token.MUTED;
            case FALL -> shown.isCurrent() ? Token.FALL : Token.MUTED;
            case GOOD -> Token.GOOD;
            case CALM -> Token.MUTED;
            case DOUBTFUL -> Token.WARNING;
            case BAD -> Token.DANGER;
        };
    }
}
