// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.ui.fx.Words;
import java.util.List;
import java.util.stream.Stream;

/// The lengths of a bar that the chart offers.
enum Interval {
    S10(BarUnit.SECONDS, 10),
    S30(BarUnit.SECONDS, 30),
    M1(BarUnit.SECONDS, 60),
    M3(BarUnit.SECONDS, 180),
    M5(BarUnit.SECONDS, 300),
    M10(BarUnit.SECONDS, 600),
    M15(BarUnit.SECONDS, 900),
    M30(BarUnit.SECONDS, 1800),
    M60(BarUnit.SECONDS, 3600),
    T20(BarUnit.TRADES, 20),
    T50(BarUnit.TRADES, 50),
    T100(BarUnit.TRADES, 100),
    T200(BarUnit.TRADES, 200),
    T500(BarUnit.TRADES, 500),
    T1000(BarUnit.TRADES, 1000),
    V50(BarUnit.CONTRACTS, 50),
    V100(BarUnit.CONTRACTS, 100),
    V200(BarUnit.CONTRACTS, 200),
    V500(BarUnit.CONTRACTS, 500),
    V1000(BarUnit.CONTRACTS, 1000),
    V5000(BarUnit.CONTRACTS, 5000);

    private final BarUnit unit;
    private final int length;

    Interval(BarUnit unit, int length) {
        this.unit = unit;
        this.length = length;
    }

    BarUnit unit() {
        return unit;
    }

    int length() {
        return length;
    }

    boolean isTime() {
        return unit == BarUnit.SECONDS;
    }

    static List<Interval> ofTime() {
        return Stream.of(values()).filter(Interval::isTime).toList();
    }

    static List<Interval> ofTrades() {
        return Stream.of(values()).filter(interval -> !interval.isTime()).toList();
    }

    /// Its short name.
    String name(Words words) {
        return switch (unit) {
            case SECONDS -> words.get("chart.interval." + length);
            case TRADES -> words.get("chart.interval.trades", Integer.toString(length));
            case CONTRACTS -> words.get("chart.interval.contracts", Integer.toString(length));
        };
    }

    /// The interval of that unit whose length is nearest to `length`.
    static Interval nearest(BarUnit unit, int length) {
        Interval best = M1;
        for (Interval interval : values()) {
            boolean nearer = Math.abs((long) interval.length - length) < Math.abs((long) best.length - length);
            if (interval.unit == unit && (nearer || best.unit != unit)) {
                best = interval;
            }
        }
        return best;
    }
}
