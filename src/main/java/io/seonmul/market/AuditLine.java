// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import org.jspecify.annotations.Nullable;

/// The records of one session as far as they prove each other: its newest one, and what is needed to recognise those
/// that come twice or late. Session thread only.
final class AuditLine {

    /// Records after which a witness that has agreed ever since contradicts by habit no more.
    private static final int HABIT_ENDS_AFTER = 50;

    final SeenRecords seen = new SeenRecords();
    final MissingVolume missing = new MissingVolume();
    /// What had been counted before its first record, for the case that it turns out to be none.
    final AuditCounts before;

    @Nullable
    Tick newest;
    /// Witnesses that contradict record after record, as bits: a habit of the feed is no reason for doubt.
    int habits;

    long accepted;
    private int heldSince;

    AuditLine(AuditCounts counts) {
        before = counts.copy();
    }

    /// The next record that counts.
    ///
    /// @param found the witnesses that contradict it
    void accept(Tick tick, int found) {
        newest = tick;
        accepted++;
        if (found == habits) {
            heldSince = 0;
        } else if ((found & ~habits) != 0 || ++heldSince >= HABIT_ENDS_AFTER) {
            habits = found;
            heldSince = 0;
        }
    }
}
