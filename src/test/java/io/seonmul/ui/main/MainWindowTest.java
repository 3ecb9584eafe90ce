// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.watchlist.WatchlistSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The real window, driven by keyboard and mouse.
final class MainWindowTest {
    private static final List<InstrumentCode> THREE = WindowUnderTest.codes("A01612", "A05612", "A06612");

    private final FxRobot robot = new FxRobot();
    private WindowUnderTest test;

    @AfterEach
    void close() {
        if (test != null) {
            Pictures.runOnFx(test::close);
        }
    }

    @Test
    void aTypedCodeIsWatchedAndSelected() throws Exception {
        open(UiSettings.DEFAULT);

        type("a05612");

        assertThat(settings().codes()).containsExactly(new InstrumentCode("A05612"));
        assertThat(settings().selected()).contains(new InstrumentCode("A05612"));
        assertThat(test.session.asked).startsWith("watch A05612");
        assertThat(test.session.asked).contains("depth A05612");
        Pictures.runOnFx(test.window::second);
        assertThat(text("#quota")).isEqualTo("체결 1 + 호가 1 / 41");
        assertThat(test.stage.getTitle()).contains("A05612");
    }

    @Test
    void aBeginningIsCompletedToTheNearMonth() throws Exception {
        open(UiSettings.DEFAULT);
        Pictures.runOnFx(() -> field().requestFocus());

        robot.write("미니", 0);
        await(() -> Window.getWindows().size() > 1);
        Pictures.snap(Window.getWindows().getLast().getScene(), "window-completion");
        press(KeyCode.ENTER);

        await(() -> !settings().codes().isEmpty());
        assertThat(settings().codes()).containsExactly(new InstrumentCode("A05612"));
        assertThat(field().getText()).isEmpty();
        assertThat(robot.lookup("#answer").queryLabeled().isVisible()
                        && robot.lookup("#answerRow").query().isVisible())
                .isFalse();
    }

    @Test
    void whatIsTypedIsEditedWhileTheListIsOpen() throws Exception {
        open(UiSettings.DEFAULT);
        Pictures.runOnFx(() -> field().requestFocus());
        robot.write("미니", 0);
        await(() -> Window.getWindows().size() > 1);

        press(KeyCode.HOME);
        robot.write("1", 0);
        await(() -> field().getText().equals("1미니"));
        press(KeyCode.CONTROL, KeyCode.A);
        robot.write("코스닥", 0);
        await(() -> field().getText().equals("코스닥"));
    }

    @Test
    void aDeadCodeTypedByKeyboardIsNamedAsDead() throws Exception {
        open(UiSettings.DEFAULT);
        Pictures.runOnFx(() -> field().requestFocus());

        robot.write("101W09", 0);
        press(KeyCode.ENTER);

        await(() -> robot.lookup("#answerRow").query().isVisible());
        assertThat(text("#answer")).contains("2025년 12월");
        Pictures.runOnFx(() -> test.snap("window-dead-code"));
    }

    @Test
    void aDeadCodeIsNamedAsDead() throws Exception {
        open(UiSettings.DEFAULT);

        type("101W09");

        assertThat(settings().codes()).isEmpty();
        assertThat(text("#answer")).contains("101W09").contains("2025년 12월");
        assertThat(test.session.asked).isEmpty();
    }

    @Test
    void whatIsNoFutureAndWhatIsThereAlreadyIsRefused() throws Exception {
        open(three());

        type("005930");
        assertThat(text("#answer")).contains("005930").contains("지수선물 코드가 아닙니다");

        type("A06612");
        assertThat(text("#answer")).contains("A06612").contains("이미");
        assertThat(settings().selected()).contains(THREE.getLast());
        assertThat(settings().codes()).isEqualTo(THREE);
    }

    @Test
    void theFortySecondCodeIsRefusedBeforeTheServerDoes() throws Exception {
        List<InstrumentCode> full = IntStream.range(0, SessionStatus.QUOTA)
                .mapToObj(i -> new InstrumentCode(String.format("A%02d%d%02d", 10 + i / 12, 7, 1 + i % 12)))
                .toList();
        open(UiSettings.DEFAULT.withCodes(full, Optional.empty()));

        type("A01612");

        assertThat(settings().codes()).isEqualTo(full);
        assertThat(text("#answer")).contains("41");
        assertThat(test.session.asked).isEmpty();
    }

