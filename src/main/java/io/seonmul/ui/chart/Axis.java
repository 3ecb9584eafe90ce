// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

/// What the places of the chart's one horizontal axis mean. A bar's [io.seonmul.market.Bar#start] is its place.
sealed interface Axis permits Axis.Clock, TradeBars {

    /// The place of an exchange second; of several places the first.
    double place(double second);

    /// The exchange second at a place.
    long second(double place);

    /// The exchange second at which the stretch of `length` places from `start` is over.
    long endOf(long start, int length);

    /// Whether a place is an exchange second, so that stretches without trades have their room.
    boolean isClock();

    /// The axis of bars of time: a place is an exchange second.
    record Clock() implements Axis {

        @Override
        public double place(double second) {
            return second;
        }

        @Override
        public long second(double place) {
            return (long) Math.floor(place);
        }

        @Override
        public long endOf(long start, int length) {
            return start + length;
        }

        @Override
        public boolean isClock() {
            return true;
        }
    }
}
