// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// The desk in the real window: panes are moved, linked, detached and found again.
final class DeskWindowTest {
    private static final List<InstrumentCode> THREE = WindowUnderTest.codes("A01612", "A05612", "A06612");
    private static final DemoMarket MARKET = new DemoMarket(7, THREE);

    /// JavaFX's own log of styles; held here, as a logger that nobody holds loses its handlers.
    private static final Logger CSS = Logger.getLogger("javafx.css");

    private WindowUnderTest test;

    @BeforeAll
    static void trade() {
        MARKET.run(Duration.ofMinutes(30));
    }

    @AfterEach
    void close() {
        if (test != null) {
            Pictures.runOnFx(test::close);
        }
    }

    @Test
    void severalLaddersAndChartsShowACodeEach() {
        open(three());
        Pictures.runOnFx(() -> {
            current("호가");
            run(Command.NEW_LADDER);
            run(Command.PANE_LINK_B, Command.LINK_B, Command.NEXT);
            assertThat(titles()).contains("호가", "호가");
            assertThat(codes(PaneKind.LADDER)).containsExactly(THREE.get(0), THREE.get(1));
            assertThat(settings().selected()).contains(THREE.get(1));

            run(Command.LINK_A);
            assertThat(settings().selected()).contains(THREE.get(0));
            run(Command.NEXT, Command.NEXT);
            assertThat(codes(PaneKind.LADDER)).containsExactly(THREE.get(2), THREE.get(1));

            run(Command.PANE_PIN, Command.LINK_B, Command.PREVIOUS);
            assertThat(codes(PaneKind.LADDER)).as("one is pinned").containsExactly(THREE.get(2), THREE.get(1));
            test.show(MARKET);
            test.snap("desk-two-ladders");
        });
    }

    private List<InstrumentCode> codes(PaneKind kind) {
        return test.window.desk().panes().stream()
                .filter(pane -> pane.kind() == kind)
                .flatMap(pane -> test.window.code(pane).stream())
                .toList();
    }

    @Test
    void aPaneIsDraggedByItsTab() {
        open(three());
        Pictures.runOnFx(() -> {
            Node chart = tab("차트");
            Bounds grasp = chart.localToScreen(chart.getLayoutBounds());
            Node place = tab("호가").getParent().getParent();
            Bounds ladder = place.localToScreen(place.getLayoutBounds());
            Node mark = test.stage.getScene().lookup(".desk-drop");

            mouse(MouseEvent.MOUSE_PRESSED, chart, grasp.getCenterX(), grasp.getCenterY());
            mouse(MouseEvent.MOUSE_DRAGGED, chart, ladder.getCenterX(), ladder.getMaxY() - 20);
            assertThat(mark.isVisible()).isTrue();
            assertThat(mark.getBoundsInParent().getWidth()).isEqualTo(ladder.getWidth());
            test.snap("desk-drag");
            mouse(MouseEvent.MOUSE_RELEASED, chart, ladder.getCenterX(), ladder.getMaxY() - 20);

            assertThat(mark.isVisible()).isFalse();
            int dragged = test.window.desk().first(PaneKind.CHART).orElseThrow().id();
            assertThat(Neighbours.of(test.window.desk().main(), dragged, Side.TOP))
                    .hasValueSatisfying(
                            above -> assertThat(above.front().kind()).isEqualTo(PaneKind.LADDER));
        });
    }

