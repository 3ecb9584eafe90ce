// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.MarketBoard;
import io.seonmul.market.ProductTable;
import io.seonmul.ui.settings.KeySafe;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// What the window is connected to. Immutable.
///
/// @param board the newest snapshots
/// @param session the connection
/// @param products names, multipliers and tick sizes
/// @param export writes snapshots
/// @param keys where app key and secret are kept
/// @param clock the time of day
/// @param demo whether everything comes from the embedded exchange, which the window then says
/// @param wake asks for one more frame; any thread
/// @param limits where limit events are kept and sounded
/// @param files what there is to know of the monitor's own files since it was last asked, once each
public record MainPorts(
        MarketBoard board,
        SessionControl session,
        ProductTable products,
        SnapshotExport export,
        KeySafe keys,
        InstantSource clock,
        boolean demo,
        Runnable wake,
        LimitPorts limits,
        Supplier<Optional<FileNote>> files) {}
