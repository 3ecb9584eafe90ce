// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.InstrumentCode;

/// A listed contract that fits what was typed so far. Immutable.
///
/// @param code its code
/// @param name the name a person knows it by
/// @param typed what was typed then; more may have been typed since
public record Suggestion(InstrumentCode code, String name, String typed) {}
