// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.ArrayDeque;
import java.util.Iterator;

/// The stretches of the session's volume that lie in gaps, so that a late record can be recognised and taken off the
/// loss.
/// Session thread only. Bounded: of more than [#CAPACITY] stretches the oldest are taken as lost for good.
final class MissingVolume {

    static final int CAPACITY = 1024;

    private record Stretch(long from, long to) {}

    private final ArrayDeque<Stretch> stretches = new ArrayDeque<>();

    /// Volume from `from` (exclusive) to `to` (inclusive) never arrived.
    void add(long from, long to) {
        if (stretches.size() == CAPACITY) {
            stretches.removeFirst();
        }
        stretches.addLast(new Stretch(from, to));
    }

    /// Takes the trade of a late record off the missing stretches; false if it does not lie in one.
    boolean fill(Tick tick) {
        long to = tick.volume();
        long from = to - tick.size();
        for (Iterator<Stretch> it = stretches.descendingIterator(); it.hasNext(); ) {
            Stretch stretch = it.next();
            if (from >= stretch.from && to <= stretch.to) {
                it.remove();
                if (from > stretch.from) {
                    add(stretch.from, from);
                }
                if (to < stretch.to) {
                    add(to, stretch.to);
                }
                return true;
            }
        }
        return false;
    }

    void clear() {
        stretches.clear();
    }
}
