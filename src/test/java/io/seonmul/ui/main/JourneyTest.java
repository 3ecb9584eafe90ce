// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.exchange.EmbeddedExchange;
import io.seonmul.exchange.ExchangeOptions;
import io.seonmul.export.SnapshotCsv;
import io.seonmul.export.SnapshotRow;
import io.seonmul.market.AlertFigure;
import io.seonmul.market.AlertRule;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.LimitEvent;
import io.seonmul.market.MarketBoard;
import io.seonmul.market.ProductTable;
import io.seonmul.market.TradingCalendar;
import io.seonmul.protocol.CustomerType;
import io.seonmul.protocol.TickField;
import io.seonmul.session.AppKeys;
import io.seonmul.session.ApprovalKeyClient;
import io.seonmul.session.SessionConfig;
import io.seonmul.session.SessionService;
import io.seonmul.session.SessionTimings;
import io.seonmul.session.TyrusConnector;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.chart.ChartSettings;
import io.seonmul.ui.fx.FramePump;
import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.limits.AlertSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// A morning with the monitor: the real window and session on the embedded exchange, arranged, left and opened again.
final class JourneyTest {

    private final AtomicReference<@Nullable FramePump> pump = new AtomicReference<>();
    private final AtomicReference<@Nullable MainWindow> window = new AtomicReference<>();
    private final MarketBoard board = new MarketBoard(this::wake);
    private Stage stage;
    private Path exported;

    @Test
    void whatIsArrangedInTheMorningIsFoundAfterARestart(@TempDir Path folder) throws Exception {
        exported = folder.resolve("snapshot.csv");
        ExchangeOptions options = ExchangeOptions.on(LocalDate.now(TradingCalendar.SEOUL))
                .demo(true)
                .build();
        List<InstrumentCode> three = options.codes().subList(0, 3);
        try (EmbeddedExchange exchange = EmbeddedExchange.start(options);
                ApprovalKeyClient keys = new ApprovalKeyClient(exchange.restUrl(), new AppKeys("DEMO", "DEMO"));
                SessionService session = session(exchange, keys)) {
            session.start();
            open(session, UiSettings.DEFAULT.withAlerts(everyTrade()));

            for (InstrumentCode code : three) {
                type(code.toString());
            }
            await(
                    "a price of each code",
                    () -> settings().codes().equals(three)
                            && three.stream()
                                    .allMatch(code -> board.latest(code).isPresent())
                            && !text("#last").equals("–"));

            drag("차트", "호가");
            assertThat(Neighbours.of(desk().main(), slot(PaneKind.CHART).id(), Side.TOP))
                    .hasValueSatisfying(
                            above -> assertThat(above.front().kind()).isEqualTo(PaneKind.LADDER));

            press(drawn(PaneKind.CHART, ".intraday-plot"), KeyCode.PLUS);
            await(
                    "a zoomed chart",
                    () -> slot(PaneKind.CHART).settings().chart().barWidth() > ChartSettings.DEFAULT.barWidth());

            press(drawn(PaneKind.LADDER, ".ladder-rows"), KeyCode.CLOSE_BRACKET);
            await(
                    "a coarser ladder",
                    () -> slot(PaneKind.LADDER).settings().ladder().grouping() == 2);

            point(drawn(PaneKind.LADDER, ".ladder-rows"), 0.5, 0.5);
            await("a ladder that stands still and counts", () -> text("#frozen").matches("멈춤 · 그동안 [0-9,]+건 .*"));
            press(drawn(PaneKind.LADDER, ".ladder-rows"), KeyCode.ESCAPE);
            await("a ladder that goes on", () -> text("#frozen").isEmpty());

            await("an event", () -> find("#unacknowledged").isVisible());
            fire("#acknowledgeAll");
            await("no event left", () -> !find("#unacknowledged").isVisible());

            choose("영어로");
            choose("light or dark");
            choose("save a snapshot");
            await("an export", () -> Files.exists(exported));
            assertThat(Files.readAllLines(exported))
                    .hasSize(1 + three.size())
                    .allSatisfy(row -> assertThat(row.split(",")).hasSizeGreaterThan(TickField.WIDTH));
            choose("larger text");

            UiSettings left = Pictures.onFx(() -> theWindow().remember());
            assertThat(slot(PaneKind.LADDER).settings().ladder().grouping()).isEqualTo(2);
            assertThat(slot(PaneKind.CHART).settings().chart().barWidth())
                    .isGreaterThan(ChartSettings.DEFAULT.barWidth());
            assertThat(left.language()).isEqualTo(Language.ENGLISH);
            assertThat(left.look().theme()).isEqualTo(Theme.DARK);
            assertThat(left.look().percent()).isEqualTo(115);
            Pictures.runOnFx(() -> Pictures.snap(stage.getScene(), "journey-left"));
            close();

            open(session, left);
            await("the price again", () -> !text("#last").equals("–"));
            Pictures.runOnFx(() -> Pictures.snap(stage.getScene(), "journey-found"));
            UiSettings found = Pictures.onFx(() -> theWindow().remember());
            assertThat(found.codes()).isEqualTo(three);
            assertThat(found.look()).isEqualTo(left.look());
            assertThat(found.desk().recent()).isEqualTo(left.desk().recent());
            assertThat(desk().panes())
                    .isEqualTo(left.desk().desk().orElseThrow().panes());
            assertThat(Neighbours.of(desk().main(), slot(PaneKind.CHART).id(), Side.TOP))
                    .isPresent();
        } finally {
            close();
        }
    }

