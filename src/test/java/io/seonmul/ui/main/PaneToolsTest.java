// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Language;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The tools above the panes' pictures: what is written on them, and where the keyboard is after them.
final class PaneToolsTest {
    private static final List<InstrumentCode> CODES = WindowUnderTest.codes("A01612", "A05612", "A06612");
    private static final DemoMarket MARKET = new DemoMarket(7, CODES);
    private static final UiSettings SETTINGS = UiSettings.DEFAULT.withCodes(CODES, Optional.of(CODES.getFirst()));

    @BeforeAll
    static void trade() {
        MARKET.run(Duration.ofMinutes(20));
    }

    @Test
    void theKeysOfAPictureWorkAfterAClickOnATool() {
        Pictures.runOnFx(() -> {
            try (WindowUnderTest test = open(SETTINGS, 1600, 950)) {
                for (String tool : List.of("3분", "1분")) {
                    click(labelled(test, ".intraday-intervals .toggle-button", tool));
                    assertThat(focused(test)).isEqualTo("ChartCanvas");
                }
                assertThat(labelled(test, ".toggle-button", "1분").isSelected()).isTrue();
                Node fit = Objects.requireNonNull(test.stage.getScene().lookup("#fit"));
                click(fit);
                assertThat(focused(test)).isEqualTo("ChartCanvas");
                ComboBox<?> trades = (ComboBox<?>) test.stage.getScene().lookup("#tradeIntervals");
                trades.requestFocus();
                trades.show();
                trades.hide();
                assertThat(focused(test)).isEqualTo("ChartCanvas");
                click(labelled(test, ".ladder .toggle-button", "10"));
                assertThat(focused(test)).isEqualTo("LadderCanvas");
                // Who walks with the keyboard stays there.
                fit.requestFocus();
                fit.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.SPACE, false, false, false, false));
                fit.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", KeyCode.SPACE, false, false, false, false));
                assertThat(focused(test)).isEqualTo("ToggleButton");
            }
        });
    }

    @Test
    void theListOfTradeBarsKeepsItsNameAfterAChoiceAndBack() {
        Pictures.runOnFx(() -> {
            try (WindowUnderTest test = open(SETTINGS, 1600, 950)) {
                assertThat(onClosedList(test)).isEqualTo("틱·계약");
                ComboBox<?> trades = (ComboBox<?>) test.stage.getScene().lookup("#tradeIntervals");
                for (int round = 0; round < 2; round++) {
                    trades.getSelectionModel().select(2);
                    test.stage.getScene().snapshot(null);
                    assertThat(onClosedList(test)).isEqualTo("100틱");
                    click(labelled(test, ".intraday-intervals .toggle-button", "1분"));
                    test.snap("chart-trade-bars-" + round);
                    assertThat(onClosedList(test)).isEqualTo("틱·계약");
                }
            }
        });
    }

    /// No name of a tool is cut to dots, at any size of window or text, in either language.
    @Test
    void noToolIsCutToDots() {
        for (Language language : Language.values()) {
            for (int percent : new int[] {90, 100, 125, 150}) {
                for (int[] size : new int[][] {{1920, 1080}, {1440, 900}, {1280, 720}}) {
                    Pictures.runOnFx(() -> {
                        UiSettings settings = SETTINGS.withLanguage(language)
                                .withLook(SETTINGS.look().withPercent(percent));
                        try (WindowUnderTest test = open(settings, size[0], size[1])) {
                            assertAllWhole(test, "%s %d %% %d".formatted(language, percent, size[0]));
                            test.window.run(Command.LAYOUT_LADDERS);
                            layout(test);
                            // Where there is something to undo there is one tool more.
                            test.stage.getScene().getRoot().lookupAll("#reset").stream()
                                    .map(Button.class::cast)
                                    .filter(reset -> !reset.isDisabled())
                                    .forEach(Button::fire);
                            layout(test);
                            assertAllWhole(test, "%s %d %% %d ladders".formatted(language, percent, size[0]));
                        }
                    });
                }
            }
        }
    }

    private static void assertAllWhole(WindowUnderTest test, String when) {
        for (String kind : List.of(".button", ".toggle-button", ".menu-button")) {
            test.stage.getScene().getRoot().lookupAll(".desk-pane " + kind).forEach(tool -> assertWhole(tool, when));
        }
    }

    private static void layout(WindowUnderTest test) {
        test.stage.getScene().snapshot(null);
        test.stage.getScene().snapshot(null);
    }

    private static void assertWhole(Node tool, String when) {
        if (tool instanceof Labeled named && isSeen(tool) && !named.getText().isEmpty()) {
            named.lookupAll(".text").stream()
                    .filter(Text.class::isInstance)
                    .map(Text.class::cast)
                    .filter(text -> named.equals(text.getParent()))
                    .forEach(text -> assertThat(text.getText()).as(when).isEqualTo(named.getText()));
        }
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static WindowUnderTest open(UiSettings settings, int width, int height) {
        WindowUnderTest test = new WindowUnderTest(settings, false, width, height);
        test.window.show();
        test.show(MARKET);
        layout(test);
        return test;
    }

    private static String focused(WindowUnderTest test) {
        return test.stage.getScene().getFocusOwner().getClass().getSimpleName();
    }

    private static String onClosedList(WindowUnderTest test) {
        return ((ListCell<?>) test.stage.getScene().lookup("#tradeIntervals > .list-cell")).getText();
    }

    private static ToggleButton labelled(WindowUnderTest test, String selector, String text) {
        return test.stage.getScene().getRoot().lookupAll(selector).stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static void click(Node node) {
        node.requestFocus(); // as a press does
        mouse(node, MouseEvent.MOUSE_PRESSED);
        mouse(node, MouseEvent.MOUSE_RELEASED);
        assertThat(node).isInstanceOf(ButtonBase.class);
    }

    private static void mouse(Node node, EventType<MouseEvent> type) {
        Bounds at = node.localToScene(node.getBoundsInLocal());
        double x = at.getCenterX();
        double y = at.getCenterY();
        node.fireEvent(new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null));
    }
}
