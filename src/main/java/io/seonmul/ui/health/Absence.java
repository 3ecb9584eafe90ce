// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.protocol.TickField;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Why a field's text stands for no value, so that it is shown as n/a beside what the wire says.
///
/// The decoder reads the same texts as absent.
enum Absence {
    /// The record ends before this field.
    NOT_SENT,
    /// The wire has nothing between two separators.
    EMPTY,
    /// The wire has `nan`, or another spelling of a number that is none.
    NAN,
    /// A time of 000000: KIS never fills it.
    NO_TIME,
    /// A month price of 0.00 on a contract that is not a spread.
    OUTRIGHT,
    /// A price of 0.00, which stands for none.
    NO_PRICE,
    /// An open interest of 0, before its first publication of the day.
    NOT_PUBLISHED;

    private static final Set<TickField> TIMES_NEVER_GIVEN =
            EnumSet.of(TickField.OPRC_HOUR, TickField.HGPR_HOUR, TickField.LWPR_HOUR);
    private static final Set<TickField> OF_SPREADS =
            EnumSet.of(TickField.NMSC_FCTN_STPL_PRC, TickField.FMSC_FCTN_STPL_PRC);
    private static final Set<TickField> PRICES_NEVER_ZERO = EnumSet.of(
            TickField.FUTS_OPRC,
            TickField.FUTS_HGPR,
            TickField.FUTS_LWPR,
            TickField.HTS_THPR,
            TickField.FUTS_ASKP1,
            TickField.FUTS_BIDP1,
            TickField.DYNM_MXPR,
            TickField.DYNM_LLAM);

    /// Why `text` is no value of that field; empty where it is one.
    ///
    /// @param spread whether the contract is a calendar spread
    static Optional<Absence> of(TickField field, String text, boolean spread) {
        Optional<Absence> ofAnyField = of(text);
        if (ofAnyField.isPresent()) {
            return ofAnyField;
        }
        if (!isZero(text)) {
            return Optional.empty();
        }
        if (TIMES_NEVER_GIVEN.contains(field)) {
            return Optional.of(NO_TIME);
        }
        if (OF_SPREADS.contains(field) && !spread) {
            return Optional.of(OUTRIGHT);
        }
        if (field == TickField.HTS_OTST_STPL_QTY) {
            return Optional.of(NOT_PUBLISHED);
        }
        return PRICES_NEVER_ZERO.contains(field) && !spread ? Optional.of(NO_PRICE) : Optional.empty();
    }

    /// As [#of(TickField, String, boolean)], for a field of which nothing is known.
    static Optional<Absence> of(String text) {
        if (text.isEmpty()) {
            return Optional.of(EMPTY);
        }
        return TickField.isNone(text) ? Optional.of(NAN) : Optional.empty();
    }

    private static boolean isZero(String text) {
        return text.chars().allMatch(digit -> digit == '0' || digit == '.');
    }
}
