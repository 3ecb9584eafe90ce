// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The order book (호가) of one contract at one moment, five levels a side: a record of H0IFASP0. Immutable; any thread.
///
/// What the wire left empty or sent as `nan` is empty here: unknown, never 0. A level whose price is 0.00 does not
/// exist and is not in the lists. Whether the book is crossed, as in an auction, is the exchange's business.
///
/// @param code the contract
/// @param time when the exchange made the record, KST, whole seconds, no date
/// @param receivedAt when the frame arrived here
/// @param asks the ask levels, best first, five at most
/// @param bids the bid levels, best first, five at most
/// @param askTotal all asks, deeper levels included
/// @param bidTotal all bids likewise
/// @param width fields of the record on the wire, 38 or more
/// @param raw the record's text exactly as received, its extra trailing fields included
public record Quote(
        InstrumentCode code,
        LocalTime time,
        Instant receivedAt,
        List<Level> asks,
        List<Level> bids,
        Total askTotal,
        Total bidTotal,
        int width,
        String raw) {

    /// How many levels a side the channel carries.
    public static final int LEVELS = 5;

    /// One price of the book.
    ///
    /// @param price where it is
    /// @param size contracts there; empty where the wire has none
    /// @param orders orders there; empty where the wire has none
    public record Level(Price price, OptionalLong size, OptionalLong orders) {}

    /// One whole side of the book.
    ///
    /// @param orders orders at all its levels; empty where the wire has none
    /// @param size contracts at all its levels; empty where the wire has none
    /// @param sizeChange `size` less that of the exchange's record before; empty where the wire has none
    public record Total(OptionalLong orders, OptionalLong size, OptionalLong sizeChange) {}

    /// The lists are copied.
    public Quote {
        asks = List.copyOf(asks);
        bids = List.copyOf(bids);
    }

    /// The lowest ask; empty where there is none.
    public Optional<Level> bestAsk() {
        return asks.stream().findFirst();
    }

    /// The highest bid; empty where there is none.
    public Optional<Level> bestBid() {
        return bids.stream().findFirst();
    }
}
