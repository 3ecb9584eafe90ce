// SPDX-License-Identifier: Apache-2.0
package io.seonmul;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a condition, for tests of things that happen on other threads.
public final class Await {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    private Await() {}

    /// Returns when `condition` holds, or fails after 20 seconds.
    public static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                fail("not within %s: %s", LONGEST, what);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}
