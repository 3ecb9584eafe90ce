// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.market.Invariant;
import io.seonmul.market.InvariantTally;
import io.seonmul.ui.fx.Formats;
import java.util.List;
import java.util.stream.Stream;

/// How one relation of the feed has fared, as the table writes it. Immutable.
///
/// @param invariant which relation
/// @param passed how often it held; [Formats#NOT_KNOWN] where it was never applicable
/// @param failed how often it did not; likewise
/// @param state what the counts mean
record Relation(Invariant invariant, String passed, String failed, State state) {

    /// What the counts mean.
    enum State {
        /// It was never applicable.
        UNTRIED,
        /// It held every time.
        HELD,
        /// It failed at least once.
        FAILED
    }

    /// All relations, none tried yet.
    static final List<Relation> UNTRIED =
            Stream.of(Invariant.values()).map(Relation::untried).toList();

    private static Relation untried(Invariant invariant) {
        return new Relation(invariant, Formats.NOT_KNOWN, Formats.NOT_KNOWN, State.UNTRIED);
    }

    static List<Relation> of(InvariantTally tally) {
        return Stream.of(Invariant.values())
                .map(invariant -> of(invariant, tally.passed(invariant), tally.failed(invariant)))
                .toList();
    }

    private static Relation of(Invariant invariant, long passed, long failed) {
        return passed + failed == 0
                ? untried(invariant)
                : new Relation(
                        invariant,
                        Formats.count(passed),
                        Formats.count(failed),
                        failed == 0 ? State.HELD : State.FAILED);
    }
}