    /// An alert that the first trade of any code sets off.
    private static AlertSettings everyTrade() {
        AlertRule rule = new AlertRule(
                "journey",
                Optional.empty(),
                AlertFigure.LAST,
                AlertRule.Condition.AT_LEAST,
                0.01,
                0,
                false,
                AlertRule.USUAL_COOL_DOWN,
                LimitEvent.Severity.NOTICE,
                true);
        return new AlertSettings(List.of(rule), false, AlertSettings.DEFAULT.sound(), AlertSettings.DEFAULT.desktop());
    }

    private SessionService session(EmbeddedExchange exchange, ApprovalKeyClient keys) {
        return new SessionService(
                new SessionConfig(
                        exchange.wsUrl(),
                        CustomerType.PERSON,
                        ProductTable.builtIn(),
                        TradingCalendar.builtIn(),
                        SessionTimings.DEFAULT,
                        false),
                new TyrusConnector(),
                keys,
                board,
                new SessionService.Listeners(this::wake, event -> {}),
                InstantSource.system(),
                System::nanoTime);
    }

    private void wake() {
        FramePump running = pump.get();
        if (running != null) {
            running.wake();
        }
    }

    private void open(SessionService session, UiSettings settings) {
        Pictures.runOnFx(() -> {
            FramePump running = new FramePump(() -> {
                MainWindow shown = window.get();
                if (shown != null) {
                    shown.onFrame();
                }
            });
            pump.set(running);
            stage = new Stage();
            MainPorts ports = new MainPorts(
                    board,
                    SessionControl.of(session, Optional::empty),
                    ProductTable.builtIn(),
                    file -> SnapshotCsv.write(file, rows(session)),
                    new WindowUnderTest.NoKeys(),
                    InstantSource.system(),
                    true,
                    running::wake,
                    LimitPorts.NONE,
                    Optional::empty);
            MainWindow shown = new MainWindow(
                    stage,
                    ports,
                    settings.withWindow(new WindowBounds(0, 0, 1000, 960, false)),
                    (owner, words) -> Optional.of(exported));
            window.set(shown);
            shown.show();
            stage.requestFocus();
            running.wake();
        });
    }

    private List<SnapshotRow> rows(SessionService session) {
        return session.status().codes().stream()
                .map(code -> new SnapshotRow(code.code(), code.state().word(), board.latest(code.code())))
                .toList();
    }

    private void close() {
        Pictures.runOnFx(() -> {
            MainWindow shown = window.getAndSet(null);
            if (shown != null) {
                shown.close();
            }
            FramePump running = pump.getAndSet(null);
            if (running != null) {
                running.close();
            }
        });
    }

