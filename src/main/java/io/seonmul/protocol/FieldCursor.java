// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Price;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one record of a frame as typed values. Session thread only.
///
/// The separators of a frame are found once; what repeats from record to record (code, time) is made once.
@SuppressWarnings("EnumOrdinal") // a field's ordinal is its index on the wire, by definition of WireField
final class FieldCursor {

    private static final int KNOWN_CODES = 256;
    private static final double[] POWERS_OF_TEN = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SEPARATORS = 0x0101010101010101L * '^';
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    private final Channel channel;
    private final @Nullable InstrumentCode[] codes = new InstrumentCode[KNOWN_CODES];
    private int[] ends = new int[1024];
    private String payload = "";
    private byte[] bytes = {};
    private int width;
    private int first;
    private int timeSecond;
    private LocalTime time = LocalTime.MIDNIGHT;

    FieldCursor(Channel channel) {
        this.channel = channel;
    }

    /// Finds the fields of `frame` and returns how many each record has.
    int open(Frame frame) throws ProtocolException {
        payload = frame.payload();
        bytes = payload.getBytes(ISO_8859_1); // what is not Latin-1 becomes '?', which no field can hold
        if (bytes.length != payload.length()) {
            // two characters of Java that are one of Unicode became one '?', and every place after it would be wrong
            throw new ProtocolException(channel.trId() + " has characters that no wire of KIS has", payload);
        }
        if (ends.length <= bytes.length) {
            ends = new int[bytes.length + 1];
        }
        int fields = findSeparators();
        ends[fields++] = bytes.length;
        width = fields / frame.count();
        if (width * frame.count() != fields) {
            throw new ProtocolException(
                    channel.trId() + " " + fields + " fields are not divisible by count " + frame.count(), payload);
        }
        if (width < channel.width()) {
            throw new ProtocolException(
                    channel.trId() + " " + width + " fields a record, " + channel.width() + " are known", payload);
        }
        return width;
    }

