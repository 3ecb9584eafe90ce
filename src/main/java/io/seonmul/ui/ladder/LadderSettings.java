// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import java.util.List;
import java.util.stream.Stream;

/// What the user has set on the price ladder, to be kept over a change of language and a restart. Immutable.
///
/// @param grouping ticks a row: one of [#GROUPINGS]; anything else becomes the next smaller one
/// @param freezes whether the picture stands still under a pointer that moves
/// @param asksLeft whether asks stand on the left, as Korean order screens have them
/// @param hidden the marks that are not drawn, by the names of [LadderMark#FAMILIES]; others are left out
/// @param recentre when the rows follow the last price by themselves
public record LadderSettings(int grouping, boolean freezes, boolean asksLeft, List<String> hidden, Recentre recentre) {

    /// The groupings on offer, finest first, in ticks a row.
    public static final List<Integer> GROUPINGS = List.of(1, 2, 5, 10);

    /// One row a tick, every mark, still under the pointer.
    public static final LadderSettings DEFAULT = new LadderSettings(1, true, false, List.of(), Recentre.EDGE);

    /// Settings may come from a file that a person has edited.
    public LadderSettings {
        int wanted = grouping;
        grouping = GROUPINGS.stream().filter(offered -> offered <= wanted).reduce(1, Math::max);
        hidden =
                hidden.stream().filter(LadderMark.FAMILIES::contains).distinct().toList();
    }

    LadderSettings withGrouping(int ticks) {
        return new LadderSettings(ticks, freezes, asksLeft, hidden, recentre);
    }

    LadderSettings withFreezes(boolean wanted) {
        return new LadderSettings(grouping, wanted, asksLeft, hidden, recentre);
    }

    LadderSettings withAsksLeft(boolean wanted) {
        return new LadderSettings(grouping, freezes, wanted, hidden, recentre);
    }

    LadderSettings withShown(String family, boolean shown) {
        Stream<String> others = hidden.stream().filter(other -> !other.equals(family));
        return new LadderSettings(
                grouping,
                freezes,
                asksLeft,
                shown
                        ? others.toList()
                        : Stream.concat(others, Stream.of(family)).toList(),
                recentre);
    }

    LadderSettings withRecentre(Recentre rule) {
        return new LadderSettings(grouping, freezes, asksLeft, hidden, rule);
    }

    /// Whether marks of that family are drawn.
    boolean shows(String family) {
        return !hidden.contains(family);
    }

    /// These settings with the next coarser grouping, or the same where there is none.
    LadderSettings coarser() {
        return step(1);
    }

    /// These settings with the next finer grouping, or the same where there is none.
    LadderSettings finer() {
        return step(-1);
    }

    private LadderSettings step(int by) {
        int index = Math.clamp((long) GROUPINGS.indexOf(grouping) + by, 0, GROUPINGS.size() - 1);
        return withGrouping(GROUPINGS.get(index));
    }
}
