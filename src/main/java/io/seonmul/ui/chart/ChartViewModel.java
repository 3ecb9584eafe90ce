// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Bars;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.ui.fx.PaneFeed;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the chart shows of one contract and which stretch of its session is in view. FX thread only.
///
/// The right edge either follows the live bar or stands where the user left it; in the second case [#awayProperty] is
/// true and the bars and trades that came meanwhile are counted.
public final class ChartViewModel implements PaneFeed {

    private static final double LEFT_PADDING = 8;
    private static final double MOST_MARGIN = 48;
    private static final double MARGIN_SHARE = 0.06;
    private static final double FITTED_BAR = 24;
    private static final double LEAST_FILLED = 2;

    private final ReadOnlyObjectWrapper<ChartSettings> settings;
    private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper missedBars = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper missedTrades = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private GapSeries gaps = new GapSeries();
    private @Nullable InstrumentSnapshot snapshot;
    private @Nullable InstrumentCode awaited;
    private @Nullable BarPyramid pyramid;
    private double plotWidth = 800;
    private double right;
    private long awaySecond;
    private long awayTrades;

    /// @param settings what the user chose before
    public ChartViewModel(ChartSettings settings) {
        this.settings = new ReadOnlyObjectWrapper<>(settings);
    }

    /// Shows `latest`; of another contract or session than before, the view goes back to the live edge.
    @Override
    public void show(InstrumentSnapshot latest) {
        InstrumentSnapshot before = snapshot;
        boolean sameSeries = before != null
                && before.contract().equals(latest.contract())
                && before.joinedAt().equals(latest.joinedAt())
                && before.bars().session() == latest.bars().session();
        snapshot = latest;
        awaited = null;
        BarPyramid bars = pyramid;
        if (!sameSeries || bars == null) {
            gaps = new GapSeries();
            pyramid = new BarPyramid(interval(), latest.contract(), latest.bars());
            follow();
        } else {
            bars.update(latest.bars());
        }
        gaps.update(latest);
        count();
        changed();
    }

    /// Shows nothing: no contract is selected.
    @Override
    public void clear() {
        snapshot = null;
        awaited = null;
        pyramid = null;
        gaps = new GapSeries();
        follow();
        changed();
    }

    /// Shows that the first trade of `code` is awaited.
    @Override
    public void await(InstrumentCode code) {
        clear();
        awaited = code;
        changed();
    }

    /// What the user chose; to be kept and given to the next view model.
    public ReadOnlyObjectProperty<ChartSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// Whether the live edge is out of view by the user's wish.
    public ReadOnlyBooleanProperty awayProperty() {
        return away.getReadOnlyProperty();
    }

    /// Bars of the chosen interval that began since the user left the live edge.
    public ReadOnlyLongProperty missedBarsProperty() {
        return missedBars.getReadOnlyProperty();
    }

    /// Trades received since the user left the live edge.
    public ReadOnlyLongProperty missedTradesProperty() {
        return missedTrades.getReadOnlyProperty();
    }

    /// Grows whenever something that is drawn may have changed.
    ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    Optional<InstrumentSnapshot> snapshot() {
        return Optional.ofNullable(snapshot);
    }

    Optional<InstrumentCode> awaited() {
        return Optional.ofNullable(awaited);
    }

    Optional<BarPyramid> bars() {
        return Optional.ofNullable(pyramid);
    }

    GapSeries gaps() {
        return gaps;
    }

    ChartSettings settings() {
        return settings.get();
    }

    /// Says how wide the plot is, in pixels; the canvas calls it before it asks for [#scale].
    void plotWidth(double pixels) {
        plotWidth = Math.max(1, pixels);
    }

    /// Which second lies where: the chosen zoom, kept within the session and its margins.
    TimeScale scale() {
        if (settings().fitDay()) {
            double spp = fitted();
            return new TimeScale(liveRight(spp), spp, plotWidth);
        }
        double spp = chosen();
        return new TimeScale(bounded(away.get() ? right : Double.POSITIVE_INFINITY, spp), spp, plotWidth);
    }

    /// Makes everything `factor` times as wide about the pixel `x`. Beyond the live bar the live edge itself is meant.
    void zoom(double factor, double x) {
        TimeScale before = scale();
        double widest = (double) interval() / ChartSettings.WIDEST;
        double spp = Math.clamp(before.secondsPerPixel() / factor, widest, Math.max(widest, narrowest()));
        boolean atLive = !away.get() && x >= before.x(end() - interval());
        TimeScale after = before.zoomed(before.secondsPerPixel() / spp, x);
        settings.set(settings().withZoom(interval() / spp, false));
        stand(atLive ? Double.POSITIVE_INFINITY : after.right());
    }

