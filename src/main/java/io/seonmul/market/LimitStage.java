// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// One stage of the static price limits: base price plus and minus a percentage, rounded inwards to the tick.
/// Immutable.
///
/// @param percent 8, 15 or 20
/// @param upper highest price of that stage
/// @param lower lowest price of that stage
public record LimitStage(int percent, Price upper, Price lower) {

    static LimitStage of(int percent, Price base, Price tick) {
        long step = tick.hundredths();
        long up = Math.floorDiv(base.hundredths() * (100L + percent), 100L);
        long down = Math.ceilDiv(base.hundredths() * (100L - percent), 100L);
        return new LimitStage(
                percent,
                Price.ofHundredths(Math.floorDiv(up, step) * step),
                Price.ofHundredths(Math.ceilDiv(down, step) * step));
    }
}
