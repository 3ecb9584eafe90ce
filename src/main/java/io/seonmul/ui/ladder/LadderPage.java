// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.Depth;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.VolumeProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The rows in view with all that stands in them, filled in place for every frame. FX thread only.
final class LadderPage {

    private static final int ROUND = 10;
    private static final Comparator<LadderMark> MOST_IMPORTANT_FIRST = Comparator.comparing(LadderMark::kind);

    private final List<LadderRow> pool = new ArrayList<>();
    private final LadderBook.Sum sum = new LadderBook.Sum();
    private int count;
    private long mostTraded;
    private long mostOneSided;
    private long mostQuoted;
    private @Nullable LadderMark above;
    private @Nullable LadderMark below;

    /// What the rows are filled with. Immutable but for the book and the trail.
    ///
    /// @param snapshot the picture
    /// @param present the last price by now, which a frozen picture does not have
    /// @param marks the marks to be drawn
    /// @param trail the latest trades
    /// @param traded volume at price
    /// @param book the order book
    /// @param nets what was stacked or pulled behind the best prices
    /// @param askNet what was stacked or pulled at the best ask; empty where that is not known
    /// @param bidNet likewise at the best bid
    /// @param tradeAge seconds since the newest trade record
    /// @param depthAge seconds since the newest depth record
    record Content(
            InstrumentSnapshot snapshot,
            Price present,
            List<LadderMark> marks,
            TradeTrail trail,
            ProfileResets.Traded traded,
            LadderBook book,
            LevelNets nets,
            Optional<Depth.Queue> askNet,
            Optional<Depth.Queue> bidNet,
            long tradeAge,
            long depthAge) {}

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

    /// The most contracts that wait in one row in view.
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
    void fill(LadderRows window, Content content) {
        while (pool.size() < window.count()) {
            pool.add(new LadderRow());
        }
        count = window.count();
        mostTraded = 0;
        mostOneSided = 0;
        mostQuoted = 0;
        long tick = window.tickSize().hundredths();
        for (int i = 0; i < count; i++) {
            LadderRow row = pool.get(i);
            Price lowest = window.lowest(i);
            long highest = window.highest(i).hundredths();
            row.setPrice(lowest);
            row.round = lowest.hundredths() % (ROUND * tick * window.grouping()) == 0;
            row.heat = content.trail.heat(lowest.hundredths(), highest + tick - 1);
            row.last = false;
            row.present = false;
            row.age = LadderBook.UNKNOWN;
            row.marks.clear();
            fillTraded(row, content.traded, lowest, window.grouping(), tick);
            fillQueue(row, row.ask, content.book.asks, lowest.hundredths(), highest, content);
            fillQueue(row, row.bid, content.book.bids, lowest.hundredths(), highest, content);
        }
        fillSides(window, content);
        fillBand(window, content.snapshot);
        at(window.rowOf(content.snapshot.tick().last())).ifPresent(row -> row.last = true);
        at(window.rowOf(content.present)).ifPresent(row -> row.present = !row.last);
        fillMarks(window, content.marks);
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

    private void fillTraded(LadderRow row, ProfileResets.Traded traded, Price lowest, int grouping, long tick) {
        long buy = 0;
        long sell = 0;
        long none = 0;
        for (int i = 0; i < grouping; i++) {
            VolumeProfile.Level level = traded.at(Price.ofHundredths(lowest.hundredths() + i * tick));
            buy += level.buy();
            sell += level.sell();
            none += level.none();
        }
        row.setTraded(buy, sell, none);
        mostTraded = Math.max(mostTraded, buy + sell + none);
        mostOneSided = Math.max(mostOneSided, Math.max(buy, sell));
    }

    private void fillQueue(
            LadderRow row, LadderRow.Queue queue, LadderBook.Side side, long lowest, long highest, Content content) {
        side.sum(lowest, highest, sum);
        queue.level = sum.level;
        queue.beyond = sum.beyond;
        queue.older = sum.older;
        queue.ordersOlder = sum.ordersOlder;
        queue.size.set(sum.level || !sum.beyond ? sum.size : LadderBook.UNKNOWN, sum.beyond && sum.level);
        queue.orders.set(sum.orders);
        mostQuoted = Math.max(mostQuoted, sum.size);
        if (sum.byTrade) {
            row.age = Math.max(row.age, content.tradeAge);
        }
        if (sum.byDepth) {
            row.age = Math.max(row.age, content.depthAge);
        }
    }

    private void fillSides(LadderRows window, Content content) {
        int bidRow = row(window, content.book.bids.best(), count);
        int askRow = row(window, content.book.asks.best(), -1);
        for (int i = 0; i < count; i++) {
            LadderRow row = pool.get(i);
            row.bid.side = i >= bidRow;
            row.ask.side = i <= askRow;
            row.bid.best = i == bidRow;
            row.ask.best = i == askRow;
            row.inSpread = askRow >= 0 && bidRow < count && i > askRow && i < bidRow;
            long lowest = window.lowest(i).hundredths();
            long highest = window.highest(i).hundredths();
            row.bid.net.setSigned(content.nets.ofBids(lowest, highest) + net(content.bidNet, lowest, highest));
            row.ask.net.setSigned(content.nets.ofAsks(lowest, highest) + net(content.askNet, lowest, highest));
        }
    }

    private static long net(Optional<Depth.Queue> best, long lowest, long highest) {
        return best.filter(queue ->
                        queue.price().hundredths() >= lowest && queue.price().hundredths() <= highest)
                .map(Depth.Queue::net)
                .orElse(0L);
    }

    private static int row(LadderRows window, OptionalLong price, int none) {
        return price.isPresent() ? window.rowOf(Price.ofHundredths(price.getAsLong())) : none;
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
