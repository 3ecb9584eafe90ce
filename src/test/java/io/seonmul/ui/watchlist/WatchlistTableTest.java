// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The watchlist's table, by mouse and keyboard.
final class WatchlistTableTest {

    private static final List<InstrumentCode> CODES = StagedWatchlist.codes("A01612", "A05612", "A06612");

    private StagedWatchlist staged;
    private Parent root;

    @BeforeEach
    void open() {
        DemoMarket market = new DemoMarket(7, CODES);
        market.run(Duration.ofMinutes(3));
        Pictures.runOnFx(() -> {
            staged = new StagedWatchlist(
                    Locale.ENGLISH, CODES, WatchlistSettings.DEFAULT.withForm(WatchlistSettings.Form.TABLE));
            root = ViewLoader.load(
                    new WatchlistView(staged.model, new Words(Locale.ENGLISH), removal -> {}),
                    new Words(Locale.ENGLISH));
            staged.show(market.snapshots());
        });
        layout();
    }

    private void layout() {
        Pictures.snap(root, 420, 300, Theme.LIGHT, "watch-table-in-use");
    }

    private Label title(String text) {
        return root.lookupAll(".watch-title").stream()
                .map(Label.class::cast)
                .filter(label -> label.getText().startsWith(text))
                .findFirst()
                .orElseThrow();
    }

    private static void mouse(Node node, EventType<MouseEvent> type, double x) {
        Bounds at = node.localToScene(node.getBoundsInLocal());
        node.fireEvent(new MouseEvent(
                type,
                x,
                at.getMinY() + 5,
                x,
                at.getMinY() + 5,
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
                false,
                null));
    }

    private static double middle(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getCenterX();
    }

    private List<String> columns() {
        return staged.model.settingsProperty().get().columns();
    }

    private void press(KeyCode key) {
        Node list = root.lookup("#list");
        list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    @Test
    void aClickOnATitleRanksAndASecondTurnsItRound() {
        Pictures.runOnFx(() -> {
            Label change = title("Change");
            mouse(change, MouseEvent.MOUSE_PRESSED, middle(change));
            mouse(change, MouseEvent.MOUSE_RELEASED, middle(change));
            assertThat(title("Change").getText()).isEqualTo("Change ▼");
            Label again = title("Change");
            mouse(again, MouseEvent.MOUSE_PRESSED, middle(change));
            mouse(again, MouseEvent.MOUSE_RELEASED, middle(change));
            assertThat(title("Change").getText()).isEqualTo("Change ▲");
            assertThat(staged.model.columns().isDescending()).isFalse();
        });
    }

    @Test
    void rankingLeavesTheHeaderUnderThePointer() {
        double before = Pictures.onFx(() -> title("Change").localToScene(0, 0).getY());
        Pictures.runOnFx(() -> {
            Label change = title("Change");
            mouse(change, MouseEvent.MOUSE_PRESSED, middle(change));
            mouse(change, MouseEvent.MOUSE_RELEASED, middle(change));
        });
        layout();
        assertThat(Pictures.onFx(() -> root.lookup("#sortRow").isVisible())).isTrue();
        assertThat(Pictures.onFx(() -> title("Change").localToScene(0, 0).getY()))
                .isEqualTo(before);
        Pictures.runOnFx(staged.model::unsort);
        layout();
        assertThat(Pictures.onFx(() -> title("Change").localToScene(0, 0).getY()))
                .isEqualTo(before);
    }

    @Test
    void aTitleIsDraggedToAnotherPlaceAndRanksNothing() {
        Pictures.runOnFx(() -> {
            assertThat(columns()).startsWith("FUTS_PRPR", "FUTS_PRDY_VRSS", "FUTS_PRDY_CTRT");
            Label last = title("Last");
            double target = middle(title("Change %"));
            mouse(last, MouseEvent.MOUSE_PRESSED, middle(last));
            mouse(last, MouseEvent.MOUSE_DRAGGED, target);
            mouse(last, MouseEvent.MOUSE_RELEASED, target);
            assertThat(columns()).startsWith("FUTS_PRDY_VRSS", "FUTS_PRDY_CTRT", "FUTS_PRPR");
            assertThat(staged.model.columns().sortedBy()).isEmpty();
        });
    }

    @Test
    void theColumnsScrollSidewaysByKeyboardWhileTheCodeStays() {
        Pictures.runOnFx(() -> {
            ScrollBar across = (ScrollBar) root.lookup("#across");
            assertThat(across.isVisible()).isTrue();
            assertThat(across.getHeight()).isPositive();
            assertThat(across.getValue()).isZero();
            press(KeyCode.RIGHT);
            press(KeyCode.RIGHT);
            assertThat(across.getValue()).isPositive();
        });
        layout();
        Pictures.runOnFx(() -> {
            Label corner = title("Code");
            assertThat(corner.localToScene(0, 0).getX()).isZero();
            assertThat(title("Last").isVisible()).isFalse();
            assertThat(title("Change %").localToScene(0, 0).getX()).isEqualTo(ColumnStrip.FIXED);
            ListView<?> list = (ListView<?>) root.lookup("#list");
            assertThat(list.lookupAll(".watch-line .watch-code"))
                    .allMatch(code -> code.localToScene(0, 0).getX() < 20);
            for (int i = 0; i < 40; i++) {
                press(KeyCode.RIGHT);
            }
            ScrollBar across = (ScrollBar) root.lookup("#across");
            assertThat(across.getValue()).isEqualTo(across.getMax());
            for (int i = 0; i < 40; i++) {
                press(KeyCode.LEFT);
            }
            assertThat(across.getValue()).isZero();
        });
    }

    @Test
    void aLineSaysForAScreenReaderWhatItShows() {
        Pictures.runOnFx(() -> {
            ListView<?> list = (ListView<?>) root.lookup("#list");
            Node line = list.lookupAll(".watch-cell").stream()
                    .filter(cell -> !((ListCell<?>) cell).isEmpty())
                    .findFirst()
                    .orElseThrow();
            assertThat(line.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                    .asInstanceOf(InstanceOfAssertFactories.STRING)
                    .startsWith("A01612, KOSPI200 futures")
                    .contains("Last 1,0")
                    .contains("Change %");
        });
    }
}
