// SPDX-License-Identifier: Apache-2.0
package io.seonmul;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/// What every fuzz target asserts: no throwable but the declared one, and memory in proportion to the input.
///
/// Without `JAZZER_FUZZ=1` in the environment the targets run on their corpus only, as ordinary tests.
public final class Fuzzed {

    /// How long a target is fuzzed in `mvn verify`.
    public static final String TIME = "6s";

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// What an empty input may cost.
    private static final long ALLOWANCE = 4L << 20;

    private static final long BYTES_PER_BYTE = 512;

    private Fuzzed() {}

    /// Does `work` on an input of `length` bytes.
    ///
    /// @param declared the one exception that the work may end with
    public static void survives(int length, Class<? extends Exception> declared, Callable<?> work) {
        if (allocated(declared, work) > ALLOWANCE + BYTES_PER_BYTE * length) {
            // once more: the first time pays for loading classes
            assertThat(allocated(declared, work))
                    .as("bytes allocated for %d bytes", length)
                    .isLessThanOrEqualTo(ALLOWANCE + BYTES_PER_BYTE * length);
        }
    }

    private static long allocated(Class<? extends Exception> declared, Callable<?> work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            work.call();
        } catch (Exception e) {
            if (!declared.isInstance(e)) {
                throw new AssertionError("not the declared exception", e);
            }
            assertThat(e.getMessage()).isNotBlank();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
