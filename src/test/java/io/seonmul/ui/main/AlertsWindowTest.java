// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.AlertFigure;
import io.seonmul.market.AlertRule;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Price;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.limits.AlertSettings;
import io.seonmul.ui.limits.Telling;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// A rule on its way: from the settings and from the alerts' window to the session, and back to the settings.
final class AlertsWindowTest {
    private static final AlertRule LEVEL = AlertRule.lastCrosses(new InstrumentCode("A05612"), Price.parse("1080.30"));

    @Test
    void rulesOfTheSettingsAndOfTheWindowReachTheSession() {
        AlertSettings alerts =
                new AlertSettings(List.of(LEVEL), true, new Telling(false, true, true), new Telling(false, true, true));
        Pictures.runOnFx(() -> {
            UiSettings settings = UiSettings.DEFAULT
                    .withCodes(
                            WindowUnderTest.codes("A05612"),
                            WindowUnderTest.codes("A05612").stream().findFirst())
                    .withAlerts(alerts);
            try (WindowUnderTest test = new WindowUnderTest(settings, false, 1280, 720)) {
                assertThat(test.session.rules).containsExactly(LEVEL);
                test.window.show();
                test.window.tellDesktop("경고 A05612", "A05612 가격제한폭 도달");
                assertThat(Window.getWindows()).as("a note on the desktop").anyMatch(PopupWindow.class::isInstance);
                test.window.run(Command.ALERTS);
                Stage opened = opened();
                node(opened, "#search", TextField.class).setText("체결강도");
                node(opened, "#value", TextField.class).setText("120");
                node(opened, "#save", Button.class).fire();
                assertThat(test.session.rules)
                        .extracting(AlertRule::figure)
                        .containsExactly(AlertFigure.LAST, AlertFigure.STRENGTH);
                assertThat(test.window.settingsProperty().get().alerts().rules())
                        .isEqualTo(test.session.rules);
                assertThat(node(opened, "#list", ListView.class).getItems().size())
                        .isEqualTo(2);
            }
        });
    }

    @Test
    void escapeClosesTheWindowWhicheverControlHasTheKeyboard() {
        Pictures.runOnFx(() -> {
            UiSettings settings = UiSettings.DEFAULT.withCodes(WindowUnderTest.codes("A05612"), Optional.empty());
            try (WindowUnderTest test = new WindowUnderTest(settings, false, 1280, 720)) {
                test.window.show();
                for (String id : List.of("#list", "#code", "#search", "#figures", "#value", "#save")) {
                    test.window.run(Command.ALERTS);
                    Stage opened = opened();
                    Node focused = opened.getScene().lookup(id);
                    focused.requestFocus();
                    Event.fireEvent(
                            focused,
                            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
                    assertThat(opened.isShowing()).as(id).isFalse();
                }
            }
        });
    }

    private static Stage opened() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(stage -> stage.getTitle().equals("내 알림과 소리"))
                .findFirst()
                .orElseThrow();
    }

    private static <N extends Node> N node(Stage stage, String id, Class<N> type) {
        return type.cast(stage.getScene().lookup(id));
    }
}
