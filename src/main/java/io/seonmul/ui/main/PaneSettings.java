// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.chart.ChartSettings;
import io.seonmul.ui.ladder.LadderSettings;
import io.seonmul.ui.limits.LimitsSettings;
import io.seonmul.ui.openinterest.OpenInterestSettings;

/// What the user set in each pane. Immutable.
///
/// @param ladder of the price ladder
/// @param chart of the intraday chart
/// @param interest of the open-interest pane
/// @param limits of the limits pane
public record PaneSettings(
        LadderSettings ladder, ChartSettings chart, OpenInterestSettings interest, LimitsSettings limits) {

    /// What a new user sees.
    public static final PaneSettings DEFAULT = new PaneSettings(
            LadderSettings.DEFAULT, ChartSettings.DEFAULT, OpenInterestSettings.DEFAULT, LimitsSettings.DEFAULT);

    PaneSettings withLadder(LadderSettings newLadder) {
        return new PaneSettings(newLadder, chart, interest, limits);
    }

    PaneSettings withChart(ChartSettings newChart) {
        return new PaneSettings(ladder, newChart, interest, limits);
    }

    PaneSettings withInterest(OpenInterestSettings newInterest) {
        return new PaneSettings(ladder, chart, newInterest, limits);
    }

    PaneSettings withLimits(LimitsSettings newLimits) {
        return new PaneSettings(ladder, chart, interest, newLimits);
    }
}
