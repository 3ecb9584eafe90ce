// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import io.seonmul.protocol.WireField;
import java.math.BigDecimal;

/// One trade record of the wire taken apart, so that single fields of it can be made wrong. Mutable; one thread.
final class RecordFields {

    private final String[] fields;

    RecordFields(String record) {
        fields = record.split("\\^", -1);
    }

    String get(WireField field) {
        return fields[field.ordinal()];
    }

    /// @throws NumberFormatException if it is not a whole number
    long number(WireField field) {
        return Long.parseLong(get(field));
    }

    /// A figure in points, in hundredths.
    long hundredths(WireField field) {
        return new BigDecimal(get(field)).movePointRight(2).longValueExact();
    }

    RecordFields put(WireField field, String text) {
        fields[field.ordinal()] = text;
        return this;
    }

    RecordFields add(WireField field, long more) {
        return put(field, Long.toString(number(field) + more));
    }

    /// Writes a figure of two decimals.
    RecordFields putHundredths(WireField field, long value) {
        return put(field, BigDecimal.valueOf(value, 2).toPlainString());
    }

    /// The record as it is now.
    @Override
    public String toString() {
        return String.join("^", fields);
    }
}
