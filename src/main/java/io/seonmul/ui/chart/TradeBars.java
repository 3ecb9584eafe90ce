// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Bar;
import io.seonmul.market.Bars;
import io.seonmul.market.FairValue;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.TradeTape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Bars of so many trades or contracts each, made from the session's trades; each snapshot adds only what is new. FX
/// thread only.
///
/// A bar's place on the axis is its number. A trade is never divided, so a bar of contracts may hold more than
/// its length. Lost trades have no part in a bar's length, but the bar that closed over them says so; late ones
/// are in that bar, with the trade that they were made before. Bars hold for one revision of the trades. What
/// the tape does not carry (VWAP, open interest, theory, trade strength) is that of the last bar of time
/// completed before; the session's delta is exact.
final class TradeBars implements Axis {

    private static final FairValue UNKNOWN = FairValue.UNKNOWN;

    private final BarUnit unit;
    private final int length;
    private final GapSeries gaps;
    private final List<Bar> completed = new ArrayList<>();
    private @Nullable Bar live;
    private TradeTape tape;
    private List<Bar> clock = List.of();
    private int finest = 1;
    private long next;
    private int asOf = -1;
    private long gap;

    /// Late trades by the gap that they filled.
    private final Map<Integer, List<Long>> late = new HashMap<>();

    private int[] second = new int[256];
    private int[] until = new int[256];
    private long[] trade = new long[257];
    /// The newest gap closed before each bar.
    private long[] gapBefore = new long[257];

    private long open;
    private long high;
    private long low;
    private long volume;
    private long buy;
    private long sell;
    private long trades;
    private long lostContracts;
    private long lostTrades;

    /// @param unit trades or contracts
    /// @param length of a bar in that unit
    /// @param gaps the session's gaps, brought up to date before these bars are
    TradeBars(BarUnit unit, int length, GapSeries gaps, InstrumentSnapshot snapshot) {
        this.unit = unit;
        this.length = length;
        this.gaps = gaps;
        this.tape = snapshot.trades();
        this.next = tape.first();
        int before = tape.first() == 0 ? 0 : gaps.firstClosedFrom((double) tape.second(tape.first()));
        this.gap = before == 0 ? 0 : gaps.gap(before - 1).sequence();
        for (long number : tape.late()) {
            if (number >= tape.first()) {
                late.computeIfAbsent(tape.gap(number), _ -> new ArrayList<>()).add(number);
            }
        }
    }

    /// Whether a later snapshot's trades are these ones and more.
    boolean goesOnIn(TradeTape latest) {
        return tape.revision() == latest.revision();
    }

    /// Takes over what a later snapshot of the same revision has more.
    Bars update(InstrumentSnapshot snapshot) {
        tape = snapshot.trades();
        clock = snapshot.bars().completed();
        finest = snapshot.bars().seconds();
        for (next = Math.max(next, tape.first()); next < tape.end(); next++) {
            if (!tape.isLate(next)) {
                add(next);
            }
        }
        live = trades > 0 ? bar(completed.size()) : null;
        return new Bars(
                1,
                Collections.unmodifiableList(completed),
                live == null ? List.of() : List.of(live),
                snapshot.bars().session(),
                tape.revision());
    }

    private void add(long number) {
        int index = completed.size();
        if (trades == 0) {
            begin(index, number);
        }
        until[index] = Math.max(until[index], tape.second(number));
        count(number);
        int closed = tape.gap(number);
        if (closed > 0) {
            gap = closed;
            late.getOrDefault(closed, List.of()).forEach(this::count);
            int lost = tape.lostBefore(number);
            lostContracts += lost;
            lostTrades += lost > 0 ? gaps.gap(gaps.firstAfter(closed - 1L)).trades() : 0;
        }
        trade[index + 1] = number + 1;
        gapBefore[index + 1] = gap;
        if ((unit == BarUnit.TRADES ? trades : volume) >= length) {
            completed.add(bar(index));
            trades = 0;
        }
    }