    private static void mouse(EventType<MouseEvent> type, Node on, double screenX, double screenY) {
        Point2D local = on.screenToLocal(screenX, screenY);
        boolean held = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                on,
                new MouseEvent(
                        type,
                        local.getX(),
                        local.getY(),
                        screenX,
                        screenY,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        held,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null));
    }

    @Test
    void aDetachedPaneHasItsOwnWindowUntilThatIsClosed() {
        open(three());
        Pictures.runOnFx(() -> {
            test.show(MARKET);
            Desk before = test.window.remember().desk().desk().orElseThrow();
            current("차트");
            run(Command.PANE_DETACH);
            Stage own = own();
            assertThat(own.getTitle()).startsWith("차트 A01612");
            own.setWidth(700);
            own.setHeight(500);
            run(Command.LANGUAGE);
            assertThat(own().getTitle()).startsWith("Chart A01612");
            test.show(MARKET);
            Pictures.snap(own().getScene(), "desk-detached");
            test.snap("desk-without-chart");
            assertThat(test.window.remember().desk().desk().orElseThrow().detached())
                    .singleElement()
                    .satisfies(window -> assertThat(window.bounds().width()).isEqualTo(700));

            own().getOnCloseRequest().handle(new WindowEvent(own(), WindowEvent.WINDOW_CLOSE_REQUEST));
            assertThat(owns()).isEmpty();
            assertThat(kinds(test.window.desk())).isEqualTo(kinds(before));
        });
    }

    @Test
    void whereTheWindowsStandIsKeptWithinASecond() {
        open(three());
        Pictures.runOnFx(() -> {
            current("차트");
            run(Command.PANE_DETACH);
            own().setX(123);
            test.stage.setY(45);
            test.window.second();
            UiSettings kept = test.window.settingsProperty().get();
            assertThat(kept.window())
                    .hasValueSatisfying(bounds -> assertThat(bounds.y()).isEqualTo(45));
            assertThat(kept.desk().desk().orElseThrow().detached())
                    .singleElement()
                    .satisfies(window -> assertThat(window.bounds().x()).isEqualTo(123));

            test.stage.setIconified(true);
            test.stage.setY(-32_000); // where Windows puts an icon
            test.window.second();
            assertThat(test.window.settingsProperty().get().window()).isEqualTo(kept.window());
        });
    }

    @Test
    void everythingIsFoundAgainAfterARestart() {
        open(three());
        Pictures.runOnFx(() -> {
            current("차트");
            run(Command.PANE_DETACH);
            own().setX(-5_000);
            current("호가");
            run(Command.PANE_RIGHT, Command.PANE_SPLIT, Command.PANE_TAB, Command.PANE_PIN);
        });
        UiSettings left = Pictures.onFx(() -> test.window.remember());
        Pictures.runOnFx(test::close);

        open(left);
        Pictures.runOnFx(() -> {
            Desk before = left.desk().desk().orElseThrow();
            assertThat(kinds(test.window.desk())).isEqualTo(kinds(before));
            assertThat(test.window.desk().panes()).isEqualTo(before.panes());
            assertThat(own().getX()).as("its screen is gone").isBetween(0.0, 1_000.0);
        });
    }

    @Test
    void aClosedPaneComesBackAndTheLastOneStays() {
        open(three());
        Pictures.runOnFx(() -> {
            Desk before = test.window.remember().desk().desk().orElseThrow();
            current("호가");
            run(Command.PANE_CLOSE);
            assertThat(titles()).doesNotContain("호가");
            button("되돌리기").fire();
            assertThat(kinds(test.window.desk())).isEqualTo(kinds(before));

            for (int i = 0; i < 9; i++) {
                run(Command.PANE_CLOSE);
            }
            assertThat(test.window.desk().panes()).hasSize(1);
            run(Command.ADD);
            assertThat(titles()).contains("관심종목");
        });
    }

    @Test
    void aPaneFillsTheWindowAndGoesBack() {
        open(three());
        Pictures.runOnFx(() -> {
            Desk before = test.window.remember().desk().desk().orElseThrow();
            current("차트");
            run(Command.PANE_MAXIMIZE);
            assertThat(titles()).containsExactly("차트");
            test.show(MARKET);
            test.snap("desk-maximized");
            run(Command.PANE_MAXIMIZE);
            assertThat(titles()).hasSize(before.panes().size());
            assertThat(test.window.remember().desk().desk()).contains(before);
        });
    }

    @Test
    void keysGoFromPaneToPaneAndMoveIt() {
        open(three());
        Pictures.runOnFx(() -> {
            current("관심종목");
            for (int i = 0; i < test.window.desk().panes().size(); i++) {
                run(Command.PANE_NEXT);
                Node focused = test.stage.getScene().getFocusOwner();
                assertThat(focused).isNotNull();
                assertThat(focused.getScene()).isSameAs(test.stage.getScene());
            }
            current("호가");
            run(Command.PANE_LEFT);
            assertThat(test.window.desk().main().panes().getFirst().kind()).isEqualTo(PaneKind.LADDER);
            run(Command.PANE_TAB, Command.PANE_TURN);
            assertThat(titles()).hasSize(test.window.desk().panes().size());
        });
    }

    @Test
    void thePaletteFindsByWordsOfBothLanguagesByInitialsAndByCode() {
        open(three());
        Pictures.runOnFx(() -> {
            test.show(MARKET);
            run(Command.PALETTE);
            TextField query = (TextField) test.stage.getScene().lookup("#query");
            ListView<?> list = (ListView<?>) test.stage.getScene().lookup("#list.list-view");
            assertThat(query.isFocused()).isTrue();
            query.setText("ㄱㄷㅂ");
            test.snap("palette-initials");
            press(query, KeyCode.ENTER);
            assertThat(settings().look().contrast()).isTrue();

            run(Command.PALETTE);
            test.snap("palette-KOREAN");
            query.setText("light or dark");
            press(query, KeyCode.ENTER);
            assertThat(settings().look().theme()).isEqualTo(Theme.DARK);
            assertThat(settings().desk().recent()).containsExactly("THEME", "CONTRAST");

            run(Command.PALETTE);
            query.setText("a06");
            press(query, KeyCode.ENTER);
            assertThat(settings().selected()).contains(THREE.get(2));

            run(Command.PALETTE);
            query.setText("A05701");
            press(query, KeyCode.ENTER);
            assertThat(settings().codes()).hasSize(4);

            run(Command.PALETTE);
            press(query, KeyCode.ESCAPE);
            assertThat(test.stage.getScene().lookup(".palette-place").isVisible())
                    .isFalse();
            assertThat(list).isNotNull();
        });
    }

    @Test
    void everyCommandIsInThePaletteAndOnTheSheetAndNoKeyIsGivenTwice() {
        open(three());
        Pictures.runOnFx(() -> {
            assertThat(Stream.of(Command.values()).map(command -> command.keys().toString()))
                    .doesNotHaveDuplicates();
            for (Language language : Language.values()) {
                Words words = new Words(language.locale());
                List<String> sheet = ShortcutSheet.of(words).getContent().lookupAll(".label").stream()
                        .map(label -> ((Labeled) label).getText())
                        .toList();
                for (Command command : Command.values()) {
                    assertThat(sheet)
                            .contains(
                                    words.get("command." + command),
                                    command.keys().getDisplayText());
                }
            }
        });
    }

    @Test
    void aLayoutIsSavedShownRenamedAndDeleted() {
        open(three());
        Pictures.runOnFx(() -> {
            test.show(MARKET);
            run(Command.LAYOUT_LADDERS);
            assertThat(codes(PaneKind.LADDER)).containsExactly(THREE.get(0), THREE.get(1));
            ask(Command.LAYOUT_SAVE, "나의 배치");
            run(Command.LAYOUT_CHARTS);
            assertThat(codes(PaneKind.CHART)).hasSize(4).startsWith(THREE.get(0), THREE.get(1), THREE.get(2));
            test.show(MARKET);

            choose("ㅂㅊ 나의");
            assertThat(codes(PaneKind.LADDER)).hasSize(2);
            choose("이름 나의");
            TextField query = (TextField) test.stage.getScene().lookup("#query");
            query.setText("아침");
            press(query, KeyCode.ENTER);
            assertThat(settings().desk().layouts()).extracting(NamedDesk::name).containsExactly("아침");
            choose("삭제 아침");
            assertThat(settings().desk().layouts()).isEmpty();
            button("되돌리기").fire();
            assertThat(settings().desk().layouts()).extracting(NamedDesk::name).containsExactly("아침");
            run(Command.LAYOUT_USUAL);
            assertThat(kinds(test.window.desk())).containsExactlyInAnyOrder(PaneKind.values());
        });
    }

    private void choose(String query) {
        ask(Command.PALETTE, query);
    }

    private void ask(Command command, String text) {
        run(command);
        TextField query = (TextField) test.stage.getScene().lookup("#query");
        query.setText(text);
        press(query, KeyCode.ENTER);
    }

    private static void press(Node on, KeyCode key) {
        Event.fireEvent(on, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    @Test
    void everySizeAndContrastIsDrawnAndKept() {
        open(three());
        List<String> warnings = new ArrayList<>();
        Handler listening = listening(warnings);
        CSS.addHandler(listening);
        Pictures.runOnFx(() -> {
            test.show(MARKET);
            Node field = test.stage.getScene().lookup("#field");
            field.requestFocus();
            run(Command.LARGER, Command.LARGER, Command.LARGER, Command.LARGER);
            assertThat(settings().look().percent()).isEqualTo(150);
            assertThat(field.isFocused()).as("the keyboard stays").isTrue();
            assertThat(field.getLocalToSceneTransform().getMxx()).isEqualTo(1.5);
            run(Command.CONTRAST);
            assertThat(test.stage.getScene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("light-contrast.css"));
            run(Command.LANGUAGE);
            assertThat(tab("Watchlist").getLocalToSceneTransform().getMxx()).isEqualTo(1.5);
            run(Command.USUAL_SIZE, Command.SMALLER);
            assertThat(settings().look().percent()).isEqualTo(90);
        });
        CSS.removeHandler(listening);
        assertThat(warnings).as("colours that CSS could not find").isEmpty();
    }

    private static Handler listening(List<String> warnings) {
        return new Handler() {
            @Override
            public void publish(LogRecord logged) {
                warnings.add(logged.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static List<PaneKind> kinds(Desk desk) {
        return desk.panes().stream().map(PaneSlot::kind).toList();
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
        return UiSettings.DEFAULT
                .withCodes(THREE, Optional.of(THREE.getFirst()))
                .withLanguage(Language.KOREAN);
    }

    private UiSettings settings() {
        return test.window.settingsProperty().get();
    }

    private void run(Command... commands) {
        for (Command command : commands) {
            test.window.run(command);
        }
    }

    /// Gives the pane of that title the keyboard, as a click on its tab does.
    private void current(String title) {
        ((ToggleButton) tab(title)).fire();
    }

    private Node tab(String title) {
        return tabs().filter(tab -> tab.getText().equals(title)).findFirst().orElseThrow();
    }

    private List<String> titles() {
        return tabs().map(Labeled::getText).toList();
    }

    private Stream<ToggleButton> tabs() {
        return test.stage.getScene().getRoot().lookupAll(".desk-tab").stream().map(ToggleButton.class::cast);
    }

    private Button button(String word) {
        return test.stage.getScene().getRoot().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> word.equals(button.getText()))
                .findFirst()
                .orElseThrow();
    }

    private Stage own() {
        return owns().getFirst();
    }

    private List<Stage> owns() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(stage -> stage.isShowing() && !stage.equals(test.stage))
                .toList();
    }
}
