// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

/// What the length of a bar is counted in.
public enum BarUnit {
    /// Seconds of the exchange's clock.
    SECONDS,
    /// Trades received.
    TRADES,
    /// Contracts received.
    CONTRACTS
}
