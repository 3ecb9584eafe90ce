// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import io.seonmul.market.InstrumentCode;
import java.time.Duration;
import java.util.Optional;

/// The depth of one code that one client registered: the book as it is now, at most once in 0.2 s, never its past.
/// Confined to the exchange's thread. Source: kis/protocol.md section 9.
final class DepthRegistration {

    private static final long FILTER = Duration.ofMillis(200).toNanos();

    private final Optional<InstrumentCode> code;
    private final boolean hollow;
    private long sentAt;
    private long changes;

    /// @param code the contract; empty for a code that is confirmed and has no book
    /// @param hollow whether it was made while registrations were hollow
    /// @param now the JVM's nanoseconds
    DepthRegistration(Optional<InstrumentCode> code, boolean hollow, long now) {
        this.code = code;
        this.hollow = hollow;
        sentAt = now - FILTER;
    }

    boolean hollow() {
        return hollow;
    }

    /// The record that is due at `now`, if the filter lets one through and the book has changed since the last.
    Optional<String> take(SyntheticMarket market, long now) {
        if (code.isEmpty() || now - sentAt < FILTER) {
            return Optional.empty();
        }
        return market.book(code.get(), changes).map(book -> {
            sentAt = now;
            changes = book.changes();
            return book.text();
        });
    }
}
