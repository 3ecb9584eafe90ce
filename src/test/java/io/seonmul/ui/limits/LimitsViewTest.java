// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Keyboard and mouse on the panel in a window, as a person uses them.
final class LimitsViewTest {

    private final LimitLog log = new LimitLog(LimitJournal.NONE, InstantSource.fixed(Instant.EPOCH), fresh -> {});
    private final LimitDesk desk = new LimitDesk(log, AlertSettings.DEFAULT, LimitDesk.Actions.NONE);
    private final LimitsViewModel model =
            new LimitsViewModel(desk, new LimitsSettings(LimitsSettings.Page.EVENTS), new Words(Locale.KOREAN));
    private final LimitSessions session =
            new LimitSessions("A05612").walkTo(1080).walkTo(1000).jump(4);
    private final FxRobot robot = new FxRobot();
    private Stage stage;

    @BeforeEach
    void open() {
        stage = Pictures.onFx(() -> {
            Words words = new Words(Locale.KOREAN);
            Parent root = ViewLoader.load(new LimitsView(model, words), words);
            Scene scene = new Scene(root, 420, 300);
            new Look(Theme.LIGHT, false).apply(scene);
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            InstrumentSnapshot snapshot = session.snapshot();
            log.take(snapshot);
            model.show(snapshot);
            scene.snapshot(null);
            return window;
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(log.entries()).hasSize(3);
    }

    @AfterEach
    void close() {
        Pictures.runOnFx(stage::close);
    }

    private <T extends Node> T find(String selector, Class<T> type) {
        return type.cast(Pictures.onFx(() -> stage.getScene().lookup(selector)));
    }

    @Test
    void enterAcknowledgesTheChosenEventAndMovesToTheNextOpenOne() {
        ListView<?> list = find("#list", ListView.class);
        Pictures.runOnFx(() -> {
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(0);
            log.acknowledge(log.entries().get(1));
        });
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(log.entries().get(0).acknowledgedProperty().get()).isTrue();
        assertThat(log.entries().get(2).acknowledgedProperty().get()).isFalse();
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(2);
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(log.unacknowledgedProperty().get()).isZero();
        assertThat(find("#acknowledgeAll", Node.class).isDisabled()).isTrue();
        assertThat(find("#unacknowledged", Node.class).isVisible()).isFalse();
    }

    @Test
    void clickingARowsMarkAcknowledgesThatRowOnly() {
        ListCell<?> second = Pictures.onFx(() -> stage.getScene().getRoot().lookupAll(".list-cell").stream()
                .map(ListCell.class::cast)
                .filter(cell -> cell.getIndex() == 1)
                .findFirst()
                .orElseThrow());
        robot.clickOn(second.lookup(".acknowledge"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(log.entries())
                .extracting(entry -> entry.acknowledgedProperty().get())
                .containsExactly(false, true, false);
        assertThat(second.lookup(".acknowledge").isVisible()).isFalse();
        assertThat(second.getAccessibleText()).endsWith("확인함");
    }

    @Test
    void allCanBeAcknowledgedAtOnce() {
        robot.clickOn("#acknowledgeAll");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(log.unacknowledgedProperty().get()).isZero();
    }

    @Test
    void theChosenPageIsKeptInTheSettingsAndOneIsAlwaysChosen() {
        assertThat(find("#limitsScroll", Node.class).isVisible()).isFalse();
        robot.clickOn("#limitsPage");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model.settingsProperty().get().page()).isEqualTo(LimitsSettings.Page.LIMITS);
        assertThat(find("#limitsScroll", Node.class).isVisible()).isTrue();
        assertThat(find("#events", Node.class).isVisible()).isFalse();
        robot.clickOn("#limitsPage");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(find("#limitsScroll", Node.class).isVisible()).isTrue();
    }

    @Test
    void aTallPanelShowsBoth() {
        Pictures.runOnFx(() -> stage.setHeight(700));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(find("#limitsScroll", Node.class).isVisible()).isTrue();
        assertThat(find("#events", Node.class).isVisible()).isTrue();
        assertThat(find("#pages", Node.class).isVisible()).isFalse();
    }

    @Test
    void theListKeepsTheChosenEventWhenANewOneComes() {
        ListView<?> list = find("#list", ListView.class);
        LimitEntry chosen = log.entries().get(1);
        Pictures.runOnFx(() -> {
            list.getSelectionModel().clearAndSelect(1);
            log.take(session.code("3").snapshot());
        });
        assertThat(log.entries()).hasSize(4);
        assertThat(list.getSelectionModel().getSelectedItem()).isSameAs(chosen);
    }
}
