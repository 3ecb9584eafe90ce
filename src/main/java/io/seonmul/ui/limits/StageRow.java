// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.market.LimitStage;
import io.seonmul.market.Price;
import io.seonmul.ui.fx.Formats;

/// One stage of the static limits as the table writes it.
///
/// @param name the stage's percentage
/// @param upper its upper side
/// @param lower its lower side
record StageRow(String name, Side upper, Side lower) {

    /// Distance, in percent of the base price, from which a side is marked: as the limit watch tells it.
    private static final double NEAR_PERCENT = 0.5;

    /// One side of a stage.
    ///
    /// @param price the limit
    /// @param points how far it is from the last price; negative beyond it
    /// @param ticks the same in ticks
    /// @param percent the same in percent of the base price
    /// @param near whether it is near or reached
    record Side(String price, String points, String ticks, String percent, boolean near) {

        static final Side NOT_KNOWN =
                new Side(Formats.NOT_KNOWN, Formats.NOT_KNOWN, Formats.NOT_KNOWN, Formats.NOT_KNOWN, false);

        static Side of(Price limit, Price distance, Price base, Price tick) {
            double percent = 100.0 * distance.hundredths() / base.hundredths();
            return new Side(
                    Formats.price(limit),
                    Formats.price(distance),
                    // A base price off the tick leaves a broken number of ticks; whole ones are what can be traded.
                    Formats.count(distance.hundredths() / tick.hundredths()),
                    Formats.decimal(percent, 2),
                    percent <= NEAR_PERCENT);
        }
    }

    static StageRow of(LimitStage stage, Price last, Price base, Price tick) {
        return new StageRow(
                "±" + stage.percent() + "%",
                Side.of(stage.upper(), stage.upper().minus(last), base, tick),
                Side.of(stage.lower(), last.minus(stage.lower()), base, tick));
    }

    static StageRow notKnown(int percent) {
        return new StageRow("±" + percent + "%", Side.NOT_KNOWN, Side.NOT_KNOWN);
    }
}
