// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.chart.DrawnLevel;
import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.limits.AlertSettings;
import io.seonmul.ui.watchlist.WatchlistSettings;
import java.util.List;
import java.util.Optional;

/// Everything about the window that is remembered over a restart. Immutable.
///
/// @param language of every visible text
/// @param look theme and colours of rise and fall
/// @param codes the watched codes in the user's order
/// @param selected the code that the panes show
/// @param watchlist what the user set in the watchlist
/// @param dividers where the panes of the usual desk meet; a desk that was arranged has its own
/// @param panes what the user set in each kind of pane last; a new pane begins with it
/// @param window where the window stood; empty before it was shown once
/// @param health where the feed-health window stood; empty before it was shown once
/// @param alerts the user's alert rules, and how limit events are told
/// @param desk how the panes stand
/// @param levels the lines drawn in the charts, of all codes, oldest first
public record UiSettings(
        Language language,
        Look look,
        List<InstrumentCode> codes,
        Optional<InstrumentCode> selected,
        WatchlistSettings watchlist,
        Dividers dividers,
        PaneSettings panes,
        Optional<WindowBounds> window,
        Optional<WindowBounds> health,
        AlertSettings alerts,
        DeskSettings desk,
        List<DrawnLevel> levels) {

    /// Korean, light, red rises, nothing watched.
    public static final UiSettings DEFAULT = new UiSettings(
            Language.KOREAN,
            new Look(Theme.LIGHT, false),
            List.of(),
            Optional.empty(),
            WatchlistSettings.DEFAULT,
            Dividers.DEFAULT,
            PaneSettings.DEFAULT,
            Optional.empty(),
            Optional.empty(),
            AlertSettings.DEFAULT,
            DeskSettings.DEFAULT,
            List.of());

    /// Copies the lists.
    public UiSettings {
        codes = List.copyOf(codes);
        levels = List.copyOf(levels);
    }

    /// These settings in another language.
    public UiSettings withLanguage(Language newLanguage) {
        return new UiSettings(
                newLanguage, look, codes, selected, watchlist, dividers, panes, window, health, alerts, desk, levels);
    }

    /// These settings with another look.
    public UiSettings withLook(Look newLook) {
        return new UiSettings(
                language, newLook, codes, selected, watchlist, dividers, panes, window, health, alerts, desk, levels);
    }

    /// These settings with other codes watched, of which `newSelected` is shown.
    public UiSettings withCodes(List<InstrumentCode> newCodes, Optional<InstrumentCode> newSelected) {
        return new UiSettings(
                language,
                look,
                newCodes,
                newSelected,
                watchlist,
                dividers,
                panes,
                window,
                health,
                alerts,
                desk,
                levels);
    }

    /// These settings with something else set in the watchlist.
    public UiSettings withWatchlist(WatchlistSettings newWatchlist) {
        return new UiSettings(
                language, look, codes, selected, newWatchlist, dividers, panes, window, health, alerts, desk, levels);
    }

    /// These settings with something else set in the panes.
    public UiSettings withPanes(PaneSettings newPanes) {
        return new UiSettings(
                language, look, codes, selected, watchlist, dividers, newPanes, window, health, alerts, desk, levels);
    }

    /// These settings with the window elsewhere.
    public UiSettings withWindow(WindowBounds newWindow) {
        return new UiSettings(
                language,
                look,
                codes,
                selected,
                watchlist,
                dividers,
                panes,
                Optional.of(newWindow),
                health,
                alerts,
                desk,
                levels);
    }

    /// These settings with the feed-health window elsewhere.
    public UiSettings withHealth(WindowBounds newHealth) {
        return new UiSettings(
                language,
                look,
                codes,
                selected,
                watchlist,
                dividers,
                panes,
                window,
                Optional.of(newHealth),
                alerts,
                desk,
                levels);
    }

    /// These settings with other alerts.
    public UiSettings withAlerts(AlertSettings newAlerts) {
        return new UiSettings(
                language, look, codes, selected, watchlist, dividers, panes, window, health, newAlerts, desk, levels);
    }

    /// These settings with another desk.
    public UiSettings withDesk(DeskSettings newDesk) {
        return new UiSettings(
                language, look, codes, selected, watchlist, dividers, panes, window, health, alerts, newDesk, levels);
    }

    /// These settings with other lines drawn in the charts.
    public UiSettings withLevels(List<DrawnLevel> newLevels) {
        return new UiSettings(
                language, look, codes, selected, watchlist, dividers, panes, window, health, alerts, desk, newLevels);
    }
}
