// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.Price;
import io.seonmul.protocol.TickField;
import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.DrawnPane;
import io.seonmul.ui.fx.Shown;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
/// Only the columns that are seen are drawn, so that many cost no more than few, and of those only what
/// has changed.
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
    /// What stands on the canvas now, by column.
    private final Map<WatchColumn, Cell> drawn = new HashMap<>();

    /// What is seen of one code in one column. Immutable.
    private record Cell(double left, String text, Token color, int flash, Trend.Picture trend) {}

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
        boolean another = !newRow.equals(row);
        row = newRow;
        now = newNow;
        if (another) {
            requestDraw();
        } else {
            requestUpdate();
        }
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        Shown.mark(this, row.flatMap(WatchRow::snapshot));
        if (isWhole()) {
            drawn.clear();
        }
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

    /// Draws one cell, if it does not stand there already.
    private void draw(GraphicsContext g, WatchColumn column, WatchRow shown, double left, double height) {
        Cell cell = cell(column, shown, left, height);
        Cell before = drawn.put(column, cell);
        if (cell.equals(before)) {
            return;
        } else if (before != null) {
            Brush.clear(g, left, 0, column.width(), height);
        }
        if (cell.flash() != 0) {
            Color light = color(cell.flash() > 0 ? Token.RISE : Token.FALL);
            g.setFill(new Color(light.getRed(), light.getGreen(), light.getBlue(), LIT));
            Brush.fillRound(g, left + 2, 3, column.width() - 4, height - 6, 6);
        }
        double middle = Math.rint(height / 2);
        g.setFill(color(cell.color()));
        switch (column.kind()) {
            case TREND -> trend(g, column, shown, left, height);
            case FIGURE -> {
                g.setTextAlign(TextAlignment.RIGHT);
                Brush.text(g, cell.text(), left + column.width() - PADDING, middle);
            }
            case TEXT -> {
                g.setTextAlign(TextAlignment.LEFT);
                Brush.text(g, cell.text(), left + PADDING, middle, column.width() - PADDING);
            }
        }
    }

    private Cell cell(WatchColumn column, WatchRow shown, double left, double height) {
        return switch (column.kind()) {
            case TREND ->
                new Cell(
                        left,
                        "",
                        shown.isCurrent() ? Token.TEXT : Token.MUTED,
                        0,
                        Trend.Picture.of(shown.closes(), base(shown), height - 2 * TREND_INSET));
            case FIGURE, TEXT -> {
                WatchValue value = column.of(shown, now);
                int flash = column.key().equals(TickField.FUTS_PRPR.name()) ? shown.flash() : 0;
                yield new Cell(left, value.text(), token(value.tone(), shown), flash, Trend.Picture.NONE);
            }
        };
    }

    private static double base(WatchRow shown) {
        return shown.snapshot()
                .flatMap(known -> known.tick().basePrice())
                .map(Price::points)
                .orElse(Double.NaN);
    }

    private void trend(GraphicsContext g, WatchColumn column, WatchRow shown, double left, double height) {
        if (shown.snapshot().isPresent()) {
            g.save();
            g.translate(left + TREND_INSET, TREND_INSET);
            g.setGlobalAlpha(shown.isCurrent() ? 1 : 0.5);
            Trend.draw(
                    g,
                    shown.closes(),
                    base(shown),
                    column.width() - 2 * TREND_INSET,
                    height - 2 * TREND_INSET,
                    this::color);
            g.restore();
        }
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
