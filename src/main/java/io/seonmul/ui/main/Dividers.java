// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

/// Where the panes meet, each as a fraction of what it divides. Immutable.
///
/// @param watchlist right edge of the watchlist, of the window's width
/// @param ladder right edge of the price ladder, of the window's width
/// @param chart lower edge of the chart, of the height
/// @param interest right edge of the open-interest pane, of the width below the chart
public record Dividers(double watchlist, double ladder, double chart, double interest) {

    /// For a window of 1440 x 900.
    public static final Dividers DEFAULT = new Dividers(0.285, 0.505, 0.6, 0.5);

    /// Brings what a settings file may hold into the window.
    public Dividers {
        watchlist = inside(watchlist);
        ladder = inside(ladder);
        chart = inside(chart);
        interest = inside(interest);
    }

    private static double inside(double fraction) {
        return Double.isFinite(fraction) ? Math.clamp(fraction, 0.05, 0.95) : 0.5;
    }
}
