// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.market.AuditReport;
import io.seonmul.ui.fx.CompletenessTexts;
import io.seonmul.ui.fx.Formats;

/// What arrived and what did not, as the window writes it. Immutable.
///
/// @param contracts of the contracts
/// @param trades of the trades that have a side
/// @param late records that arrived after their successor
/// @param duplicates records that came again
/// @param updates records of a newer state without a trade
/// @param doubtful records that their witnesses contradicted when they came
/// @param repaired of those, records that count by now
/// @param discarded of those, records that never will
/// @param resets times the totals began anew or were lowered
/// @param corrections of those, times they were lowered within a session
/// @param unknownLosses of those, times nobody can say what was lost
/// @param auctions prints without a side
/// @param blocks contracts of negotiated trades
/// @param quoteRule share of the sides that a quote rule would have got wrong, percent
/// @param compared trades on which that share rests
record Completeness(
        Share contracts,
        Share trades,
        Count late,
        Count duplicates,
        Count updates,
        Count doubtful,
        Count repaired,
        Count discarded,
        Count resets,
        Count corrections,
        Count unknownLosses,
        Count auctions,
        Count blocks,
        String quoteRule,
        String compared) {

    /// Before any record.
    static final Completeness NOT_KNOWN = new Completeness(
            Share.NOT_KNOWN,
            Share.NOT_KNOWN,
            Count.NOT_KNOWN,
            Count.NOT_KNOWN,
            Count.NOT_KNOWN,
            Count.NOT_KNOWN,
            Count.NOT_KNOWN,
            Count.NOT_KNOWN,
            Count.NOT_KNOWN,
            Count.NOT_KNOWN,
            Count.NOT_KNOWN,
            Count.NOT_KNOWN,
            Count.NOT_KNOWN,
            Formats.NOT_KNOWN,
            Formats.NOT_KNOWN);

    /// Received against lost.
    ///
    /// @param received how many came
    /// @param lost how many did not
    /// @param percent received of both
    /// @param lossy whether any did not
    record Share(String received, String lost, String percent, boolean lossy) {
        static final Share NOT_KNOWN = new Share(Formats.NOT_KNOWN, Formats.NOT_KNOWN, Formats.NOT_KNOWN, false);

        static Share of(long received, long lost) {
            return new Share(
                    Formats.count(received), Formats.count(lost), CompletenessTexts.of(received, lost), lost > 0);
        }
    }

    /// A figure, and whether it is one to notice.
    record Count(String text, boolean notable) {
        static final Count NOT_KNOWN = new Count(Formats.NOT_KNOWN, false);

        static Count of(long count) {
            return new Count(Formats.count(count), count > 0);
        }
    }

    static Completeness of(AuditReport audit) {
        long compared = audit.quoteRuleAgreed() + audit.quoteRuleDisagreed();
        return new Completeness(
                Share.of(audit.contracts(), audit.lostContracts()),
                Share.of(audit.trades(), audit.lostTrades()),
                Count.of(audit.lateRecords()),
                Count.of(audit.duplicates()),
                Count.of(audit.updates()),
                Count.of(audit.doubtful()),
                Count.of(audit.repaired()),
                Count.of(audit.discarded()),
                Count.of(audit.resets()),
                Count.of(audit.corrections()),
                Count.of(audit.unknownLosses()),
                Count.of(audit.auctionPrints()),
                Count.of(audit.blockContracts()),
                compared == 0
                        ? Formats.NOT_KNOWN
                        : Formats.decimal(100.0 * audit.quoteRuleDisagreed() / compared, 2) + "%",
                Formats.count(compared));
    }
}
