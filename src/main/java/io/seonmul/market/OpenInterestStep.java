// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.OptionalLong;

/// One publication of a new open interest, and what traded since the one before. Immutable; any thread.
///
/// @param second exchange second of the first record that carried it (as in [Bar#start])
/// @param contracts open interest from then on
/// @param step against the value before, in contracts; 0 for the first one seen
/// @param last last price at that moment
/// @param priceStep last price less that at the publication before; zero for the first one seen
/// @param volume contracts traded since the publication before, by the session's total
/// @param flow buy volume less sell volume since the publication before, contracts
public record OpenInterestStep(
        long second, long contracts, long step, Price last, Price priceStep, long volume, OptionalLong flow) {}
