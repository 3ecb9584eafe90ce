// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Where rows and columns stand in the drawn ladder, in whole pixels, for one size of it. Immutable.
///
/// A narrow ladder leaves columns out, the least needed first: the age, then the counts of orders, then the two sides
/// of what traded, whose bars the volume column draws anyway. A column that is left out has no width.
final class LadderGrid {

    /// Height of the column heads.
    static final int HEAD = 18;

    static final int LOWEST_ROW = 20;
    static final int HIGHEST_ROW = 22;

    private static final List<Set<Column>> LEAST_NEEDED_LAST = List.of(
            EnumSet.of(Column.BUY, Column.SELL),
            EnumSet.of(Column.BID_ORDERS, Column.ASK_ORDERS),
            EnumSet.of(Column.AGE));

    private final int width;
    private final int height;
    private final int rowHeight;
    private final int rows;

    /// The left borders of the columns, and the right end of the last.
    private final int[] columns;

    private LadderGrid(int width, int height, int rowHeight, int rows, int... columns) {
        this.width = width;
        this.height = height;
        this.rowHeight = rowHeight;
        this.rows = rows;
        this.columns = columns;
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

    /// A column, from left to right.
    enum Column {
        MARKS(46, 62),
        BUY(38, 54),
        BID_ORDERS(26, 36),
        BID(38, 64),
        PRICE(74, 96),
        ASK(38, 64),
        ASK_ORDERS(26, 36),
        SELL(38, 54),
        TOTAL(26, 86),
        AGE(32, 38);

        /// The width at which every figure of a usual day still fits.
        private final int least;

        /// A comfortable width.
        private final int wished;

        Column(int least, int wished) {
            this.least = least;
            this.wished = wished;
        }
    }

    /// The grid for a pane of that size, which may be too small for a single row.
    static LadderGrid of(double paneWidth, double paneHeight) {
        int width = (int) Math.max(0, paneWidth);
        int height = (int) Math.max(0, paneHeight);
        int room = Math.max(0, height - HEAD);
        int rowHeight = LOWEST_ROW;
        for (int candidate = LOWEST_ROW + 1; candidate <= HIGHEST_ROW; candidate++) {
            if (room % candidate < room % rowHeight) {
                rowHeight = candidate;
            }
        }
        return new LadderGrid(width, height, rowHeight, room / rowHeight, borders(width, shown(width)));
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
    private static int[] borders(int width, Set<Column> shown) {
        double least = least(shown);
        double wished = shown.stream().mapToInt(column -> column.wished).sum();
        double share = Math.clamp((width - least) / (wished - least), 0, 1);
        Column[] all = Column.values();
        int[] widths = new int[all.length];
        int rest = width;
        for (Column column : shown) {
            widths[index(column)] = (int) Math.round(column.least + share * (column.wished - column.least));
            rest -= widths[index(column)];
        }
        widths[index(Column.TOTAL)] = Math.max(0, widths[index(Column.TOTAL)] + rest);
        int[] borders = new int[all.length + 1];
        for (int i = 0; i < all.length; i++) {
            borders[i + 1] = borders[i] + widths[i];
        }
        return borders;
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
        return columns[index(column)];
    }

    /// The right border of a column.
    int right(Column column) {
        return columns[index(column) + 1];
    }

    /// The width of a column; 0 where it is left out.
    int width(Column column) {
        return right(column) - left(column);
    }

    /// The upper border of a row.
    int top(int row) {
        return HEAD + row * rowHeight;
    }

    /// The row at a height; -1 for the column heads and for what is below the last row.
    int rowAt(double y) {
        int row = (int) Math.floor((y - HEAD) / rowHeight);
        return row >= 0 && row < rows ? row : -1;
    }
}
