// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// Notices that the computer slept or its clock was set: the wall clock has moved against the monotonic one. Session
/// thread
/// only.
final class ClockJump {

    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private long offset;

    ClockJump(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.offset = offset();
    }

    private long offset() {
        return clock.millis() - nanoTime.getAsLong() / 1_000_000;
    }

    /// Whether the clocks have parted since the last call.
    boolean happened() {
        long before = offset;
        offset = offset();
        return Math.abs(offset - before) > TOLERANCE.toMillis();
    }
}
