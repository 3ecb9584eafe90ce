// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.protocol.TickField;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Keyboard and mouse on the window's content, as a person uses them.
final class HealthViewTest {

    private final HealthFeed feed = HealthFeed.fromTheOpening()
            .run(Duration.ofMinutes(2))
            .run(Duration.ofMinutes(1), number -> number % 40 != 0);
    private final HealthViewModel model = new HealthViewModel(
            new HealthSettings(HealthSettings.Page.RECORD, ""),
            new Words(Locale.KOREAN),
            InstantSource.fixed(HealthFeed.NOW));
    private final FxRobot robot = new FxRobot();
    private Stage stage;

    @BeforeEach
    void open() {
        stage = Pictures.onFx(() -> {
            Words words = new Words(Locale.KOREAN);
            Parent root = ViewLoader.load(new HealthView(model, words), words);
            Scene scene = new Scene(root, 900, 600);
            new Look(Theme.LIGHT, false).apply(scene);
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            model.show(feed.flowing());
            model.show(feed.snapshot());
            model.second(HealthFeed.NOW);
            scene.snapshot(null);
            window.requestFocus();
            return window;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        Pictures.runOnFx(stage::close);
    }

    private <T extends Node> T find(String selector, Class<T> type) {
        return type.cast(Pictures.onFx(() -> stage.getScene().lookup(selector)));
    }

    private String text(String selector) {
        return Pictures.onFx(() -> find(selector, Labeled.class).getText());
    }

    private static String copied() {
        return Pictures.onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void pauseHoldsTheRecordAndSaysHowManyCame() {
        String held = feed.newest();
        robot.clickOn("#pause");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model.inspector().pausedProperty().get()).isTrue();
        assertThat(text("#pause")).isEqualTo("이어 보기");

        long before = feed.snapshot().version();
        feed.run(Duration.ofSeconds(20));
        Pictures.runOnFx(() -> {
            model.show(feed.snapshot());
            model.second(HealthFeed.NOW.plusSeconds(1));
        });
        assertThat(text("#note")).contains("이후 " + (feed.snapshot().version() - before) + "건");

        Pictures.runOnFx(() -> robot.lookup("#copy").queryButton().fire());
        assertThat(copied()).isEqualTo(held);

        press(KeyCode.CONTROL, KeyCode.P);
        assertThat(model.inspector().pausedProperty().get()).isFalse();
        assertThat(text("#pause")).isEqualTo("멈춤");
        Pictures.runOnFx(() -> robot.lookup("#copy").queryButton().fire());
        assertThat(copied()).isEqualTo(feed.newest());
    }

    @Test
    void theFilterIsReachedByKeyAndClearedByEscape() {
        robot.clickOn("#lossesPage");
        press(KeyCode.CONTROL, KeyCode.F);
        TextField filter = find("#filter", TextField.class);
        assertThat(filter.isFocused()).isTrue();
        assertThat(model.settingsProperty().get().page()).isEqualTo(HealthSettings.Page.RECORD);

        robot.write("cttr");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(find("#fields", TableView.class).getItems().size()).isEqualTo(1);
        assertThat(model.settingsProperty().get().filter()).isEqualTo("cttr");

        press(KeyCode.DOWN);
        press(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied().split("\t")).startsWith("30", TickField.CTTR.name(), "체결강도", "Trade strength");

        Pictures.runOnFx(filter::requestFocus);
        press(KeyCode.ESCAPE);
        assertThat(filter.getText()).isEmpty();
        assertThat(find("#fields", TableView.class).getItems().size()).isEqualTo(50);
    }

    @Test
    void chosenGapsAreCopiedAsText() {
        robot.clickOn("#lossesPage");
        TableView<?> gaps = find("#gaps", TableView.class);
        Pictures.runOnFx(() -> {
            gaps.requestFocus();
            gaps.getSelectionModel().selectRange(0, 2);
        });
        press(KeyCode.CONTROL, KeyCode.C);

        assertThat(copied().lines()).hasSize(3).first().asString().startsWith("종목\t부터\t까지\t계약");
        assertThat(copied()).contains("\n" + HealthFeed.MINI + "\t");
    }

    @Test
    void aChosenGapStaysChosenWhenANewOneComes() {
        robot.clickOn("#lossesPage");
        TableView<?> gaps = find("#gaps", TableView.class);
        Pictures.runOnFx(() -> gaps.getSelectionModel().clearAndSelect(1));
        Object chosen = gaps.getSelectionModel().getSelectedItem();
        int before = gaps.getItems().size();

        feed.run(Duration.ofSeconds(5), number -> false).run(Duration.ofSeconds(20));
        Pictures.runOnFx(() -> {
            model.show(feed.snapshot());
            model.second(HealthFeed.NOW.plusSeconds(1));
        });

        assertThat(gaps.getItems()).hasSizeGreaterThan(before);
        assertThat(gaps.getSelectionModel().getSelectedItem()).isSameAs(chosen);
    }

    @Test
    void aLargeWindowShowsEverythingAtOnce() {
        assertThat(find("#losses", Node.class).isVisible()).isFalse();
        Pictures.runOnFx(() -> {
            stage.setWidth(1480);
            stage.setHeight(860);
            stage.getScene().snapshot(null);
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(find("#losses", Node.class).isVisible()).isTrue();
        assertThat(find("#checks", Node.class).isVisible()).isTrue();
        assertThat(find("#recordPlace", Node.class).isVisible()).isTrue();
        assertThat(find("#pages", Node.class).isVisible()).isFalse();
    }
}