    private void count(long number) {
        int size = tape.size(number);
        high = Math.max(high, tape.price(number));
        low = Math.min(low, tape.price(number));
        volume += size;
        trades++;
        switch (tape.side(number)) {
            case BUYER -> buy += size;
            case SELLER -> sell += size;
            case NONE -> {}
        }
    }

    private void begin(int index, long number) {
        long price = tape.price(number);
        if (index == second.length) {
            second = Arrays.copyOf(second, 2 * index);
            until = Arrays.copyOf(until, 2 * index);
            trade = Arrays.copyOf(trade, 2 * index + 1);
            gapBefore = Arrays.copyOf(gapBefore, 2 * index + 1);
        }
        second[index] = tape.second(number);
        until[index] = second[index];
        trade[index] = number;
        gapBefore[index] = gap;
        open = price;
        high = price;
        low = price;
        volume = 0;
        buy = 0;
        sell = 0;
        lostContracts = 0;
        lostTrades = 0;
    }

    private Bar bar(int index) {
        long newest = trade[index + 1] - 1;
        while (asOf + 1 < clock.size() && clock.get(asOf + 1).start() + finest <= tape.second(newest)) {
            asOf++;
        }
        Bar known = asOf >= 0 ? clock.get(asOf) : null;
        return new Bar(
                index,
                Price.ofHundredths(open),
                Price.ofHundredths(high),
                Price.ofHundredths(low),
                Price.ofHundredths(tape.price(newest)),
                volume,
                buy,
                sell,
                trades,
                lostContracts,
                lostTrades,
                known == null ? 0 : known.sessionVolume(),
                known == null ? 0 : known.sessionTurnover(),
                tape.sessionDelta(newest),
                known == null ? Double.NaN : known.deviation(),
                known == null ? Double.NaN : known.strength(),
                known == null ? OptionalLong.empty() : known.openInterest(),
                known == null ? UNKNOWN : known.fairValue(),
                known == null ? Optional.empty() : known.limits(),
                false);
    }

    private int count() {
        return completed.size() + (live == null ? 0 : 1);
    }

    /// Number of the first trade of the bar at `start`.
    long firstTrade(long start) {
        return trade[Math.clamp(start, 0, count())];
    }

    /// The late trades in the bar at `start`.
    List<Long> lateTrades(long start) {
        int index = Math.clamp(start, 0, count());
        return late.entrySet().stream()
                .filter(of -> of.getKey() > gapBefore[index] && of.getKey() <= gapBefore[Math.min(index + 1, count())])
                .flatMap(of -> of.getValue().stream())
                .toList();
    }

    /// What was lost before the trades of the `bars` bars from `start` on.
    GapSeries.Lost lost(long start, int bars) {
        int from = Math.clamp(start, 0, count());
        int to = Math.clamp(start + bars, from, count());
        return gaps.lost(gaps.firstAfter(gapBefore[from]), gaps.firstAfter(gapBefore[to]));
    }

    /// Number of the bar that closed over the gap of that index.
    long barOfGap(int index) {
        long sequence = gaps.gap(index).sequence();
        int from = 0;
        int to = count();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (gapBefore[middle + 1] >= sequence) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /// Whether earlier trades of the session were dropped before these bars were made.
    boolean beginsLate() {
        return trade[0] > 0;
    }

    @Override
    public double place(double at) {
        int from = 0;
        int to = count();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (until[middle] >= at) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    @Override
    public long second(double place) {
        int count = count();
        return count == 0 ? 0 : second[Math.clamp((long) Math.floor(place), 0, count - 1)];
    }

    @Override
    public long endOf(long start, int bars) {
        int count = count();
        return count == 0 ? 0 : until[Math.clamp(start + bars - 1, 0, count - 1)];
    }

    @Override
    public boolean isClock() {
        return false;
    }
}