    /// Notes where the separators are, eight bytes at a time, and returns how many there are.
    private int findSeparators() {
        int found = 0;
        int at = 0;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            long differs = (long) EIGHT.get(bytes, at) ^ SEPARATORS;
            // the high bit of each byte that is zero, exactly (no borrow runs from byte to byte)
            long zero = ~(((differs & LOW_BITS) + LOW_BITS) | differs | LOW_BITS);
            for (; zero != 0; zero &= zero - 1) {
                ends[found++] = at + (Long.numberOfTrailingZeros(zero) >>> 3);
            }
        }
        for (; at < bytes.length; at++) {
            if (bytes[at] == '^') {
                ends[found++] = at;
            }
        }
        return found;
    }

    void moveTo(int record) {
        first = record * width;
    }

    private int start(int index) {
        int field = first + index;
        return field == 0 ? 0 : ends[field - 1] + 1;
    }

    private int end(int index) {
        return ends[first + index];
    }

    /// The record's text exactly as received.
    String raw() {
        return payload.substring(start(0), end(width - 1));
    }

    String text(WireField field) {
        int start = start(field.ordinal());
        int end = end(field.ordinal());
        return end - start == 1 ? String.valueOf(payload.charAt(start)) : payload.substring(start, end);
    }

    char firstChar(WireField field) {
        int start = start(field.ordinal());
        return start < end(field.ordinal()) ? payload.charAt(start) : ' ';
    }

    boolean hasDigitsOtherThanZero(WireField field) {
        for (int at = start(field.ordinal()); at < end(field.ordinal()); at++) {
            if (bytes[at] > '0' && bytes[at] <= '9') {
                return true;
            }
        }
        return false;
    }

    /// Empty, `nan`, `-nan` and the like: the wire has no value.
    private boolean isAbsent(int start, int end) {
        if (start == end) {
            return true;
        }
        byte last = bytes[end - 1];
        return (last == 'n' || last == 'N' || last == 'f' || last == 'F') && end - start <= 4;
    }

    private ProtocolException bad(WireField field) {
        return new ProtocolException(channel, field, text(field));
    }

    InstrumentCode code(WireField field) throws ProtocolException {
        int start = start(field.ordinal());
        int end = end(field.ordinal());
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + bytes[at];
        }
        int slot = hash & (KNOWN_CODES - 1);
        InstrumentCode known = codes[slot];
        if (known != null && known.text().length() == end - start && payload.startsWith(known.text(), start)) {
            return known;
        }
        try {
            InstrumentCode code = new InstrumentCode(text(field));
            codes[slot] = code;
            return code;
        } catch (IllegalArgumentException e) {
            throw bad(field);
        }
    }

    LocalTime time(WireField field) throws ProtocolException {
        int start = start(field.ordinal());
        if (end(field.ordinal()) - start != 6) {
            throw bad(field);
        }
        int hour = twoDigits(start);
        int minute = twoDigits(start + 2);
        int second = twoDigits(start + 4);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            throw bad(field);
        }
        int secondOfDay = (hour * 60 + minute) * 60 + second;
        if (secondOfDay != timeSecond) {
            timeSecond = secondOfDay;
            time = LocalTime.ofSecondOfDay(secondOfDay);
        }
        return time;
    }

    private int twoDigits(int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    Price price(WireField field) throws ProtocolException {
        int at = start(field.ordinal());
        int end = end(field.ordinal());
        int point = end - 3;
        boolean negative = at < end && bytes[at] == '-';
        int first = negative ? at + 1 : at;
        if (point <= first || bytes[point] != '.' || end - first > 15) {
            return unusualPrice(field);
        }
        long value = 0;
        int wrong = 0;
        for (int i = first; i < point; i++) {
            int digit = bytes[i] - '0';
            wrong |= digit | (9 - digit);
            value = value * 10 + digit;
        }
        int tenths = bytes[point + 1] - '0';
        int rest = bytes[point + 2] - '0';
        wrong |= tenths | (9 - tenths) | rest | (9 - rest);
        if (wrong < 0) { // one of them was below 0 or above 9
            throw bad(field);
        }
        value = value * 100 + tenths * 10L + rest;
        return Price.ofHundredths(negative ? -value : value);
    }

    /// A price that is not written with exactly two decimals.
    private Price unusualPrice(WireField field) throws ProtocolException {
        try {
            return Price.parse(payload, start(field.ordinal()), end(field.ordinal()));
        } catch (NumberFormatException e) {
            throw bad(field);
        }
    }

    Optional<Price> optionalPrice(WireField field) throws ProtocolException {
        return isAbsent(start(field.ordinal()), end(field.ordinal())) ? Optional.empty() : Optional.of(price(field));
    }

    /// A price that cannot be 0.00: the wire's way to say that there is none.
    Optional<Price> nonZeroPrice(WireField field) throws ProtocolException {
        if (isAbsent(start(field.ordinal()), end(field.ordinal()))) {
            return Optional.empty();
        }
        Price price = price(field);
        return price.isZero() ? Optional.empty() : Optional.of(price);
    }

    long number(WireField field) throws ProtocolException {
        int at = start(field.ordinal());
        int end = end(field.ordinal());
        boolean negative = at < end && bytes[at] == '-';
        if (negative) {
            at++;
        }
        if (at == end || end - at > 18) {
            throw bad(field);
        }
        long value = 0;
        for (; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                throw bad(field);
            }
            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }

    /// A number that cannot be negative.
    long count(WireField field) throws ProtocolException {
        long value = number(field);
        if (value < 0) {
            throw bad(field);
        }
        return value;
    }

    /// As [#count], with 0 where the wire has none: sizes beside an absent quote.
    long countOrZero(WireField field) throws ProtocolException {
        return isAbsent(start(field.ordinal()), end(field.ordinal())) ? 0 : count(field);
    }

    OptionalLong optionalNumber(WireField field) throws ProtocolException {
        return isAbsent(start(field.ordinal()), end(field.ordinal()))
                ? OptionalLong.empty()
                : OptionalLong.of(number(field));
    }

    /// A rate; NaN where the wire has none.
    double rate(WireField field) throws ProtocolException {
        int at = start(field.ordinal());
        int end = end(field.ordinal());
        if (isAbsent(at, end)) {
            return Double.NaN;
        }
        boolean negative = bytes[at] == '-';
        if (negative) {
            at++;
        }
        long mantissa = 0;
        int decimals = -1;
        int digits = 0;
        for (; at < end; at++) {
            byte c = bytes[at];
            int digit = c - '0';
            if (c == '.' && decimals < 0) {
                decimals = 0;
            } else if (digit < 0 || digit > 9 || ++digits > 15 || decimals >= POWERS_OF_TEN.length - 1) {
                throw bad(field);
            } else {
                mantissa = mantissa * 10 + digit;
                decimals += decimals < 0 ? 0 : 1;
            }
        }
        if (digits == 0) {
            throw bad(field);
        }
        double value = mantissa / POWERS_OF_TEN[Math.max(decimals, 0)];
        return negative ? -value : value;
    }
}
