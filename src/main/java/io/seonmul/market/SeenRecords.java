// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// The totals of the newest records, to tell a record that comes again from one that starts anew. Session thread only.
///
/// Bounded: a record more than [#CAPACITY] records late is no longer recognised.
final class SeenRecords {

    static final int CAPACITY = 4096;

    private final long[] volumes = new long[CAPACITY];
    private final long[] turnovers = new long[CAPACITY];
    private int count;

    void add(Tick tick) {
        int slot = count++ & (CAPACITY - 1);
        volumes[slot] = tick.volume();
        turnovers[slot] = tick.turnover();
        if (count == 2 * CAPACITY) {
            count = CAPACITY;
        }
    }

    boolean contains(Tick tick) {
        for (int i = Math.min(count, CAPACITY) - 1; i >= 0; i--) {
            if (volumes[i] == tick.volume() && turnovers[i] == tick.turnover()) {
                return true;
            }
        }
        return false;
    }

    void clear() {
        count = 0;
    }
}
