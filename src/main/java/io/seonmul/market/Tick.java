// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalLong;

/// One trade (체결) and all that the exchange says with it: a record of H0IFCNT0. Immutable; any thread.
///
/// What the wire left empty or sent as `nan` is an empty `Optional`, or NaN for a rate: unknown, never 0.
///
/// @param code the contract
/// @param time when the exchange made the trade, KST, whole seconds, no date
/// @param receivedAt when the frame arrived here
/// @param last the price of this trade
/// @param change against the previous settlement (base price)
/// @param direction which way `change` points, by the exchange's own code
/// @param changeRate `change` in percent of the base price; NaN where the wire has none
/// @param dayRange open, high and low of the session
/// @param size contracts of this trade
/// @param volume contracts of the session, this trade included (ACML_VOL)
/// @param turnover value of the session in thousand won (ACML_TR_PBMN)
/// @param fairValue theoretical price and basis
/// @param openInterest open interest; empty where the wire has none
/// @param quote best ask and bid
/// @param orderFlow totals by aggressor side
/// @param spread price of the calendar spread; empty where the wire has none
/// @param volumeRate `volume` in percent of the previous day's; NaN where the wire has none
/// @param blockVolume negotiated block volume of the session (field 46); empty on channels without it
/// @param dynamicLimits the dynamic band; empty where the wire has none
/// @param width fields of the record on the wire, 50 or more
/// @param raw the record's text exactly as received, its extra trailing fields included
public record Tick(
        InstrumentCode code,
        LocalTime time,
        Instant receivedAt,
        Price last,
        Price change,
        Direction direction,
        double changeRate,
        DayRange dayRange,
        long size,
        long volume,
        long turnover,
        FairValue fairValue,
        Optional<OpenInterest> openInterest,
        BestQuote quote,
        OrderFlow orderFlow,
        Optional<Price> spread,
        double volumeRate,
        OptionalLong blockVolume,
        Optional<DynamicLimits> dynamicLimits,
        int width,
        String raw) {

    /// The previous settlement, from which change and static limits are counted.
    public Price basePrice() {
        return last.minus(change);
    }
}
