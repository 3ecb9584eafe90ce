// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.Price;

/// The window of prices that a ladder shows: which prices each row holds, from the highest at row 0 down. Immutable.
///
/// A row holds `grouping` neighbouring ticks, counted from price 0, so that a row's prices do not depend on where the
/// window stands. A price between two ticks belongs to the lower one, as in `VolumeProfile`; a mark, which may lie
/// between two ticks by its nature (an average, a theoretical price), belongs to the nearest.
///
/// @param tickSize the step of the price, more than 0
/// @param grouping ticks a row, 1 or more
/// @param top number of the topmost row's group: its lowest price in units of `grouping` ticks
/// @param count rows in view, 0 or more
record LadderRows(Price tickSize, int grouping, long top, int count) {

    /// Rows kept between the last price and the edge.
    static final int MARGIN = 3;

    /// The window of `count` rows with `centre` in its middle.
    static LadderRows around(Price centre, Price tickSize, int grouping, int count) {
        return new LadderRows(tickSize, grouping, 0, count).centredOn(centre);
    }

    private long tick(Price price) {
        return Math.floorDiv(price.hundredths(), tickSize.hundredths());
    }

    private long nearestTick(Price price) {
        return Math.floorDiv(2 * price.hundredths() + tickSize.hundredths(), 2 * tickSize.hundredths());
    }

    private long group(Price price) {
        return Math.floorDiv(tick(price), grouping);
    }

    private int row(long group) {
        return Math.clamp(top - group, -1, count);
    }

    /// The row of `price`: -1 where it is above the window, [#count] where it is below.
    int rowOf(Price price) {
        return row(group(price));
    }

    /// The row of a mark at `price`, which need not lie on a tick: -1 above the window, [#count] below.
    int rowOfMark(Price price) {
        return row(Math.floorDiv(nearestTick(price), grouping));
    }

    /// Where in its row a mark stands: 0 at the lower border, 1 at the upper one; a lone tick stands in the middle.
    double heightInRow(Price mark) {
        long lowest = Math.floorDiv(nearestTick(mark), grouping) * grouping * tickSize.hundredths();
        double ticks = (double) (mark.hundredths() - lowest) / tickSize.hundredths();
        return (ticks + 0.5) / grouping;
    }

    /// The lowest price of a row.
    Price lowest(int row) {
        return Price.ofHundredths((top - row) * grouping * tickSize.hundredths());
    }

    /// The highest price of a row, the same as [#lowest] where a row is one tick.
    Price highest(int row) {
        return lowest(row).plus(Price.ofHundredths((grouping - 1L) * tickSize.hundredths()));
    }

    /// Whether `price` is in view.
    boolean shows(Price price) {
        int row = rowOf(price);
        return row >= 0 && row < count;
    }

    /// Whether `price` is out of view or within [#MARGIN] rows of the edge (of a low window: a quarter of it).
    boolean isNearEdge(Price price) {
        int margin = Math.min(MARGIN, count / 4);
        int row = rowOf(price);
        return row < margin || row >= count - margin;
    }

    /// How many ticks `price` is above the highest price in view; negative below the lowest; 0 in view.
    long ticksOutside(Price price) {
        if (count == 0 || shows(price)) {
            return 0;
        }
        Price edge = rowOf(price) < 0 ? highest(0) : lowest(count - 1);
        return tick(price) - tick(edge);
    }

    /// How many ticks `price` is above `other`.
    long ticksBetween(Price price, Price other) {
        return tick(price) - tick(other);
    }

    /// How many ticks this window stands higher than `before`, measured at the top.
    long ticksAbove(LadderRows before) {
        return tick(highest(0)) - tick(before.highest(0));
    }

    /// The same window with `price` in its middle row.
    LadderRows centredOn(Price price) {
        return new LadderRows(tickSize, grouping, group(price) + count / 2, count);
    }

    /// The window `rows` rows higher.
    LadderRows raised(int rows) {
        return new LadderRows(tickSize, grouping, top + rows, count);
    }

    /// The window with more or fewer rows; the topmost one stays.
    LadderRows resized(int newCount) {
        return new LadderRows(tickSize, grouping, top, newCount);
    }

    /// The window with another grouping; `anchor` stays in its row if it is in view, else the middle of the view does.
    LadderRows grouped(int newGrouping, Price anchor) {
        int row = shows(anchor) ? rowOf(anchor) : count / 2;
        Price fixed = shows(anchor) ? anchor : lowest(row);
        long group = Math.floorDiv(tick(fixed), newGrouping);
        return new LadderRows(tickSize, newGrouping, group + row, count);
    }

    /// The window moved as little as needed for no more than half of it to lie beyond the prices that can trade.
    LadderRows within(Price lowest, Price highest) {
        long most = group(highest) + count / 2;
        long least = group(lowest) + Math.max(0, count - 1) - count / 2;
        return new LadderRows(tickSize, grouping, Math.clamp(top, Math.min(least, most), most), count);
    }
}
