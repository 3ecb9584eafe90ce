// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.DrawnPane.Token;
import io.seonmul.ui.ladder.LadderGrid.Column;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// The columns of the order book: sizes with their bars, counts of orders, what was stacked or pulled. FX thread only.
///
/// What is older than the last trade is hatched, what is not known is a dash.
final class BookColumns {

    private static final int ROOM_FOR_NET = 54;

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
        LadderPens.bar(
                g, LadderPens.withOpacity(ours, queue.older ? 0.16 : 0.34), grid, sizes, y, queue.size.value(), most);
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
        g.setFont(pens.figures(grid, !queue.older));
        g.setFill(color.apply(Token.TEXT));
        LadderPens.inward(g, queue.size.text(), grid, sizes, y);
        g.setFont(pens.small);
        g.setFill(color.apply(queue.ordersOlder ? Token.MUTED : Token.TEXT));
        LadderPens.inward(g, queue.orders.text(), grid, bid ? Column.BID_ORDERS : Column.ASK_ORDERS, y);
        drawNet(g, queue, grid, sizes, y, color);
    }

    /// What was stacked or pulled, at the far end of the best size, where there is room.
    private void drawNet(
            GraphicsContext g,
            LadderRow.Queue queue,
            LadderGrid grid,
            Column sizes,
            int y,
            Function<Token, Color> color) {
        if (grid.width(sizes) < ROOM_FOR_NET || queue.net.text().isEmpty()) {
            return;
        }
        g.setFill(color.apply(queue.net.value() > 0 ? Token.TEXT : Token.WARNING));
        boolean left = grid.isLeftOfPrice(sizes);
        g.setTextAlign(left ? TextAlignment.LEFT : TextAlignment.RIGHT);
        Brush.text(
                g,
                queue.net.text(),
                left ? grid.left(sizes) + 3.0 : grid.right(sizes) - 4.0,
                y + grid.rowHeight() / 2.0,
                grid.width(sizes) / 2.0 - 2);
    }
}
