// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

/// One of the charts that lie under one another on the same time axis.
enum Pane {
    PRICE,
    VOLUME,
    INTEREST,
    BASIS;

    /// The key of its name in the messages.
    String key() {
        return switch (this) {
            case PRICE -> "chart.pane.price";
            case VOLUME -> "chart.pane.volume";
            case INTEREST -> "chart.pane.interest";
            case BASIS -> "chart.pane.basis";
        };
    }
}
