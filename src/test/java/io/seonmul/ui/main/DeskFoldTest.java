// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.ui.main.DeskPart.Axis;
import io.seonmul.ui.main.DeskPart.Split;
import io.seonmul.ui.main.DeskPart.Tabs;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is shown of a desk in a window that is too small for it.
final class DeskFoldTest {
    private static final DeskPart USUAL = usual(1280, 648);
    private static final DeskPart LADDERS =
            Desks.twoLadders(PaneSettings.DEFAULT).main();
    private static final DeskPart CHARTS = Desks.chartWall(PaneSettings.DEFAULT).main();

    private static final List<PaneKind> KINDS = List.of(PaneKind.values());

    private static DeskPart usual(double width, double height) {
        return Desks.usual(Dividers.DEFAULT.orUsual(width, height), PaneSettings.DEFAULT)
                .main();
    }

    @Test
    void aDeskWithRoomStaysAsItIs() {
        assertThat(DeskFold.fit(USUAL, 1280, 648, List.of(2))).isSameAs(USUAL);
        assertThat(DeskFold.fit(LADDERS, 1280, 648, List.of(2))).isSameAs(LADDERS);
        assertThat(DeskFold.fit(CHARTS, 1280, 648, List.of(2))).isSameAs(CHARTS);
        assertThat(DeskFold.fit(usual(960, 520), 960, 520, List.of())).isEqualTo(usual(960, 520));
    }

    @Test
    void aDeskWithoutRoomHasFewerPlaces() {
        assertThat(told(DeskFold.fit(USUAL, 890, 800, List.of())))
                .isEqualTo("((WATCHLIST / LIMITS) / LADDER) | (CHART / INTEREST TRADES)");
        assertThat(told(DeskFold.fit(USUAL, 853, 408, List.of())))
                .isEqualTo("WATCHLIST LIMITS LADDER | CHART INTEREST TRADES");
        assertThat(told(DeskFold.fit(LADDERS, 853, 408, List.of())))
                .isEqualTo("WATCHLIST LIMITS LADDER LADDER | CHART TRADES INTEREST");
        assertThat(told(DeskFold.fit(CHARTS, 853, 408, List.of()))).isEqualTo("WATCHLIST | CHART CHART CHART CHART");
    }

    @Test
    void thePaneThatTheUserWentToLastIsSeen() {
        assertThat(fronts(DeskFold.fit(USUAL, 853, 408, List.of())))
                .as("else the ladder and the chart")
                .containsExactly(PaneKind.LADDER, PaneKind.CHART);
        assertThat(fronts(DeskFold.fit(USUAL, 853, 408, List.of(6, 2, 3))))
                .containsExactly(PaneKind.LIMITS, PaneKind.TRADES);
    }

    /// Whatever a person arranges and however small the window: every pane is there once, and has the room that it
    /// needs along an axis wherever the window is large enough for one.
    @Test
    void noPaneIsCutOffWhereOneHasRoom() {
        Random random = new Random(20_261_126);
        for (int i = 0; i < 3_000; i++) {
            int panes = 1 + random.nextInt(8);
            DeskPart part =
                    arranged(random, IntStream.rangeClosed(1, panes).boxed().toList());
            double width = 400 + random.nextInt(1_600);
            double height = 290 + random.nextInt(900);
            DeskPart fitted = DeskFold.fit(part, width, height, List.of(1 + random.nextInt(panes)));
            assertThat(fitted.panes()).containsExactlyElementsOf(part.panes());
            if (!fitted.equals(part)) {
                assertRoom(fitted, width, height);
            }
        }
    }

    private static void assertRoom(DeskPart part, double width, double height) {
        switch (part) {
            case Tabs tabs ->
                assertThat(tabs.panes())
                        .allSatisfy(pane -> assertThat(pane.kind().leastWidth()).isLessThanOrEqualTo(width + 0.01))
                        .allSatisfy(
                                pane -> assertThat(pane.kind().leastHeight()).isLessThanOrEqualTo(height + 0.01));
            case Split split -> {
                boolean across = split.axis() == Axis.ACROSS;
                double at = split.at();
                assertRoom(split.first(), across ? width * at : width, across ? height : height * at);
                assertRoom(split.second(), across ? width * (1 - at) : width, across ? height : height * (1 - at));
            }
        }
    }

    private static DeskPart arranged(Random random, List<Integer> ids) {
        if (ids.size() == 1 || random.nextInt(4) == 0) {
            PaneSlot[] panes = ids.stream()
                    .map(id -> PaneSlot.of(id, KINDS.get(random.nextInt(KINDS.size())), PaneSettings.DEFAULT))
                    .toArray(PaneSlot[]::new);
            return new Tabs(List.of(panes), random.nextInt(panes.length));
        }
        int cut = 1 + random.nextInt(ids.size() - 1);
        return Split.of(
                random.nextBoolean() ? Axis.ACROSS : Axis.DOWN,
                random.nextDouble(),
                arranged(random, ids.subList(0, cut)),
                arranged(random, ids.subList(cut, ids.size())));
    }

    private static List<PaneKind> fronts(DeskPart part) {
        return switch (part) {
            case Tabs tabs -> List.of(tabs.front().kind());
            case Split split ->
                List.of(fronts(split.first()), fronts(split.second())).stream()
                        .flatMap(List::stream)
                        .toList();
        };
    }

    private static String told(DeskPart part) {
        String told = inner(part);
        return part instanceof Split ? told.substring(1, told.length() - 1) : told;
    }

    private static String inner(DeskPart part) {
        return switch (part) {
            case Tabs tabs ->
                String.join(
                        " ",
                        tabs.panes().stream().map(pane -> pane.kind().name()).toList());
            case Split split ->
                "(" + inner(split.first()) + (split.axis() == Axis.ACROSS ? " | " : " / ") + inner(split.second())
                        + ")";
        };
    }
}
