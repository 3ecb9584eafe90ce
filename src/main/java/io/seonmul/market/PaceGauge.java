// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// How fast a price moves: the straight line through the last price of every ten seconds of the newest five minutes,
/// fitted by least squares. Session thread only.
///
/// A span without a trade has the price before it, since that is the price then. A trade costs one comparison and one
/// write; the line is fitted when somebody asks. Least squares, because two end points alone would follow the bounce
/// between bid and ask.
final class PaceGauge {

    static final int SPAN_SECONDS = 10;
    private static final int SPANS = 30;
    /// Spans without which nothing is said: a minute.
    private static final int LEAST = 6;

    private final long[] closes = new long[SPANS];
    private long newest;
    private int known;

    void add(long second, long hundredths) {
        long span = second / SPAN_SECONDS;
        if (known == 0) {
            newest = span;
            known = 1;
        }
        long before = closes[slot(newest)];
        for (long past = Math.max(newest + 1, span - SPANS + 1); past <= span; past++) {
            closes[slot(past)] = before;
        }
        if (span > newest) {
            known = (int) Math.min(SPANS, known + span - newest);
            newest = span;
        }
        closes[slot(newest)] = hundredths;
    }

    private static int slot(long span) {
        return (int) Math.floorMod(span, (long) SPANS);
    }

    /// Points a minute, upwards positive; NaN before a minute has been seen.
    double perMinute() {
        if (known < LEAST) {
            return Double.NaN;
        }
        double middle = (known - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < known; i++) {
            double x = i - middle;
            products += x * closes[slot(newest - known + 1 + i)];
            squares += x * x;
        }
        return products / squares / 100 * (60.0 / SPAN_SECONDS);
    }

    void forget() {
        known = 0;
    }
}
