// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.seonmul.market.Figure;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Price;
import io.seonmul.market.WireText;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one record of a frame as typed values. Session thread only.
///
/// The separators of a frame are found once. A record of a contract differs from the one before in a third of its
/// fields,
/// so [#moveTo] finds which: what did not change need not be read again and is shared, since all values are immutable.
///
/// @param <M> what the decoder remembers of a contract
@SuppressWarnings("EnumOrdinal") // a field's ordinal is its index on the wire, by definition of WireField
final class FieldCursor<M extends RecordMemory> {

    private static final int KNOWN_CODES = 256;
    private static final Pattern CODE_AND_TIME = Pattern.compile("(?=[0-9]*[A-Z])[A-Z0-9]{4,12}\\^[0-9]{6}");
    private static final double[] POWERS_OF_TEN = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private static final String[] SINGLE_CHARACTERS =
            IntStream.range(0, 128).mapToObj(Character::toString).toArray(String[]::new);

    private final Channel channel;
    private final WireField codeField;
    private final BiFunction<InstrumentCode, Channel, M> newcomer;
    private final List<@Nullable M> known = new ArrayList<>(Collections.nCopies(KNOWN_CODES, null));
    private String text = "";
    private byte[] bytes = {};
    /// Where each field of the frame ends, behind an entry for the separator that would stand before the first.
    private int[] ends = new int[1024];
    /// Not 0 where the frame has characters that may be none of a field's.
    private long odd;
    private int width;
    private int first;
    private long differs;
    private long unreadFields;

    /// @param codeField the field that names the contract
    /// @param newcomer makes what is remembered of a contract that is new
    FieldCursor(Channel channel, WireField codeField, BiFunction<InstrumentCode, Channel, M> newcomer) {
        this.channel = channel;
        this.codeField = codeField;
        this.newcomer = newcomer;
    }

    /// Finds the fields of `frame` and returns how many each record has.
    int open(Frame frame) throws ProtocolException {
        // Eight bytes are read at a time, up to the end of a field: there must be as many before the first.
        int start = Math.max(frame.start(), Long.BYTES);
        text = " ".repeat(start - frame.start()) + frame.text();
        bytes = text.getBytes(ISO_8859_1); // what is not Latin-1 becomes '?', which no field can hold
        if (bytes.length != text.length()) {
            // two characters of Java that are one of Unicode became one '?', and every place after it would be wrong
            throw bad(frame, Rejection.Problem.CHARACTERS);
        }
        if (ends.length < bytes.length + 2 + Long.BYTES) {
            ends = new int[bytes.length + 2 + Long.BYTES];
        }
        int fields = findSeparators(start);
        if (odd != 0 && hasBreak(start)) {
            throw bad(frame, Rejection.Problem.BREAK);
        }
        width = fields / frame.count();
        if (width * frame.count() != fields) {
            throw bad(frame, Rejection.Problem.NOT_DIVISIBLE, fields, frame.count());
        }
        if (width < channel.width()) {
            throw bad(frame, Rejection.Problem.NARROW, width, channel.width());
        }
        for (int records = 2; records * channel.width() <= width; records++) {
            if (width % records == 0 && beginsRecord(width / records)) {
                throw bad(frame, Rejection.Problem.HIDDEN_RECORDS, records, frame.count());
            }
        }
        return width;
    }

    /// Whether a field holds what no field does, but the text between two messages, or another's envelope.
    private boolean hasBreak(int start) {
        return text.chars()
                .skip(start)
                .anyMatch(character -> character == '|' || character == '{' || character == '\n' || character == '\r');
    }

    private ProtocolException bad(Frame frame, Rejection.Problem problem, int... figures) {
        return new ProtocolException(
                problem,
                firstCode(frame),
                frame.payload(),
                Stream.concat(Stream.of(channel.trId()), IntStream.of(figures).mapToObj(Integer::toString))
                        .toArray(String[]::new));
    }

