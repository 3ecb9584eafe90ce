// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Arrays;
import java.util.stream.Collectors;

/// How often each [Invariant] held and how often it did not, at one moment. Immutable; any thread.
@SuppressWarnings("EnumOrdinal") // an index into arrays that live no longer than the enum
public final class InvariantTally {

    private final long[] passes;
    private final long[] failures;

    InvariantTally(long[] passes, long[] failures) {
        this.passes = passes.clone();
        this.failures = failures.clone();
    }

    /// How often that relation held.
    public long passed(Invariant invariant) {
        return passes[invariant.ordinal()];
    }

    /// How often that relation did not hold.
    public long failed(Invariant invariant) {
        return failures[invariant.ordinal()];
    }

    /// How often any relation did not hold.
    public long failures() {
        long sum = 0;
        for (long count : failures) {
            sum += count;
        }
        return sum;
    }

    /// Such as `I1 120, I6 118 and 2 not`: what held how often, of those that were asked.
    @Override
    public String toString() {
        return Arrays.stream(Invariant.values())
                .filter(invariant -> passed(invariant) + failed(invariant) > 0)
                .map(invariant -> invariant + " " + passed(invariant)
                        + (failed(invariant) > 0 ? " and " + failed(invariant) + " not" : ""))
                .collect(Collectors.joining(", "));
    }
}
