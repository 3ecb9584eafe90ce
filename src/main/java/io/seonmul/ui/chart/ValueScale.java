// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

/// Which value lies at which height of a pane. Immutable; any thread.
///
/// @param low value at the pixel `bottom`; NaN where there is nothing to show
/// @param high value at the pixel `top`, more than `low`; NaN where there is nothing to show
/// @param top in pixels
/// @param bottom in pixels, more than `top`
record ValueScale(double low, double high, double top, double bottom) {

    /// A scale for a pane without any value: it shows none.
    static ValueScale ofNothing(double top, double bottom) {
        return new ValueScale(Double.NaN, Double.NaN, top, bottom);
    }

    boolean isOfNothing() {
        return Double.isNaN(low);
    }

    double y(double value) {
        return bottom - (value - low) / (high - low) * (bottom - top);
    }

    double y(long value) {
        return y((double) value);
    }

    double value(double y) {
        return low + (bottom - y) / (bottom - top) * (high - low);
    }

    boolean shows(double value) {
        return value >= low && value <= high;
    }

    boolean shows(long value) {
        return shows((double) value);
    }

    /// A scale for a pane that leaves `above` and `below` pixels free around the values, and is never
    /// flatter than `least`.
    static ValueScale around(Span span, double least, double top, double bottom, double above, double below) {
        double low = span.low();
        double high = span.high();
        if (high - low < least) {
            double middle = (low + high) / 2;
            low = middle - least / 2;
            high = middle + least / 2;
        }
        double inner = Math.max(1, bottom - top - above - below);
        double perPixel = (high - low) / inner;
        return new ValueScale(low - below * perPixel, high + above * perPixel, top, bottom);
    }

    /// The lowest and highest of the values it was shown; mutable, for one draw.
    static final class Span {
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        /// Takes in `value`; NaN is passed over.
        void add(double value) {
            if (value < low) {
                low = value;
            }
            if (value > high) {
                high = value;
            }
        }

        void add(long value) {
            add((double) value);
        }

        void addIfNear(long value, double share, double least) {
            addIfNear((double) value, share, least);
        }

        /// Takes in `value` if it lies no further outside than `share` of the span.
        void addIfNear(double value, double share, double least) {
            double reach = Math.max(high - low, least) * share;
            if (value >= low - reach && value <= high + reach) {
                add(value);
            }
        }

        boolean isEmpty() {
            return low > high;
        }

        double low() {
            return low;
        }

        double high() {
            return high;
        }
    }
}
