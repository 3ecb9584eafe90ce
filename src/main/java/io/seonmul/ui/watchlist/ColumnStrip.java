// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;

/// Where the table's columns stand: the code's is fixed, the others scroll sideways beside it. FX thread only.
///
/// Header and rows share one, so that they can never disagree.
final class ColumnStrip {

    /// Width of the fixed column.
    static final double FIXED = 104;

    /// What a whole column may lack, in pixels.
    private static final double HAIR = 0.5;

    private final ReadOnlyObjectProperty<List<WatchColumn>> columns;
    private final DoubleProperty offset = new SimpleDoubleProperty();
    private final DoubleProperty viewport = new SimpleDoubleProperty();

    ColumnStrip(ReadOnlyObjectProperty<List<WatchColumn>> columns) {
        this.columns = columns;
        columns.addListener((property, before, now) -> scrollTo(offset.get()));
        viewport.addListener((property, before, now) -> scrollTo(offset.get()));
    }

    /// The columns that scroll, from left to right.
    ReadOnlyObjectProperty<List<WatchColumn>> columns() {
        return columns;
    }

    /// How many pixels are scrolled out at the left.
    DoubleProperty offsetProperty() {
        return offset;
    }

    /// The width in which the columns are seen.
    DoubleProperty viewportProperty() {
        return viewport;
    }

    /// How far it can be scrolled; 0 where all columns are seen.
    double furthest() {
        return Math.max(0, width() - viewport.get());
    }

    /// Width of all columns that scroll.
    double width() {
        return left(columns.get().size());
    }

    /// Where the column at `index` begins, as if nothing were scrolled.
    double left(int index) {
        double left = 0;
        for (int i = 0; i < index; i++) {
            left += columns.get().get(i).width();
        }
        return left;
    }

    /// The column that is seen at `x` of the viewport, from 0; the last one beyond the end.
    int at(double x) {
        double sought = x + offset.get();
        int index = 0;
        while (index < columns.get().size() - 1 && left(index + 1) <= sought) {
            index++;
        }
        return index;
    }

    /// Whether the column at `index` is seen in a row so wide: whole, as half a figure would be read as another. One
    /// that is wider than the row is seen as far as there is room.
    boolean isSeen(int index, double width) {
        double left = left(index) - offset.get();
        double own = columns.get().get(index).width();
        double room = width - FIXED;
        return own > room ? left < room && left + own > 0 : left >= -HAIR && left + own <= room + HAIR;
    }

    /// Scrolls to that offset, as far as there is something to be seen.
    void scrollTo(double wanted) {
        offset.set(Math.clamp(wanted, 0, furthest()));
    }

    /// Scrolls by whole columns, to the right if positive.
    void scrollColumns(int steps) {
        int first = at(0);
        boolean begun = left(first) < offset.get();
        scrollTo(left(Math.clamp(
                first + (steps < 0 && begun ? steps + 1 : steps),
                0,
                columns.get().size())));
    }
}
