// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight characters of the wire in one `long`, the first in its lowest byte, and arithmetic on all of them at once.
///
/// A record has 50 short fields of varying length; a loop over the characters of each costs a mispredicted branch or
/// two a field, which is more than the arithmetic.
final class EightBytes {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long LOW_BITS = EACH * 0x7F;
    private static final long HIGH_BITS = ~LOW_BITS;
    private static final long ZEROS = EACH * '0';
    /// Lifts every digit above 9, and none up to 9, into its byte's high bit.
    private static final long ABOVE_NINE = EACH * (0x80 - 10);

    private EightBytes() {}

    /// The eight bytes from `index` on.
    static long at(byte[] bytes, int index) {
        return (long) WORD.get(bytes, index);
    }

    /// The high bit of each byte that is `wanted`, exactly: no borrow runs from byte to byte.
    static long find(long word, char wanted) {
        long differs = word ^ (EACH * wanted);
        return ~(((differs & LOW_BITS) + LOW_BITS) | differs | LOW_BITS);
    }

    /// Not 0 where a byte is a control character or one from `{` on, and so may be what no field holds.
    static long odd(long word) {
        // the lowest odd byte sets its own high bit in one of the three; a carry or borrow can only begin behind it
        return (word | (word + EACH * (0x80 - '{')) | (word - EACH * ' ')) & HIGH_BITS;
    }

    /// Which byte the first bit of [#find] means, 0 to 7; 8 where there is none.
    static int place(long found) {
        return Long.numberOfTrailingZeros(found) >>> 3;
    }

    /// The last `count` bytes (1 to 8), with zero bytes before them.
    static long last(long word, int count) {
        int others = Long.SIZE - Byte.SIZE * count;
        return (word >>> others) << others;
    }

    /// The word without byte `index`, those before it moved up by one and a zero byte before them.
    static long without(long word, int index) {
        int bits = Byte.SIZE * index;
        long before = word & ~(-1L << bits);
        long after = word & (-1L << bits << Byte.SIZE);
        return after | (before << Byte.SIZE);
    }

    /// The number that the last `count` bytes (1 to 8) are as decimal digits; negative if one of them is no digit.
    static long number(long word, int count) {
        long digits = last(word ^ ZEROS, count);
        if ((((digits + ABOVE_NINE) | digits) & HIGH_BITS) != 0) {
            return -1;
        }
        long pairs = digits * 10 + (digits >>> 8);
        long odd = (pairs & 0x000000FF000000FFL) * 0x000F424000000064L;
        long even = ((pairs >>> 16) & 0x000000FF000000FFL) * 0x0000271000000001L;
        return (odd + even) >>> 32;
    }
}
