// SPDX-License-Identifier: Apache-2.0

/// The market: prices, contracts, trade records, and what they fold into. It knows no socket, no thread and no screen.
///
/// ## Which record counts, and as what
///
/// The feed has no sequence number; its running totals are one. A record is held to itself and to the newest one that
/// counts by ten [io.seonmul.market.Witness]es: time, volume, trade counts, value, side volumes, auctions, price, day
/// range, circumstances of the session, checksums. A witness that contradicted the record before as well is a habit of
/// the
/// feed and no reason for doubt; it is one again after fifty records without it.
///
/// | the record | is | and |
/// |---|---|---|
/// | no witness contradicts it, nothing is missing before it | next | folded |
/// | no witness contradicts it, and volume, counts, sides and value agree on what is missing | next | folded; the gap
/// is stated |
/// | the same in totals, time, price, quote, theory, open interest and book as one before | duplicate | counted, not
/// folded |
/// | the totals of the newest, at its time or later, with another state | update | shown; no trade |
/// | no newer than the newest, inside a stated gap or before the first record, in agreement with both ends | late |
/// folded in its place; the gap shrinks |
/// | the calendar says that another session began since | new session | the series begin anew; what came before it is
/// no loss |
/// | contradicted otherwise: wrong totals, price, time, another contract's, yesterday's | doubtful | shown at once and
/// marked; wipes nothing |
///
/// What was doubtful is settled by what comes next:
///
/// | then comes | so |
/// |---|---|
/// | a good record, with room for exactly the doubtful trade between the good ones | it counts, with the totals that
/// its neighbours prove: repaired |
/// | a good record, without such room | it never counts: discarded, and what is missing is a gap |
/// | three that continue each other exactly (I1, I2, I4), of the same session, with totals no lower | they count; a gap
/// before them whose witnesses disagree says so |
/// | three such, with lower totals | a correction: they count, gaps beyond them are withdrawn; whether something was
/// lost across it is unknown unless the totals meet |
/// | three such, of another base price or open | a new session; the series of the old one come back if its totals go on
/// |
/// | one more that continues it, where only an auction was in doubt | both count |
///
/// The loss stated is the whole truth while [io.seonmul.market.AuditReport#isLossProved] holds.
package io.seonmul.market;
