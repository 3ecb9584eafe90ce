// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import java.util.function.LongPredicate;
import javafx.animation.AnimationTimer;

/// A call about every 50 ms for as long as something fades or flashes, and none after that. FX thread only.
///
/// It is for what ends by itself: whoever starts it says with every call whether there shall be another, so an idle
/// pane costs nothing.
public final class BriefPulse {

    private static final long STEP = 50_000_000;

    /// A window that was not drawn for a while lets no more time pass than this at once.
    private static final long MOST = 250_000_000;

    private final LongPredicate onStep;
    private boolean running;

    private final AnimationTimer timer = new AnimationTimer() {
        private long before;

        @Override
        public void start() {
            before = System.nanoTime();
            super.start();
        }

        @Override
        public void handle(long now) {
            long passed = System.nanoTime() - before;
            if (passed >= STEP) {
                before += passed;
                if (!onStep.test(Math.min(passed, MOST))) {
                    running = false;
                    stop();
                }
            }
        }
    };

    /// @param onStep given the nanoseconds since the call before, says whether it wants another
    public BriefPulse(LongPredicate onStep) {
        this.onStep = onStep;
    }

    /// Begins to call, if it does not call already.
    public void start() {
        if (!running) {
            running = true;
            timer.start();
        }
    }
}
