// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.DrawnPane.Token;
import io.seonmul.ui.ladder.LadderGrid.Column;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// The columns of the order book: sizes with their bars, counts of orders, what was stacked or pulled. FX thread only.
///
/// What is older than the last trade is hatched, what is not known is a dash.
final class BookColumns {

    /// Height of the edge of a best row, in pixels.
    private static final double EDGE = 2;

    private final LadderPens pens;

    BookColumns(LadderPens pens) {
        this.pens = pens;
    }

    /// One side of one row.
    ///
    /// @param most the most contracts that wait in one row in view
    /// @param ours the side's colour
    void draw(
            GraphicsContext g,
            LadderRow row,
            boolean bid,
            LadderGrid grid,
            int y,
            long most,
            Color ours,
            Function<Token, Color> color) {
        LadderRow.Queue queue = bid ? row.bid : row.ask;
        Column sizes = bid ? Column.BID : Column.ASK;
        if (!queue.side) {
            return;
        }
        if (queue.beyond && !queue.level) {
            g.setFont(pens.small);
            g.setFill(LadderPens.withOpacity(color.apply(Token.MUTED), 0.6));
            LadderPens.inward(g, queue.size.text(), grid, sizes, y);
            return;
        }
        if (!queue.level) {
            return;
        }
        if (queue.best) {
            drawBest(g, bid, grid, y, ours);
        }
        LadderPens.bar(
                g,
                LadderPens.withOpacity(ours, queue.older ? LadderPens.OLDER : LadderPens.QUOTED),
                grid,
                sizes,
                y,
                queue.size.value(),
                most);
        if (queue.older) {
            LadderPens.hatch(
                    g,
                    LadderPens.withOpacity(color.apply(Token.MUTED), 0.3),
                    5,
                    grid.left(sizes),
                    y,
                    grid.width(sizes) - 1.0,
                    grid.rowHeight() - 1.0);
        }
        g.setFont(pens.figures(grid, queue.best && !queue.older));
        g.setFill(color.apply(Token.TEXT));
        LadderPens.inward(g, queue.size, grid, sizes, y);
        g.setFont(pens.small);
        g.setFill(color.apply(queue.ordersOlder ? Token.MUTED : Token.TEXT));
        LadderPens.inward(g, queue.orders, grid, bid ? Column.BID_ORDERS : Column.ASK_ORDERS, y);
        g.setFill(color.apply(queue.net.value() > 0 ? Token.TEXT : Token.WARNING));
        LadderPens.inward(g, queue.net, grid, bid ? Column.BID_NET : Column.ASK_NET, y);
    }

    /// The best row of a side: its size and its price tinted as one, with an edge towards the spread.
    private static void drawBest(GraphicsContext g, boolean bid, LadderGrid grid, int y, Color ours) {
        Column sizes = bid ? Column.BID : Column.ASK;
        double left = Math.min(grid.left(sizes), grid.left(Column.PRICE));
        double right = Math.max(grid.right(sizes), grid.right(Column.PRICE)) - 1.0;
        LadderPens.fill(g, ours, LadderPens.BEST, left, y, right - left, grid.rowHeight() - 1.0);
        LadderPens.fill(g, ours, 1, left, bid ? y - 1.0 : y + grid.rowHeight() - 2.0, right - left, EDGE);
    }

    /// A row between the best prices; the middle one of them says how wide the spread is.
    ///
    /// @param ticks the spread, empty where another row says it
    void drawSpread(GraphicsContext g, LadderGrid grid, int y, String ticks, Function<Token, Color> color) {
        Column left = grid.isLeftOfPrice(Column.BID) ? Column.BID : Column.ASK;
        Column right = left == Column.BID ? Column.ASK : Column.BID;
        g.setFill(color.apply(Token.RAISED));
        Brush.fill(g, grid.left(left), y, grid.right(right) - grid.left(left) - 1.0, grid.rowHeight() - 1.0);
        if (!ticks.isEmpty()) {
            g.setFont(pens.small);
            g.setFill(color.apply(Token.MUTED));
            LadderPens.left(g, ticks, grid, right, y);
        }
    }
}
