// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import java.util.ArrayList;
import java.util.List;

/// What the user chose for a chart, as it is kept over a change of language and a restart. Immutable; any thread.
///
/// @param unit what a bar's length is counted in
/// @param interval length of a bar in that unit, one of [Interval]
/// @param barWidth pixels from one bar to the next while the day is not fitted, 0.001 to 240
/// @param fitDay whether the whole session is kept in view
/// @param panes what is shown under the price
/// @param overlays what is shown over the candles
/// @param paneShare height of a pane under the price, as a share of all of them
/// @param box where the figures of the bar under the pointer are written
public record ChartSettings(
        BarUnit unit,
        int interval,
        double barWidth,
        boolean fitDay,
        List<Pane> panes,
        List<Overlay> overlays,
        double paneShare,
        BoxSide box) {

    static final double NARROWEST = 0.001;
    static final double WIDEST = 240;
    static final double LOWEST_SHARE = 0.06;
    static final double HIGHEST_SHARE = 0.3;

    private static final double USUAL_WIDTH = 8;
    private static final double USUAL_SHARE = 0.09;

    /// One-minute bars with volume, cumulative delta, open interest and basis.
    public static final ChartSettings DEFAULT = new ChartSettings(
            BarUnit.SECONDS,
            60,
            USUAL_WIDTH,
            false,
            List.of(Pane.VOLUME, Pane.CUMULATIVE, Pane.INTEREST, Pane.BASIS),
            List.of(Overlay.VWAP, Overlay.BANDS, Overlay.LIMITS, Overlay.FOOTPRINT),
            USUAL_SHARE,
            BoxSide.LEFT);

    /// Takes the nearest sensible value for what a settings file may hold otherwise.
    public ChartSettings {
        interval = Interval.nearest(unit, interval).length();
        barWidth = Double.isFinite(barWidth) ? Math.clamp(barWidth, NARROWEST, WIDEST) : USUAL_WIDTH;
        panes = panes.stream()
                .filter(pane -> pane != Pane.PRICE)
                .distinct()
                .sorted()
                .toList();
        overlays = overlays.stream().distinct().sorted().toList();
        paneShare = Double.isFinite(paneShare) ? Math.clamp(paneShare, LOWEST_SHARE, HIGHEST_SHARE) : USUAL_SHARE;
    }

    boolean shows(Pane pane) {
        return pane == Pane.PRICE || panes.contains(pane);
    }

    boolean shows(Overlay overlay) {
        return overlays.contains(overlay);
    }

    Interval bar() {
        return Interval.nearest(unit, interval);
    }

    ChartSettings with(Interval bar) {
        return new ChartSettings(bar.unit(), bar.length(), barWidth, fitDay, panes, overlays, paneShare, box);
    }

    ChartSettings withZoom(double newBarWidth, boolean fit) {
        return new ChartSettings(unit, interval, newBarWidth, fit, panes, overlays, paneShare, box);
    }

    ChartSettings with(Pane pane, boolean shown) {
        return new ChartSettings(
                unit, interval, barWidth, fitDay, changed(panes, pane, shown), overlays, paneShare, box);
    }

    ChartSettings with(Overlay overlay, boolean shown) {
        return new ChartSettings(
                unit, interval, barWidth, fitDay, panes, changed(overlays, overlay, shown), paneShare, box);
    }

    ChartSettings withPaneShare(double share) {
        return new ChartSettings(unit, interval, barWidth, fitDay, panes, overlays, share, box);
    }

    ChartSettings withBox(BoxSide side) {
        return new ChartSettings(unit, interval, barWidth, fitDay, panes, overlays, paneShare, side);
    }

    private static <T> List<T> changed(List<T> list, T item, boolean shown) {
        List<T> changed = new ArrayList<>(list);
        changed.remove(item);
        if (shown) {
            changed.add(item);
        }
        return changed;
    }
}
