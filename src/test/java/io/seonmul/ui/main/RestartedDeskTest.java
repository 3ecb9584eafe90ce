// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.main.DeskPart.Axis;
import io.seonmul.ui.main.DeskPart.Split;
import io.seonmul.ui.main.DeskPart.Tabs;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/// Panes stand after a restart where they stood before it, whatever window or screen came between.
final class RestartedDeskTest {
    private static final List<InstrumentCode> CODES = WindowUnderTest.codes("A01612", "A05612", "A06612");
    private static final UiSettings NEW = UiSettings.DEFAULT.withCodes(CODES, Optional.of(CODES.getFirst()));
    private static final Dimension2D NORMAL = new Dimension2D(1440, 900);
    private static final Dimension2D LARGE = new Dimension2D(1920, 1080);
    private static final Dimension2D SMALL = new Dimension2D(1280, 720);

    @Test
    void aMaximizedWindowStaysAsItWas() {
        Seen first = started(NEW, LARGE);
        assertThat(first.places()).hasSize(5);
        Seen later = first;
        for (int i = 0; i < 3; i++) {
            later = started(later.left(), LARGE);
            assertStandAlike(later, first);
        }
        assertThat(later.left().desk()).isEqualTo(first.left().desk());
    }

    @Test
    void aWindowThatIsNotMaximizedStaysAsItWas() {
        Seen first = started(NEW, NORMAL);
        Seen later =
                started(started(started(first.left(), NORMAL).left(), NORMAL).left(), NORMAL);
        assertStandAlike(later, first);
        assertThat(later.left().desk()).isEqualTo(first.left().desk());
    }

    @Test
    void anotherScreenOrScaleLeavesNoTrace() {
        for (Command layout : List.of(Command.LAYOUT_USUAL, Command.LAYOUT_LADDERS, Command.LAYOUT_CHARTS)) {
            Seen first = started(NEW, LARGE, layout);
            UiSettings left = first.left();
            for (Dimension2D screen : List.of(SMALL, new Dimension2D(2560, 1440), new Dimension2D(900, 500))) {
                left = started(left, screen).left();
            }
            Look usual = left.look();
            left = started(left.withLook(usual.withPercent(150)), SMALL).left().withLook(usual);
            assertStandAlike(started(left, LARGE), first);
        }
    }

    @Test
    void aDraggedDividerStaysWhereItWasDropped() {
        UiSettings left = started(NEW, NORMAL).left();
        Seen dragged = Pictures.onFx(() -> {
            try (WindowUnderTest test = new WindowUnderTest(left, false, 1440, 900)) {
                test.window.show();
                resize(test, LARGE);
                Node divider = test.stage.getScene().getRoot().lookup(".desk > .desk-split > .desk-divider");
                Bounds line = divider.localToScene(divider.getLayoutBounds());
                drag(divider, line.getCenterX(), line.getCenterX() + 90);
                resize(test, LARGE);
                return seen(test);
            }
        });
        assertThat(dragged.places().getFirst().getWidth())
                .isCloseTo(started(left, LARGE).places().getFirst().getWidth() + 90, within(1.0));
        Seen again = started(started(dragged.left(), SMALL).left(), LARGE);
        assertStandAlike(again, dragged);
    }

    /// A divider has its place by what was wanted and the length alone, and moves little with little.
    @Test
    void whatDoesNotGainFromRoomKeepsItsLength() {
        Random random = new Random(20_261_201);
        PaneKind[] kinds = PaneKind.values();
        for (int i = 0; i < 2_000; i++) {
            DeskPart first = place(1, kinds[random.nextInt(kinds.length)]);
            DeskPart second = place(2, kinds[random.nextInt(kinds.length)]);
            int of = 600 + random.nextInt(2_000);
            Split split = new Split(
                    random.nextBoolean() ? Axis.ACROSS : Axis.DOWN,
                    0.1 + 0.8 * random.nextDouble(),
                    Optional.of(of),
                    List.of(first, second));
            assertThat(DeskFold.position(split, of)).isCloseTo(split.at() * of, within(1e-6));
            double larger = of + random.nextInt(1_500);
            double put = DeskFold.position(split, larger);
            if (first.growth() < second.growth()) {
                assertThat(put).isCloseTo(split.at() * of, within(1e-6));
            } else if (first.growth() > second.growth()) {
                assertThat(larger - put).isCloseTo((1 - split.at()) * of, within(1e-6));
            }
            for (double length = 1; length < of; length += 37) {
                double at = DeskFold.position(split, length);
                assertThat(at).isBetween(0.0, length);
                assertThat(Math.abs(DeskFold.position(split, length + 1) - at)).isLessThanOrEqualTo(1 + 1e-6);
            }
        }
    }

    private static DeskPart place(int id, PaneKind kind) {
        return Tabs.of(PaneSlot.of(id, kind, PaneSettings.DEFAULT));
    }

    /// What is seen of a desk, and what is remembered of it. Immutable.
    private record Seen(List<Rectangle2D> places, UiSettings left) {}

    /// Starts in the window's normal size and fills a screen then, as a maximized window does.
    private static Seen started(UiSettings settings, Dimension2D screen, Command... commands) {
        return Pictures.onFx(() -> {
            try (WindowUnderTest test = new WindowUnderTest(settings, false, 1440, 900)) {
                test.window.show();
                resize(test, screen);
                for (Command command : commands) {
                    test.window.run(command);
                    resize(test, screen);
                }
                return seen(test);
            }
        });
    }

    private static void resize(WindowUnderTest test, Dimension2D size) {
        test.stage.setWidth(size.getWidth());
        test.stage.setHeight(size.getHeight());
        test.stage.getScene().snapshot(null);
        test.window.second();
        test.stage.getScene().snapshot(null);
    }

    private static Seen seen(WindowUnderTest test) {
        Node root = test.stage.getScene().getRoot();
        List<Rectangle2D> places = root.lookupAll(".desk-place").stream()
                .map(place -> place.localToScene(place.getLayoutBounds()))
                .map(at -> new Rectangle2D(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight()))
                .toList();
        return new Seen(places, test.window.remember());
    }

    private static void assertStandAlike(Seen later, Seen first) {
        assertThat(later.places()).hasSameSizeAs(first.places());
        for (int i = 0; i < first.places().size(); i++) {
            Rectangle2D now = later.places().get(i);
            Rectangle2D before = first.places().get(i);
            assertThat(now.getMinX()).as("%s %s", now, before).isCloseTo(before.getMinX(), within(1.0));
            assertThat(now.getMinY()).as("%s %s", now, before).isCloseTo(before.getMinY(), within(1.0));
            assertThat(now.getMaxX()).as("%s %s", now, before).isCloseTo(before.getMaxX(), within(1.0));
            assertThat(now.getMaxY()).as("%s %s", now, before).isCloseTo(before.getMaxY(), within(1.0));
        }
    }

    private static void drag(Node node, double from, double to) {
        fire(node, MouseEvent.MOUSE_PRESSED, from);
        fire(node, MouseEvent.MOUSE_DRAGGED, (from + to) / 2);
        fire(node, MouseEvent.MOUSE_DRAGGED, to);
        fire(node, MouseEvent.MOUSE_RELEASED, to);
    }

    private static void fire(Node node, EventType<MouseEvent> type, double sceneX) {
        double y = node.localToScene(node.getLayoutBounds()).getCenterY();
        node.fireEvent(new MouseEvent(
                type,
                sceneX,
                y,
                sceneX,
                y,
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
                true,
                null));
    }
}
