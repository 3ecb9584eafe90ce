// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.ui.fx.PaneFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import org.jspecify.annotations.Nullable;

/// What the chart shows of one contract and which stretch of its session is in view. FX thread only.
///
/// The right edge either follows the live bar or stands where the user left it; in the second case [#awayProperty] is
/// true and the bars and trades that came meanwhile are counted. Places are those of the [Axis]: exchange seconds, or
/// bars of trades.
public final class ChartViewModel implements PaneFeed {

    private static final double LEFT_PADDING = 8;
    private static final double MOST_MARGIN = 48;
    private static final double MARGIN_SHARE = 0.06;
    private static final double FITTED_BAR = 24;
    private static final double LEAST_FILLED = 2;
    private static final int QUIET_AFTER = 10;

    private final ReadOnlyObjectWrapper<ChartSettings> settings;
    private final DrawnLevels drawn;
    /// Held here, since the lines outlive the chart and know it weakly only.
    private final ChangeListener<List<DrawnLevel>> drawnAnew = (property, before, now) -> drawnAnew(now);
    private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Missed> missed = new ReadOnlyObjectWrapper<>(Missed.NOTHING);
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private @Nullable InstrumentSnapshot snapshot;
    private @Nullable InstrumentCode awaited;
    private @Nullable ChartSeries series;
    private @Nullable DrawnLevel selected;
    private double plotWidth = 800;
    private double right;
    private double cursor = Double.NaN;
    private double awayPlace;
    private @Nullable InstrumentSnapshot awaySince;
    private long quietSeconds;

    /// What came since the user left the live edge.
    ///
    /// @param bars bars of the chosen length that began since
    /// @param trades trades received since
    /// @param contracts contracts received since
    /// @param change of the last price since
    public record Missed(long bars, long trades, long contracts, Price change) {
        static final Missed NOTHING = new Missed(0, 0, 0, Price.ZERO);
    }

    /// @param settings what the user chose before
    /// @param drawn the lines drawn in this chart and in the others
    public ChartViewModel(ChartSettings settings, DrawnLevels drawn) {
        this.settings = new ReadOnlyObjectWrapper<>(settings);
        this.drawn = drawn;
        drawn.allProperty().addListener(new WeakChangeListener<>(drawnAnew));
    }

    private void drawnAnew(List<DrawnLevel> all) {
        selected = selected != null && all.contains(selected) ? selected : null;
        changed();
    }

    /// Shows `latest`; of another contract or session than before, the view goes back to the live edge.
    @Override
    public void show(InstrumentSnapshot latest) {
        snapshot = latest;
        awaited = null;
        quietSeconds = 0;
        ChartSeries bars = series;
        if (bars == null || !bars.goesOnIn(latest)) {
            series = new ChartSeries(settings().bar(), latest);
            cursor = Double.NaN;
            selected = null;
            follow();
        } else {
            bars.update(latest);
        }
        count();
        changed();
    }

