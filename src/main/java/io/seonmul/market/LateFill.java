// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// What a late record changed in what was told before it. Immutable.
///
/// @param gap the gap it filled, wholly or in part, as [FeedGap#sequence]
/// @param closedAt the session's volume at the record that closed that gap
/// @param contracts by how many contracts the gap is smaller
/// @param trades by how many trades
/// @param after the record just after the late one
/// @param told the side of that record's trade as told so far
/// @param proved the same, as the late record proves it; mostly the same
record LateFill(long gap, long closedAt, long contracts, long trades, GapEnd after, Side told, Side proved) {

    /// Whether the trade after the late one was told as another side's.
    boolean relabels() {
        return told.aggressor() != proved.aggressor();
    }
}
