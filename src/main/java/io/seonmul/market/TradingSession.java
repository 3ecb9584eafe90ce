// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// A session of the exchange that a channel serves: hours belong to it and to a date, not to the clock alone.
public enum TradingSession {
    /// The regular session.
    DAY
}
