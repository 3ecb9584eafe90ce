// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

/// Which exchange second lies at which pixel of the plot. Immutable; any thread.
///
/// @param right exchange second at the plot's right edge
/// @param secondsPerPixel exchange seconds a pixel, more than 0
/// @param width of the plot in pixels, more than 0
record TimeScale(double right, double secondsPerPixel, double width) {

    double x(double second) {
        return width - (right - second) / secondsPerPixel;
    }

    double x(long second) {
        return x((double) second);
    }

    double second(double x) {
        return right - (width - x) * secondsPerPixel;
    }

    double left() {
        return second(0);
    }

    /// This scale with everything `factor` times as wide; the second at pixel `x` stays where it is.
    TimeScale zoomed(double factor, double x) {
        double finer = secondsPerPixel / factor;
        return new TimeScale(second(x) + (width - x) * finer, finer, width);
    }

    /// This scale with its contents moved right by `pixels`.
    TimeScale panned(double pixels) {
        return new TimeScale(right - pixels * secondsPerPixel, secondsPerPixel, width);
    }
}
