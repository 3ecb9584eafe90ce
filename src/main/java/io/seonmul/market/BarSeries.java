// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Folds every trade of a session into bars of [#SECONDS] seconds. Session thread only.
final class BarSeries {

    /// The finest bar, in exchange seconds; all others are merged from it.
    static final int SECONDS = 10;

    private final AppendLog<Bar> completed = new AppendLog<>();
    /// The session's volume after the first trade of each completed bar: the order of trades is that of their
    /// volume.
    private long[] beginnings = new long[256];

    private @Nullable LiveBar live;
    private final long session;
    /// No two sessions have a revision in common.
    private long revision;

    private final PriceSpread spread = new PriceSpread();

    /// @param session counts the sessions of the contract, from 1
    BarSeries(long session) {
        this.session = session;
        this.revision = session << 32;
    }

    /// The bar being built: the one mutable place, so that a trade costs no allocation.
    private static final class LiveBar {
        private final long start;
        private boolean partial;
        private Price open;
        private long beginning;
        private long high;
        private long low;
        private Tick newest;
        private long volume;
        private long buyVolume;
        private long sellVolume;
        private long trades;
        private long lostContracts;
        private long lostTrades;

        LiveBar(long start, boolean partial, Tick first) {
            this.start = start;
            this.partial = partial;
            this.open = first.last();
            this.beginning = first.volume();
            this.high = open.hundredths();
            this.low = high;
            this.newest = first;
        }

        void add(Tick tick, Aggressor side, Optional<FeedGap> gap) {
            newest = tick;
            beginning = Math.min(beginning, tick.volume()); // a correction lowers the totals
            count(tick, side);
            if (gap.isPresent()) {
                lostContracts += gap.get().contracts();
                lostTrades += gap.get().trades();
            }
        }

        private void count(Tick tick, Aggressor side) {
            high = Math.max(high, tick.figure(Figure.LAST));
            low = Math.min(low, tick.figure(Figure.LAST));
            volume += tick.size();
            trades++;
            switch (side) {
                case BUYER -> buyVolume += tick.size();
                case SELLER -> sellVolume += tick.size();
                case NONE -> {}
            }
        }

        void addLate(Tick tick, Aggressor side) {
            if (tick.volume() < beginning) {
                beginning = tick.volume();
                open = tick.last();
            }
            count(tick, side);
        }

        Bar bar(double deviation) {
            return new Bar(
                    start,
                    open,
                    Price.ofHundredths(high),
                    Price.ofHundredths(low),
                    newest.last(),
                    volume,
                    buyVolume,
                    sellVolume,
                    trades,
                    lostContracts,
                    lostTrades,
                    newest.volume(),
                    newest.turnover(),
                    newest.orderFlow().delta(),
                    deviation,
                    newest.orderFlow().strength(),
                    Bar.interest(newest),
                    newest.fairValue(),
                    newest.dynamicLimits(),
                    partial);
        }
    }

    /// Adds the trade made at exchange second `second`. Seconds do not run backwards: a trade stamped earlier than the
    /// live bar belongs to the live bar.
    void add(long second, Tick tick, Aggressor side, Optional<FeedGap> gap) {
        long start = second - Math.floorMod(second, SECONDS);
        LiveBar bar = live;
        if (bar == null || start > bar.start) {
            boolean joinedNow = bar == null && completed.isEmpty() && tick.volume() != tick.size();
            if (bar != null) {
                beginAt(completed.size(), bar.beginning);
                completed.add(bar.bar(spread.deviation()));
            }
            bar = new LiveBar(start, joinedNow, tick);
            live = bar;
        }
        bar.add(tick, side, gap);
        spread.add(tick.figure(Figure.LAST), tick.size());
    }

