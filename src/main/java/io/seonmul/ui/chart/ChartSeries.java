// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Bars;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.TradeTape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One session of one contract in bars of one length, with the axis they lie on; each snapshot adds only what
/// is new, unless a late record changed the past. FX thread only.
final class ChartSeries {

    private final Interval interval;
    private final GapSeries gaps = new GapSeries();
    private @Nullable TradeBars tradeBars;
    private Axis axis;
    private final BarPyramid pyramid;
    private final Footprints footprints = new Footprints();
    private InstrumentSnapshot snapshot;
    private Bars source;

    ChartSeries(Interval interval, InstrumentSnapshot snapshot) {
        this.interval = interval;
        this.snapshot = snapshot;
        gaps.update(snapshot);
        boolean byTrades = !interval.isTime() && snapshot.trades().size() > 0;
        tradeBars = byTrades ? new TradeBars(interval.unit(), interval.length(), gaps, snapshot) : null;
        axis = tradeBars == null ? new Axis.Clock() : tradeBars;
        source = tradeBars == null ? snapshot.bars() : tradeBars.update(snapshot);
        pyramid = new BarPyramid(tradeBars == null ? seconds(interval) : 1, snapshot.contract(), source);
    }

    /// A session without a single trade that can be placed has bars of time only.
    private static int seconds(Interval interval) {
        return interval.isTime() ? interval.length() : Interval.M1.length();
    }

    /// Whether a later snapshot only adds to these bars.
    boolean goesOnIn(InstrumentSnapshot latest) {
        return snapshot.contract().equals(latest.contract())
                && snapshot.joinedAt().equals(latest.joinedAt())
                && snapshot.bars().session() == latest.bars().session();
    }

    void update(InstrumentSnapshot latest) {
        snapshot = latest;
        gaps.update(latest);
        TradeBars bars = tradeBars;
        if (bars != null && !bars.goesOnIn(latest.trades())) {
            bars = new TradeBars(interval.unit(), interval.length(), gaps, latest);
            tradeBars = bars;
            axis = bars;
        }
        source = bars == null ? latest.bars() : bars.update(latest);
        pyramid.update(source);
    }

    Interval interval() {
        return interval;
    }

    Axis axis() {
        return axis;
    }

    BarPyramid pyramid() {
        return pyramid;
    }

    BarColumns finest() {
        return pyramid.finest();
    }

    GapSeries gaps() {
        return gaps;
    }

    /// Length of a bar in places of the axis.
    int base() {
        return pyramid.base();
    }

    /// Place at which the first bar begins.
    double first() {
        return source.size() == 0 ? 0 : bucket(source.get(0).start());
    }

    /// Place at which the newest bar ends.
    double end() {
        return source.size() == 0
                ? base()
                : bucket(source.get(source.size() - 1).start()) + base();
    }

    private double bucket(long start) {
        return (double) (start - Math.floorMod(start, base()));
    }

    /// What was lost in the stretch of `length` places from `start`.
    GapSeries.Lost lost(long start, int length) {
        return tradeBars == null ? gaps.lost(start, start + length) : tradeBars.lost(start, length);
    }

    /// Place of the record that closed the gap of that index.
    long placeOfGap(int index) {
        return tradeBars == null ? gaps.to(index) : tradeBars.barOfGap(index);
    }

    /// Volume at price of the bar at `start`; empty columns where its trades are not kept any more.
    Footprint footprint(long start) {
        TradeTape trades = snapshot.trades();
        boolean cut = trades.first() > 0 && trades.second(trades.first()) >= start;
        long from = tradeBars != null ? tradeBars.firstTrade(start) : cut ? -1 : trades.firstFrom(start);
        long to = tradeBars == null ? trades.firstFrom(start + base()) : tradeBars.firstTrade(start + 1);
        return footprints.of(
                start,
                trades,
                from,
                to,
                lateTrades(start, trades),
                snapshot.contract().tickSize());
    }

    /// The late trades in the bar at `start`: they stand elsewhere in the tape.
    private List<Long> lateTrades(long start, TradeTape trades) {
        if (trades.late().isEmpty()) {
            return List.of();
        }
        return tradeBars != null
                ? tradeBars.lateTrades(start)
                : trades.late().stream()
                        .filter(number -> number >= trades.first()
                                && trades.second(number) >= start
                                && trades.second(number) < start + base())
                        .toList();
    }

    /// Whether bars of the session's beginning are missing, because its trades were dropped before.
    boolean beginsLate() {
        return tradeBars != null && tradeBars.beginsLate();
    }
}
