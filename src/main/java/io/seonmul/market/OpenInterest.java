// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// Open interest as the exchange publishes it, about every ten seconds: a step function, never a per-trade label.
/// Immutable.
///
/// @param contracts open contracts
/// @param change against the previous day's close, in contracts
/// @param lastChange against the publication before, in contracts
public record OpenInterest(long contracts, long change, long lastChange) {}
