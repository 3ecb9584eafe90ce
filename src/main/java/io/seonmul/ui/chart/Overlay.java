// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

/// What may lie over the candles.
public enum Overlay {
    /// The session's VWAP.
    VWAP,
    /// One and two standard deviations around the VWAP.
    BANDS,
    /// Dynamic band and static stages.
    LIMITS,
    /// Volume at price by side inside of each bar, where bars are wide enough.
    FOOTPRINT;

    /// The key of its name in the messages.
    String key() {
        return switch (this) {
            case VWAP -> "chart.overlay.vwap";
            case BANDS -> "chart.overlay.bands";
            case LIMITS -> "chart.overlay.limits";
            case FOOTPRINT -> "chart.overlay.footprint";
        };
    }
}
