// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/// One code that one client registered, with the records that it has not been sent yet. Confined to the exchange's
/// thread.
final class Registration {

    private static final int MOST_TOLD_AT_ONCE = 500;

    private final String trKey;
    private final boolean hollow;
    private final OptionalInt ahead;
    private final Deque<String> due = new ArrayDeque<>();
    private final long toldBy;
    private long toldLeft;
    private long records;
    private long block;

    /// @param hollow whether it was made while registrations were hollow
    /// @param ahead by how many contracts the server of its first record is ahead
    /// @param told records of the day so far that are to be told first
    /// @param toldBy the moment, in the JVM's nanoseconds, by which they are to be told
    Registration(String trKey, boolean hollow, OptionalInt ahead, List<String> told, long toldBy) {
        this.trKey = trKey;
        this.hollow = hollow;
        this.ahead = ahead;
        this.toldBy = toldBy;
        this.toldLeft = told.size();
        due.addAll(told);
    }

    String trKey() {
        return trKey;
    }

    boolean hollow() {
        return hollow;
    }

    /// By how many contracts the server of its first record is ahead; empty if that is the one that goes on.
    OptionalInt ahead() {
        return ahead;
    }

    /// Counts so many more records of this registration and returns the number of the first of them, from 1.
    long count(int more) {
        long first = records + 1;
        records += more;
        return first;
    }

    /// The turnover, in thousands of won, of the block that its records carry until it is withdrawn; 0 if they carry
    /// none.
    long block() {
        return block;
    }

    void block(long turnover) {
        block = turnover;
    }

    void add(String record) {
        due.add(record);
    }

    /// Whether a part of the day so far has still to be told.
    boolean telling() {
        return toldLeft > 0;
    }

    /// Takes what is to be sent now: so much of the day so far that it is told in time, afterwards all that is due.
    ///
    /// @param now the JVM's nanoseconds
    /// @param period how long it takes until the next call, in nanoseconds
    /// @param crowded whether the client is behind with reading, so that telling has to wait
    List<String> take(long now, long period, boolean crowded) {
        int count = due.size();
        if (toldLeft > 0) {
            long left = toldBy - now;
            long inTime = left <= 0 ? MOST_TOLD_AT_ONCE : toldLeft * period / left + 1;
            count = crowded ? 0 : (int) Math.min(toldLeft, inTime);
            toldLeft -= count;
        }
        List<String> taken = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            taken.add(due.remove());
        }
        return taken;
    }
}
