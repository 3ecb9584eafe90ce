// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

/// What the user chose for a chart, as it is kept over a change of language and a restart. Immutable; any thread.
///
/// @param interval length of a bar in exchange seconds, one of [Interval]
/// @param barWidth pixels from one bar to the next while the day is not fitted, 0.05 to 64
/// @param fitDay whether the whole session is kept in view
/// @param volume whether the volume pane is shown
/// @param openInterest whether the open interest pane is shown
/// @param basis whether the basis pane is shown
/// @param vwap whether the session VWAP is drawn
/// @param limits whether the dynamic band and the static stages are drawn
public record ChartSettings(
        int interval,
        double barWidth,
        boolean fitDay,
        boolean volume,
        boolean openInterest,
        boolean basis,
        boolean vwap,
        boolean limits) {

    /// One-minute bars, every pane shown.
    public static final ChartSettings DEFAULT = new ChartSettings(60, 8, false, true, true, true, true, true);

    static final double NARROWEST = 0.05;
    static final double WIDEST = 64;

    /// Takes the nearest sensible value for what a settings file may hold otherwise.
    public ChartSettings {
        interval = Interval.nearest(interval).seconds();
        barWidth = Double.isFinite(barWidth) ? Math.clamp(barWidth, NARROWEST, WIDEST) : 8;
    }

    ChartSettings withInterval(int seconds) {
        return new ChartSettings(seconds, barWidth, fitDay, volume, openInterest, basis, vwap, limits);
    }

    ChartSettings withZoom(double newBarWidth, boolean fit) {
        return new ChartSettings(interval, newBarWidth, fit, volume, openInterest, basis, vwap, limits);
    }

    ChartSettings withVolume(boolean shown) {
        return new ChartSettings(interval, barWidth, fitDay, shown, openInterest, basis, vwap, limits);
    }

    ChartSettings withOpenInterest(boolean shown) {
        return new ChartSettings(interval, barWidth, fitDay, volume, shown, basis, vwap, limits);
    }

    ChartSettings withBasis(boolean shown) {
        return new ChartSettings(interval, barWidth, fitDay, volume, openInterest, shown, vwap, limits);
    }

    ChartSettings withVwap(boolean shown) {
        return new ChartSettings(interval, barWidth, fitDay, volume, openInterest, basis, shown, limits);
    }

    ChartSettings withLimits(boolean shown) {
        return new ChartSettings(interval, barWidth, fitDay, volume, openInterest, basis, vwap, shown);
    }
}
