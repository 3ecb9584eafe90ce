// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// A price, or a signed difference of prices, in index points with two decimals: fixed point, never binary floating
/// point.
///
/// Every figure that H0IFCNT0 gives in points has two decimals, and every tick size of an index future is a multiple of
/// 0.01, so a hundredth of a point is exact. Immutable; any thread.
///
/// @param hundredths the value in hundredths of an index point; negative for a negative difference
public record Price(long hundredths) implements Comparable<Price> {

    /// No points at all; as a difference, "unchanged".
    public static final Price ZERO = new Price(0);

    private static final int MAX_DIGITS = 15;

    /// The price of that many hundredths of a point.
    public static Price ofHundredths(long hundredths) {
        return hundredths == 0 ? ZERO : new Price(hundredths);
    }

    /// Reads the wire's notation: an optional sign, digits, and optionally a point with decimals, of which only the
    /// first two may differ from zero.
    ///
    /// @throws NumberFormatException if the text is not such a number, or has more than 15 digits
    public static Price parse(CharSequence text) {
        return parse(text, 0, text.length());
    }

    /// As [#parse(CharSequence)], for the characters of `text` from `start` (inclusive) to `end` (exclusive).
    ///
    /// @throws NumberFormatException if the range is not a number of points
    public static Price parse(CharSequence text, int start, int end) {
        return ofHundredths(parseHundredths(text, start, end));
    }

    private static long parseHundredths(CharSequence text, int start, int end) {
        int at = start;
        boolean negative = at < end && text.charAt(at) == '-';
        if (negative || (at < end && text.charAt(at) == '+')) {
            at++;
        }
        long value = 0;
        int digits = 0;
        int decimals = -1;
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c == '.' && decimals < 0) {
                decimals = 0;
                continue;
            }
            int digit = c - '0';
            if (digit < 0 || digit > 9 || digits == MAX_DIGITS || (decimals >= 2 && digit != 0)) {
                throw notAPrice(text, start, end);
            }
            digits++;
            if (decimals < 2) {
                value = value * 10 + digit;
                if (decimals >= 0) {
                    decimals++;
                }
            }
        }
        if (digits == 0) {
            throw notAPrice(text, start, end);
        }
        for (int d = Math.max(decimals, 0); d < 2; d++) {
            value *= 10;
        }
        return negative ? -value : value;
    }

    private static NumberFormatException notAPrice(CharSequence text, int start, int end) {
        return new NumberFormatException("not a price: '" + text.subSequence(start, Math.min(end, start + 40)) + "'");
    }

    /// This price plus `other`.
    public Price plus(Price other) {
        return ofHundredths(hundredths + other.hundredths);
    }

    /// This price less `other`: positive where this one is higher.
    public Price minus(Price other) {
        return ofHundredths(hundredths - other.hundredths);
    }

    /// This difference with the other sign.
    public Price negated() {
        return ofHundredths(-hundredths);
    }

    /// Whether this is exactly zero; for a quoted price the wire's way to say "no quote".
    public boolean isZero() {
        return hundredths == 0;
    }

    /// The value in points as a `double`, for drawing and for ratios only.
    public double points() {
        return hundredths / 100.0;
    }

    @Override
    public int compareTo(Price other) {
        return Long.compare(hundredths, other.hundredths);
    }

    /// The wire's notation: two decimals, a minus sign where negative, no grouping.
    @Override
    public String toString() {
        long whole = Math.abs(hundredths / 100);
        long rest = Math.abs(hundredths % 100);
        return (hundredths < 0 ? "-" : "") + whole + (rest < 10 ? ".0" : ".") + rest;
    }
}
