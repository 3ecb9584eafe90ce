// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

/// Where an axis has its lines: round steps, as many as there is room for. Any thread.
final class Steps {

    private static final int[] SECONDS = {
        10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600, 43_200, 86_400
    };

    private Steps() {}

    /// The smallest of 1, 2, 5, 10, 20, 50, ... units that is a multiple of `tick` and needs at most `most` lines.
    ///
    /// @param span what the axis covers, in units
    /// @param most how many lines there is room for, at least 1
    /// @param tick the smallest step a value can make, in units, at least 1; where no round step is its multiple,
    /// the ticks themselves are counted in 1, 2, 5, ...
    static long round(double span, int most, long tick) {
        boolean even = dividesPowerOfTen(tick);
        long unit = even ? 1 : tick;
        long decade = 1;
        while (true) {
            for (int digit : new int[] {1, 2, 5}) {
                long step = digit * decade * unit;
                if (step % tick == 0 && span / step <= most) {
                    return step;
                }
            }
            if (decade > Long.MAX_VALUE / 100 / unit) {
                return decade * unit;
            }
            decade *= 10;
        }
    }

    private static boolean dividesPowerOfTen(long tick) {
        long rest = tick;
        while (rest % 2 == 0) {
            rest /= 2;
        }
        while (rest % 5 == 0) {
            rest /= 5;
        }
        return rest == 1;
    }

    /// The first multiple of `step` at or above `value`.
    static long firstAtOrAbove(double value, long step) {
        return (long) Math.ceil(value / step) * step;
    }

    /// The smallest round stretch of time that is at least `pixels` long.
    static int time(double secondsPerPixel, double pixels) {
        for (int step : SECONDS) {
            if (step / secondsPerPixel >= pixels) {
                return step;
            }
        }
        int day = SECONDS[SECONDS.length - 1];
        return day * (int) Math.ceil(pixels * secondsPerPixel / day);
    }
}
