// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.ui.DefectsFail;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.Pulses;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Shown;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One code has one price: whatever is seen of it shows the same snapshot in the same frame, before and
/// after every change of the desk.
final class OneSnapshotTest {
    private static final List<InstrumentCode> CODES = WindowUnderTest.codes("A01612", "A05612", "A06612", "A01703");
    private static final Duration STEP = Duration.ofSeconds(2);

    private final DemoMarket market = new DemoMarket(7, CODES);
    private WindowUnderTest test;

    @BeforeEach
    void open() {
        market.run(Duration.ofMinutes(20));
        test = Pictures.onFx(() -> {
            WindowUnderTest made = new WindowUnderTest(
                    UiSettings.DEFAULT.withCodes(CODES, Optional.of(CODES.getFirst())), false, 1000, 980);
            made.window.show();
            made.show(market);
            return made;
        });
        Pulses.await(2);
    }

    @AfterEach
    void close() {
        Pictures.runOnFx(test::close);
    }

    @Test
    void everyFrameShowsOneSnapshotOfACode() {
        for (Command form : List.of(Command.NEXT, Command.TABLE)) {
            Pictures.runOnFx(() -> test.window.run(form));
            for (int i = 0; i < 10; i++) {
                assertOneFrameShowsTheNewest(form + " " + i, 9);
            }
        }
    }

    @Test
    void noChangeOfTheDeskFreezesAPane() {
        Pictures.runOnFx(() -> test.window.run(Command.TABLE));
        List<Command> changes = List.of(
                Command.LAYOUT_LADDERS,
                Command.LAYOUT_CHARTS,
                Command.LAYOUT_USUAL,
                Command.PANE_MAXIMIZE,
                Command.PANE_MAXIMIZE,
                Command.TRADES,
                Command.PANE_NEXT,
                Command.PANE_DETACH,
                Command.LARGER,
                Command.LARGER,
                Command.PANE_DETACH,
                Command.USUAL_SIZE,
                Command.NEW_CHART,
                Command.PANE_LEFT,
                Command.PANE_TAB,
                Command.PANE_TURN,
                Command.PANE_CLOSE,
                Command.TABLE,
                Command.LANGUAGE,
                Command.TABLE,
                Command.LANGUAGE,
                Command.THEME);
        for (int round = 0; round < 2; round++) {
            for (Command change : changes) {
                Pictures.runOnFx(() -> {
                    publish();
                    test.window.onFrame();
                    test.window.run(change);
                    test.window.second();
                });
                for (int i = 0; i < 3; i++) {
                    assertOneFrameShowsTheNewest(change + " " + round + " " + i, 1);
                }
            }
        }
    }

    @Test
    void aFoldedWindowFreezesNothing() {
        Pictures.runOnFx(() -> test.window.run(Command.TABLE));
        for (double width : new double[] {900, 700, 1000, 800, 950}) {
            Pictures.runOnFx(() -> test.stage.setWidth(width));
            assertOneFrameShowsTheNewest("folding to " + width, 1);
            assertOneFrameShowsTheNewest("folded to " + width, 1);
        }
    }

    /// The watchdog is no ornament: what is not drawn is found.
    @Test
    void aPaneThatLiesBehindIsADefect() {
        look();
        // The board goes on, and no frame takes over what it has.
        Pictures.runOnFx(this::publish);
        look();
        look();
        assertThat(DefectsFail.taken()).as("it may be drawn in a moment").isEmpty();
        look();
        assertThat(DefectsFail.taken())
                .anyMatch(defect -> defect.matches(".*LadderCanvas.* A01612 .*"))
                .anyMatch(defect -> defect.matches(".*ChartCanvas.* A01612 .*"))
                .anyMatch(defect -> defect.matches(".*headline.* A01612 .*"));
        look();
        assertThat(DefectsFail.taken()).as("each once").isEmpty();
        assertOneFrameShowsTheNewest("caught up", 5);
    }

    private void look() {
        Pulses.await(3);
        Pictures.runOnFx(() -> test.window.second());
    }

    private void publish() {
        market.run(STEP);
        market.snapshots().forEach(test.board::publish);
    }

    private void assertOneFrameShowsTheNewest(String when, int least) {
        Pictures.runOnFx(() -> {
            publish();
            test.window.onFrame();
        });
        Pulses.await(1);
        Pictures.runOnFx(() -> {
            Set<String> kinds = new HashSet<>();
            for (Window window : Window.getWindows()) {
                if (window instanceof Stage stage && stage.isShowing()) {
                    assertNewest(stage.getScene().getRoot(), when, kinds);
                }
            }
            assertThat(kinds).as(when).hasSizeGreaterThanOrEqualTo(Math.min(least, 5));
            Optional<InstrumentSnapshot> selected =
                    test.window.settingsProperty().get().selected().flatMap(test.board::latest);
            String last = Formats.price(selected.map(shown -> shown.tick().last()));
            assertThat(((Label) test.stage.getScene().lookup("#last")).getText())
                    .startsWith(last);
            assertThat(test.stage.getTitle()).contains(last);
        });
    }

    private void assertNewest(Node node, String when, Set<String> kinds) {
        if (!node.isVisible()) {
            return;
        }
        Shown.by(node).ifPresent(shown -> {
            kinds.add(node.getClass().getSimpleName());
            assertThat(shown.version())
                    .as("%s: %s of %s", when, node.getClass().getSimpleName(), shown.code())
                    .isEqualTo(test.board.latest(shown.code()).orElseThrow().version());
        });
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> assertNewest(child, when, kinds));
        }
    }
}