    /// Shows nothing: no contract is selected.
    @Override
    public void clear() {
        snapshot = null;
        awaited = null;
        series = null;
        selected = null;
        cursor = Double.NaN;
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

    /// Tells how long nothing has come, where that is worth telling.
    @Override
    public void second(Instant now) {
        InstrumentSnapshot shown = snapshot;
        if (shown == null) {
            return;
        }
        long quiet = Duration.between(shown.tick().receivedAt(), now).toSeconds();
        long told = quiet >= QUIET_AFTER ? quiet : 0;
        if (told != quietSeconds) {
            quietSeconds = told;
            changed();
        }
    }

    /// Seconds since the newest record came, 0 while they are few.
    long quietSeconds() {
        return quietSeconds;
    }

    /// What the user chose; to be kept and given to the next view model.
    public ReadOnlyObjectProperty<ChartSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// Whether the live edge is out of view by the user's wish.
    public ReadOnlyBooleanProperty awayProperty() {
        return away.getReadOnlyProperty();
    }

    /// What came since the user left the live edge.
    public ReadOnlyObjectProperty<Missed> missedProperty() {
        return missed.getReadOnlyProperty();
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

    Optional<ChartSeries> series() {
        return Optional.ofNullable(series);
    }

    ChartSettings settings() {
        return settings.get();
    }

    /// Says how wide the plot is, in pixels; the canvas calls it before it asks for [#scale].
    void plotWidth(double pixels) {
        plotWidth = Math.max(1, pixels);
    }

    /// Which place of the axis lies at which pixel: the chosen zoom, kept within the session and its margins.
    TimeScale scale() {
        if (settings().fitDay()) {
            double fitted = fitted();
            return new TimeScale(liveRight(fitted), fitted, plotWidth);
        }
        double chosen = chosen();
        return new TimeScale(bounded(away.get() ? right : Double.POSITIVE_INFINITY, chosen), chosen, plotWidth);
    }

    /// Makes everything `factor` times as wide about the pixel `x`. Beyond the live bar the live edge itself is meant.
    void zoom(double factor, double x) {
        TimeScale before = scale();
        double widest = base() / ChartSettings.WIDEST;
        double wanted = Math.clamp(before.placesPerPixel() / factor, widest, Math.max(widest, narrowest()));
        boolean atLive = !away.get() && x >= before.x(end() - base());
        TimeScale after = before.zoomed(before.placesPerPixel() / wanted, x);
        settings.set(settings().withZoom(base() / wanted, false));
        stand(atLive ? Double.POSITIVE_INFINITY : after.right());
    }

    /// As [#zoom], about the crosshair if the keyboard moved it, about the live edge while it is followed, and else
    /// about
    /// the middle.
    void zoomInPlace(double factor) {
        double at = cursorPixel();
        zoom(factor, !Double.isNaN(at) ? at : away.get() ? plotWidth / 2 : plotWidth);
    }

    /// Moves the contents right by `pixels`, no further than to either end of the session.
    void pan(double pixels) {
        TimeScale before = scale();
        double zoom = before.placesPerPixel();
        double wanted = bounded(before.panned(pixels).right(), zoom);
        if (wanted != before.right()) {
            settings.set(settings().withZoom(base() / zoom, false));
            stand(wanted);
        }
    }

    /// Shows the beginning of the session.
    void home() {
        double zoom = scale().placesPerPixel();
        if (!settings().fitDay()) {
            settings.set(settings().withZoom(base() / zoom, false));
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
        if (interval != settings().bar()) {
            choose(settings().with(interval));
        }
    }

    /// Takes over other settings.
    public void choose(ChartSettings chosen) {
        settings.set(chosen);
        InstrumentSnapshot shown = snapshot;
        ChartSeries bars = series;
        if (shown != null && bars != null && bars.interval() != chosen.bar()) {
            boolean otherAxis = bars.interval().unit() != chosen.bar().unit()
                    || !chosen.bar().isTime();
            series = new ChartSeries(chosen.bar(), shown);
            cursor = Double.NaN;
            if (otherAxis) {
                follow();
            }
        }
        count();
        changed();
    }

    /// Place of the bar that the keyboard's crosshair is on; NaN where there is none.
    double cursor() {
        return cursor;
    }

    /// Moves the keyboard's crosshair by so many bars, first to the last one in view, and keeps it in view.
    void moveCursor(int bars) {
        ChartSeries shown = series;
        if (shown == null || shown.finest().size() == 0) {
            return;
        }
        BarColumns columns = shown.finest();
        boolean begins = Double.isNaN(cursor);
        int from = columns.firstEndingAfter(begins ? scale().right() : cursor);
        int wanted = begins && from > 0 && !(from < columns.size() && columns.start[from] < scale().right())
                ? from - 1
                : begins ? from : from + bars;
        int index = Math.clamp(wanted, 0, columns.size() - 1);
        cursor = (double) columns.start[index];
        double x = scale().x(cursor + base() / 2.0);
        if (x < 0) {
            pan(plotWidth * 0.1 - x);
        } else if (x > plotWidth) {
            pan(plotWidth * 0.9 - x);
        }
        changed();
    }

    /// Puts the keyboard's crosshair on the first or the last bar.
    void cursorToEnd(boolean last) {
        ChartSeries shown = series;
        if (shown != null && !Double.isNaN(cursor) && shown.finest().size() > 0) {
            cursor = (double) shown.finest().start[last ? shown.finest().size() - 1 : 0];
            changed();
        }
    }

    /// Takes the keyboard's crosshair away; false where there was none.
    boolean hideCursor() {
        boolean shown = !Double.isNaN(cursor);
        cursor = Double.NaN;
        changed();
        return shown;
    }

    private double cursorPixel() {
        double x = Double.isNaN(cursor) ? Double.NaN : scale().x(cursor + base() / 2.0);
        return x >= 0 && x <= plotWidth ? x : Double.NaN;
    }

    /// The prices of the shown contract at which the user drew a line, oldest first.
    List<DrawnLevel> levels() {
        InstrumentSnapshot shown = snapshot;
        return shown == null ? List.of() : drawn.of(shown.code());
    }

    /// The line that keys move and remove.
    Optional<DrawnLevel> selectedLevel() {
        return Optional.ofNullable(selected);
    }

    void selectLevel(Optional<DrawnLevel> level) {
        selected = level.orElse(null);
        changed();
    }

    /// Selects the line above the selected one, and after the highest the lowest.
    void selectNextLevel() {
        List<DrawnLevel> all = levels().stream()
                .sorted((one, other) -> Long.compare(one.hundredths(), other.hundredths()))
                .toList();
        DrawnLevel before = selected;
        int next = before == null ? 0 : all.indexOf(before) + 1;
        selectLevel(all.isEmpty() ? Optional.empty() : Optional.of(all.get(next % all.size())));
    }

    /// Draws a line at the tick nearest to that price and selects it.
    void addLevel(double hundredths) {
        InstrumentSnapshot shown = snapshot;
        if (shown != null) {
            DrawnLevel added = new DrawnLevel(shown.code(), onTick(shown, hundredths));
            drawn.add(added);
            selectLevel(Optional.of(added));
        }
    }

    /// Moves the selected line to the tick nearest to that price.
    void moveSelectedLevel(double hundredths) {
        InstrumentSnapshot shown = snapshot;
        DrawnLevel before = selected;
        if (shown != null && before != null && onTick(shown, hundredths) != before.hundredths()) {
            DrawnLevel moved = new DrawnLevel(before.code(), onTick(shown, hundredths));
            drawn.replace(before, moved);
            selectLevel(Optional.of(moved));
        }
    }

    /// Removes the selected line.
    void removeSelectedLevel() {
        DrawnLevel gone = selected;
        if (gone != null) {
            drawn.remove(gone);
        }
    }

    private static long onTick(InstrumentSnapshot shown, double hundredths) {
        long tick = shown.contract().tickSize().hundredths();
        return Math.max(tick, Math.round(hundredths / tick) * tick);
    }

    private void stand(double wanted) {
        double zoom = chosen();
        double live = liveRight(zoom);
        right = bounded(wanted, zoom);
        if (right >= live - zoom / 2) {
            follow();
        } else if (!away.get()) {
            awayPlace = end() - base();
            awaySince = snapshot;
            away.set(true);
            count();
        }
        changed();
    }

    private void follow() {
        away.set(false);
        awaySince = null;
        missed.set(Missed.NOTHING);
    }

    private void count() {
        InstrumentSnapshot shown = snapshot;
        InstrumentSnapshot since = awaySince;
        ChartSeries bars = series;
        if (since == null || shown == null || bars == null) {
            return;
        }
        BarColumns columns = bars.finest();
        int next = columns.firstEndingAfter(awayPlace);
        if (next < columns.size() && columns.start[next] <= awayPlace) {
            next++;
        }
        missed.set(new Missed(
                columns.size() - next,
                trades(shown) - trades(since),
                shown.audit().contracts() - since.audit().contracts(),
                shown.tick().last().minus(since.tick().last())));
    }

    private static long trades(InstrumentSnapshot of) {
        return of.audit().records() - of.audit().duplicates();
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }

    private double base() {
        ChartSeries shown = series;
        return shown != null
                ? shown.base()
                : settings().bar().isTime() ? settings().interval() : 1;
    }

    private double first() {
        return series == null ? 0 : series.first();
    }

    private double end() {
        return series == null ? base() : series.end();
    }

    /// The chosen zoom; while there are few bars they are wider, so that they fill a part of the plot.
    private double chosen() {
        return Math.min(base() / settings().barWidth(), narrowest());
    }

    private double narrowest() {
        return Math.max(LEAST_FILLED * (end() - first()) / plotWidth, base() / FITTED_BAR);
    }

    private double fitted() {
        double span = end() - first();
        return Math.max(span / Math.max(1, plotWidth - margin() - LEFT_PADDING), base() / FITTED_BAR);
    }

    private double margin() {
        return Math.min(MOST_MARGIN, plotWidth * MARGIN_SHARE);
    }

    private double liveRight(double zoom) {
        return end() + margin() * zoom;
    }

    private double bounded(double wanted, double zoom) {
        double latest = liveRight(zoom);
        double earliest = Math.min(latest, first() + (plotWidth - LEFT_PADDING) * zoom);
        return Math.clamp(wanted, earliest, latest);
    }
}
