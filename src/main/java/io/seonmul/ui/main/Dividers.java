// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

/// Where the panes meet, each as a fraction of what it divides. Immutable.
///
/// @param watchlist right edge of the watchlist, of the window's width
/// @param ladder right edge of the price ladder, of the window's width
/// @param chart lower edge of the chart, of the height
/// @param limits upper edge of the limits pane, of the height
public record Dividers(double watchlist, double ladder, double chart, double limits) {

    /// What stands for "never moved": the window then takes [#usual].
    public static final Dividers DEFAULT = new Dividers(0.285, 0.505, 0.62, 0.6);

    private static final double LOWER_PANES = 346;

    /// The least of the pane below the chart, which then has less than all its figures.
    private static final double LEAST_LOWER_PANE = 220;

    /// Share of the window's height that the part of the chart with the candles has.
    private static final double CANDLES = 0.4;

    /// What the window has besides the panes, and the chart besides that part and one pane under it.
    private static final double AROUND_PANES = 72;

    private static final double AROUND_CANDLES = 138;

    /// Where the panes meet in a window that the user has not arranged: the side columns as wide as their figures need,
    /// the lower panes as high, and the chart has the rest.
    ///
    /// @param width of the window's content, pixels
    /// @param height of the panes together, pixels
    static Dividers usual(double width, double height) {
        double watchlist = width < 1200 ? 340 : Math.clamp(0.285 * width, 404, 440);
        double ladder = Math.clamp(0.24 * width, 284, 380);
        double upper = Math.max(0.45, (height - LOWER_PANES) / height);
        double chart = CANDLES * (height + AROUND_PANES) + AROUND_CANDLES;
        double below = Math.clamp(height - chart, LEAST_LOWER_PANE, LOWER_PANES);
        double chartShare = Math.max(0.45, (height - below) / height);
        return new Dividers(watchlist / width, (watchlist + ladder) / width, chartShare, upper);
    }

    /// These, or [#usual] where the user has not moved them.
    Dividers orUsual(double width, double height) {
        return equals(DEFAULT) ? usual(width, height) : this;
    }

    /// Brings what a settings file may hold into the window.
    public Dividers {
        watchlist = inside(watchlist);
        ladder = inside(ladder);
        chart = inside(chart);
        limits = inside(limits);
    }

    private static double inside(double fraction) {
        return Double.isFinite(fraction) ? Math.clamp(fraction, 0.05, 0.95) : 0.5;
    }
}
