// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Price;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one record of a frame as typed values. Session thread only.
///
/// The separators of a frame are found once. What repeats from one record of a contract to its next (code, time, most
/// prices) is made once: the values are immutable, so the records share them. [#code] must therefore be read first.
@SuppressWarnings("EnumOrdinal") // a field's ordinal is its index on the wire, by definition of WireField
final class FieldCursor {

    private static final int KNOWN_CODES = 256;
    private static final Pattern CODE_AND_TIME = Pattern.compile("(?=[0-9]*[A-Z])[A-Z0-9]{4,12}\\^[0-9]{6}");
    private static final double[] POWERS_OF_TEN = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private static final String[] SINGLE_CHARACTERS =
            IntStream.range(0, 128).mapToObj(Character::toString).toArray(String[]::new);

    private final Channel channel;
    private final @Nullable Known[] codes = new Known[KNOWN_CODES];
    private Prices prices;
    private int[] ends = new int[1024];
    private String payload = "";
    private byte[] bytes = {};
    private int width;
    private int first;
    private int timeSecond;
    private LocalTime time = LocalTime.MIDNIGHT;

    FieldCursor(Channel channel) {
        this.channel = channel;
        this.prices = new Prices(channel.width());
    }

    /// A contract whose records came before.
    private record Known(InstrumentCode code, Prices prices) {}

    /// The prices of a contract's newest record by field.
    private static final class Prices {
        private final Optional<Price>[] newest;

        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
        Prices(int width) {
            newest = new Optional[width];
            Arrays.fill(newest, Optional.of(Price.ZERO));
        }

        Optional<Price> of(int field, long hundredths) {
            Optional<Price> price = newest[field];
            if (price.get().hundredths() != hundredths) {
                price = Optional.of(Price.ofHundredths(hundredths));
                newest[field] = price;
            }
            return price;
        }
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
        for (int records = 2; records * channel.width() <= width; records++) {
            if (width % records == 0 && beginsRecord(width / records)) {
                throw new ProtocolException(
                        channel.trId() + " " + records + " records for each one that count " + frame.count() + " tells",
                        payload);
            }
        }
        return width;
    }

    /// Whether the frame's field at `index` and the next could be the code and the time of a record, not appended
    /// fields.
    private boolean beginsRecord(int index) {
        moveTo(0);
        return CODE_AND_TIME
                .matcher(payload)
                .region(start(index), end(index + 1))
                .matches();
    }