    @Test
    void aRemovedCodeComesBackWhereItWas() throws Exception {
        open(three());
        press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        focusRows();

        press(KeyCode.DELETE);
        await(() -> settings().codes().size() == 2);
        assertThat(settings().codes()).containsExactly(THREE.get(0), THREE.get(2));
        assertThat(settings().selected()).contains(THREE.get(2));
        assertThat(test.session.asked).contains("unwatch A05612");

        Pictures.runOnFx(() -> button("되돌리기").fire());
        assertThat(settings().codes()).isEqualTo(THREE);
        assertThat(settings().selected()).contains(THREE.get(1));
        assertThat(test.session.asked).endsWith("watch A05612", "depth A05612", "reorder " + THREE);
    }

    @Test
    void keysMoveTheSelectionAndTheRow() throws Exception {
        open(three());
        focusRows();

        press(KeyCode.DOWN);
        await(() -> settings().selected().equals(Optional.of(THREE.get(1))));
        press(KeyCode.ALT, KeyCode.DOWN);
        await(() -> settings().codes().equals(List.of(THREE.get(0), THREE.get(2), THREE.get(1))));
        assertThat(settings().selected()).contains(THREE.get(1));
        press(KeyCode.ALT, KeyCode.UP);
        press(KeyCode.ALT, KeyCode.UP);
        await(() -> settings().codes().equals(List.of(THREE.get(1), THREE.get(0), THREE.get(2))));
        assertThat(test.session.asked).last().isEqualTo("reorder " + settings().codes());
    }

    @Test
    void depthIsDroppedByAKeyWantedAgainByTheMenuAndRemembered() throws Exception {
        open(three());
        focusRows();
        Pictures.runOnFx(test.window::second);
        assertThat(text("#quota")).isEqualTo("체결 3 + 호가 3 / 41");

        press(KeyCode.DOWN);
        press(KeyCode.D);
        await(() -> settings().watchlist().withoutDepth().equals(List.of(THREE.get(1))));
        Pictures.runOnFx(test.window::second);
        assertThat(test.session.asked).last().isEqualTo("no depth A05612");
        assertThat(text("#quota")).isEqualTo("체결 3 + 호가 2 / 41");
        Pictures.runOnFx(() -> test.snap("window-depth-dropped"));

        press(KeyCode.CONTROL, KeyCode.L);
        await(() -> settings().language() == Language.ENGLISH);
        Pictures.runOnFx(() -> {
            ListView<?> list = robot.lookup("#list").queryAs(ListView.class);
            list.getContextMenu().getOnShowing().handle(null);
            list.getContextMenu().getItems().getFirst().fire();
            assertThat(settings().watchlist().withoutDepth()).isEmpty();
        });
        press(KeyCode.CONTROL, KeyCode.D);
        assertThat(settings().watchlist().withoutDepth()).containsExactly(THREE.get(1));
        press(KeyCode.CONTROL, KeyCode.D);
        assertThat(settings().watchlist().withoutDepth()).isEmpty();
        assertThat(test.session.asked).last().isEqualTo("depth A05612");
    }

