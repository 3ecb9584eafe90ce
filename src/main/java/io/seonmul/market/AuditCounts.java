// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// What the audit has counted, field by field as in [AuditReport]. Session thread only.
final class AuditCounts implements Cloneable {
    long records;
    long contracts;
    long trades;
    long gapsFound;
    long lostContracts;
    long lostTrades;
    long lateRecords;
    long lateContracts;
    long duplicates;
    long updates;
    long doubtful;
    long repaired;
    long discarded;
    long resets;
    long corrections;
    long unknownLosses;
    long auctionPrints;
    long blockContracts;
    long quoteRuleAgreed;
    long quoteRuleDisagreed;

    AuditCounts copy() {
        try {
            return (AuditCounts) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /// Takes back what was counted of trades and losses since `then`; what arrived, arrived.
    void takeBackTo(AuditCounts then) {
        contracts = then.contracts;
        trades = then.trades;
        lostContracts = then.lostContracts;
        lostTrades = then.lostTrades;
        auctionPrints = then.auctionPrints;
        blockContracts = then.blockContracts;
        resets = then.resets;
    }
}
