// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

/// The lengths of a bar that the chart offers.
enum Interval {
    S10(10),
    S30(30),
    M1(60),
    M3(180),
    M5(300),
    M10(600),
    M15(900),
    M30(1800),
    M60(3600);

    private final int seconds;

    Interval(int seconds) {
        this.seconds = seconds;
    }

    int seconds() {
        return seconds;
    }

    /// The key of its short name in the messages.
    String key() {
        return "chart.interval." + seconds;
    }

    /// The interval whose length is nearest to `seconds`.
    static Interval nearest(int seconds) {
        Interval best = M1;
        for (Interval interval : values()) {
            if (Math.abs((long) interval.seconds - seconds) < Math.abs((long) best.seconds - seconds)) {
                best = interval;
            }
        }
        return best;
    }
}
