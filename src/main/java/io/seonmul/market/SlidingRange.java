// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Arrays;

/// The lowest and the highest of the values of the newest seconds. One thread; allocates only when it is made.
///
/// Within a second a value costs two comparisons; a new second looks once at every second that is kept.
final class SlidingRange {

    private final double[] lows;
    private final double[] highs;
    private boolean empty = true;
    private long newest;
    private double olderLow;
    private double olderHigh;

    /// @param seconds how many seconds before the newest one count
    SlidingRange(int seconds) {
        lows = new double[seconds + 1];
        highs = new double[seconds + 1];
        forget();
    }

    /// Takes a value; a second before the newest counts as the newest, since the exchange's clock does not go back.
    void add(double value, long second) {
        if (empty) {
            newest = second;
            empty = false;
        } else if (second > newest) {
            advance(second);
        }
        int slot = slot(newest);
        lows[slot] = Math.min(lows[slot], value);
        highs[slot] = Math.max(highs[slot], value);
    }

    private void advance(long second) {
        long cleared = Math.min(second - newest, lows.length);
        for (long past = second - cleared + 1; past <= second; past++) {
            int slot = slot(past);
            lows[slot] = Double.POSITIVE_INFINITY;
            highs[slot] = Double.NEGATIVE_INFINITY;
        }
        newest = second;
        olderLow = Double.POSITIVE_INFINITY;
        olderHigh = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < lows.length; i++) {
            olderLow = Math.min(olderLow, lows[i]);
            olderHigh = Math.max(olderHigh, highs[i]);
        }
    }

    private int slot(long second) {
        return (int) Math.floorMod(second, (long) lows.length);
    }

    /// The lowest value kept; infinite where there is none.
    double low() {
        return Math.min(olderLow, lows[slot(newest)]);
    }

    /// The highest value kept; infinite where there is none.
    double high() {
        return Math.max(olderHigh, highs[slot(newest)]);
    }

    /// Forgets everything.
    void forget() {
        empty = true;
        olderLow = Double.POSITIVE_INFINITY;
        olderHigh = Double.NEGATIVE_INFINITY;
        Arrays.fill(lows, Double.POSITIVE_INFINITY);
        Arrays.fill(highs, Double.NEGATIVE_INFINITY);
    }
}