    /// Notes where the separators are, eight bytes at a time, and returns how many there are.
    private int findSeparators() {
        int found = 0;
        int at = 0;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            for (long here = EightBytes.find(EightBytes.at(bytes, at), '^'); here != 0; here &= here - 1) {
                ends[found++] = at + (Long.numberOfTrailingZeros(here) >>> 3);
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
        return end - start == 1 && bytes[start] >= 0 && payload.charAt(start) == bytes[start]
                ? SINGLE_CHARACTERS[bytes[start]]
                : payload.substring(start, end);
    }

    char firstChar(WireField field) {
        int start = start(field.ordinal());
        return start < end(field.ordinal()) ? payload.charAt(start) : ' ';
    }

    boolean hasDigitsOtherThanZero(WireField field) {
        int start = start(field.ordinal());
        int end = end(field.ordinal());
        if (fitsEight(end - start, end)
                && EightBytes.number(EightBytes.at(bytes, end - Long.BYTES), end - start) == 0) {
            return false;
        }
        for (int at = start; at < end; at++) {
            if (bytes[at] > '0' && bytes[at] <= '9') {
                return true;
            }
        }
        return false;
    }

    /// Whether the `length` bytes before `end` can be read as the last of eight.
    private static boolean fitsEight(int length, int end) {
        return length >= 1 && length <= Long.BYTES && end >= Long.BYTES;
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
        Known found = codes[slot];
        if (found == null || !isCode(found.code(), start, end)) {
            try {
                found = new Known(new InstrumentCode(text(field)), new Prices(channel.width()));
            } catch (IllegalArgumentException e) {
                throw bad(field);
            }
            codes[slot] = found;
        }
        prices = found.prices();
        return found.code();
    }

    private boolean isCode(InstrumentCode code, int start, int end) {
        return code.text().length() == end - start && payload.startsWith(code.text(), start);
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
        return present(field).get();
    }

    private Optional<Price> present(WireField field) throws ProtocolException {
        return prices.of(field.ordinal(), hundredths(field));
    }

    /// The hundredths of a point of a field that has a value.
    private long hundredths(WireField field) throws ProtocolException {
        int start = start(field.ordinal());
        int end = end(field.ordinal());
        boolean negative = start < end && bytes[start] == '-';
        int length = negative ? end - start - 1 : end - start;
        if (length < 4 || length > Long.BYTES || end < Long.BYTES || bytes[end - 3] != '.') {
            return unusualPrice(field);
        }
        long digits = EightBytes.without(EightBytes.at(bytes, end - Long.BYTES), Long.BYTES - 3);
        long value = EightBytes.number(digits, length - 1);
        if (value < 0) {
            throw bad(field);
        }
        return negative ? -value : value;
    }

    /// A price of six digits before the point, or not written with exactly two decimals, or at the frame's beginning.
    private long unusualPrice(WireField field) throws ProtocolException {
        try {
            return Price.parse(payload, start(field.ordinal()), end(field.ordinal()))
                    .hundredths();
        } catch (NumberFormatException e) {
            throw bad(field);
        }
    }

    Optional<Price> optionalPrice(WireField field) throws ProtocolException {
        return isAbsent(start(field.ordinal()), end(field.ordinal())) ? Optional.empty() : present(field);
    }

    /// A price that cannot be 0.00: the wire's way to say that there is none.
    Optional<Price> nonZeroPrice(WireField field) throws ProtocolException {
        if (isAbsent(start(field.ordinal()), end(field.ordinal()))) {
            return Optional.empty();
        }
        Optional<Price> price = present(field);
        return price.get().isZero() ? Optional.empty() : price;
    }

    long number(WireField field) throws ProtocolException {
        int at = start(field.ordinal());
        int end = end(field.ordinal());
        boolean negative = at < end && bytes[at] == '-';
        if (negative) {
            at++;
        }
        long value = magnitude(at, end);
        if (value < 0) {
            throw bad(field);
        }
        return negative ? -value : value;
    }

    /// The number that the bytes from `start` to `end` are as decimal digits, at most 18; negative if they are none.
    private long magnitude(int start, int end) {
        int length = end - start;
        if (fitsEight(length, end)) {
            return EightBytes.number(EightBytes.at(bytes, end - Long.BYTES), length);
        }
        if (length < 1 || length > 18) {
            return -1;
        }
        long value = 0;
        for (int at = start; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
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
        int length = end - at;
        double value =
                fitsEight(length, end) ? rate(EightBytes.at(bytes, end - Long.BYTES), length) : longRate(at, end);
        if (value < 0) {
            throw bad(field);
        }
        return negative ? -value : value;
    }

    /// The rate in the last `length` bytes of `word`; negative if it is none.
    private static double rate(long word, int length) {
        long text = EightBytes.last(word, length);
        long point = EightBytes.find(text, '.');
        if (point == 0) {
            return EightBytes.number(text, length);
        }
        if (length == 1) {
            return -1;
        }
        int index = Long.numberOfTrailingZeros(point) >>> 3;
        return EightBytes.number(EightBytes.without(text, index), length - 1) / POWERS_OF_TEN[Long.BYTES - 1 - index];
    }

    /// As [#rate(long, int)], of up to 15 digits.
    private double longRate(int start, int end) {
        int point = end;
        for (int at = end - 1; at >= start; at--) {
            point = bytes[at] == '.' ? at : point;
        }
        int decimals = Math.max(end - point - 1, 0);
        int digits = end - start - (point < end ? 1 : 0);
        if (digits > 15 || digits < 1 || decimals >= POWERS_OF_TEN.length) {
            return -1;
        }
        long whole = point == start ? 0 : magnitude(start, point);
        long fraction = decimals == 0 ? 0 : magnitude(point + 1, end);
        return whole < 0 || fraction < 0 ? -1 : (whole * POWERS_OF_TEN[decimals] + fraction) / POWERS_OF_TEN[decimals];
    }
}
