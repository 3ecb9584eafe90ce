// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.List;
import java.util.OptionalDouble;

/// What the feed has proved about its own completeness for one contract so far. Immutable; any thread.
///
/// The contracts of all [#gaps] together are always [#lostContracts], their trades [#lostTrades], over all
/// sessions: a new session or a correction ends no gap. A record that arrives after its successor is folded as
/// if it had come in time: its gap shrinks to what is still missing, or goes. Gaps change only so, which
/// [#lateRecords] tells.
///
/// @param records trade records received, duplicates and late ones included
/// @param contracts contracts received
/// @param trades trades received that have a side
/// @param gaps every gap in which something is still missing, oldest first
/// @param gapsFound every gap found so far, those that late records filled included
/// @param lostContracts contracts in the gaps
/// @param lostTrades trades in the gaps
/// @param lateRecords records that arrived after their successor and filled a gap, wholly or in part
/// @param lateContracts contracts of those
/// @param duplicates records received a second time; folded once
/// @param updates records with the totals of the one before and a newer state: no trade
/// @param doubtful records that their witnesses contradicted when they came, shown and not counted at first
/// @param repaired of those, records whose trade their neighbours proved, counted with the totals that these prove
/// @param discarded of those, records that nothing proved: they count as never received
/// @param resets times the totals began anew (a new session) or were corrected downwards
/// @param corrections of those, times they were corrected downwards within a session
/// @param unknownLosses of those, corrections across which nobody can say whether something was lost
/// @param auctionPrints trades without a side, so far as received
/// @param blockContracts contracts of negotiated block trades that appeared while watching
/// @param quoteRuleAgreed trades whose exchange side is also what the quote before it suggests
/// @param quoteRuleDisagreed trades whose exchange side the quote rule would have got wrong
/// @param invariants how often each relation held
public record AuditReport(
        long records,
        long contracts,
        long trades,
        List<FeedGap> gaps,
        long gapsFound,
        long lostContracts,
        long lostTrades,
        long lateRecords,
        long lateContracts,
        long duplicates,
        long updates,
        long doubtful,
        long repaired,
        long discarded,
        long resets,
        long corrections,
        long unknownLosses,
        long auctionPrints,
        long blockContracts,
        long quoteRuleAgreed,
        long quoteRuleDisagreed,
        InvariantTally invariants) {

    static AuditReport of(AuditCounts counts, List<FeedGap> gaps, InvariantTally invariants) {
        return new AuditReport(
                counts.records,
                counts.contracts,
                counts.trades,
                gaps,
                counts.gapsFound,
                counts.lostContracts,
                counts.lostTrades,
                counts.lateRecords,
                counts.lateContracts,
                counts.duplicates,
                counts.updates,
                counts.doubtful,
                counts.repaired,
                counts.discarded,
                counts.resets,
                counts.corrections,
                counts.unknownLosses,
                counts.auctionPrints,
                counts.blockContracts,
                counts.quoteRuleAgreed,
                counts.quoteRuleDisagreed,
                invariants);
    }

    /// Whether the loss stated is the whole truth: every witness of every gap agrees, and no correction hides another.
    public boolean isLossProved() {
        return unknownLosses == 0 && gaps.stream().allMatch(gap -> gap.witnesses() == FeedGap.Witnesses.AGREE);
    }

    /// Received contracts in percent of received and lost ones; 100 while nothing is lost.
    public double completenessPercent() {
        long all = contracts + lostContracts;
        return all == 0 ? 100 : 100.0 * contracts / all;
    }

    /// Contracts in the gaps found after the first `found` of them.
    public long lostContractsAfter(long found) {
        long lost = 0;
        for (int i = gaps.size() - 1; i >= 0 && gaps.get(i).sequence() > found; i--) {
            lost += gaps.get(i).contracts();
        }
        return lost;
    }

    /// Average price of everything in the gaps, in points, weighted by contracts; empty where no gap has a price.
    public OptionalDouble lostAveragePrice() {
        double value = 0;
        long priced = 0;
        for (FeedGap gap : gaps) {
            if (gap.averagePrice().isPresent()) {
                value += gap.averagePrice().getAsDouble() * gap.contracts();
                priced += gap.contracts();
            }
        }
        return priced == 0 ? OptionalDouble.empty() : OptionalDouble.of(value / priced);
    }
}
