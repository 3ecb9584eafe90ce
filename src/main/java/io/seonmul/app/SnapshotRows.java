// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.export.SnapshotRow;
import io.seonmul.market.MarketBoard;
import io.seonmul.session.SessionStatus;
import java.util.List;

/// Gathers what a snapshot file holds. Any thread.
final class SnapshotRows {

    private SnapshotRows() {}

    /// A row for every code that the session watches, in watch order.
    static List<SnapshotRow> of(SessionStatus status, MarketBoard board) {
        return status.codes().stream()
                .map(code -> new SnapshotRow(code.code(), code.state().word(), board.latest(code.code())))
                .toList();
    }
}
