// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;

/// What the audit says of one record, and so how it is folded. The package's page has the rule as a table.
///
/// @param kind how the record follows the one before
/// @param aggressor the side of its trade
/// @param inferred whether that side had to be inferred from the quote
/// @param block contracts of a negotiated block that appeared with it
/// @param gap what was lost just before it, if anything
/// @param fill what it changed in what was stated before; there for a late record only
/// @param doubts the [Witness]es that contradict it, as bits; none but for a doubtful one
record Verdict(
        Kind kind,
        Aggressor aggressor,
        boolean inferred,
        long block,
        Optional<FeedGap> gap,
        Optional<LateFill> fill,
        int doubts) {

    enum Kind {
        /// The first record of this contract: nothing to compare with.
        FIRST,
        /// Follows the record before it; a [FeedGap] may lie between.
        NEXT,
        /// The first record of a new session; what that session traded before it is not known, and no loss.
        NEW_SESSION,
        /// The exchange lowered its totals within a session: a new base line, no loss is claimed.
        CORRECTION,
        /// Arrived after its successor and fills a gap: counts, but is not the newest.
        LATE,
        /// The totals of the record before, with a newer state: quotes, theory, open interest, but no trade.
        UPDATE,
        /// Contradicted by its witnesses: shown at once, counts when later records prove it.
        DOUBTFUL,
        /// Already folded: must not count again.
        DUPLICATE
    }

    /// A record that is like no trade before it, or none at all: no side, no loss.
    static Verdict plain(Kind kind) {
        return new Verdict(kind, Aggressor.NONE, false, 0, Optional.empty(), Optional.empty(), 0);
    }

    static Verdict doubtful(int doubts) {
        return new Verdict(Kind.DOUBTFUL, Aggressor.NONE, false, 0, Optional.empty(), Optional.empty(), doubts);
    }
}
