// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.Pictures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// A desk in a window that becomes too small for it, and large enough again.
final class FoldedDeskTest {
    private static final List<InstrumentCode> CODES = WindowUnderTest.codes("A01612", "A05612", "A06612");
    private static final DemoMarket MARKET = new DemoMarket(7, CODES);

    @Test
    void placesBecomeTabsWithLargeTextAndComeBack() {
        MARKET.run(Duration.ofMinutes(20));
        Pictures.runOnFx(() -> {
            UiSettings settings = UiSettings.DEFAULT.withCodes(CODES, Optional.of(CODES.getFirst()));
            try (WindowUnderTest test = new WindowUnderTest(settings, false, 1280, 720)) {
                test.window.show();
                test.window.run(Command.LAYOUT_LADDERS);
                test.show(MARKET);
                test.snap("desk-unfolded");
                DeskSplit outer = (DeskSplit) test.stage.getScene().getRoot().lookup(".desk > .desk-split");
                outer.divide(0.3 * outer.getWidth());
                test.snap("desk-divided");
                test.window.second();
                Desk arranged = test.window.desk();
                assertThat(places(test)).hasSize(6).allSatisfy(FoldedDeskTest::assertNotCut);

                for (int i = 0; i < 4; i++) {
                    test.window.run(Command.LARGER);
                }
                test.show(MARKET);
                test.snap("desk-folded");
                assertThat(places(test)).hasSize(2).allSatisfy(FoldedDeskTest::assertNotCut);
                assertThat(seen(test, ".limits")).isFalse();

                tab(test, "가격제한").fire();
                test.snap("desk-folded-limits");
                assertThat(seen(test, ".limits")).isTrue();
                test.window.run(Command.NEW_TRADES);
                test.snap("desk-folded-new");
                assertThat(seen(test, ".trades")).as("what is made is seen").isTrue();
                test.window.run(Command.PANE_CLOSE);

                assertThat(test.window.remember().desk().desk().orElseThrow().main())
                        .as("the desk stays as it was arranged")
                        .isEqualTo(arranged.main());

                test.window.run(Command.USUAL_SIZE);
                test.snap("desk-unfolded-again");
                assertThat(places(test)).hasSize(6);
                assertThat(dividers(test.window
                                        .remember()
                                        .desk()
                                        .desk()
                                        .orElseThrow()
                                        .main())
                                .getFirst())
                        .as("a divider stays where it was dragged")
                        .isCloseTo(0.3, within(0.01));
                assertThat(tab(test, "가격제한").getParent().getParent().getPseudoClassStates())
                        .as("it has the keyboard still")
                        .anyMatch(state -> state.getPseudoClassName().equals("current"));
            }
        });
    }

    @Test
    void theUsualDeskBeginsWithItsOwnDividers() {
        Pictures.runOnFx(() -> {
            UiSettings settings = UiSettings.DEFAULT.withCodes(CODES, Optional.of(CODES.getFirst()));
            try (WindowUnderTest test = new WindowUnderTest(settings, false, 1440, 900)) {
                test.window.show();
                test.snap("desk-usual");
                DeskPart usual = Desks.usual(Dividers.usual(1440, 900 - MainView.BARS), PaneSettings.DEFAULT)
                        .main();
                List<Double> wanted = dividers(usual);
                List<Double> found = dividers(
                        test.window.remember().desk().desk().orElseThrow().main());
                assertThat(found).hasSameSizeAs(wanted);
                for (int i = 0; i < wanted.size(); i++) {
                    assertThat(found.get(i)).isCloseTo(wanted.get(i), within(0.01));
                }
            }
        });
    }

    private static List<Double> dividers(DeskPart part) {
        return part instanceof DeskPart.Split split
                ? Stream.of(List.of(split.at()), dividers(split.first()), dividers(split.second()))
                        .flatMap(List::stream)
                        .toList()
                : List.of();
    }

    private static List<PaneGroup> places(WindowUnderTest test) {
        return test.stage.getScene().getRoot().lookupAll(".desk-place").stream()
                .map(PaneGroup.class::cast)
                .toList();
    }

    private static void assertNotCut(PaneGroup place) {
        Region pane = (Region) place.getCenter();
        assertThat(pane.minWidth(-1)).as("%s", pane).isLessThanOrEqualTo(place.getWidth() + 0.5);
        assertThat(pane.getHeight()).as("%s", pane).isLessThanOrEqualTo(place.getHeight());
    }

    private static boolean seen(WindowUnderTest test, String style) {
        Node node = test.stage.getScene().getRoot().lookup(style);
        return node != null && node.isVisible();
    }

    private static ToggleButton tab(WindowUnderTest test, String title) {
        return test.stage.getScene().getRoot().lookupAll(".desk-tab").stream()
                .map(ToggleButton.class::cast)
                .filter(tab -> tab.getText().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
