// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

/// The text of one record on the wire, written field by field: `^` between them, points with two decimals.
///
/// Mutable; one thread.
final class RecordText {

    private final StringBuilder out;

    /// Begins with the short code and the time of day, as every record does.
    RecordText(int capacity, String code, long nanoOfDay) {
        out = new StringBuilder(capacity).append(code).append('^');
        long second = nanoOfDay / SessionClock.SECOND;
        twoDigits(second / 3600);
        twoDigits(second / 60 % 60);
        twoDigits(second % 60);
        out.append('^');
    }

    void number(long value) {
        out.append(value).append('^');
    }

    void points(long hundredths) {
        if (hundredths < 0) {
            out.append('-');
        }
        long magnitude = Math.abs(hundredths);
        out.append(magnitude / 100).append('.');
        twoDigits(magnitude % 100);
        out.append('^');
    }

    void text(String field) {
        out.append(field).append('^');
    }

    private void twoDigits(long value) {
        out.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }

    /// The record as written so far.
    @Override
    public String toString() {
        return out.substring(0, out.length() - 1);
    }
}
