// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The bursts that the market still owes, dealt out in parts so that each step of the exchange stays short. Confined to
/// the exchange's thread.
final class Bursts {

    /// A hundred thousand in a second at 50 steps a second.
    private static final int MOST_AT_ONCE = 2_000;

    private final Deque<Fault.Burst> owed = new ArrayDeque<>();

    void add(Fault.Burst burst) {
        owed.add(burst);
    }

    /// What is to trade in this step; a frame is never divided.
    Optional<Fault.Burst> next() {
        Fault.Burst first = owed.poll();
        if (first == null) {
            return Optional.empty();
        }
        int now = Math.min(first.records(), Math.max(MOST_AT_ONCE, first.recordsPerFrame()));
        if (now < first.records()) {
            owed.addFirst(new Fault.Burst(first.records() - now, first.recordsPerFrame()));
        }
        return Optional.of(new Fault.Burst(now, first.recordsPerFrame()));
    }
}
