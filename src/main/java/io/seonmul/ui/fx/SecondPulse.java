// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/// One call a second on the FX thread, for ages and countdowns. FX thread only.
public final class SecondPulse implements AutoCloseable {

    private final Timeline timeline;

    /// @param onSecond called once a second from [#start] to [#close]
    public SecondPulse(Runnable onSecond) {
        timeline = new Timeline(new KeyFrame(Duration.seconds(1), event -> onSecond.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    /// Begins to call.
    public void start() {
        timeline.play();
    }

    /// Calls no more.
    @Override
    public void close() {
        timeline.stop();
    }
}
