// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

/// One of the charts that lie under one another on the same time axis, in the order from the top.
public enum Pane {
    /// Candles and what lies over them; always shown.
    PRICE,
    /// Contracts by aggressor side.
    VOLUME,
    /// Buy less sell volume of each bar.
    DELTA,
    /// Buy less sell volume of the session so far, by the wire's totals.
    CUMULATIVE,
    /// Open interest.
    INTEREST,
    /// Market basis and theoretical basis.
    BASIS,
    /// Price less theoretical price.
    MISPRICING,
    /// Buy volume in percent of sell volume, of the session so far.
    STRENGTH;

    /// The key of its name in the messages.
    String key() {
        return switch (this) {
            case PRICE -> "chart.pane.price";
            case VOLUME -> "chart.pane.volume";
            case DELTA -> "chart.pane.delta";
            case CUMULATIVE -> "chart.pane.cumulative";
            case INTEREST -> "chart.pane.interest";
            case BASIS -> "chart.pane.basis";
            case MISPRICING -> "chart.pane.mispricing";
            case STRENGTH -> "chart.pane.strength";
        };
    }
}
