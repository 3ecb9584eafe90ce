// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// Which previous settlement (base price) a record implies, where its change and the code of the change's sign may
/// contradict each other. No state; hundredths of a point.
///
/// The sign code has been seen to say "down" beside a change without its minus. Then the base is the one that the
/// contract had before, as it does not change within a session; or the one that the sign of the rate agrees with, but
/// for a change and a rate that may both have lost their minus. Where nothing decides, there is none.
final class BasePrice {

    private BasePrice() {}

    /// The base price; [Figure#ABSENT] where the record does not tell it.
    ///
    /// @param change as sent, or [Figure#ABSENT]
    /// @param direction the sign code
    /// @param rate the change in percent, as sent; NaN where there is none
    /// @param known the base of the contract's record before, or [Figure#ABSENT]
    static long of(long last, long change, Direction direction, double rate, long known) {
        if (change == Figure.ABSENT) {
            return Figure.ABSENT;
        }
        long asSent = last - change;
        if (agree(change, direction)) {
            return asSent;
        }
        long byCode = direction == Direction.FLAT ? last : last + change;
        if (known == asSent || known == byCode) {
            return known;
        }
        double witness = Math.signum(rate);
        boolean bothBare = change > 0 && sign(direction) < 0;
        if (witness == Long.signum(change)) {
            return bothBare ? Figure.ABSENT : asSent;
        }
        return change != 0 && witness == sign(direction) ? byCode : Figure.ABSENT;
    }

    /// Whether a change has the sign that its code says; a code that is none says nothing.
    static boolean agree(long change, Direction direction) {
        return direction == Direction.UNKNOWN || Long.signum(change) == sign(direction);
    }

    private static int sign(Direction direction) {
        return switch (direction) {
            case UPPER_LIMIT, UP -> 1;
            case FLAT, UNKNOWN -> 0;
            case LOWER_LIMIT, DOWN -> -1;
        };
    }
}
