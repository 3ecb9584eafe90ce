// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.Aggressor;
import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.DoubtTexts;
import io.seonmul.ui.fx.DrawnPane;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Shown;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.ladder.LadderGrid.Column;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// The drawn rows of the ladder. It decides nothing: what stands in a row comes from the view model, where it stands
/// from [LadderGrid]. FX thread only.
final class LadderCanvas extends DrawnPane {

    /// A narrower price column has room for the side of the last trade, not for its size.
    private static final int ROOM_FOR_SIZE = 88;

    /// So many digits have room beside the bar of all that traded.
    private static final double TOTAL_DIGITS = 5.5;

    private final LadderViewModel model;
    private final Words words;
    private final Tooltip headTip = new Tooltip();
    private Optional<Column> explained = Optional.empty();
    private @Nullable Parts parts;
    private LadderGrid grid = LadderGrid.of(0, 0, false);

    LadderCanvas(LadderViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("ladder-canvas");
        setFocusTraversable(true);
        widthProperty().addListener(size -> measure());
        heightProperty().addListener(size -> measure());
        model.settings().addListener(set -> measure());
        focusedProperty().addListener(focus -> requestDraw());
        model.changes().addListener(change -> requestDraw());
    }

    /// What draws, made when something is first drawn.
    private static final class Parts {
        private final LadderPens pens = new LadderPens();
        private final BookColumns book = new BookColumns(pens);
        private final MarkColumn markColumn;

        Parts(Words words) {
            markColumn = new MarkColumn(words, pens.small);
        }
    }

    private Parts parts() {
        Parts made = parts;
        if (made == null) {
            made = new Parts(words);
            parts = made;
        }
        return made;
    }

    private LadderPens pens() {
        return parts().pens;
    }

    private void measure() {
        grid = LadderGrid.of(getWidth(), getHeight(), model.settings().get().asksLeft());
        model.setRowCount(grid.rows());
        requestDraw();
    }

    /// Names the column whose head is at a place, in a tooltip.
    void explainHead(double x, double y) {
        Optional<Column> now = grid.headAt(x, y);
        if (!now.equals(explained)) {
            explained = now;
            Tooltip.uninstall(this, headTip);
            now.ifPresent(column -> {
                headTip.setText(words.get(key(column) + ".tip"));
                Tooltip.install(this, headTip);
            });
        }
    }

    private static String key(Column column) {
        return "ladder.column." + column.name().toLowerCase(Locale.ROOT);
    }

    /// Where rows and columns stand now.
    LadderGrid grid() {
        return grid;
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        Shown.mark(this, model.newest());
        g.setFill(color(Token.SURFACE));
        Brush.fill(g, 0, 0, width, height);
        g.setTextBaseline(VPos.CENTER);
        drawHeads(g);
        List<LadderRow> rows = model.page().rows();
        int count = Math.min(rows.size(), grid.rows());
        for (int i = 0; i < count; i++) {
            drawBackground(g, rows.get(i), grid.top(i));
        }
        drawLines(g, count);
        OptionalInt hovered = model.hoveredRow();
        if (hovered.isPresent() && hovered.getAsInt() < count) {
            LadderPens.fill(
                    g,
                    color(Token.ACCENT),
                    LadderPens.POINTED,
                    0,
                    grid.top(hovered.getAsInt()),
                    grid.width(),
                    grid.rowHeight());
        }
        int middle = middleOfSpread(rows, count);
        for (int i = 0; i < count; i++) {
            drawRow(g, rows.get(i), i, middle);
        }
        drawBeyond(g, rows, count);
        hovered.ifPresent(row -> drawExplanation(g, rows.get(row), row));
        if (model.isFrozen()) {
            g.setStroke(color(Token.WARNING));
            g.setLineWidth(2);
            g.setLineDashes(6, 4);
            g.strokeRect(1, LadderGrid.HEAD + 1.0, width - 2, height - LadderGrid.HEAD - 2);
            g.setLineDashes();
        }
        if (isFocused()) {
            g.setStroke(color(Token.ACCENT));
            g.setLineWidth(2);
            g.strokeRect(1, 1, width - 2, height - 2);
        }
    }

