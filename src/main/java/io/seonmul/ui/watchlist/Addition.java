// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.InstrumentCode;
import java.time.LocalDate;
import java.util.Optional;

/// What came of a typed code. Immutable.
public sealed interface Addition {

    /// It is watched now.
    record Added(InstrumentCode code) implements Addition {}

    /// It was watched already.
    record AlreadyWatched(InstrumentCode code) implements Addition {}

    /// A dead code of the scheme before December 2025: the server would confirm it and never send a tick.
    record OldStyle(String text) implements Addition {}

    /// Not the code of an index future.
    record NotFutures(String text) implements Addition {}

    /// It is not traded any more; typed once more it is watched nevertheless.
    record Expired(InstrumentCode code, Optional<LocalDate> lastDay) implements Addition {}

    /// Every registration that the server allows is taken.
    record QuotaFull() implements Addition {}
}
