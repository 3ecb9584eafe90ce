// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitEvent;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// One record as the inspector shows it. Immutable.
///
/// @param code its contract
/// @param time when the exchange made the trade
/// @param version how many records of the contract had been folded by then
/// @param raw its text exactly as received
/// @param before the text of the record before it; empty where that is not known
/// @param cause the event that it caused, where it is shown for that
record ShownRecord(
        InstrumentCode code,
        LocalTime time,
        long version,
        String raw,
        Optional<String> before,
        Optional<LimitEvent> cause) {

    /// The newest record of `snapshot`.
    static ShownRecord of(InstrumentSnapshot snapshot) {
        return new ShownRecord(
                snapshot.code(),
                snapshot.tick().time(),
                snapshot.version(),
                snapshot.tick().raw(),
                snapshot.previous().equals(snapshot.tick())
                        ? Optional.empty()
                        : Optional.of(snapshot.previous().raw()),
                Optional.empty());
    }

    /// The record that caused `event`.
    ///
    /// @param version from which the records that come are counted
    static ShownRecord of(LimitEvent event, long version) {
        return new ShownRecord(event.code(), event.time(), version, event.raw(), Optional.empty(), Optional.of(event));
    }

    /// Its fields, in wire order.
    List<String> fields() {
        return fields(raw);
    }

    /// The fields of the record before it; none where that is not known.
    List<String> fieldsBefore() {
        return before.map(ShownRecord::fields).orElse(List.of());
    }

    private static List<String> fields(String record) {
        return List.of(record.split("\\^", -1));
    }
}