    private void drawHeads(GraphicsContext g) {
        g.setFill(color(Token.RAISED));
        Brush.fill(g, 0, 0, grid.width(), LadderGrid.HEAD);
        g.setFont(pens().head);
        g.setFill(color(Token.MUTED));
        g.setTextAlign(TextAlignment.CENTER);
        for (Column column : Column.values()) {
            String title = words.get(key(column));
            if (!pens().fitsHead(title, grid.width(column))) {
                title = words.get(key(column) + ".short");
            }
            if (pens().fitsHead(title, grid.width(column))) {
                Brush.text(g, title, (grid.left(column) + grid.right(column)) / 2.0, LadderGrid.HEAD / 2.0);
            }
        }
    }

    private void drawBackground(GraphicsContext g, LadderRow row, int y) {
        int h = grid.rowHeight();
        if (row.beyondBand) {
            g.setFill(color(Token.RAISED));
            Brush.fill(g, 0, y, grid.width(), h);
        }
        if (row.bid.side) {
            LadderPens.fill(g, color(Token.RISE), LadderPens.SIDE, grid.left(Column.BID), y, grid.width(Column.BID), h);
        }
        if (row.ask.side) {
            LadderPens.fill(g, color(Token.FALL), LadderPens.SIDE, grid.left(Column.ASK), y, grid.width(Column.ASK), h);
        }
    }

    private void drawLines(GraphicsContext g, int count) {
        g.setStroke(color(Token.GRID));
        g.setLineWidth(1);
        for (int i = 0; i <= count; i++) {
            double y = grid.top(i) - 0.5;
            g.strokeLine(0, y, grid.width(), y);
        }
        int bottom = grid.top(count);
        for (Column column : Column.values()) {
            double x = grid.left(column) - 0.5;
            boolean size = column == Column.BID || column == Column.ASK;
            boolean orders = column == Column.BID_ORDERS
                    || column == Column.ASK_ORDERS
                    || column == Column.BID_NET
                    || column == Column.ASK_NET;
            boolean insideABook = grid.isLeftOfPrice(column) ? size && grid.has(Column.BID_ORDERS) : orders;
            if (grid.has(column) && !insideABook) {
                g.strokeLine(x, LadderGrid.HEAD, x, bottom);
            }
        }
    }

