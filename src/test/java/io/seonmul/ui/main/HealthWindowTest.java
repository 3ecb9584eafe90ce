// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitEvent;
import io.seonmul.session.CodeState;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.StagedCodes;
import io.seonmul.ui.fx.Theme;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The feed-health window beside the real main window.
final class HealthWindowTest {
    private static final List<InstrumentCode> CODES = WindowUnderTest.codes("A01612", "A05612");

    private final FxRobot robot = new FxRobot();
    private final DemoMarket market = new DemoMarket(3, CODES);
    private WindowUnderTest test;

    @BeforeEach
    void open() {
        market.run(Duration.ofMinutes(3));
        Pictures.runOnFx(() -> {
            test = new WindowUnderTest(
                    UiSettings.DEFAULT.withCodes(CODES, Optional.of(CODES.getFirst())), false, 980, 700);
            test.window.show();
            test.show(market);
            test.stage.requestFocus();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        Pictures.runOnFx(test::close);
    }

    private static Optional<Stage> shown(String title) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(stage -> title.equals(stage.getTitle()))
                .findFirst();
    }

    private static Stage health() {
        return Pictures.onFx(() -> shown("수신 상태").or(() -> shown("Feed health")).orElseThrow());
    }

    private static String text(String selector) {
        return Pictures.onFx(() -> ((Label) health().getScene().lookup(selector)).getText());
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void itFollowsCodeLanguageAndLookOfTheMainWindow() {
        press(KeyCode.CONTROL, KeyCode.I);
        assertThat(text("#code")).isEqualTo("A01612");
        assertThat(text("#headline")).startsWith("유실 없음");

        Pictures.runOnFx(() -> test.window.run(Command.NEXT));
        assertThat(text("#code")).isEqualTo("A05612");
        Pictures.runOnFx(() -> test.window.run(Command.THEME));
        assertThat(health().getScene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("dark.css"));
        Pictures.runOnFx(() -> test.window.run(Command.RISE_COLOR));
        Pictures.runOnFx(() -> test.window.run(Command.LANGUAGE));
        assertThat(health().getTitle()).isEqualTo("Feed health");
        assertThat(text("#code")).isEqualTo("A05612");
        assertThat(text("#headline")).startsWith("Nothing lost since");
        assertThat(health().getScene().getRoot().getStyleClass()).contains("green-up");
        assertThat(test.window.settingsProperty().get().look().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void theOrderBooksRegistrationIsToldBesideTheTrades() {
        press(KeyCode.CONTROL, KeyCode.I);
        assertThat(text("#depthState")).isEqualTo("수신");
        assertThat(text("#depthRecords")).isEqualTo("0");
        test.session.depths.put(CODES.getFirst(), StagedCodes.NO_ROOM);
        Pictures.runOnFx(test.window::second);
        assertThat(text("#depthState")).isEqualTo("자리 없음");
        test.session.depths.put(CODES.getFirst(), new CodeState.Requested());
        Pictures.runOnFx(test.window::second);
        assertThat(text("#depthState")).isEqualTo("등록 중");
        Pictures.runOnFx(() -> {
            test.window.run(Command.DEPTH);
            test.window.second();
        });
        assertThat(text("#depthState")).isEqualTo("끔");
    }

    @Test
    void anEventInTheLogOpensTheRecordThatCausedIt() {
        InstrumentSnapshot snapshot = market.snapshots().getLast();
        String cause = snapshot.tick().raw();
        LimitEvent event = new LimitEvent(
                1,
                snapshot.code(),
                snapshot.tick().time(),
                snapshot.tick().receivedAt(),
                LimitEvent.Kind.BAND_CONSUMED,
                LimitEvent.Severity.WARNING,
                snapshot.tick().last(),
                Optional.empty(),
                31,
                "",
                0,
                Optional.empty(),
                cause);
        Pictures.runOnFx(() -> {
            test.board.publish(with(snapshot, event));
            test.window.onFrame();
            Node list = test.stage.getScene().lookup(".limits .list-view");
            ((ListView<?>) list).getSelectionModel().selectFirst();
            Event.fireEvent(list, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, true, false, false));
        });
        assertThat(text("#code")).isEqualTo(snapshot.code().text());
        assertThat(text("#note")).startsWith(snapshot.code() + " ").contains("실시간 가격제한 범위 대폭 소진");

        assertThat(Pictures.onFx(() -> health().getScene()
                        .lookup("#fields")
                        .getParent()
                        .getParent()
                        .isVisible()))
                .as("its page is the one that is seen")
                .isTrue();

        market.run(Duration.ofMinutes(1));
        Pictures.runOnFx(() -> test.show(market));
        assertThat(text("#note")).contains("실시간 가격제한 범위 대폭 소진").doesNotContain("이후 0건");
        Pictures.snap(health().getScene(), "health-cause-ko-light");
    }

    private static InstrumentSnapshot with(InstrumentSnapshot known, LimitEvent event) {
        return new InstrumentSnapshot(
                known.contract(),
                known.version(),
                known.tick(),
                known.previous(),
                known.aggressor(),
                known.doubts(),
                known.depth(),
                known.joinedAt(),
                known.joinedAtStart(),
                known.second(),
                known.extremes(),
                known.bars(),
                known.trades(),
                known.profile(),
                known.openInterestSteps(),
                known.limits(),
                List.of(event),
                known.audit());
    }

    @Test
    void itIsShownAgainWhereItStoodAndClosesWithTheMainWindow() {
        press(KeyCode.CONTROL, KeyCode.I);
        Pictures.runOnFx(() -> {
            health().setX(40);
            health().setY(30);
            health().setWidth(800);
            health().setHeight(560);
        });
        WaitForAsyncUtils.waitForFxEvents();
        Pictures.runOnFx(() -> health().requestFocus());
        press(KeyCode.ESCAPE);
        assertThat(Pictures.onFx(() -> shown("수신 상태"))).isEmpty();
        assertThat(test.window.settingsProperty().get().health()).contains(new WindowBounds(40, 30, 800, 560, false));

        Pictures.runOnFx(() -> test.window.run(Command.HEALTH));
        assertThat(health().getWidth()).isEqualTo(800);
        assertThat(health().getX()).isEqualTo(40);
        Pictures.runOnFx(test::close);
        assertThat(Pictures.onFx(() -> shown("수신 상태"))).isEmpty();
    }

    @Test
    void aLossIsSaidOnceItIsProved() {
        press(KeyCode.CONTROL, KeyCode.I);
        market.run(Duration.ofMinutes(1), number -> number % 9 != 0);
        Pictures.runOnFx(() -> test.show(market));
        // The window's clock stands still here, so the second that writes what waits has to go by.
        Pictures.runOnFx(test.window::second);
        assertThat(text("#headline")).contains("계약 유실");
        Pictures.snap(health().getScene(), "health-window");
    }
}
