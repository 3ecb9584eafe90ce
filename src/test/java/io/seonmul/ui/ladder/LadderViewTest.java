// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Price;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The ladder in a window, moved by keys, wheel and pointer as a user moves it.
final class LadderViewTest {

    private final FxRobot robot = new FxRobot();
    private final Feed feed = new Feed(Feed.MINI, 7, LocalTime.of(8, 44)).run(Duration.ofMinutes(4));
    private final LadderViewModel model = new LadderViewModel(new Words(Locale.ENGLISH), LadderSettings.DEFAULT);
    private final List<String> alerts = new ArrayList<>();
    private Stage stage;
    private LadderCanvas canvas;

    @BeforeEach
    void open() {
        Pictures.runOnFx(() -> {
            Words words = new Words(Locale.ENGLISH);
            Button elsewhere = new Button("elsewhere");
            Parent ladder = ViewLoader.load(
                    new LadderView(model, words, (code, price) -> alerts.add(code + " " + price)), words);
            VBox.setVgrow(ladder, Priority.ALWAYS);
            VBox root = new VBox(elsewhere, ladder);
            Scene scene = new Scene(root, 400, 700);
            new Look(Theme.LIGHT, false).apply(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            elsewhere.requestFocus();
            model.show(feed.snapshot());
            canvas = (LadderCanvas) root.lookup(".ladder-canvas");
        });
        robot.moveTo(new Point2D(900, 900));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        Pictures.runOnFx(stage::close);
    }

    private LadderRows window() {
        return Pictures.onFx(() -> model.window().orElseThrow());
    }

    private Price last() {
        return feed.snapshot().tick().last();
    }

    private void trade(int ticksAway) {
        feed.trade(last().plus(Price.ofHundredths(2L * ticksAway)));
        Pictures.runOnFx(() -> model.show(feed.snapshot()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void focus() {
        Pictures.runOnFx(canvas::requestFocus);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Point2D middleOf(int row) {
        return Pictures.onFx(() -> {
            Bounds bounds = canvas.localToScreen(canvas.getBoundsInLocal());
            return new Point2D(
                    bounds.getCenterX(),
                    bounds.getMinY() + canvas.grid().top(row) + canvas.grid().rowHeight() / 2.0);
        });
    }

    private boolean visible(String selector) {
        return Pictures.onFx(() -> {
            Node node = stage.getScene().lookup(selector);
            return node.isVisible();
        });
    }

    @Test
    void keysMoveTheRows() {
        focus();
        LadderRows start = window();
        robot.type(KeyCode.UP);
        assertThat(window().ticksAbove(start)).isEqualTo(1);
        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        assertThat(window().ticksAbove(start)).isEqualTo(-1);
        robot.type(KeyCode.PAGE_UP);
        assertThat(window().ticksAbove(start)).isEqualTo(start.count() - 2);
        robot.type(KeyCode.PAGE_DOWN);
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(visible(".ladder-hint")).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(window()).isEqualTo(start);
        assertThat(visible(".ladder-hint")).isFalse();
        robot.type(KeyCode.UP, KeyCode.HOME);
        assertThat(window()).isEqualTo(start);
    }

    @Test
    void bracketsGroupAndTheButtonsFollow() {
        focus();
        robot.type(KeyCode.CLOSE_BRACKET, KeyCode.CLOSE_BRACKET);
        assertThat(window().grouping()).isEqualTo(5);
        assertThat(Pictures.onFx(() -> stage.getScene().getRoot().lookupAll(".toggle-button").stream()
                        .filter(button -> ((ToggleButton) button).isSelected())
                        .map(button -> ((ToggleButton) button).getText())
                        .toList()))
                .containsExactly("5");
        robot.type(KeyCode.OPEN_BRACKET);
        assertThat(window().grouping()).isEqualTo(2);
        robot.clickOn("10");
        assertThat(window().grouping()).isEqualTo(10);
        robot.clickOn("10");
        assertThat(window().grouping()).as("one grouping is always chosen").isEqualTo(10);
        assertThat(Pictures.onFx(() -> model.settings().get())).isEqualTo(LadderSettings.DEFAULT.withGrouping(10));
    }

    @Test
    void theWheelMovesByRows() {
        robot.moveTo(middleOf(4));
        LadderRows start = window();
        robot.scroll(2, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        long moved = window().ticksAbove(start);
        assertThat(moved).isPositive();
        robot.scroll(2, VerticalDirection.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window().ticksAbove(start)).isZero();
    }

    @Test
    void rowsStandStillUnderThePointerAndFollowWhenItHasGone() {
        robot.moveTo(middleOf(4));
        WaitForAsyncUtils.waitForFxEvents();
        LadderRows start = window();
        assertThat(Pictures.onFx(() -> model.hoveredRow())).hasValue(4);
        trade(60);
        assertThat(window()).isEqualTo(start);
        assertThat(visible(".ladder-hint")).isTrue();

        robot.moveTo(new Point2D(900, 900));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Pictures.onFx(() -> model.hoveredRow())).isEmpty();
        assertThat(window().rowOf(last())).isEqualTo(start.count() / 2);
    }

    @Test
    void rowsStandStillUnderTheKeyboardUntilItIsGivenBack() {
        focus();
        LadderRows start = window();
        trade(-60);
        assertThat(window()).isEqualTo(start);
        robot.type(KeyCode.ESCAPE);
        assertThat(window().rowOf(last())).isEqualTo(start.count() / 2);
    }

    @Test
    void thePictureStandsUnderAPointerThatMovesAndEscapeShowsThePresent() {
        robot.moveTo(middleOf(4));
        WaitForAsyncUtils.waitForFxEvents();
        Price before = last();
        trade(3);
        assertThat(visible(".ladder-frozen")).isTrue();
        assertThat(shownLast()).isEqualTo(before);
        assertThat(Pictures.onFx(() -> model.lines().frozen().get()))
                .isEqualTo("Held · since then trades 1, contracts 1, Δ +1, +3 ticks");
        focus();
        robot.type(KeyCode.ESCAPE);
        assertThat(shownLast()).isEqualTo(last());
        assertThat(visible(".ladder-frozen")).isFalse();
    }

    private Price shownLast() {
        return Pictures.onFx(() -> model.page().rows().stream()
                .filter(row -> row.last)
                .map(LadderRow::price)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void theMiddleButtonTakesBackToTheLastPrice() {
        robot.moveTo(middleOf(4));
        Pictures.runOnFx(() -> model.scroll(7));
        robot.clickOn(middleOf(5), MouseButton.MIDDLE);
        assertThat(window().rowOf(last())).isEqualTo(window().count() / 2);
    }

    @Test
    void keysCountTheVolumeAnewAndTakeThatBack() {
        focus();
        assertThat(visible(".ladder-undo")).isFalse();
        robot.type(KeyCode.R);
        assertThat(visible(".ladder-undo")).isTrue();
        assertThat(Pictures.onFx(() -> model.page().mostTraded())).isZero();
        robot.press(KeyCode.SHIFT).type(KeyCode.R).release(KeyCode.SHIFT);
        assertThat(Pictures.onFx(() -> model.page().mostTraded())).isPositive();
        robot.clickOn(".ladder-reset");
        assertThat(Pictures.onFx(() -> model.page().mostTraded())).isZero();
        robot.clickOn(".ladder-undo");
        assertThat(Pictures.onFx(() -> model.page().mostTraded())).isPositive();
    }

    @Test
    void nothingMovesByItselfForLongerThanAGlow() throws TimeoutException {
        trade(2);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, model.animated().not());
        assertThat(Pictures.onFx(() -> model.page().rows())).allMatch(row -> row.heat == 0);
    }

    @Test
    void theHintTakesBackToTheLastPrice() {
        focus();
        trade(80);
        robot.clickOn(".ladder-hint");
        assertThat(window().rowOf(last())).isEqualTo(window().count() / 2);
        assertThat(Pictures.onFx(() -> canvas.isFocused())).isTrue();
    }

    @Test
    void aMarkOfTheLegendIsGoneTo() {
        LadderMark high = model.marks().stream()
                .filter(mark -> mark.kind() == LadderMark.Kind.HIGH)
                .findFirst()
                .orElseThrow();
        robot.clickOn("Marks");
        robot.clickOn(Pictures.onFx(() -> model.legend(high)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window().rowOfMark(high.price())).isEqualTo(window().count() / 2);
    }

    @Test
    void aScreenReaderIsToldInOneSentence() {
        assertThat(Pictures.onFx(() -> canvas.getAccessibleText()))
                .startsWith("Price ladder, Mini KOSPI200 futures 2026-11, last ")
                .contains(", best bid ", " with ", ", VWAP ", " the last price, volume ", "best quote only");
    }

    @Test
    void aRightClickOnARowOffersAnAlertThereAndItsReset() {
        Price price = Pictures.onFx(() -> model.priceAt(5).orElseThrow());
        Point2D row =
                Pictures.onFx(() -> canvas.localToScreen(100, canvas.grid().top(5) + 5.0));
        robot.moveTo(row).clickOn(MouseButton.SECONDARY);
        WaitForAsyncUtils.waitForFxEvents();
        ContextMenu menu = Pictures.onFx(() -> (ContextMenu) Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .findFirst()
                .orElseThrow());
        Pictures.runOnFx(() -> {
            assertThat(menu.getItems()).hasSize(3);
            menu.getItems().getFirst().fire();
            menu.hide();
        });
        assertThat(alerts).containsExactly(Feed.MINI + " " + price);
    }
}
