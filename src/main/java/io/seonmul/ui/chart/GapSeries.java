// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Bars;
import io.seonmul.market.FeedGap;
import io.seonmul.market.InstrumentSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// The gaps of the feed on the chart's time axis; each snapshot adds only what is new, unless a late record
/// made one of them smaller or filled it. FX thread only.
///
/// A gap carries clock times without a day; those of this session are put on exchange seconds, later by a day than the
/// last where the clock ran back over midnight. Gaps of earlier sessions are left out.
final class GapSeries {

    private static final int DAY = 86_400;

    private long session = -1;
    private long filled;
    private int taken;
    private int size;
    private long day;
    private int lastTime;
    private long[] from = new long[16];
    private long[] to = new long[16];
    private FeedGap[] gaps = new FeedGap[16];

    /// What was lost in one stretch.
    ///
    /// @param contracts lost contracts
    /// @param trades lost trades
    /// @param averagePrice in points, weighted by contracts; empty where no gap has one
    record Lost(long contracts, long trades, OptionalDouble averagePrice) {}

    void update(InstrumentSnapshot snapshot) {
        List<FeedGap> all = snapshot.audit().gaps();
        long late = snapshot.audit().lateRecords();
        if (snapshot.bars().session() != session || late != filled) {
            session = snapshot.bars().session();
            filled = late;
            taken = firstOfSession(all, snapshot.bars());
            size = 0;
            day = 0;
            lastTime = 0;
        }
        for (; taken < all.size(); taken++) {
            add(all.get(taken));
        }
    }

    /// The audit lists the gaps of all sessions; those of this one are the last, as many as its bars have losses for.
    private static int firstOfSession(List<FeedGap> all, Bars bars) {
        long lost = 0;
        for (int i = 0; i < bars.size(); i++) {
            lost += bars.get(i).lostContracts();
        }
        int first = all.size();
        while (lost > 0 && first > 0) {
            lost -= all.get(--first).contracts();
        }
        return first;
    }

    private void add(FeedGap gap) {
        if (size == to.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
            gaps = Arrays.copyOf(gaps, size * 2);
        }
        int time = gap.to().toSecondOfDay();
        int begun = gap.from().isPresent() ? gap.from().get().toSecondOfDay() : time;
        day += lastTime - begun > DAY / 2 ? DAY : 0;
        from[size] = day + begun;
        day += begun - time > DAY / 2 ? DAY : 0;
        long closed = Math.max(from[size], day + time);
        to[size] = size == 0 ? closed : Math.max(closed, to[size - 1]);
        gaps[size] = gap;
        lastTime = time;
        size++;
    }

    int size() {
        return size;
    }

    /// Exchange second of the last record before the gap.
    long from(int index) {
        return from[index];
    }

    /// Exchange second of the record that closed it.
    long to(int index) {
        return to[index];
    }

    /// Index of the first gap closed at or after `second`; [#size] if there is none.
    int firstClosedFrom(double second) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (to[middle] >= second) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// The gap in which all of `begin` to `end` lies; -1 if there is none.
    int covering(long begin, long end) {
        int index = firstClosedFrom((double) end);
        return index < size && from[index] <= begin ? index : -1;
    }

    /// Index of the first gap found after the one of that sequence; [#size] if there is none.
    int firstAfter(long sequence) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (gaps[middle].sequence() > sequence) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    FeedGap gap(int index) {
        return gaps[index];
    }

    /// What was lost in the gaps closed from `begin` (inclusive) to `end` (exclusive).
    Lost lost(long begin, long end) {
        return lost(firstClosedFrom((double) begin), firstClosedFrom((double) end));
    }

    /// What was lost in the gaps from index `first` (inclusive) to `last` (exclusive).
    Lost lost(int first, int last) {
        long contracts = 0;
        long trades = 0;
        long priced = 0;
        double value = 0;
        for (int i = first; i < Math.min(last, size); i++) {
            contracts += gaps[i].contracts();
            trades += gaps[i].trades();
            OptionalDouble average = gaps[i].averagePrice();
            if (average.isPresent()) {
                priced += gaps[i].contracts();
                value += average.getAsDouble() * gaps[i].contracts();
            }
        }
        return new Lost(contracts, trades, priced == 0 ? OptionalDouble.empty() : OptionalDouble.of(value / priced));
    }
}
