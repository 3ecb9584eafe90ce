// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// Which way a price stands against its reference, as the exchange encodes it in its `*_SIGN` fields.
public enum Direction {
    /// `1`: at the upper price limit (상한).
    UPPER_LIMIT,
    /// `2`: up.
    UP,
    /// `3`: unchanged.
    FLAT,
    /// `4`: at the lower price limit (하한).
    LOWER_LIMIT,
    /// `5`: down.
    DOWN,
    /// A code that the exchange's list does not have, or none at all.
    UNKNOWN;

    /// The direction of a wire digit.
    public static Direction ofWire(char digit) {
        return switch (digit) {
            case '1' -> UPPER_LIMIT;
            case '2' -> UP;
            case '3' -> FLAT;
            case '4' -> LOWER_LIMIT;
            case '5' -> DOWN;
            default -> UNKNOWN;
        };
    }
}
