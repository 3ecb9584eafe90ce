// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.chart.ChartSettings;
import io.seonmul.ui.ladder.LadderSettings;
import io.seonmul.ui.limits.LimitsSettings;
import io.seonmul.ui.openinterest.OpenInterestSettings;
import io.seonmul.ui.timesales.TradesSettings;

/// What the user set in each pane. Immutable.
///
/// @param ladder of the price ladder
/// @param chart of the intraday chart
/// @param interest of the open-interest pane
/// @param limits of the limits pane
/// @param trades of time and sales
public record PaneSettings(
        LadderSettings ladder,
        ChartSettings chart,
        OpenInterestSettings interest,
        LimitsSettings limits,
        TradesSettings trades) {

    /// What a new user sees.
    public static final PaneSettings DEFAULT = new PaneSettings(
            LadderSettings.DEFAULT,
            ChartSettings.DEFAULT,
            OpenInterestSettings.DEFAULT,
            LimitsSettings.DEFAULT,
            TradesSettings.DEFAULT);

    PaneSettings withLadder(LadderSettings newLadder) {
        return new PaneSettings(newLadder, chart, interest, limits, trades);
    }

    PaneSettings withChart(ChartSettings newChart) {
        return new PaneSettings(ladder, newChart, interest, limits, trades);
    }

    PaneSettings withInterest(OpenInterestSettings newInterest) {
        return new PaneSettings(ladder, chart, newInterest, limits, trades);
    }

    PaneSettings withLimits(LimitsSettings newLimits) {
        return new PaneSettings(ladder, chart, interest, newLimits, trades);
    }

    PaneSettings withTrades(TradesSettings newTrades) {
        return new PaneSettings(ladder, chart, interest, limits, newTrades);
    }
}
