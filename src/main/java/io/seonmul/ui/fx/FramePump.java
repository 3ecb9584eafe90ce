// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import io.seonmul.market.Delay;
import io.seonmul.market.DelayGauge;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Turns any number of "something changed" from other threads into at most one call a frame on the FX thread.
///
/// [#wake] is cheap, never blocks and may be called from any thread. While changes keep coming the pump runs once per
/// pulse; after [#IDLE_FRAMES] frames without one it stops, and an idle monitor costs nothing. Once a
/// minute of changes the log says how many frames a second there were.
public final class FramePump implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FramePump.class.getName());
    private static final int IDLE_FRAMES = 30;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long NOTHING = Long.MIN_VALUE;

    /// When the first change since the last frame came, on the monotonic clock; [#NOTHING] if none did.
    private final AtomicLong changedAt = new AtomicLong(NOTHING);

    private final DelayGauge toFrame = new DelayGauge();
    private final AtomicBoolean running = new AtomicBoolean();
    private final Runnable onFrame;
    private volatile boolean closed;
    private long framesDrawn;
    private long countedFrom;
    private long countedFrames;

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
                count(now);
            } else if (++idle >= IDLE_FRAMES) {
                idle = 0;
                countedFrom = 0; // a pause is no slowness
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

    private void count(long now) {
        if (countedFrom == 0) {
            countedFrom = now;
            countedFrames = framesDrawn;
        } else if (now - countedFrom >= MINUTE) {
            double seconds = (now - countedFrom) / 1e9;
            long frames = framesDrawn - countedFrames;
            LOG.info(() -> "%d frames in %.0f s, %.1f a second".formatted(frames, seconds, frames / seconds));
            countedFrom = now;
            countedFrames = framesDrawn;
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
