// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.timesales;

import io.seonmul.market.Aggressor;
import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.DrawnPane;
import io.seonmul.ui.fx.Shown;
import io.seonmul.ui.fx.Words;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// The drawn rows of time and sales. It decides nothing: what stands in a row comes from the view model. FX thread
/// only.
final class TradesCanvas extends DrawnPane {

    private static final String FAMILY = "IBM Plex Sans KR";

    /// Height of the column heads.
    static final int HEAD = 20;

    /// Height of a row.
    static final int ROW = 19;

    private static final int PAD = 8;
    /// Right edges and left edges of the columns, from the left.
    private static final int TIME = 66;

    private static final int SIDE = TIME + 52;
    private static final int PRICE = SIDE + 82;
    /// Narrower than this the place in the frame is left out, and below the second the joined prints too.
    private static final int ROOM_FOR_PLACE = 400;

    private static final int ROOM_FOR_PRINTS = 330;
    private static final int MOST_BAR = 140;
    /// Columns of a wider pane stay together, so that the eye need not cross it to read one row.
    private static final int WIDEST = 480;

    private final TradesViewModel model;
    private final Words words;
    private @Nullable Pens pens;

    TradesCanvas(TradesViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("trades-canvas");
        setFocusTraversable(true);
        heightProperty().subscribe(height -> model.setPageSize((int) ((height.doubleValue() - HEAD) / ROW)));
        widthProperty().subscribe(this::requestDraw);
        focusedProperty().subscribe(this::requestDraw);
        model.revisionProperty().subscribe(this::requestDraw);
    }

    /// The faces, made when they are first drawn with: by then the window's look has loaded them.
    private static final class Pens {
        private final Font head = Font.font(FAMILY, 10.5);
        private final Font plain = Font.font(FAMILY, 12);
        private final Font strong = Font.font(FAMILY, FontWeight.BOLD, 12);
        private final Font small = Font.font(FAMILY, 11);
    }

    private Pens pens() {
        Pens made = pens;
        if (made == null) {
            made = new Pens();
            pens = made;
        }
        return made;
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        Shown.mark(this, model.shown());
        g.setFill(color(Token.SURFACE));
        Brush.fill(g, 0, 0, width, height);
        g.setTextBaseline(VPos.CENTER);
        drawHeads(g, width);
        List<TradeRow> rows = model.rows();
        for (int i = 0; i < rows.size(); i++) {
            double top = HEAD + (double) i * ROW;
            switch (rows.get(i)) {
                case TradeRow.Print print -> drawPrint(g, print, top, width);
                case TradeRow.Remark remark -> drawRemark(g, remark, top, width);
            }
        }
        if (isFocused()) {
            g.setStroke(color(Token.ACCENT));
            g.setLineWidth(2);
            g.strokeRect(1, 1, width - 2, height - 2);
        }
    }

    /// Where the columns end.
    private static double end(double width) {
        return Math.min(width, WIDEST);
    }

    private static double sizeEnd(double width) {
        return end(width) - PAD - (width >= ROOM_FOR_PLACE ? 56 : 0) - (width >= ROOM_FOR_PRINTS ? 40 : 0);
    }

    private void drawHeads(GraphicsContext g, double width) {
        g.setFill(color(Token.RAISED));
        Brush.fill(g, 0, 0, width, HEAD);
        g.setFont(pens().head);
        g.setFill(color(Token.MUTED));
        text(g, "trades.column.time", PAD, TextAlignment.LEFT);
        text(g, "trades.column.side", TIME + PAD, TextAlignment.LEFT);
        text(g, "trades.column.price", PRICE, TextAlignment.RIGHT);
        text(g, "trades.column.size", sizeEnd(width), TextAlignment.RIGHT);
        if (width >= ROOM_FOR_PLACE) {
            text(g, "trades.column.place", end(width) - PAD, TextAlignment.RIGHT);
        }
    }

    private void text(GraphicsContext g, String key, double x, TextAlignment alignment) {
        g.setTextAlign(alignment);
        Brush.text(g, words.get(key), x, HEAD / 2.0);
    }

    private void drawPrint(GraphicsContext g, TradeRow.Print print, double top, double width) {
        double middle = top + ROW / 2.0;
        Color side = sideColor(print.side());
        double end = sizeEnd(width);
        if (print.large()) {
            fill(g, side, 0.14, 0, top, width, ROW);
            fill(g, side, 1, 0, top, 3, ROW);
        }
        double room = Math.clamp(end - PRICE - 14, 0, MOST_BAR);
        double bar = Math.max(2, room * print.share());
        fill(g, side, 0.22, end - bar + 2, top + 2, bar, ROW - 4.0);
        g.setFont(pens().plain);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(color(Token.MUTED));
        Brush.text(g, print.late() ? print.time() + "↓" : print.time(), PAD, middle);
        g.setFont(pens().small);
        g.setFill(side);
        Brush.text(g, mark(print.side()) + " " + print.sideText(), TIME + PAD, middle, SIDE - TIME);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFont(print.large() ? pens().strong : pens().plain);
        g.setFill(color(Token.TEXT));
        Brush.text(g, print.price(), PRICE, middle);
        Brush.text(g, print.size(), end, middle);
        if (print.direction() != 0) {
            g.setFont(pens().head);
            g.setFill(color(print.direction() > 0 ? Token.RISE : Token.FALL));
            g.setTextAlign(TextAlignment.LEFT);
            Brush.text(g, print.direction() > 0 ? "↑" : "↓", PRICE + 3, middle);
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFont(pens().small);
        g.setFill(color(Token.MUTED));
        if (width >= ROOM_FOR_PRINTS) {
            Brush.text(g, print.prints(), end + 38, middle);
        }
        if (width >= ROOM_FOR_PLACE) {
            Brush.text(g, print.place(), end(width) - PAD, middle);
        }
    }

    private static String mark(Aggressor side) {
        return switch (side) {
            case BUYER -> "▲";
            case SELLER -> "▼";
            case NONE -> "◆";
        };
    }

    private Color sideColor(Aggressor side) {
        return switch (side) {
            case BUYER -> color(Token.RISE);
            case SELLER -> color(Token.FALL);
            case NONE -> color(Token.FLAT);
        };
    }

    private void drawRemark(GraphicsContext g, TradeRow.Remark remark, double top, double width) {
        Color color = color(remark.loss() ? Token.DANGER : Token.WARNING);
        fill(g, color, 0.12, 0, top, width, ROW);
        fill(g, color, 1, 0, top, 3, ROW);
        double middle = top + ROW / 2.0;
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(pens().plain);
        g.setFill(color(Token.MUTED));
        Brush.text(g, remark.time(), PAD, middle);
        g.setFont(pens().strong);
        g.setFill(color);
        Brush.text(g, remark.text(), TIME + PAD, middle, Math.max(1, width - TIME - 2.0 * PAD));
    }

    private static void fill(GraphicsContext g, Color color, double opacity, double x, double y, double w, double h) {
        g.setFill(color.deriveColor(0, 1, 1, opacity));
        Brush.fill(g, x, y, w, h);
    }
}
