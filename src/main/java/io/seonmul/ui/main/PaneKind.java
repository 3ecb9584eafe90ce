// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

/// What a pane shows of its code. Any thread.
///
/// A new kind needs a constant here, its word `pane.` and the name, its settings in [PaneSettings] and its case in
/// [PaneMaker].
public enum PaneKind {
    /// The watched codes; there is one of it.
    WATCHLIST(1),
    /// The price ladder.
    LADDER(0),
    /// The intraday chart.
    CHART(2),
    /// Open interest, basis and theory.
    INTEREST(0),
    /// Time and sales.
    TRADES(0),
    /// Limits and their warnings.
    LIMITS(0);

    private final int growth;

    PaneKind(int growth) {
        this.growth = growth;
    }

    /// How much it gains from more room than its neighbours: of two, the one with more takes it.
    int growth() {
        return growth;
    }
}
