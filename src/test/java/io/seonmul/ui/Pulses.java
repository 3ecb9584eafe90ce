// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;

/// Waits for JavaFX's own frames. Any thread but the FX thread.
public final class Pulses {

    private static final long LONGEST_SECONDS = 60;

    private Pulses() {}

    /// Waits until `count` whole frames were laid out and drawn.
    public static void await(int count) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Pictures.runOnFx(() -> new AnimationTimer() {
            // A timer is called at the beginning of a frame, so one more call ends the last of them.
            private int left = count + 1;

            @Override
            public void handle(long now) {
                if (--left < 0) {
                    stop();
                    done.complete(true);
                }
            }
        }.start());
        try {
            boolean _ = done.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no frame", e);
        }
    }
}