    /// The contract of the frame's first record, as far as that can be read.
    private static Optional<InstrumentCode> firstCode(Frame frame) {
        int end = frame.text().indexOf('^', frame.start());
        return end < 0 ? Optional.empty() : InstrumentCode.ofWire(frame.text().substring(frame.start(), end));
    }

    /// Whether the frame's field at `index` and the next could be the code and the time of a record, not appended
    /// fields.
    private boolean beginsRecord(int index) {
        return CODE_AND_TIME
                .matcher(text)
                .region(ends[index] + 1, ends[index + 2])
                .matches();
    }

    /// Notes where the fields end, eight bytes at a time, and returns how many there are.
    ///
    /// Three separators are noted of every eight bytes, whether there are so many or not: what is noted too much is
    /// overwritten by the next, and a loop over those that are there would be mispredicted every time.
    private int findSeparators(int start) {
        int[] ends = this.ends;
        byte[] bytes = this.bytes;
        ends[0] = start - 1;
        int found = 1;
        int at = start;
        long odd = 0;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            long word = EightBytes.at(bytes, at);
            odd |= EightBytes.odd(word);
            long here = EightBytes.find(word, '^');
            int next = found + Long.bitCount(here);
            ends[found] = at + EightBytes.place(here);
            here &= here - 1;
            ends[found + 1] = at + EightBytes.place(here);
            here &= here - 1;
            ends[found + 2] = at + EightBytes.place(here);
            for (found += 3; found < next; found++) {
                here &= here - 1;
                ends[found] = at + EightBytes.place(here);
            }
            found = next;
        }
        for (; at < bytes.length; at++) {
            odd |= bytes[at] < ' ' || bytes[at] >= '{' ? 1 : 0;
            if (bytes[at] == '^') {
                ends[found++] = at;
            }
        }
        this.odd = odd;
        ends[found] = bytes.length;
        return found;
    }

    /// Goes to a record of the frame, finds its contract, and which fields differ from that contract's record before.
    ///
    /// @return what the decoder remembers of the contract
    /// @throws ProtocolException if the contract's field is no code
    M moveTo(int record) throws ProtocolException {
        first = record * width;
        M found = memory();
        long differing = compare(found.words);
        differs = found.whole ? differing : -1L;
        found.whole = false;
        return found;
    }

    /// The fields that differ, or may differ, from those of the contract's record before: a bit for each wire index.
    long differing() {
        return differs;
    }

    /// The bits of the fields whose word differs from that in `words`, which is brought up to date.
    private long compare(long[] words) {
        byte[] bytes = this.bytes;
        int[] ends = this.ends;
        int at = first + 1;
        long differing = 0;
        int before = ends[at];
        for (int field = 1; field < words.length; field++) {
            int end = ends[++at];
            int length = end - before; // with the separator before it
            long known = words[field];
            long word = length > Long.BYTES + 1 // a longer text is not compared, but read again every time
                    ? ~known
                    : EightBytes.last(EightBytes.at(bytes, end - Long.BYTES), Math.min(length, Long.BYTES));
            differing |= (word == known ? 0L : 1L) << field;
            words[field] = word;
            before = end;
        }
        return differing;
    }

    private M memory() throws ProtocolException {
        int start = start(codeField.ordinal());
        int end = end(codeField.ordinal());
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + bytes[at];
        }
        int slot = hash & (KNOWN_CODES - 1);
        M found = known.get(slot);
        if (found == null || !isText(found.wireCode, start, end)) {
            String wireCode = text(codeField);
            Optional<InstrumentCode> meant = InstrumentCode.ofWire(wireCode);
            if (meant.isEmpty()) {
                throw bad(codeField);
            }
            found = newcomer.apply(meant.get(), channel);
            found.wireCode = wireCode;
            known.set(slot, found);
        }
        return found;
    }

    private boolean isText(String wanted, int start, int end) {
        return wanted.length() == end - start && text.startsWith(wanted, start);
    }

    private int start(int index) {
        return ends[first + index] + 1;
    }

    private int end(int index) {
        return ends[first + index + 1];
    }

    /// The record's text exactly as received.
    WireText wire() {
        return new WireText(text, start(0), end(width - 1));
    }

    String text(WireField field) {
        int start = start(field.ordinal());
        int end = end(field.ordinal());
        return end - start == 1 && bytes[start] >= 0 && text.charAt(start) == bytes[start]
                ? SINGLE_CHARACTERS[bytes[start]]
                : text.substring(start, end);
    }

    char firstChar(WireField field) {
        int start = start(field.ordinal());
        return start < end(field.ordinal()) ? text.charAt(start) : ' ';
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
                return !isAbsent(field);
            }
        }
        return false;
    }

    /// Whether the `length` bytes before `end` can be read as the last of eight.
    private static boolean fitsEight(int length, int end) {
        return length >= 1 && length <= Long.BYTES && end >= Long.BYTES;
    }

    /// Whether the wire has no value: an empty text, and every spelling of a number that is none, such as `nan`,
    /// `-nan`,
    /// `-nan(ind)`, `inf`, `null`, `-`, blanks or `1.#QNAN`: it has no digit, or a `#`.
    boolean isAbsent(WireField field) {
        int start = start(field.ordinal());
        int end = end(field.ordinal());
        return start == end || (!isDigit(bytes[end - 1]) && isNoNumber(start, end));
    }

    private boolean isNoNumber(int start, int end) {
        boolean digits = false;
        for (int at = start; at < end; at++) {
            if (bytes[at] == '#') {
                return true;
            }
            digits |= isDigit(bytes[at]);
        }
        return !digits;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    ProtocolException bad(WireField field) {
        return new ProtocolException(channel, field, text(field), InstrumentCode.ofWire(text(codeField)));
    }

    LocalTime time(WireField field) throws ProtocolException {
        return LocalTime.ofSecondOfDay(secondOfDay(field));
    }

    /// A time of day as seconds since midnight.
    int secondOfDay(WireField field) throws ProtocolException {
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
        return (hour * 60 + minute) * 60 + second;
    }

    private int twoDigits(int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    /// The hundredths of a point of a field that has a value.
    long hundredths(WireField field) throws ProtocolException {
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
            return Price.parse(text, start(field.ordinal()), end(field.ordinal()))
                    .hundredths();
        } catch (NumberFormatException e) {
            throw bad(field);
        }
    }

    /// As [#hundredths], where the record is one without it too: [Figure#ABSENT] where the text has no value, or none
    /// that means anything.
    long optionalHundredths(WireField field) {
        try {
            return isAbsent(field) ? Figure.ABSENT : hundredths(field);
        } catch (ProtocolException e) {
            unreadFields++;
            return Figure.ABSENT;
        }
    }

    /// As [#number], likewise.
    long optionalNumber(WireField field) {
        try {
            return isAbsent(field) ? Figure.ABSENT : number(field);
        } catch (ProtocolException e) {
            unreadFields++;
            return Figure.ABSENT;
        }
    }

    /// As [#count], likewise.
    long optionalCount(WireField field) {
        long value = optionalNumber(field);
        if (value < 0 && value != Figure.ABSENT) {
            unreadFields++;
            return Figure.ABSENT;
        }
        return value;
    }

    /// A rate; NaN where the text has none, or none that means anything.
    double optionalRate(WireField field) {
        try {
            return isAbsent(field) ? Double.NaN : rate(field);
        } catch (ProtocolException e) {
            unreadFields++;
            return Double.NaN;
        }
    }

    /// Fields so far that were taken as absent because their text meant nothing.
    long unreadFields() {
        return unreadFields;
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

    /// A rate.
    private double rate(WireField field) throws ProtocolException {
        int at = start(field.ordinal());
        int end = end(field.ordinal());
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
