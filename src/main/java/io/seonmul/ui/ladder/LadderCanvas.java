// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.Aggressor;
import io.seonmul.ui.fx.DrawnPane;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.ladder.LadderGrid.Column;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// The drawn rows of the ladder. It decides nothing: what stands in a row comes from the view model, where it stands
/// from [LadderGrid]. FX thread only.
final class LadderCanvas extends DrawnPane {

    private static final String FAMILY = "IBM Plex Sans KR";
    private static final int PAD = 5;
    private static final int NARROW = 340;

    private final LadderViewModel model;
    private final Words words;
    private @Nullable Pens pens;
    private LadderGrid grid = LadderGrid.of(0, 0);

    LadderCanvas(LadderViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("ladder-canvas");
        setFocusTraversable(true);
        widthProperty().addListener(size -> measure());
        heightProperty().addListener(size -> measure());
        focusedProperty().addListener(focus -> requestDraw());
        model.changes().addListener(change -> requestDraw());
    }

    /// The faces, made when they are first drawn with: by then the window's look has loaded them.
    private static final class Pens {
        private final Font head = Font.font(FAMILY, 10.5);
        private final Font small = Font.font(FAMILY, FontWeight.MEDIUM, 10);
        private final Font tight = Font.font(FAMILY, 11.5);
        private final Font tightStrong = Font.font(FAMILY, FontWeight.BOLD, 11.5);
        private final Font wide = Font.font(FAMILY, 12.5);
        private final Font wideStrong = Font.font(FAMILY, FontWeight.BOLD, 12.5);
        private final MarkColumn markColumn;

        Pens(Words words) {
            markColumn = new MarkColumn(words, small);
        }
    }

    private Pens pens() {
        Pens made = pens;
        if (made == null) {
            made = new Pens(words);
            pens = made;
        }
        return made;
    }

    private void measure() {
        grid = LadderGrid.of(getWidth(), getHeight());
        model.setRowCount(grid.rows());
        requestDraw();
    }

