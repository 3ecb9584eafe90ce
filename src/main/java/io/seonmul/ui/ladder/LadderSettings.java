// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import java.util.List;

/// What the user has set on the price ladder, to be kept over a change of language and a restart. Immutable.
///
/// @param grouping ticks a row: one of [#GROUPINGS]; anything else becomes the next smaller one
public record LadderSettings(int grouping) {

    /// The groupings on offer, finest first, in ticks a row.
    public static final List<Integer> GROUPINGS = List.of(1, 2, 5, 10);

    /// One row a tick.
    public static final LadderSettings DEFAULT = new LadderSettings(1);

    /// Settings may come from a file that a person has edited.
    public LadderSettings {
        int wanted = grouping;
        grouping = GROUPINGS.stream().filter(offered -> offered <= wanted).reduce(1, Math::max);
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
        return new LadderSettings(GROUPINGS.get(index));
    }
}