    /// The row in the middle of the spread; -1 where the best prices are neighbours.
    private static int middleOfSpread(List<LadderRow> rows, int count) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < count; i++) {
            if (rows.get(i).inSpread) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return first < 0 ? -1 : (first + last) / 2;
    }

    private void drawRow(GraphicsContext g, LadderRow row, int index, int middle) {
        int y = grid.top(index);
        LadderPage page = model.page();
        Color rise = color(Token.RISE);
        Color fall = color(Token.FALL);
        if (row.inSpread) {
            parts().book.drawSpread(g, grid, y, index == middle ? model.spread() : "", this::color);
        }
        LadderPens.bar(
                g,
                LadderPens.withOpacity(rise, LadderPens.TRADED),
                grid,
                Column.BUY,
                y,
                row.buy.value(),
                page.mostOneSided());
        LadderPens.bar(
                g,
                LadderPens.withOpacity(fall, LadderPens.TRADED),
                grid,
                Column.SELL,
                y,
                row.sell.value(),
                page.mostOneSided());
        g.setFill(color(Token.TEXT));
        g.setFont(pens().figures(grid, false));
        LadderPens.inward(g, row.buy, grid, Column.BUY, y);
        LadderPens.inward(g, row.sell, grid, Column.SELL, y);
        parts().book.draw(g, row, true, grid, y, page.mostQuoted(), rise, this::color);
        parts().book.draw(g, row, false, grid, y, page.mostQuoted(), fall, this::color);
        drawTotal(g, row, y);
        drawPrice(g, row, y);
        parts().markColumn.draw(g, row, model.window(), index, grid, this::markColor, color(Token.SURFACE));
    }

    private void drawBeyond(GraphicsContext g, List<LadderRow> rows, int count) {
        if (count > 0 && rows.get(0).marks.isEmpty()) {
            model.page()
                    .above()
                    .ifPresent(mark -> parts().markColumn.drawBeyond(g, mark, true, 0, grid, markColor(mark)));
        }
        if (count > 1 && rows.get(count - 1).marks.isEmpty()) {
            model.page()
                    .below()
                    .ifPresent(mark -> parts().markColumn.drawBeyond(g, mark, false, count - 1, grid, markColor(mark)));
        }
    }

    private void drawPrice(GraphicsContext g, LadderRow row, int y) {
        int x = grid.left(Column.PRICE);
        int w = grid.width(Column.PRICE);
        int h = grid.rowHeight();
        if (row.last) {
            drawLast(g, row, x, y, w, h);
        } else {
            g.setFill(row.beyondBand ? color(Token.MUTED) : color(Token.TEXT));
            g.setFont(pens().figures(grid, row.round));
            LadderPens.right(g, row.priceText(), grid, Column.PRICE, y);
        }
        if (row.present) {
            g.setStroke(color(Token.WARNING));
            g.setLineWidth(2);
            g.strokeRect(x + 1.0, y + 1.0, w - 3.0, h - 3.0);
            g.setFill(color(Token.WARNING));
            g.setFont(pens().small);
            g.setTextAlign(TextAlignment.LEFT);
            Brush.text(g, "●", x + 4.0, y + h / 2.0);
        }
        if (row.last && model.isFlashBright()) {
            g.setStroke(color(Token.ACCENT));
            g.setLineWidth(2);
            g.strokeRect(1, y + 0.5, grid.width() - 2.0, h - 2.0);
        }
        if (row.heat > 0) {
            if (!row.last) {
                LadderPens.fill(g, color(Token.ACCENT), 0.35 * row.heat, x, y, 3, h - 1.0);
            }
            g.setStroke(
                    row.last
                            ? LadderPens.withOpacity(color(Token.TEXT), row.heat)
                            : LadderPens.withOpacity(color(Token.ACCENT), 0.5 * row.heat));
            g.setLineWidth(row.last ? 2 : 1);
            g.strokeRect(x + 0.5, y + 0.5, w - 2.0, h - 2.0);
        }
    }

    /// The last trade: filled in its side's colour, or for a print without a side an empty frame; a doubtful one has a
    /// frame of warning.
    private void drawLast(GraphicsContext g, LadderRow row, int x, int y, int w, int h) {
        LastTrade trade = model.lastTrade();
        boolean sided = trade.side() != Aggressor.NONE;
        g.setFill(sided ? sideColor() : color(Token.SURFACE));
        Brush.fill(g, x, y, w - 1.0, h - 1.0);
        if (!sided) {
            g.setStroke(color(trade.doubtful() ? Token.WARNING : Token.FLAT));
            g.setLineWidth(1.5);
            g.setLineDashes(4, 2);
            g.strokeRect(x + 1.5, y + 1.5, w - 4.0, h - 4.0);
            g.setLineDashes();
        }
        g.setFill(color(sided ? Token.SURFACE : Token.TEXT));
        g.setFont(pens().small);
        g.setTextAlign(TextAlignment.LEFT);
        String size = w >= ROOM_FOR_SIZE ? brief(trade.size()) : "";
        Brush.text(g, sideMark() + size, x + 4.0, y + h / 2.0);
        g.setFont(pens().figures(grid, true));
        LadderPens.right(g, row.priceText(), grid, Column.PRICE, y);
    }

    private static String brief(long size) {
        return size < 100 ? Formats.count(size) : size < 1000 ? "" : size / 1000 + "k";
    }

    private String sideMark() {
        return switch (model.lastTrade().side()) {
            case BUYER -> "▲";
            case SELLER -> "▼";
            case NONE -> model.lastTrade().doubtful() ? DoubtTexts.MARK : "◆";
        };
    }

    private Color sideColor() {
        Aggressor side = model.lastTrade().side();
        return switch (side) {
            case BUYER -> color(Token.RISE);
            case SELLER -> color(Token.FALL);
            case NONE -> color(Token.FLAT);
        };
    }

    /// The whole volume of a row in three looks: bought filled, sold filled in the other colour, without a side
    /// hatched.
    private void drawTotal(GraphicsContext g, LadderRow row, int y) {
        long most = model.page().mostTraded();
        long total = row.total.value();
        if (most <= 0 || total <= 0) {
            return;
        }
        int x = grid.left(Column.TOTAL) + 1;
        boolean written = grid.width(Column.TOTAL) >= 84;
        double room = grid.width(Column.TOTAL) - (written ? 46 : 4);
        double h = grid.rowHeight() - 7.0;
        double top = y + 3.0;
        double length = Math.max(1, room * total / most);
        double bought = length * row.buy.value() / total;
        double sold = length * row.sell.value() / total;
        boolean soldFirst = grid.isLeftOfPrice(Column.SELL);
        LadderPens.fill(g, color(Token.RISE), 0.75, soldFirst ? x + sold : x, top, bought, h);
        LadderPens.fill(g, color(Token.FALL), 0.75, soldFirst ? x : x + bought, top, sold, h);
        double left = length - bought - sold;
        LadderPens.hatch(g, color(Token.FLAT), 4, x + bought + sold, top, left, h);
        if (left >= 1) {
            g.strokeRect(x + bought + sold + 0.5, top + 0.5, Math.max(0, left - 1), h - 1);
        }
        if (written) {
            g.setFill(color(Token.MUTED));
            g.setFont(pens().figures(grid, false));
            LadderPens.right(g, row.total.text(TOTAL_DIGITS), grid, Column.TOTAL, y);
        }
    }

    /// What the marks of the row under the pointer mean: in the place of whole rows beside it, as half a figure would
    /// be
    /// read as another.
    private void drawExplanation(GraphicsContext g, LadderRow row, int index) {
        List<String> lines = model.explain(row);
        if (lines.isEmpty()) {
            return;
        }
        g.setFont(pens().tight);
        int rows = Math.ceilDiv(lines.size() * 17 + 8, grid.rowHeight());
        boolean below = index + rows < grid.rows();
        double y = grid.top(below ? index + 1 : Math.max(0, index - rows));
        double w = grid.width();
        double h = (double) rows * grid.rowHeight();
        g.setFill(color(Token.RAISED));
        Brush.fill(g, 0, y, w, h);
        g.setStroke(color(Token.MUTED));
        g.setLineWidth(1);
        g.strokeRect(0.5, y + 0.5, w - 1, h - 2);
        g.setTextAlign(TextAlignment.LEFT);
        for (int i = 0; i < lines.size(); i++) {
            g.setFill(markColor(row.marks.get(i)));
            Brush.fill(g, 11, y + 9 + i * 17.0, 8, 8);
            g.setFill(color(Token.TEXT));
            Brush.text(g, lines.get(i), 25, y + 13 + i * 17.0, w - 30);
        }
    }

    private Color markColor(LadderMark mark) {
        return switch (mark.kind()) {
            case STAGE_UPPER, STAGE_LOWER -> color(Token.DANGER);
            case BAND_UPPER, BAND_LOWER -> color(Token.WARNING);
            case HIGH -> color(Token.RISE);
            case LOW -> color(Token.FALL);
            case OPEN -> color(Token.TEXT);
            case SETTLEMENT -> color(Token.MUTED);
            case VWAP -> color(Token.VWAP);
            case THEORY -> color(Token.THEORY);
            case SPOT -> color(Token.INTEREST);
            case CONTROL -> color(Token.ACCENT);
        };
    }
}
