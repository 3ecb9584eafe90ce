// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.Price;
import java.util.Arrays;

/// The prices of the latest trades and how fresh each is: what makes the last trade glow and fade. FX thread only.
///
/// It has no clock: every frame with a new trade takes a fifth off, and a second without one takes the most of the
/// rest.
final class TradeTrail {

    private static final int LENGTH = 16;
    private static final double PER_FRAME = 0.8;
    private static final double PER_SECOND = 0.3;
    private static final double COLD = 0.05;

    private final Price[] prices = new Price[LENGTH];
    private final double[] heat = new double[LENGTH];

    TradeTrail() {
        clear();
    }

    void clear() {
        Arrays.fill(prices, Price.ZERO);
        Arrays.fill(heat, 0);
    }

    /// A frame brought a trade at `price`.
    void trade(Price price) {
        cool(PER_FRAME);
        int coldest = 0;
        for (int i = 0; i < LENGTH; i++) {
            if (heat[i] > 0 && prices[i].equals(price)) {
                coldest = i;
                break;
            }
            if (heat[i] < heat[coldest]) {
                coldest = i;
            }
        }
        prices[coldest] = price;
        heat[coldest] = 1;
    }

    /// A second passed.
    ///
    /// @return whether anything changed
    boolean second() {
        return cool(PER_SECOND);
    }

    private boolean cool(double by) {
        boolean changed = false;
        for (int i = 0; i < LENGTH; i++) {
            if (heat[i] > 0) {
                heat[i] = heat[i] * by < COLD ? 0 : heat[i] * by;
                changed = true;
            }
        }
        return changed;
    }

    /// How fresh the freshest trade from `lowest` to `highest` is: 1 for this frame's, 0 for none.
    double heat(Price lowest, Price highest) {
        double most = 0;
        for (int i = 0; i < LENGTH; i++) {
            if (heat[i] > most && prices[i].compareTo(lowest) >= 0 && prices[i].compareTo(highest) <= 0) {
                most = heat[i];
            }
        }
        return most;
    }
}
