// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

/// Which place of the [Axis] lies at which pixel of the plot. Immutable; any thread.
///
/// @param right place at the plot's right edge
/// @param placesPerPixel places a pixel, more than 0
/// @param width of the plot in pixels, more than 0
record TimeScale(double right, double placesPerPixel, double width) {

    double x(double place) {
        return width - (right - place) / placesPerPixel;
    }

    double x(long place) {
        return x((double) place);
    }

    double place(double x) {
        return right - (width - x) * placesPerPixel;
    }

    double left() {
        return place(0);
    }

    /// This scale with everything `factor` times as wide; the place at pixel `x` stays where it is.
    TimeScale zoomed(double factor, double x) {
        double finer = placesPerPixel / factor;
        return new TimeScale(place(x) + (width - x) * finer, finer, width);
    }

    /// This scale with its contents moved right by `pixels`.
    TimeScale panned(double pixels) {
        return new TimeScale(right - pixels * placesPerPixel, placesPerPixel, width);
    }
}
