// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where rows and columns stand in the drawn ladder, in whole pixels, for one size of it. Immutable.
///
/// A narrow ladder leaves columns out, the least needed first: the counts of orders, then what was stacked or pulled,
/// then the two sides of what traded, whose bars the volume column draws anyway. A column that is left out has no
/// width.
final class LadderGrid {

    /// Height of the column heads.
    static final int HEAD = 18;

    static final int LOWEST_ROW = 20;
    static final int HIGHEST_ROW = 22;

    private static final List<Set<Column>> LEAST_NEEDED_LAST = List.of(
            EnumSet.of(Column.BUY, Column.SELL),
            EnumSet.of(Column.BID_NET, Column.ASK_NET),
            EnumSet.of(Column.BID_ORDERS, Column.ASK_ORDERS));

    private final int width;
    private final int height;
    private final int rowHeight;
    private final int rows;

    /// The left borders of the columns.
    private final int[] lefts;

    private final int[] widths;

    private LadderGrid(int width, int height, int rowHeight, int rows, int[] lefts, int[] widths) {
        this.width = width;
        this.height = height;
        this.rowHeight = rowHeight;
        this.rows = rows;
        this.lefts = lefts;
        this.widths = widths;
    }

    /// Width of the whole.
    int width() {
        return width;
    }

    /// Height of the whole.
    int height() {
        return height;
    }

    /// Height of one row, [#LOWEST_ROW] to [#HIGHEST_ROW].
    int rowHeight() {
        return rowHeight;
    }

    /// Whole rows that fit below the column heads.
    int rows() {
        return rows;
    }

    /// A column, from left to right; where the asks are wanted on the left, those of the two sides change places.
    enum Column {
        MARKS(40, 62),
        BUY(38, 54),
        BID_NET(26, 40),
        BID_ORDERS(22, 36),
        BID(38, 64),
        PRICE(74, 96),
        ASK(38, 64),
        ASK_ORDERS(22, 36),
        ASK_NET(26, 40),
        SELL(38, 54),
        TOTAL(26, 86);

        /// The width at which every figure of a usual day still fits.
        private final int least;

        /// A comfortable width.
        private final int wished;

        Column(int least, int wished) {
            this.least = least;
            this.wished = wished;
        }
    }

    private static final List<Column> BIDS_LEFT = List.of(Column.values());

    private static final List<Column> ASKS_LEFT = List.of(
            Column.MARKS,
            Column.SELL,
            Column.ASK_NET,
            Column.ASK_ORDERS,
            Column.ASK,
            Column.PRICE,
            Column.BID,
            Column.BID_ORDERS,
            Column.BID_NET,
            Column.BUY,
            Column.TOTAL);

    /// The grid for a pane of that size, which may be too small for a single row.
    ///
    /// @param asksLeft whether asks and what was sold stand on the left, as Korean order screens have them
    static LadderGrid of(double paneWidth, double paneHeight, boolean asksLeft) {
        int width = (int) Math.max(0, paneWidth);
        int height = (int) Math.max(0, paneHeight);
        int room = Math.max(0, height - HEAD);
        int rowHeight = LOWEST_ROW;
        for (int candidate = LOWEST_ROW + 1; candidate <= HIGHEST_ROW; candidate++) {
            if (room % candidate < room % rowHeight) {
                rowHeight = candidate;
            }
        }
        int[] widths = widths(width, shown(width));
        int[] lefts = new int[widths.length];
        int left = 0;
        for (Column column : asksLeft ? ASKS_LEFT : BIDS_LEFT) {
            lefts[index(column)] = left;
            left += widths[index(column)];
        }
        return new LadderGrid(width, height, rowHeight, room / rowHeight, lefts, widths);
    }

    private static Set<Column> shown(int width) {
        Set<Column> shown = EnumSet.allOf(Column.class);
        LEAST_NEEDED_LAST.forEach(shown::removeAll);
        for (Set<Column> more : LEAST_NEEDED_LAST) {
            if (least(shown) + least(more) > width) {
                break;
            }
            shown.addAll(more);
        }
        return shown;
    }

    /// What is left over beyond the wishes goes to the volume bar.
    private static int[] widths(int width, Set<Column> shown) {
        double least = least(shown);
        double wished = shown.stream().mapToInt(column -> column.wished).sum();
        double share = Math.clamp((width - least) / (wished - least), 0, 1);
        int[] widths = new int[BIDS_LEFT.size()];
        int rest = width;
        for (Column column : shown) {
            widths[index(column)] = (int) Math.round(column.least + share * (column.wished - column.least));
            rest -= widths[index(column)];
        }
        widths[index(Column.TOTAL)] = Math.max(0, widths[index(Column.TOTAL)] + rest);
        return widths;
    }

    private static int least(Set<Column> columns) {
        return columns.stream().mapToInt(column -> column.least).sum();
    }

    @SuppressWarnings("EnumOrdinal") // an index into an array that lives no longer than the enum
    private static int index(Column column) {
        return column.ordinal();
    }

    /// Whether there is room for a column.
    boolean has(Column column) {
        return width(column) > 0;
    }

    /// The left border of a column.
    int left(Column column) {
        return lefts[index(column)];
    }

    /// The right border of a column.
    int right(Column column) {
        return lefts[index(column)] + widths[index(column)];
    }

    /// The width of a column; 0 where it is left out.
    int width(Column column) {
        return widths[index(column)];
    }

    /// Whether a column stands left of the prices: its figures and bars then lean to the right, towards them.
    boolean isLeftOfPrice(Column column) {
        return left(column) < left(Column.PRICE);
    }

    /// The upper border of a row.
    int top(int row) {
        return HEAD + row * rowHeight;
    }

    /// The column head at a place; empty where there is none.
    Optional<Column> headAt(double x, double y) {
        if (y < 0 || y >= HEAD) {
            return Optional.empty();
        }
        return BIDS_LEFT.stream()
                .filter(column -> x >= left(column) && x < right(column))
                .findFirst();
    }

    /// The row at a height; -1 for the column heads and for what is below the last row.
    int rowAt(double y) {
        int row = (int) Math.floor((y - HEAD) / rowHeight);
        return row >= 0 && row < rows ? row : -1;
    }
}