    /// As [#zoom], about the live edge while it is followed and else about the middle.
    void zoomInPlace(double factor) {
        zoom(factor, away.get() ? plotWidth / 2 : plotWidth);
    }

    /// Moves the contents right by `pixels`, no further than to either end of the session.
    void pan(double pixels) {
        TimeScale before = scale();
        double spp = before.secondsPerPixel();
        double wanted = bounded(before.panned(pixels).right(), spp);
        if (wanted != before.right()) {
            settings.set(settings().withZoom(interval() / spp, false));
            stand(wanted);
        }
    }

    /// Shows the beginning of the session.
    void home() {
        double spp = scale().secondsPerPixel();
        if (!settings().fitDay()) {
            settings.set(settings().withZoom(interval() / spp, false));
            stand(Double.NEGATIVE_INFINITY);
        }
    }

    /// Goes back to the live edge, with the zoom as it is.
    public void backToLive() {
        follow();
        changed();
    }

    /// Keeps the whole session in view from now on; once more gives back the zoom before.
    void fitDay() {
        settings.set(settings().withZoom(settings().barWidth(), !settings().fitDay()));
        follow();
        changed();
    }

    void choose(Interval interval) {
        if (interval.seconds() != interval()) {
            choose(settings().withInterval(interval.seconds()));
        }
    }

    /// Takes over other settings.
    public void choose(ChartSettings chosen) {
        settings.set(chosen);
        InstrumentSnapshot shown = snapshot;
        BarPyramid bars = pyramid;
        if (shown != null && bars != null && bars.interval() != chosen.interval()) {
            pyramid = new BarPyramid(chosen.interval(), shown.contract(), shown.bars());
        }
        count();
        changed();
    }

    private void stand(double wanted) {
        double spp = chosen();
        double live = liveRight(spp);
        right = bounded(wanted, spp);
        if (right >= live - spp / 2) {
            follow();
        } else if (!away.get()) {
            InstrumentSnapshot shown = snapshot;
            awaySecond = shown == null ? 0 : shown.second();
            awayTrades = shown == null ? 0 : trades(shown);
            away.set(true);
            count();
        }
        changed();
    }

    private void follow() {
        away.set(false);
        missedBars.set(0);
        missedTrades.set(0);
    }

    private void count() {
        InstrumentSnapshot shown = snapshot;
        BarPyramid bars = pyramid;
        if (!away.get() || shown == null || bars == null) {
            return;
        }
        BarColumns columns = bars.finest();
        int next = columns.firstEndingAfter((double) awaySecond);
        if (next < columns.size() && columns.start[next] <= awaySecond) {
            next++;
        }
        missedBars.set(columns.size() - next);
        missedTrades.set(trades(shown) - awayTrades);
    }

    private static long trades(InstrumentSnapshot of) {
        return of.audit().records() - of.audit().duplicates();
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }

    private int interval() {
        return settings().interval();
    }

    /// The chosen zoom; while there are few bars they are wider, so that they fill a part of the plot.
    private double chosen() {
        return Math.min(interval() / settings().barWidth(), narrowest());
    }

    private double narrowest() {
        return Math.max(LEAST_FILLED * (end() - first()) / plotWidth, interval() / FITTED_BAR);
    }

    private double fitted() {
        double span = end() - first();
        return Math.max(span / Math.max(1, plotWidth - margin() - LEFT_PADDING), interval() / FITTED_BAR);
    }

    private double margin() {
        return Math.min(MOST_MARGIN, plotWidth * MARGIN_SHARE);
    }

    private double liveRight(double spp) {
        return end() + margin() * spp;
    }

    private double bounded(double wanted, double spp) {
        double latest = liveRight(spp);
        double earliest = Math.min(latest, first() + (plotWidth - LEFT_PADDING) * spp);
        return Math.clamp(wanted, earliest, latest);
    }

    private double first() {
        InstrumentSnapshot shown = snapshot;
        return shown == null || shown.bars().size() == 0
                ? 0
                : bucket(shown.bars().get(0).start());
    }

    private double end() {
        InstrumentSnapshot shown = snapshot;
        if (shown == null || shown.bars().size() == 0) {
            return interval();
        }
        Bars bars = shown.bars();
        return bucket(bars.get(bars.size() - 1).start()) + interval();
    }

    private double bucket(long second) {
        return (double) (second - Math.floorMod(second, interval()));
    }
}
