// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

/// What a pane shows of its code. Any thread.
///
/// A new kind needs a constant here, its settings in [PaneSettings] and its case in [PaneMaker].
public enum PaneKind {
    /// The price ladder.
    LADDER,
    /// The intraday chart.
    CHART,
    /// Open interest, basis and theory.
    INTEREST,
    /// Time and sales.
    TRADES,
    /// Limits and their warnings.
    LIMITS
}