    /// Where rows and columns stand now.
    LadderGrid grid() {
        return grid;
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        g.setFill(color(Token.SURFACE));
        g.fillRect(0, 0, width, height);
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
            fill(g, color(Token.ACCENT), 0.16, 0, grid.top(hovered.getAsInt()), grid.width(), grid.rowHeight());
        }
        for (int i = 0; i < count; i++) {
            drawRow(g, rows.get(i), i);
        }
        drawBeyond(g, rows, count);
        hovered.ifPresent(row -> drawExplanation(g, rows.get(row), row));
        if (isFocused()) {
            g.setStroke(color(Token.ACCENT));
            g.setLineWidth(2);
            g.strokeRect(1, 1, width - 2, height - 2);
        }
    }

    private void drawHeads(GraphicsContext g) {
        g.setFill(color(Token.RAISED));
        g.fillRect(0, 0, grid.width(), LadderGrid.HEAD);
        g.setFont(pens().head);
        g.setFill(color(Token.MUTED));
        for (Column column : Column.values()) {
            double x = switch (column) {
                case MARKS, TOTAL -> grid.left(column) + 4;
                case BUY, BID, PRICE, ASK, SELL -> (grid.left(column) + grid.right(column)) / 2.0;
            };
            g.setTextAlign(
                    switch (column) {
                        case MARKS, TOTAL -> TextAlignment.LEFT;
                        case BUY, BID, PRICE, ASK, SELL -> TextAlignment.CENTER;
                    });
            if (grid.width(column) >= 30) {
                g.fillText(title(column), x, LadderGrid.HEAD / 2.0, grid.width(column) - 2);
            }
        }
    }

    private String title(Column column) {
        return switch (column) {
            case MARKS -> words.get("ladder.column.marks");
            case BUY -> words.get("ladder.column.buy");
            case BID -> words.get("ladder.column.bid");
            case PRICE -> words.get("ladder.column.price");
            case ASK -> words.get("ladder.column.ask");
            case SELL -> words.get("ladder.column.sell");
            case TOTAL -> words.get("ladder.column.total");
        };
    }

    private void drawBackground(GraphicsContext g, LadderRow row, int y) {
        int h = grid.rowHeight();
        if (row.beyondBand) {
            g.setFill(color(Token.RAISED));
            g.fillRect(0, y, grid.width(), h);
        }
        if (row.bidSide) {
            fill(g, color(Token.RISE), 0.07, grid.left(Column.BID), y, grid.width(Column.BID), h);
        }
        if (row.askSide) {
            fill(g, color(Token.FALL), 0.07, grid.left(Column.ASK), y, grid.width(Column.ASK), h);
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
            g.strokeLine(x, LadderGrid.HEAD, x, bottom);
        }
    }

    private void drawRow(GraphicsContext g, LadderRow row, int index) {
        int y = grid.top(index);
        LadderPage page = model.page();
        Color rise = color(Token.RISE);
        Color fall = color(Token.FALL);
        if (row.last) {
            fill(g, sideColor(), 0.08 + 0.17 * row.heat, 0, y, grid.width(), grid.rowHeight());
        }
        bar(g, rise, 0.20, Column.BUY, y, row.buy.value(), page.mostOneSided(), true);
        bar(g, fall, 0.20, Column.SELL, y, row.sell.value(), page.mostOneSided(), false);
        bar(g, rise, 0.32, Column.BID, y, row.bid.value(), page.mostQuoted(), true);
        bar(g, fall, 0.32, Column.ASK, y, row.ask.value(), page.mostQuoted(), false);
        g.setFill(color(Token.TEXT));
        g.setFont(figures(false));
        right(g, row.buy.text(), Column.BUY, y);
        left(g, row.sell.text(), Column.SELL, y);
        g.setFont(figures(true));
        right(g, row.bid.text(), Column.BID, y);
        left(g, row.ask.text(), Column.ASK, y);
        drawTotal(g, row, y);
        drawPrice(g, row, y);
        pens().markColumn.draw(g, row, model.window(), index, grid, this::markColor, color(Token.SURFACE));
    }

    private void drawBeyond(GraphicsContext g, List<LadderRow> rows, int count) {
        if (count > 0 && rows.get(0).marks.isEmpty()) {
            model.page()
                    .above()
                    .ifPresent(mark -> pens().markColumn.drawBeyond(g, mark, true, 0, grid, markColor(mark)));
        }
        if (count > 1 && rows.get(count - 1).marks.isEmpty()) {
            model.page()
                    .below()
                    .ifPresent(mark -> pens().markColumn.drawBeyond(g, mark, false, count - 1, grid, markColor(mark)));
        }
    }

    private void drawPrice(GraphicsContext g, LadderRow row, int y) {
        int x = grid.left(Column.PRICE);
        int w = grid.width(Column.PRICE);
        int h = grid.rowHeight();
        if (row.last) {
            g.setFill(sideColor());
            g.fillRect(x, y, w - 1.0, h - 1.0);
            g.setFill(color(Token.SURFACE));
            g.setFont(pens().small);
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText(sideMark() + size(row), x + 3.0, y + h / 2.0, w - 62.0);
            g.setFont(figures(true));
            right(g, row.priceText(), Column.PRICE, y);
        } else {
            g.setFill(row.beyondBand ? color(Token.MUTED) : color(Token.TEXT));
            g.setFont(figures(row.round));
            right(g, row.priceText(), Column.PRICE, y);
        }
        if (row.heat > 0) {
            if (!row.last) {
                fill(g, color(Token.ACCENT), 0.35 * row.heat, x, y, 3, h - 1.0);
            }
            g.setStroke(
                    row.last
                            ? withOpacity(color(Token.TEXT), row.heat)
                            : withOpacity(color(Token.ACCENT), 0.5 * row.heat));
            g.setLineWidth(row.last ? 2 : 1);
            g.strokeRect(x + 0.5, y + 0.5, w - 2.0, h - 2.0);
        }
    }

    private String size(LadderRow row) {
        return row.last ? Formats.count(model.lastSize()) : "";
    }

    private String sideMark() {
        return switch (model.aggressor()) {
            case BUYER -> "▲";
            case SELLER -> "▼";
            case NONE -> "◆";
        };
    }

    private Color sideColor() {
        Aggressor side = model.aggressor();
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
        fill(g, color(Token.RISE), 0.75, x, top, bought, h);
        fill(g, color(Token.FALL), 0.75, x + bought, top, sold, h);
        hatch(g, x + bought + sold, top, length - bought - sold, h);
        if (written) {
            g.setFill(color(Token.MUTED));
            g.setFont(figures(false));
            right(g, row.total.text(), Column.TOTAL, y);
        }
    }

    private void hatch(GraphicsContext g, double x, double y, double w, double h) {
        if (w < 1) {
            return;
        }
        g.setStroke(color(Token.FLAT));
        g.setLineWidth(1);
        g.save();
        g.beginPath();
        g.rect(x, y, w, h);
        g.clip();
        for (double at = x - h; at < x + w; at += 4) {
            g.strokeLine(at, y + h, at + h, y);
        }
        g.restore();
        g.strokeRect(x + 0.5, y + 0.5, Math.max(0, w - 1), h - 1);
    }

    /// A soft bar behind a figure, growing away from the price column.
    private void bar(
            GraphicsContext g,
            Color color,
            double opacity,
            Column column,
            int y,
            long value,
            long most,
            boolean leftwards) {
        if (value > 0 && most > 0) {
            double length = Math.max(2, (grid.width(column) - 2.0) * value / most);
            double x = leftwards ? grid.right(column) - 1.0 - length : grid.left(column);
            fill(g, color, opacity, x, y + 1.0, length, grid.rowHeight() - 3.0);
        }
    }

    /// What the marks of the row under the pointer mean: beside them, where the row's own figures stay free.
    private void drawExplanation(GraphicsContext g, LadderRow row, int index) {
        List<String> lines = model.explain(row);
        if (lines.isEmpty()) {
            return;
        }
        g.setFont(pens().tight);
        double h = lines.size() * 17.0 + 8;
        double below = grid.top(index + 1) + 2.0;
        double y = below + h <= grid.height() ? below : grid.top(index) - h - 2;
        double w = Math.min(grid.width() - 8.0, longest(lines, pens().tight) + 34);
        g.setFill(color(Token.RAISED));
        g.fillRoundRect(4, y, w, h, 6, 6);
        g.setStroke(color(Token.MUTED));
        g.setLineWidth(1);
        g.strokeRoundRect(4.5, y + 0.5, w - 1, h - 1, 6, 6);
        g.setTextAlign(TextAlignment.LEFT);
        for (int i = 0; i < lines.size(); i++) {
            g.setFill(markColor(row.marks.get(i)));
            g.fillRect(11, y + 9 + i * 17.0, 8, 8);
            g.setFill(color(Token.TEXT));
            g.fillText(lines.get(i), 25, y + 13 + i * 17.0, w - 30);
        }
    }

    private static double longest(List<String> lines, Font font) {
        double most = 0;
        for (String line : lines) {
            Text measured = new Text(line);
            measured.setFont(font);
            most = Math.max(most, Math.ceil(measured.getLayoutBounds().getWidth()));
        }
        return most;
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
            case CONTROL -> color(Token.ACCENT);
        };
    }

    private Font figures(boolean strong) {
        if (grid.width() < NARROW) {
            return strong ? pens().tightStrong : pens().tight;
        }
        return strong ? pens().wideStrong : pens().wide;
    }

    private void right(GraphicsContext g, String text, Column column, int y) {
        if (!text.isEmpty()) {
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(text, grid.right(column) - (double) PAD, y + grid.rowHeight() / 2.0, grid.width(column) - 6.0);
        }
    }

    private void left(GraphicsContext g, String text, Column column, int y) {
        if (!text.isEmpty()) {
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText(text, grid.left(column) + (double) PAD, y + grid.rowHeight() / 2.0, grid.width(column) - 6.0);
        }
    }

    private static void fill(GraphicsContext g, Color color, double opacity, double x, double y, double w, double h) {
        g.setFill(withOpacity(color, opacity));
        g.fillRect(x, y, w, h);
    }

    private static Color withOpacity(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), Math.clamp(opacity, 0, 1));
    }
}
