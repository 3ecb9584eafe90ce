// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.AlertRule;
import java.util.List;
import java.util.stream.Stream;

/// The alerts in force: those that the user wrote, and the lines drawn in the charts. Any thread.
final class AlertsInForce {

    private AlertsInForce() {}

    static List<AlertRule> of(UiSettings settings) {
        Stream<AlertRule> drawn =
                settings.levels().stream().map(level -> AlertRule.lastCrosses(level.code(), level.price()));
        return Stream.concat(settings.alerts().rules().stream(), drawn)
                .distinct()
                .toList();
    }
}
