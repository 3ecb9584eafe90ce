// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Arrays;

/// The newest records by their totals and circumstances, to recognise one that comes again. Session thread only.
///
/// Totals alone do not: a contract of few trades may open with as many contracts at the same price as the day before,
/// and
/// the same totals come with another quote where only the state changed.
///
/// Bounded: a record more than [#CAPACITY] records late is no longer recognised.
final class SeenRecords {

    static final int CAPACITY = 4096;

    private long[] volumes = new long[16];
    private long[] turnovers = new long[16];
    private long[] circumstances = new long[16];
    private int count;

    void add(Tick tick) {
        if (count == volumes.length && count < CAPACITY) {
            volumes = Arrays.copyOf(volumes, 4 * count);
            turnovers = Arrays.copyOf(turnovers, 4 * count);
            circumstances = Arrays.copyOf(circumstances, 4 * count);
        }
        int slot = count++ & (volumes.length - 1);
        volumes[slot] = tick.volume();
        turnovers[slot] = tick.turnover();
        circumstances[slot] = circumstances(tick);
        if (count == 2 * CAPACITY) {
            count = CAPACITY;
        }
    }

    /// Whether one of the newest records was the same.
    boolean contains(Tick tick) {
        long wanted = circumstances(tick);
        for (int i = Math.min(count, CAPACITY) - 1; i >= 0; i--) {
            if (volumes[i] == tick.volume() && turnovers[i] == tick.turnover() && circumstances[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    /// Whether both are one record, come twice.
    static boolean isSame(Tick one, Tick other) {
        return one.volume() == other.volume()
                && one.turnover() == other.turnover()
                && circumstances(one) == circumstances(other);
    }

    /// The trade, its time, base price, quote, theory, open interest and book in one number; in two chains, since a
    /// multiplication waits for the one before.
    private static long circumstances(Tick tick) {
        long trade = tick.figure(Figure.TIME);
        trade = 31 * trade + tick.figure(Figure.LAST);
        trade = 31 * trade + tick.figure(Figure.CHANGE);
        trade = 31 * trade + tick.figure(Figure.ASK);
        trade = 31 * trade + tick.figure(Figure.BID);
        long state = tick.figure(Figure.THEORETICAL_PRICE);
        state = 31 * state + tick.figure(Figure.OPEN_INTEREST);
        state = 31 * state + tick.figure(Figure.OPEN_INTEREST_CHANGE);
        state = 31 * state + tick.figure(Figure.TOTAL_ASK_SIZE);
        state = 31 * state + tick.figure(Figure.TOTAL_BID_SIZE);
        return 0x9E3779B97F4A7C15L * trade + state;
    }
}
