// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import io.seonmul.market.Delay;
import io.seonmul.market.DelayGauge;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Turns any number of "something changed" from other threads into at most one call a frame on the FX thread.
///
/// [#wake] is cheap, never blocks and may be called from any thread. While changes keep coming the pump runs once per
/// pulse; after [#IDLE_FRAMES] frames without one it stops, and an idle monitor costs nothing.
public final class FramePump implements AutoCloseable {

    private static final int IDLE_FRAMES = 30;
    private static final long NOTHING = Long.MIN_VALUE;

    /// When the first change since the last frame came, on the monotonic clock; [#NOTHING] if none did.
    private final AtomicLong changedAt = new AtomicLong(NOTHING);

    private final DelayGauge toFrame = new DelayGauge();
    private final AtomicBoolean running = new AtomicBoolean();
    private final Runnable onFrame;
    private volatile boolean closed;
    private long framesDrawn;

    private final AnimationTimer timer = new AnimationTimer() {
        private int idle;

        @Override
        public void handle(long now) {
            long since = changedAt.getAndSet(NOTHING);
            if (since != NOTHING) {
                idle = 0;
                framesDrawn++;
                onFrame.run();
                toFrame.add(System.nanoTime() - since);
            } else if (++idle >= IDLE_FRAMES) {
                idle = 0;
                stop();
                running.set(false);
                if (changedAt.get() != NOTHING) {
                    startOnce();
                }
            }
        }
    };

    /// @param onFrame called on the FX thread, once per frame in which something changed
    public FramePump(Runnable onFrame) {
        this.onFrame = onFrame;
    }

    /// Says that something changed. Any thread.
    public void wake() {
        if (!closed && changedAt.get() == NOTHING && changedAt.compareAndSet(NOTHING, System.nanoTime())) {
            startOnce();
        }
    }

    private void startOnce() {
        if (running.compareAndSet(false, true)) {
            Platform.runLater(timer::start);
        }
    }

    /// Frames in which something changed, since the start. FX thread.
    public long framesDrawn() {
        return framesDrawn;
    }

    /// From the first change to the end of the frame that took it up, without the drawing of it. FX thread.
    public Optional<Delay> toFrame() {
        return toFrame.newest();
    }

    /// Stops for good. FX thread.
    @Override
    public void close() {
        closed = true;
        timer.stop();
    }
}
