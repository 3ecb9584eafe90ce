// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.AlertRule;
import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.chart.DrawnLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/// A line drawn in the chart is an alert of the session, now and after a restart.
final class DrawnLevelsTest {

    private static final List<InstrumentCode> CODES = WindowUnderTest.codes("A05612");

    @Test
    void aLineIsAnAlertUntilItIsRemoved() {
        DemoMarket market = new DemoMarket(7, CODES);
        market.run(Duration.ofMinutes(5));
        Pictures.runOnFx(() -> {
            UiSettings settings = UiSettings.DEFAULT.withCodes(CODES, Optional.of(CODES.getFirst()));
            try (WindowUnderTest test = new WindowUnderTest(settings, true, 1280, 720)) {
                test.window.show();
                test.show(market);
                assertThat(test.session.rules).isEmpty();
                Node chart = test.stage.getScene().lookup(".intraday .drawn-pane");
                press(chart, KeyCode.L);
                UiSettings kept = test.window.remember();
                DrawnLevel level = kept.levels().getFirst();
                AlertRule rule = AlertRule.lastCrosses(CODES.getFirst(), level.price());
                assertThat(test.session.rules).contains(rule);
                try (WindowUnderTest next = new WindowUnderTest(kept, true, 1280, 720)) {
                    assertThat(next.session.rules).contains(rule);
                }
                press(chart, KeyCode.DELETE);
                assertThat(test.session.rules).isEmpty();
            }
        });
    }

    private static void press(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
