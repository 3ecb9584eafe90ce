// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// Measures one step on the way from the socket to the screen: a ring of the newest passages. One thread only.
///
/// To add costs a store; to ask sorts the ring, so ask some times a second at most.
public final class DelayGauge {

    /// Passages that are looked back on.
    public static final int NEWEST = 1024;

    private final long[] ring = new long[NEWEST];
    private long added;

    /// Adds a passage.
    ///
    /// @param nanos how long it took; of a clock that cannot go backwards
    public void add(long nanos) {
        ring[(int) (added++ % NEWEST)] = nanos;
    }

    /// The newest passages; empty before the first.
    public Optional<Delay> newest() {
        if (added == 0) {
            return Optional.empty();
        }
        long[] sorted = Arrays.copyOf(ring, (int) Math.min(added, NEWEST));
        Arrays.sort(sorted);
        return Optional.of(new Delay(rank(sorted, 50), rank(sorted, 99), rank(sorted, 100)));
    }

    /// The nearest-rank percentile.
    private static Duration rank(long[] sorted, int percent) {
        int rank = (sorted.length * percent + 99) / 100;
        return Duration.ofNanos(sorted[rank - 1]);
    }
}