    @Test
    void theTableIsOpenedSortedAndItsColumnsChosenByKeyboardAndRemembered() throws Exception {
        DemoMarket market = new DemoMarket(7, THREE);
        market.run(Duration.ofMinutes(5));
        open(three());
        Pictures.runOnFx(() -> test.show(market));
        focusRows();

        press(KeyCode.T);
        await(() -> settings().watchlist().form() == WatchlistSettings.Form.TABLE);
        Pictures.runOnFx(() -> test.snap("window-table"));
        press(KeyCode.C);
        await(() -> isShown("열 고르기"));
        Pictures.runOnFx(() -> {
            Stage chooser = (Stage) Window.getWindows().getLast();
            Pictures.snap(chooser.getScene(), "window-columns");
            ListView<?> all = (ListView<?>) chooser.getScene().lookup("#all");
            all.requestFocus();
            all.getSelectionModel().select(0);
        });
        press(KeyCode.SPACE);
        await(() -> settings().watchlist().columns().contains("NAME"));
        press(KeyCode.ESCAPE);
        await(() -> !isShown("열 고르기"));

        Pictures.runOnFx(() -> {
            ListView<?> list = robot.lookup("#list").queryAs(ListView.class);
            list.getContextMenu().getOnShowing().handle(null);
            Menu sorting = (Menu) list.getContextMenu().getItems().stream()
                    .filter(Menu.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            sorting.getItems().stream()
                    .filter(item -> "거래량".equals(item.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
        assertThat(settings().watchlist().sorting()).contains(new WatchlistSettings.Sorting("ACML_VOL", true));
        assertThat(text("#sort")).isEqualTo("거래량 큰 순");
        assertThat(settings().selected()).as("ranking selects nothing else").contains(THREE.getFirst());
        focusRows();
        press(KeyCode.O);
        await(() -> settings().watchlist().sorting().isEmpty());
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        await(() -> settings().watchlist().form() == WatchlistSettings.Form.CARDS);
    }

    @Test
    void aRowIsDraggedToItsPlace() throws Exception {
        open(three());
        List<Node> rows = robot.lookup(".watch-cell:filled").queryAll().stream().toList();

        robot.drag(rows.get(0)).moveTo(rows.get(1)).moveTo(rows.get(2)).drop();

        await(() -> !settings().codes().equals(THREE));
        assertThat(settings().codes()).containsExactly(THREE.get(1), THREE.get(2), THREE.get(0));
        assertThat(settings().selected()).contains(THREE.getFirst());
    }

    @Test
    void slashGoesToTheFieldAndIsTypedInsideOfIt() throws Exception {
        open(three());
        focusRows();

        press(KeyCode.SLASH);
        await(() -> field().isFocused());
        assertThat(field().getText()).isEmpty();
    }

    @Test
    void theLanguageChangesLiveAndFiguresStay() throws Exception {
        open(three());
        DemoMarket market = new DemoMarket(11, THREE);
        market.run(Duration.ofMinutes(2));
        Pictures.runOnFx(() -> test.show(market));
        String last = text("#last");
        assertThat(last).isNotEqualTo("–");
        assertThat(test.stage.getTitle()).contains(last);

        press(KeyCode.CONTROL, KeyCode.L);

        await(() -> settings().language() == Language.ENGLISH);
        assertThat(text("#last")).isEqualTo(last);
        assertThat(text("#name")).isEqualTo("KOSPI200 futures 2026-12");
        assertThat(robot.lookup(".watch-last").queryAllAs(Label.class))
                .anyMatch(label -> label.getText().equals(last));
        press(KeyCode.CONTROL, KeyCode.L);
        await(() -> settings().language() == Language.KOREAN);
        assertThat(text("#name")).isEqualTo("KOSPI200 선물 2026-12");
    }

    @Test
    void themeAndRiseColourChangeLive() throws Exception {
        open(three());

        press(KeyCode.CONTROL, KeyCode.T);
        await(() -> settings().look().theme() == Theme.DARK);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        await(() -> settings().look().greenUp());

        assertThat(test.stage.getScene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("dark.css"));
        assertThat(test.stage.getScene().getRoot().getStyleClass()).contains("green-up");
    }

    @Test
    void anExportTellsWhereItWent(@org.junit.jupiter.api.io.TempDir Path folder) throws Exception {
        open(three());
        test.chosenFile = Optional.of(folder.resolve("snapshot.csv"));

        press(KeyCode.CONTROL, KeyCode.S);

        await(() -> notices().contains("snapshot.csv"));
        assertThat(test.exported).containsExactly(folder.resolve("snapshot.csv"));
    }

    @Test
    void anExportThatFailsSaysWhatToDo() throws Exception {
        open(three());
        test.chosenFile = Optional.of(Path.of("snapshot.csv"));
        test.export = file -> {
            throw new IOException("디스크가 가득 찼습니다.");
        };

        press(KeyCode.CONTROL, KeyCode.S);

        await(() -> notices().contains("디스크가 가득 찼습니다."));
        assertThat(notices()).contains("다시 시도하세요");
    }

    @Test
    void lossesAreToldTogetherAndNotInAStorm() throws Exception {
        open(three());
        DemoMarket market = new DemoMarket(5, THREE);
        market.run(Duration.ofMinutes(3));
        Pictures.runOnFx(() -> test.show(market));
        assertThat(notices()).doesNotContain("유실");

        for (int i = 0; i < 5; i++) {
            market.run(Duration.ofSeconds(20), number -> number % 5 != 0);
            Pictures.runOnFx(() -> test.show(market));
        }

        long shown = Pictures.onFx(() -> robot.lookup(".notice").queryAll().stream()
                .filter(node -> node.getAccessibleText().contains("유실"))
                .count());
        assertThat(shown).isEqualTo(1);
    }

    @Test
    void settingsAndShortcutsOpenByKey() throws Exception {
        open(three());

        press(KeyCode.F1);
        await(() -> isShown("단축키"));
        press(KeyCode.ESCAPE);
        await(() -> !isShown("단축키"));
        Pictures.runOnFx(() -> test.stage.requestFocus());
        press(KeyCode.CONTROL, KeyCode.COMMA);
        await(() -> isShown("설정"));
    }

    private void open(UiSettings settings) {
        Pictures.runOnFx(() -> {
            test = new WindowUnderTest(settings, false, 1000, 960);
            test.window.show();
            test.stage.requestFocus();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static UiSettings three() {
        return UiSettings.DEFAULT.withCodes(THREE, Optional.of(THREE.getFirst()));
    }

    private UiSettings settings() {
        return test.window.settingsProperty().get();
    }

    private TextField field() {
        return robot.lookup("#field").queryAs(TextField.class);
    }

    /// Writes `text` into the field for codes and sends it.
    private void type(String text) throws TimeoutException {
        Pictures.runOnFx(() -> {
            field().requestFocus();
            field().setText(text);
            robot.lookup("#add").queryAs(Button.class).fire();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void focusRows() throws TimeoutException {
        Pictures.runOnFx(() -> {
            test.stage.requestFocus();
            robot.lookup("#list").queryAs(ListView.class).requestFocus();
        });
        await(() -> test.stage.isFocused()
                && robot.lookup("#list").queryAs(ListView.class).isFocused());
    }

    /// Presses the last of `keys` while the others are held, in the newest window: as events, because the robot of the
    /// Headless platform now and then drops a key on a busy machine.
    private static void press(KeyCode... keys) {
        Pictures.runOnFx(() -> {
            Scene scene = Window.getWindows()
                    .filtered(window -> window.isShowing() && window instanceof Stage)
                    .getLast()
                    .getScene();
            Node owner = scene.getFocusOwner();
            Node target = owner == null ? scene.getRoot() : owner;
            List<KeyCode> held = List.of(keys);
            KeyCode key = held.getLast();
            Event.fireEvent(target, event(KeyEvent.KEY_PRESSED, "", key, held));
            if (key == KeyCode.SLASH) {
                Node now = scene.getFocusOwner();
                Event.fireEvent(now == null ? target : now, event(KeyEvent.KEY_TYPED, "/", KeyCode.UNDEFINED, held));
            }
            Event.fireEvent(target, event(KeyEvent.KEY_RELEASED, "", key, held));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static KeyEvent event(EventType<KeyEvent> type, String character, KeyCode key, List<KeyCode> held) {
        return new KeyEvent(
                type,
                character,
                "",
                key,
                held.contains(KeyCode.SHIFT),
                held.contains(KeyCode.CONTROL),
                held.contains(KeyCode.ALT),
                false);
    }

    private String text(String query) {
        return Pictures.onFx(() -> robot.lookup(query).queryAs(Labeled.class).getText());
    }

    private Button button(String word) {
        return robot.lookup((Button button) -> word.equals(button.getText())).queryButton();
    }

    private String notices() {
        return Pictures.onFx(() -> String.join(
                "\n",
                robot.lookup(".notice").queryAll().stream()
                        .map(Node::getAccessibleText)
                        .toList()));
    }

    private static boolean isShown(String title) {
        return Window.getWindows().stream()
                .anyMatch(window ->
                        window.isShowing() && window instanceof Stage stage && title.equals(stage.getTitle()));
    }

    private void await(BooleanSupplier condition) throws TimeoutException {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Pictures.onFx(condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw (TimeoutException) new TimeoutException(Pictures.onFx(() -> "asked " + test.session.asked + ", kept "
                            + settings() + ", keyboard at "
                            + test.stage.getScene().getFocusOwner() + ", windows "
                            + Window.getWindows().stream()
                                    .map(window -> window + " focused " + window.isFocused())
                                    .toList()))
                    .initCause(e);
        }
    }
}
