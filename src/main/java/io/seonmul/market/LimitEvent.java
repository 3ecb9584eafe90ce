// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/// Something about the limits that a trader wants to be told. Immutable; any thread.
///
/// @param sequence counts the events of this contract from 1
/// @param code the contract
/// @param time exchange time of the record that caused it
/// @param receivedAt when that record arrived
/// @param kind what happened
/// @param severity how loudly to say it
/// @param price the price concerned: last price, or the quote for a quote event
/// @param reference the limit concerned; empty where the event has none
/// @param figure percent of the half width for consumption, percent of the base price as distance for a stage
/// (negative beyond it), the new half width in points for a change of width, otherwise 0
/// @param detail the raw code before and after, for a change of code; the stage's side and percent (`+8`, `-15`), for a
/// stage; `HH:mm:ss-HH:mm:ss` of the outage in which a level was touched unseen, for an alert; otherwise empty
/// @param withheld how often it was news again since it was last told, within its cool-down
/// @param rule the user's rule as it was then, for an alert; its figure is then the value in the unit of the rule's
/// @param raw the record that caused it, exactly as received
public record LimitEvent(
        long sequence,
        InstrumentCode code,
        LocalTime time,
        Instant receivedAt,
        Kind kind,
        Severity severity,
        Price price,
        Optional<Price> reference,
        double figure,
        String detail,
        long withheld,
        Optional<AlertRule> rule,
        String raw) {

    /// What happened.
    public enum Kind {
        /// The last price came near a static stage.
        STAGE_NEAR,
        /// The last price reached a static stage.
        STAGE_REACHED,
        /// One print, or the prints of one second, took a large part of the dynamic band.
        BAND_CONSUMED,
        /// A best quote touches or lies outside the dynamic band.
        QUOTE_AT_BAND,
        /// The dynamic band is not centred on the last price.
        BAND_NOT_FOLLOWING,
        /// The dynamic band became wider or narrower.
        WIDTH_CHANGED,
        /// DYNM_PRC_LIMT_YN changed; KIS documents no legend.
        CODE_CHANGED,
        /// The future stands at or beyond the sidecar's percentage: the seconds are counted.
        SIDECAR_COUNTING,
        /// It stood there for as long as the sidecar wants.
        SIDECAR_HELD,
        /// A rule of the user's.
        ALERT
    }

    /// How loudly to say it.
    public enum Severity {
        /// Worth a line in the log.
        NOTICE,
        /// Worth a look.
        WARNING,
        /// Worth interrupting.
        CRITICAL
    }
}