    /// Adds a trade that arrived after its successor to the bar of its second, or as a bar of its own where
    /// none is, and takes what it filled off the bar that told the loss.
    ///
    /// @param second when it was made, exchange second
    void addLate(long second, Tick tick, Aggressor side, LateFill fill) {
        LiveBar bar = live;
        if (bar == null) {
            return; // nothing can be late before the first trade
        }
        spread.add(tick.figure(Figure.LAST), tick.size());
        long start = Math.min(second - Math.floorMod(second, SECONDS), bar.start);
        int index = indexOf(start);
        if (start == bar.start) {
            bar.addLate(tick, side);
        } else if (index < completed.size() && completed.get(index).start() == start) {
            boolean first = tick.volume() < beginnings[index];
            Bar known = completed.get(index);
            completed.replace(index, known.with(tick, side, first, tick.volume() > known.sessionVolume()));
            beginnings[index] = Math.min(beginnings[index], tick.volume());
            revision++;
        } else {
            insert(index, start, tick, side);
        }
        if (joins(tick, index)) {
            join(tick.volume() != tick.size());
        }
        withdraw(fill);
        if (fill.relabels()) {
            long size = fill.after().size();
            Aggressor told = fill.told().aggressor();
            Aggressor proved = fill.proved().aggressor();
            correct(
                    fill.after().totals().volume(),
                    share(proved, Aggressor.BUYER, size) - share(told, Aggressor.BUYER, size),
                    share(proved, Aggressor.SELLER, size) - share(told, Aggressor.SELLER, size),
                    0,
                    0);
        }
    }

    /// Takes a loss, or a part of it, off the bar that holds its end.
    void withdraw(LateFill loss) {
        if (live != null && loss.contracts() > 0) {
            correct(loss.closedAt(), 0, 0, -loss.contracts(), -loss.trades());
        }
    }

    private static long share(Aggressor side, Aggressor wanted, long size) {
        return side == wanted ? size : 0;
    }

    /// A stretch in which nothing else was received gets its bar between the others.
    private void insert(int index, long start, Tick tick, Aggressor side) {
        LiveBar alone = new LiveBar(start, false, tick);
        alone.count(tick, side);
        double deviation = index > 0 ? completed.get(index - 1).deviation() : 0;
        makeRoom(completed.size());
        System.arraycopy(beginnings, index, beginnings, index + 1, completed.size() - index);
        beginnings[index] = tick.volume();
        completed.insert(index, alone.bar(deviation));
        revision++;
    }

    /// Whether a late trade, which is in the bar at `index` now, is the first of the session as received.
    private boolean joins(Tick tick, int index) {
        LiveBar bar = live;
        long beginning = index < completed.size() ? beginnings[index] : bar == null ? 0 : bar.beginning;
        return index == 0 && tick.volume() == beginning;
    }

    /// The first bar is one that the monitor joined in the middle of, or not; no other is.
    private void join(boolean partial) {
        for (int i = 0; i < Math.min(2, completed.size()); i++) {
            completed.replace(i, completed.get(i).partial(partial && i == 0));
        }
        LiveBar bar = live;
        if (bar != null) {
            bar.partial = partial && completed.isEmpty();
        }
    }

    /// Corrects the bar that holds the trade after which the session's volume was `volume`.
    private void correct(long volume, long bought, long sold, long lost, long tradesLost) {
        LiveBar bar = live;
        if (bar != null && bar.beginning <= volume) {
            bar.buyVolume += bought;
            bar.sellVolume += sold;
            bar.lostContracts += lost;
            bar.lostTrades += tradesLost;
            return;
        }
        int index = completed.size() - 1;
        while (index > 0 && beginnings[index] > volume) {
            index--;
        }
        completed.replace(index, completed.get(index).corrected(bought, sold, lost, tradesLost));
        revision++;
    }

    /// Index of the first completed bar that begins at `start` or later.
    private int indexOf(long start) {
        int index = completed.size();
        while (index > 0 && completed.get(index - 1).start() >= start) {
            index--;
        }
        return index;
    }

    private void beginAt(int index, long volume) {
        makeRoom(index);
        beginnings[index] = volume;
    }

    private void makeRoom(int index) {
        if (index == beginnings.length) {
            beginnings = Arrays.copyOf(beginnings, index * 2);
        }
    }

    Bars view() {
        return new Bars(
                SECONDS,
                completed.view(),
                live == null ? List.of() : List.of(live.bar(spread.deviation())),
                session,
                revision);
    }
}
