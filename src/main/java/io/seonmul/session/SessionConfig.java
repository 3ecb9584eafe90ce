// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.ProductTable;
import io.seonmul.market.TradingCalendar;
import io.seonmul.protocol.CustomerType;
import java.net.URI;

/// What a [SessionService] is built from. Immutable; any thread.
///
/// @param wsUrl the real-time server
/// @param customer the kind of account
/// @param products multipliers and tick sizes
/// @param calendar the exchange's days and hours
/// @param timings deadlines
/// @param timed whether the server's day is that of the real clock: only then does a record's age say anything
public record SessionConfig(
        URI wsUrl,
        CustomerType customer,
        ProductTable products,
        TradingCalendar calendar,
        SessionTimings timings,
        boolean timed) {}
