// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.BestQuote;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.VolumeProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows in view with all that stands in them, filled in place for every frame. FX thread only.
final class LadderPage {

    private static final int ROUND = 10;
    private static final Comparator<LadderMark> MOST_IMPORTANT_FIRST = Comparator.comparing(LadderMark::kind);

    private final List<LadderRow> pool = new ArrayList<>();
    private int count;
    private long mostTraded;
    private long mostOneSided;
    private long mostQuoted;
    private @Nullable LadderMark above;
    private @Nullable LadderMark below;

    /// The rows, the highest price first.
    List<LadderRow> rows() {
        return pool.subList(0, count);
    }

    /// The most contracts traded in one row in view.
    long mostTraded() {
        return mostTraded;
    }

    /// The most contracts that one side traded in one row in view.
    long mostOneSided() {
        return mostOneSided;
    }

    /// The larger of the two best sizes.
    long mostQuoted() {
        return mostQuoted;
    }

    /// The nearest mark above the rows; empty where there is none.
    Optional<LadderMark> above() {
        return Optional.ofNullable(above);
    }

    /// The nearest mark below the rows; empty where there is none.
    Optional<LadderMark> below() {
        return Optional.ofNullable(below);
    }

    /// Nothing to show.
    void clear() {
        count = 0;
        above = null;
        below = null;
    }

    /// Fills the rows of `window`.
    ///
    /// @param marks the snapshot's marks
    /// @param trail the latest trades
    void fill(LadderRows window, InstrumentSnapshot snapshot, List<LadderMark> marks, TradeTrail trail) {
        while (pool.size() < window.count()) {
            pool.add(new LadderRow());
        }
        count = window.count();
        mostTraded = 0;
        mostOneSided = 0;
        long tick = window.tickSize().hundredths();
        for (int i = 0; i < count; i++) {
            LadderRow row = pool.get(i);
            Price lowest = window.lowest(i);
            row.setPrice(lowest);
            row.round = lowest.hundredths() % (ROUND * tick * window.grouping()) == 0;
            row.heat = trail.heat(lowest, window.highest(i).plus(Price.ofHundredths(tick - 1)));
            row.last = false;
            row.marks.clear();
            fillTraded(row, snapshot.profile(), lowest, window.grouping(), tick);
        }
        fillQuote(window, snapshot.tick().quote());
        fillBand(window, snapshot);
        at(window.rowOf(snapshot.tick().last())).ifPresent(row -> row.last = true);
        fillMarks(window, marks);
    }

    /// Marks come with the highest price first, and those at one price in the order of importance; a row of several
    /// ticks has to put them into that order.
    private void fillMarks(LadderRows window, List<LadderMark> marks) {
        above = null;
        below = null;
        for (LadderMark mark : marks) {
            int index = window.rowOfMark(mark.price());
            if (index < 0) {
                above = mark;
            } else if (index < count) {
                pool.get(index).marks.add(mark);
            } else if (below == null) {
                below = mark;
            }
        }
        for (LadderRow row : rows()) {
            row.marks.sort(MOST_IMPORTANT_FIRST);
        }
    }

    private void fillTraded(LadderRow row, VolumeProfile profile, Price lowest, int grouping, long tick) {
        long buy = 0;
        long sell = 0;
        long none = 0;
        for (int i = 0; i < grouping; i++) {
            VolumeProfile.Level level = profile.at(Price.ofHundredths(lowest.hundredths() + i * tick));
            buy += level.buy();
            sell += level.sell();
            none += level.none();
        }
        row.setTraded(buy, sell, none);
        mostTraded = Math.max(mostTraded, buy + sell + none);
        mostOneSided = Math.max(mostOneSided, Math.max(buy, sell));
    }

    private void fillQuote(LadderRows window, BestQuote quote) {
        mostQuoted = Math.max(
                quote.ask().isPresent() ? quote.askSize() : 0, quote.bid().isPresent() ? quote.bidSize() : 0);
        int bidRow = quote.bid().map(window::rowOf).orElse(count);
        int askRow = quote.ask().map(window::rowOf).orElse(-1);
        for (int i = 0; i < count; i++) {
            LadderRow row = pool.get(i);
            row.bidSide = i >= bidRow;
            row.askSide = i <= askRow;
            row.bid.set(i == bidRow ? quote.bidSize() : 0);
            row.ask.set(i == askRow ? quote.askSize() : 0);
        }
    }

    private void fillBand(LadderRows window, InstrumentSnapshot snapshot) {
        int upper = snapshot.tick()
                .dynamicLimits()
                .map(band -> window.rowOfMark(band.upper()))
                .orElse(-1);
        int lower = snapshot.tick()
                .dynamicLimits()
                .map(band -> window.rowOfMark(band.lower()))
                .orElse(count);
        for (int i = 0; i < count; i++) {
            pool.get(i).beyondBand = i < upper || i > lower;
        }
    }

    private Optional<LadderRow> at(int row) {
        return row >= 0 && row < count ? Optional.of(pool.get(row)) : Optional.empty();
    }
}
