// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import io.seonmul.market.AuditReport;

/// How the share that arrived is written, wherever it stands. No state; any thread.
public final class CompletenessTexts {

    /// Stands before a share that is an upper bound: across a correction nobody can say what was lost.
    private static final String AT_MOST = "≤ ";

    private CompletenessTexts() {}

    /// Contracts received in percent of those received and lost, marked where that is not proved.
    public static String of(AuditReport audit) {
        return of(audit.contracts(), audit.lostContracts(), audit.unknownLosses() > 0);
    }

    /// Received in percent of received and lost, marked where more may be lost.
    public static String of(long received, long lost, boolean unknown) {
        return (unknown ? AT_MOST : "") + of(received, lost);
    }

    /// Received in percent of received and lost, never rounded up: 100% means that nothing is known to be lost.
    public static String of(long received, long lost) {
        if (received + lost == 0) {
            return Formats.NOT_KNOWN;
        }
        if (lost <= 0) {
            return "100%";
        }
        double thousandths = Math.floor(100_000.0 * received / (received + lost));
        return Formats.decimal(Math.min(thousandths, 99_999) / 1_000, 3) + "%";
    }
}
