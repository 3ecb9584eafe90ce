// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;

/// What the audit says of one record, and so how it is folded.
///
/// @param kind how the record follows the one before
/// @param aggressor the side of its trade
/// @param inferred whether that side had to be inferred from the quote
/// @param block contracts of a negotiated block that appeared with it
/// @param gap what was lost just before it, if anything
/// @param fill what it changed in what was told before; there for a late record only
record Verdict(
        Kind kind, Aggressor aggressor, boolean inferred, long block, Optional<FeedGap> gap, Optional<LateFill> fill) {

    enum Kind {
        /// The first record of this contract: nothing to compare with.
        FIRST,
        /// Follows the record before it; a [FeedGap] may lie between.
        NEXT,
        /// The first record of a new session; what that session traded before it is lost.
        NEW_SESSION,
        /// The exchange lowered its totals within a session: a new base line, no loss is claimed.
        CORRECTION,
        /// Arrived after its successor and fills a gap: counts, but is not the newest.
        LATE,
        /// Already folded: must not count again.
        DUPLICATE
    }

    /// A record that is like no trade before it, or none at all: no side, no loss.
    static Verdict plain(Kind kind) {
        return new Verdict(kind, Aggressor.NONE, false, 0, Optional.empty(), Optional.empty());
    }

    boolean isNewest() {
        return kind != Kind.LATE && kind != Kind.DUPLICATE;
    }
}
