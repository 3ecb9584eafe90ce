// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.Price;
import java.util.Arrays;

/// The prices of the latest trades and how fresh each is: what makes the last trade glow and fade. FX thread only.
///
/// It has no clock: whoever has one says how much time passed. A glow ends after [#GLOW], whatever happens.
final class TradeTrail {

    /// How long a trade glows, in nanoseconds.
    static final long GLOW = 800_000_000;

    private static final int LENGTH = 16;

    private final long[] prices = new long[LENGTH];

    /// Nanoseconds for which the trade at the same place still glows.
    private final long[] left = new long[LENGTH];

    void clear() {
        Arrays.fill(left, 0);
    }

    /// A frame brought a trade at `price`.
    void trade(Price price) {
        int coldest = 0;
        for (int i = 0; i < LENGTH; i++) {
            if (left[i] > 0 && prices[i] == price.hundredths()) {
                coldest = i;
                break;
            }
            if (left[i] < left[coldest]) {
                coldest = i;
            }
        }
        prices[coldest] = price.hundredths();
        left[coldest] = GLOW;
    }

    /// Lets time pass.
    void pass(long nanos) {
        for (int i = 0; i < LENGTH; i++) {
            left[i] = Math.max(0, left[i] - nanos);
        }
    }

    /// Whether anything glows.
    boolean isWarm() {
        for (long time : left) {
            if (time > 0) {
                return true;
            }
        }
        return false;
    }

    /// How fresh the freshest trade from `lowest` to `highest` (hundredths) is: 1 for this frame's, 0 for none.
    double heat(long lowest, long highest) {
        long most = 0;
        for (int i = 0; i < LENGTH; i++) {
            if (left[i] > most && prices[i] >= lowest && prices[i] <= highest) {
                most = left[i];
            }
        }
        return (double) most / GLOW;
    }
}
