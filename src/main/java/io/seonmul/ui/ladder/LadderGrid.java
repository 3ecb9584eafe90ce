// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

/// Where rows and columns stand in the drawn ladder, in whole pixels, for one size of it. Immutable.
final class LadderGrid {

    /// Height of the column heads.
    static final int HEAD = 18;

    static final int LOWEST_ROW = 20;
    static final int HIGHEST_ROW = 22;

    /// Widths at which every figure of a usual day still fits; what is left over goes to the volume bar, and from a
    /// comfortable bar on to all columns.
    private static final int[] LEAST = {46, 38, 34, 78, 32, 38, 14};

    private static final int[] WISHED = {68, 52, 48, 92, 48, 52, 96};

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
        MARKS,
        BUY,
        BID,
        PRICE,
        ASK,
        SELL,
        TOTAL
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
        return new LadderGrid(width, height, rowHeight, room / rowHeight, borders(width));
    }

    private static int[] borders(int width) {
        int last = LEAST.length - 1;
        double least = sum(LEAST);
        double wished = sum(WISHED);
        double share = Math.clamp((width - least) / (wished - least), 0, 1);
        int[] borders = new int[LEAST.length + 1];
        for (int i = 0; i <= last; i++) {
            borders[i + 1] = borders[i] + (int) Math.round(LEAST[i] + share * (WISHED[i] - LEAST[i]));
        }
        borders[last + 1] = Math.max(borders[last], width);
        return borders;
    }

    private static int sum(int... widths) {
        int sum = 0;
        for (int width : widths) {
            sum += width;
        }
        return sum;
    }

    @SuppressWarnings("EnumOrdinal") // an index into an array that lives no longer than the enum
    private static int index(Column column) {
        return column.ordinal();
    }

    /// The left border of a column.
    int left(Column column) {
        return columns[index(column)];
    }

    /// The right border of a column.
    int right(Column column) {
        return columns[index(column) + 1];
    }

    /// The width of a column.
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
