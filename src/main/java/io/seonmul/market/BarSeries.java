// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Folds every trade of a session into bars of [#SECONDS] seconds. Session thread only.
final class BarSeries {

    /// The finest bar, in exchange seconds; all others are merged from it.
    static final int SECONDS = 10;

    private AppendLog<Bar> completed = new AppendLog<>();
    private @Nullable LiveBar live;
    private long session = 1;
    private final PriceSpread spread = new PriceSpread();

    /// The bar being built: the one mutable place, so that a trade costs no allocation.
    private static final class LiveBar {
        private final long start;
        private final boolean partial;
        private final Price open;
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
            this.high = open.hundredths();
            this.low = high;
            this.newest = first;
        }

        void add(Tick tick, Aggressor side, Optional<FeedGap> gap) {
            newest = tick;
            high = Math.max(high, tick.figure(Figure.LAST));
            low = Math.min(low, tick.figure(Figure.LAST));
            volume += tick.size();
            trades++;
            switch (side) {
                case BUYER -> buyVolume += tick.size();
                case SELLER -> sellVolume += tick.size();
                case NONE -> {}
            }
            if (gap.isPresent()) {
                lostContracts += gap.get().contracts();
                lostTrades += gap.get().trades();
            }
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
                    newest.openInterest()
                            .map(oi -> OptionalLong.of(oi.contracts()))
                            .orElse(OptionalLong.empty()),
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
                completed.add(bar.bar(spread.deviation()));
            }
            bar = new LiveBar(start, joinedNow, tick);
            live = bar;
        }
        bar.add(tick, side, gap);
        spread.add(tick.figure(Figure.LAST), tick.size());
    }

    /// Begins a new session: the bars so far are dropped (earlier snapshots keep theirs).
    void clear() {
        completed = new AppendLog<>();
        live = null;
        spread.clear();
        session++;
    }

    Bars view() {
        return new Bars(
                SECONDS, completed.view(), live == null ? List.of() : List.of(live.bar(spread.deviation())), session);
    }
}
