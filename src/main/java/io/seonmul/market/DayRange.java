// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;

/// The session's open, high and low so far, and how far the last price is from each; empty where the wire had no value.
/// Immutable.
///
/// @param open first price of the session
/// @param high highest price of the session
/// @param low lowest price of the session
/// @param fromOpen last price less `open`, as sent (invariant I11 holds it against `open`)
/// @param fromHigh last price less `high`, as sent
/// @param fromLow last price less `low`, as sent
/// @param timesGiven whether the wire gave a time for any of the three; it never has (invariant I13), so the monitor
/// keeps its own, see [SessionExtremes]
public record DayRange(
        Optional<Price> open,
        Optional<Price> high,
        Optional<Price> low,
        Optional<Price> fromOpen,
        Optional<Price> fromHigh,
        Optional<Price> fromLow,
        boolean timesGiven) {}
