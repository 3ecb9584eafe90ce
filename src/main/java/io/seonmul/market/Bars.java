// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.ArrayList;
import java.util.List;

/// The bars of a session at one moment: those that are complete, and the one that still changes. Immutable; any thread.
///
/// Stretches without a trade have no bar.
///
/// @param seconds length of a bar in exchange seconds
/// @param completed bars that only late records change any more, oldest first; it grows from snapshot to snapshot
/// @param live the bar of the newest trade, if there was one; later snapshots hold it completed
/// @param session counts the sessions seen
/// @param revision grows whenever a late record changed a completed bar or put one between them, and with each
/// session; while it is that of an earlier snapshot, all that was completed there is the same here
public record Bars(int seconds, List<Bar> completed, List<Bar> live, long session, long revision) {

    /// How many bars there are, the live one included.
    public int size() {
        return completed.size() + live.size();
    }

    /// The bar at `index`, oldest first.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public Bar get(int index) {
        return index < completed.size() ? completed.get(index) : live.get(index - completed.size());
    }

    /// These bars merged into longer ones, aligned to the hour.
    ///
    /// @param longer their length in exchange seconds, a multiple of [#seconds]
    /// @throws IllegalArgumentException if it is not
    public List<Bar> every(int longer) {
        if (longer <= 0 || longer % seconds != 0) {
            throw new IllegalArgumentException(longer + " s is not a multiple of " + seconds + " s");
        }
        List<Bar> merged = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            Bar bar = get(i);
            long start = bar.start() - Math.floorMod(bar.start(), longer);
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).start() == start) {
                merged.set(last, merged.get(last).merge(bar));
            } else {
                merged.add(bar.startingAt(start));
            }
        }
        return merged;
    }
}
