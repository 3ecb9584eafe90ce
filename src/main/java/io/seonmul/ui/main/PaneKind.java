// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

/// What a pane shows of its code. Any thread.
///
/// A new kind needs a constant here, its word `pane.` and the name, its settings in [PaneSettings] and its case in
/// [PaneMaker].
public enum PaneKind {
    /// The watched codes; there is one of it.
    WATCHLIST(1, 2, 280, 230),
    /// The price ladder.
    LADDER(0, 0, 260, 290),
    /// The intraday chart.
    CHART(2, 1, 340, 290),
    /// Open interest, basis and theory.
    INTEREST(0, 3, 400, 220),
    /// Time and sales.
    TRADES(0, 4, 280, 190),
    /// Limits and their warnings.
    LIMITS(0, 5, 300, 190);

    private final int growth;
    private final int rank;
    private final double leastWidth;
    private final double leastHeight;

    PaneKind(int growth, int rank, double leastWidth, double leastHeight) {
        this.growth = growth;
        this.rank = rank;
        this.leastWidth = leastWidth;
        this.leastHeight = leastHeight;
    }

    /// How much it gains from more room than its neighbours: of two, the one with more takes it.
    int growth() {
        return growth;
    }

    /// How early it is seen among others for which there is no room, from 0.
    int rank() {
        return rank;
    }

    /// With less it is cut off; pixels, in the usual size of texts.
    double leastWidth() {
        return leastWidth;
    }

    /// With less it has too few rows, or is cut off; pixels with the line of its tab, in the usual size of texts.
    double leastHeight() {
        return leastHeight;
    }
}
