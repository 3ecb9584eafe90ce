// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// The totals of the newest records, to tell a record that comes again from one that starts anew. Session thread only.
///
/// Totals alone tell them apart within a session. Across sessions they do not: a contract of few trades may open with
/// as many contracts at the same price as the day before, so a record that looks like a new session's must be the same
/// in what a new day changes, too.
///
/// Bounded: a record more than [#CAPACITY] records late is no longer recognised.
final class SeenRecords {

    static final int CAPACITY = 4096;

    private final long[] volumes = new long[CAPACITY];
    private final long[] turnovers = new long[CAPACITY];
    private final long[] circumstances = new long[CAPACITY];
    private int count;

    void add(Tick tick) {
        int slot = count++ & (CAPACITY - 1);
        volumes[slot] = tick.volume();
        turnovers[slot] = tick.turnover();
        circumstances[slot] = circumstances(tick);
        if (count == 2 * CAPACITY) {
            count = CAPACITY;
        }
    }

    /// Whether one of the newest records had the totals of `tick`.
    ///
    /// @param perhapsNewSession whether it must be the same in its circumstances, too
    boolean contains(Tick tick, boolean perhapsNewSession) {
        long wanted = circumstances(tick);
        for (int i = Math.min(count, CAPACITY) - 1; i >= 0; i--) {
            if (volumes[i] == tick.volume()
                    && turnovers[i] == tick.turnover()
                    && (!perhapsNewSession || circumstances[i] == wanted)) {
                return true;
            }
        }
        return false;
    }

    /// The time, base price, theory, open interest and book of a record in one number.
    private static long circumstances(Tick tick) {
        long mixed = tick.figure(Figure.TIME);
        mixed = 31 * mixed + tick.baseHundredths();
        mixed = 31 * mixed + tick.figure(Figure.THEORETICAL_PRICE);
        mixed = 31 * mixed + tick.figure(Figure.OPEN_INTEREST);
        mixed = 31 * mixed + tick.figure(Figure.OPEN_INTEREST_CHANGE);
        mixed = 31 * mixed + tick.figure(Figure.TOTAL_ASK_SIZE);
        return 31 * mixed + tick.figure(Figure.TOTAL_BID_SIZE);
    }

    void clear() {
        count = 0;
    }
}
