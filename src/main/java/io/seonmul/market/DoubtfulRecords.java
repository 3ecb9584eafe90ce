// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.ArrayList;
import java.util.List;

/// The records since the last one that counts, each of which its witnesses contradict. Session thread only.
///
/// The newest of them may continue each other: that is a chain, and a chain of [#PROVED] proves itself. Bounded: of
/// more
/// than [#MOST] the oldest goes, and stays uncounted.
final class DoubtfulRecords {

    /// Records that continue each other, at later times, before they are believed against the totals before them.
    static final int PROVED = 3;

    /// What contradicts the trade itself: a record with it begins no chain, unless the next one has it too.
    static final int OF_THE_TRADE = Witness.PRICE.bit() | Witness.RANGE.bit() | Witness.TIME.bit();

    private static final int MOST = 8;

    /// @param tick the record
    /// @param own the witnesses that contradict it in itself
    /// @param found those and the ones that contradict its step from the record before it in the chain
    /// @param doubts the witnesses that made it doubtful
    record Doubtful(Tick tick, int own, int found, int doubts) {}

    private final List<Doubtful> records = new ArrayList<>();
    private int chain;

    boolean isEmpty() {
        return records.isEmpty();
    }

    int size() {
        return records.size();
    }

    List<Doubtful> all() {
        return List.copyOf(records);
    }

    /// Those that continue each other, up to the newest.
    List<Doubtful> chain() {
        return List.copyOf(records.subList(records.size() - chain, records.size()));
    }

    /// Adds a record that continues the newest one, or does not: then it begins a chain of its own.
    ///
    /// @return whether an older one had to go
    boolean add(Doubtful doubtful, boolean continues) {
        records.add(doubtful);
        chain = continues ? chain + 1 : 1;
        if (records.size() <= MOST) {
            return false;
        }
        records.removeFirst();
        chain = Math.min(chain, MOST);
        return true;
    }

    /// Whether the chain is to be believed: it is long enough, or nothing but a missing auction spoke against it and
    /// a successor confirms it.
    boolean isProved() {
        return chain >= PROVED || (chain == 2 && (chain().getFirst().doubts() & ~Witness.AUCTION.bit()) == 0);
    }

    /// Whether `tick` is one of them, come again.
    boolean contains(Tick tick) {
        return records.stream().anyMatch(known -> SeenRecords.isSame(known.tick(), tick));
    }

    void clear() {
        records.clear();
        chain = 0;
    }
}
