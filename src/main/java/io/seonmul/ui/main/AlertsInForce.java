// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.AlertRule;
import io.seonmul.ui.chart.ChartSettings;
import java.util.List;
import java.util.stream.Stream;

/// The alerts in force: those that the user wrote, and the lines drawn in the charts of the desk. Any thread.
final class AlertsInForce {

    private AlertsInForce() {}

    static List<AlertRule> of(UiSettings settings) {
        Stream<AlertRule> drawn = charts(settings)
                .flatMap(chart -> chart.levels().stream())
                .map(level -> AlertRule.lastCrosses(level.code(), level.price()));
        return Stream.concat(settings.alerts().rules().stream(), drawn)
                .distinct()
                .toList();
    }

    private static Stream<ChartSettings> charts(UiSettings settings) {
        return settings.desk()
                .desk()
                .map(desk -> desk.panes().stream()
                        .filter(pane -> pane.kind() == PaneKind.CHART)
                        .map(pane -> pane.settings().chart()))
                .orElseGet(() -> Stream.of(settings.panes().chart()));
    }
}
