// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.ui.main.DeskPart.Axis;
import io.seonmul.ui.main.DeskPart.Split;
import io.seonmul.ui.main.DeskPart.Tabs;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import org.junit.jupiter.api.Test;

/// A desk that is arranged by a person, or told by a file that a person edited.
final class DeskTest {
    private static final Desk USUAL = Desks.usual(Dividers.DEFAULT, PaneSettings.DEFAULT);
    private static final WindowBounds SOMEWHERE = new WindowBounds(10, 20, 400, 300, false);

    @Test
    void theUsualDeskHasOnePaneOfEachKind() {
        assertThat(USUAL.panes()).extracting(PaneSlot::kind).containsExactlyInAnyOrder(PaneKind.values());
        assertThat(USUAL.sound()).contains(USUAL);
    }

    @Test
    void aPaneThatIsTakenAwayComesBackWhereItWas() {
        for (PaneSlot pane : USUAL.panes()) {
            Optional<Desk.Home> home = USUAL.home(pane.id());
            Desk without = USUAL.without(pane.id());

            assertThat(without.pane(pane.id())).isEmpty();
            assertThat(without.panes()).hasSize(USUAL.panes().size() - 1);
            assertThat(told(without.placed(pane, home).main())).isEqualTo(told(USUAL.main()));
        }
    }

    @Test
    void aDetachedPaneIsDockedWhereItCameFrom() {
        for (PaneSlot pane : USUAL.panes()) {
            Desk detached = USUAL.detached(pane.id(), SOMEWHERE);

            assertThat(detached.windowOf(pane.id())).isPresent();
            assertThat(detached.main().panes()).doesNotContain(pane);
            assertThat(told(detached.docked(detached.detached().getFirst()).main()))
                    .isEqualTo(told(USUAL.main()));
        }
    }

    @Test
    void aDetachedPaneWhoseNeighboursAreGoneIsDockedAtTheEdge() {
        Desk detached = USUAL.detached(2, SOMEWHERE).without(1);

        Desk docked = detached.docked(detached.detached().getFirst());

        assertThat(docked.detached()).isEmpty();
        assertThat(docked.main().panes()).extracting(PaneSlot::id).containsExactly(3, 4, 5, 6, 2);
    }

    @Test
    void aPaneIsMovedToASideOfAnotherOrAmongItsTabs() {
        Desk beside = USUAL.moved(3, 4, Optional.of(Side.RIGHT));
        assertThat(told(beside.main())).isEqualTo("((1/2)|((4|3)/[5 6]))");

        Desk tabs = beside.moved(5, 4, Optional.empty());
        assertThat(told(tabs.main())).isEqualTo("((1/2)|(([4 5]|3)/6))");
        assertThat(((Tabs) tabs.part(5).orElseThrow()).front().id()).isEqualTo(5);

        Desk out = tabs.moved(5, 5, Optional.of(Side.TOP));
        assertThat(told(out.main())).isEqualTo("((1/2)|(((5/4)|3)/6))");
        assertThat(out.moved(3, 3, Optional.of(Side.LEFT))).isEqualTo(out);
    }

    @Test
    void theLastPaneOfTheMainWindowStays() {
        Desk one = new Desk(Tabs.of(PaneSlot.of(1, PaneKind.CHART, PaneSettings.DEFAULT)), List.of());

        assertThat(one.without(1)).isEqualTo(one);
        assertThat(one.detached(1, SOMEWHERE)).isEqualTo(one);
        assertThat(one.canLose(1)).isFalse();
    }

    @Test
    void neighboursAreFoundByTheirCommonEdge() {
        assertThat(neighbour(3, Side.RIGHT)).contains(4);
        assertThat(neighbour(3, Side.LEFT)).contains(1);
        assertThat(neighbour(5, Side.TOP)).contains(4);
        assertThat(neighbour(1, Side.TOP)).isEmpty();
        assertThat(neighbour(4, Side.RIGHT)).isEmpty();
    }

    private static Optional<Integer> neighbour(int id, Side side) {
        return Neighbours.of(USUAL.main(), id, side).map(tabs -> tabs.front().id());
    }

    @Test
    void whatAFileTellsWrongIsLeftOut() {
        PaneSlot ladder = PaneSlot.of(1, PaneKind.LADDER, PaneSettings.DEFAULT);
        PaneSlot list = PaneSlot.of(2, PaneKind.WATCHLIST, PaneSettings.DEFAULT);
        Desk damaged = new Desk(
                new Split(
                        Axis.DOWN,
                        Double.NaN,
                        Optional.of(-3),
                        List.of(
                                Tabs.of(ladder, ladder),
                                new Tabs(List.of(), 7),
                                new Split(Axis.ACROSS, 3, Optional.empty(), List.of(Tabs.of(list))),
                                Tabs.of(list, ladder))),
                List.of(new Desk.Detached(Tabs.of(list), SOMEWHERE, Optional.empty())));

        Desk sound = damaged.sound().orElseThrow();

        assertThat(told(sound.main())).isEqualTo("([1 3]/(2/4))");
        assertThat(sound.detached()).isEmpty();
        assertThat(new Desk(new Tabs(List.of(), 0), List.of()).sound()).isEmpty();
    }

    @Test
    void noMoveLosesOrDoublesAPane() {
        long seed = 20261125;
        Random random = new Random(seed);
        Desk desk = USUAL;
        for (int i = 0; i < 5_000; i++) {
            List<Integer> ids = desk.panes().stream().map(PaneSlot::id).toList();
            int id = ids.get(random.nextInt(ids.size()));
            int other = ids.get(random.nextInt(ids.size()));
            Side side = List.of(Side.values()).get(random.nextInt(4));
            Desk before = desk;
            desk = switch (random.nextInt(6)) {
                case 0 -> before.moved(id, other, Optional.of(side));
                case 1 -> before.moved(id, other, Optional.empty());
                case 2 -> before.exchanged(id, other);
                case 3 -> before.detached(id, SOMEWHERE);
                case 4 -> before.windowOf(id).map(before::docked).orElse(before);
                default -> before.shown(id);
            };
            assertThat(desk.panes().stream().map(PaneSlot::id).sorted().toList())
                    .as("seed %d, step %d, from %s", seed, i, before)
                    .isEqualTo(List.of(1, 2, 3, 4, 5, 6));
            assertThat(desk.main().panes()).isNotEmpty();
            assertThat(desk.sound()).contains(desk);
        }
    }

    /// Ids with `|` between what stands beside and `/` between what stands above each other, tabs in brackets, sorted.
    private static String told(DeskPart part) {
        return switch (part) {
            case Tabs tabs -> {
                String ids = tabs.panes().stream()
                        .map(pane -> "" + pane.id())
                        .sorted()
                        .collect(Collectors.joining(" "));
                yield tabs.panes().size() == 1 ? ids : "[" + ids + "]";
            }
            case Split split ->
                "(" + told(split.first()) + (split.axis() == Axis.ACROSS ? "|" : "/") + told(split.second()) + ")";
        };
    }
}
