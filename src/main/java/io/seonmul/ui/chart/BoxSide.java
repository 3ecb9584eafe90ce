// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

/// Where the figures of the bar under the pointer are written.
public enum BoxSide {
    /// At the left, as long as that bar is not there.
    LEFT,
    /// At the right, as long as that bar is not there.
    RIGHT,
    /// Nowhere.
    OFF;

    /// The key of its name in the messages.
    String key() {
        return switch (this) {
            case LEFT -> "chart.box.left";
            case RIGHT -> "chart.box.right";
            case OFF -> "chart.box.off";
        };
    }
}
