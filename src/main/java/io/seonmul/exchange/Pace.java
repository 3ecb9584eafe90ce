// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

/// How often the contracts of a synthetic market trade. Immutable.
sealed interface Pace {

    /// As on an ordinary day of each contract.
    record Natural() implements Pace {}

    /// So many trades in a second of the exchange's time over all contracts, from one moment on; an ordinary day before
    /// it.
    ///
    /// @param tradesPerSecond trades of all contracts together in a second of the exchange's time
    /// @param from nanosecond of the first day from which this holds
    record Fixed(double tradesPerSecond, long from) implements Pace {}

    /// The first day's morning told in few trades, so that it can be sent in seconds; from then on a livelier
    /// pace than the ordinary, at which no contract is quiet for long.
    ///
    /// @param liveFrom nanosecond of the first day at which the livelier pace begins
    record Demo(long liveFrom) implements Pace {

        private static final double FEWEST_A_SECOND = 0.35;
        private static final double MOST_A_SECOND = 0.6;
        private static final double FEWEST_LIVE_A_SECOND = 0.3;
        private static final double LIVELIER = 2;

        /// Trades a second told of a contract that has `ordinary` of them on average.
        double told(double ordinary, boolean live) {
            return live
                    ? Math.max(FEWEST_LIVE_A_SECOND, LIVELIER * ordinary)
                    : Math.clamp(ordinary, FEWEST_A_SECOND, MOST_A_SECOND);
        }

        /// The first nanosecond of that day at which it is live.
        long liveFrom(int day) {
            return day > 0 ? 0 : liveFrom;
        }

        boolean liveAt(int day, long nanoOfDay) {
            return nanoOfDay >= liveFrom(day);
        }
    }
}