    private MainWindow theWindow() {
        MainWindow shown = window.get();
        assertThat(shown).isNotNull();
        return shown;
    }

    private UiSettings settings() {
        return theWindow().settingsProperty().get();
    }

    private Desk desk() {
        return theWindow().desk();
    }

    private PaneSlot slot(PaneKind kind) {
        return desk().first(kind).orElseThrow();
    }

    private Node find(String selector) {
        Node found = stage.getScene().getRoot().lookup(selector);
        assertThat(found).as(selector).isNotNull();
        return found;
    }

    private String text(String selector) {
        return ((Labeled) find(selector)).getText();
    }

    private void fire(String selector) {
        Pictures.runOnFx(() -> ((Button) find(selector)).fire());
    }

    private void type(String code) {
        Pictures.runOnFx(() -> {
            ((TextField) find("#field")).setText(code);
            ((Button) find("#add")).fire();
        });
    }

    /// Opens the palette by its key, writes there and presses Enter.
    private void choose(String query) {
        Pictures.runOnFx(() -> {
            KeyEvent open = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.K, false, true, false, false);
            Event.fireEvent(stage.getScene().getRoot(), open);
            TextField field = (TextField) find("#query");
            assertThat(stage.getScene().getFocusOwner()).isEqualTo(field);
            field.setText(query);
            Event.fireEvent(field, key(KeyCode.ENTER));
        });
    }

    private void press(Node on, KeyCode code) {
        Pictures.runOnFx(() -> {
            on.requestFocus();
            Event.fireEvent(on, key(code));
        });
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    /// The drawn part of a pane.
    private Node drawn(PaneKind kind, String place) {
        return Pictures.onFx(() -> {
            Node drawn = find(place).lookup(".drawn-pane");
            assertThat(drawn).as(kind.toString()).isNotNull();
            return drawn;
        });
    }

    /// Drags the tab of one pane to the lower edge of another.
    private void drag(String title, String onto) {
        Pictures.runOnFx(() -> {
            Node tab = tab(title);
            Bounds grasp = tab.localToScreen(tab.getLayoutBounds());
            Node place = tab(onto).getParent().getParent();
            Bounds area = place.localToScreen(place.getLayoutBounds());
            mouse(MouseEvent.MOUSE_PRESSED, tab, grasp.getCenterX(), grasp.getCenterY());
            mouse(MouseEvent.MOUSE_DRAGGED, tab, area.getCenterX(), area.getMaxY() - 20);
            mouse(MouseEvent.MOUSE_RELEASED, tab, area.getCenterX(), area.getMaxY() - 20);
        });
    }

    private Node tab(String title) {
        return stage.getScene().getRoot().lookupAll(".desk-tab").stream()
                .filter(tab -> ((ToggleButton) tab).getText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /// Moves the pointer over `on`, to a share of its width and height.
    private void point(Node on, double across, double down) {
        Pictures.runOnFx(() -> {
            Bounds area = on.localToScreen(on.getLayoutBounds());
            double x = area.getMinX() + across * area.getWidth();
            double y = area.getMinY() + down * area.getHeight();
            mouse(MouseEvent.MOUSE_MOVED, on, x - 1, y);
            mouse(MouseEvent.MOUSE_MOVED, on, x, y);
        });
    }

    private static void mouse(EventType<MouseEvent> type, Node on, double screenX, double screenY) {
        Point2D inScene = on.localToScene(on.screenToLocal(screenX, screenY));
        boolean held = type.equals(MouseEvent.MOUSE_PRESSED) || type.equals(MouseEvent.MOUSE_DRAGGED);
        Event.fireEvent(
                on,
                new MouseEvent(
                        type,
                        inScene.getX(),
                        inScene.getY(),
                        screenX,
                        screenY,
                        held ? MouseButton.PRIMARY : MouseButton.NONE,
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

    private void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, () -> Pictures.onFx(condition::getAsBoolean));
        } catch (java.util.concurrent.TimeoutException e) {
            Pictures.runOnFx(() -> Pictures.snap(stage.getScene(), "journey-stuck"));
            throw new AssertionError("no sign of " + what, e);
        }
    }
}
