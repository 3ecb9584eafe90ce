// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.market.LimitStage;
import io.seonmul.market.LimitStatus;
import io.seonmul.market.Price;
import io.seonmul.ui.fx.Formats;
import java.util.OptionalDouble;

/// One stage of the static limits as the table writes it.
///
/// @param name the stage's percentage, in brackets where it is idle, marked where a side is near
/// @param upper its upper side
/// @param lower its lower side
/// @param idle whether the calendar knows that it is not in force now
record StageRow(String name, Side upper, Side lower, boolean idle) {

    /// Distance, in percent of the base price, from which a side is marked: as the limit watch tells it.
    private static final double NEAR_PERCENT = 0.5;

    /// A trading day has 410 minutes: more than that is not a forecast of anything.
    private static final int MOST_MINUTES = 410;

    /// One side of a stage.
    ///
    /// @param price the limit
    /// @param points how far it is from the last price; negative beyond it
    /// @param ticks the same in ticks
    /// @param percent the same in percent of the base price
    /// @param minutes until the price is there at its present pace
    /// @param near whether it is near or reached
    record Side(String price, String points, String ticks, String percent, String minutes, boolean near) {

        static final Side NOT_KNOWN = new Side(
                Formats.NOT_KNOWN, Formats.NOT_KNOWN, Formats.NOT_KNOWN, Formats.NOT_KNOWN, Formats.NOT_KNOWN, false);

        static Side of(Price limit, Price distance, Price base, Price tick, OptionalDouble minutes) {
            double percent = 100.0 * distance.hundredths() / base.hundredths();
            return new Side(
                    Formats.price(limit),
                    Formats.price(distance),
                    // A base price off the tick leaves a broken number of ticks; whole ones are what can be traded.
                    Formats.count(distance.hundredths() / tick.hundredths()),
                    Formats.decimal(percent, 2),
                    rounded(minutes),
                    percent <= NEAR_PERCENT);
        }
    }

    static StageRow of(LimitStage stage, LimitStatus status, Price last, Price tick) {
        Price base = status.base().orElse(last); // there are no stages without one
        Side upper = Side.of(
                stage.upper(),
                stage.upper().minus(last),
                base,
                tick,
                last.compareTo(stage.upper()) < 0 ? status.minutesTo(stage.upper(), last) : OptionalDouble.empty());
        Side lower = Side.of(
                stage.lower(),
                last.minus(stage.lower()),
                base,
                tick,
                last.compareTo(stage.lower()) > 0 ? status.minutesTo(stage.lower(), last) : OptionalDouble.empty());
        boolean idle = status.onlyFirstStage() && !stage.equals(status.stages().getFirst());
        String name = "±" + stage.percent() + "%";
        return new StageRow(
                idle ? "(" + name + ")" : upper.near() || lower.near() ? name + " ⚠" : name, upper, lower, idle);
    }

    static StageRow notKnown(int percent) {
        return new StageRow("±" + percent + "%", Side.NOT_KNOWN, Side.NOT_KNOWN, false);
    }

    private static String rounded(OptionalDouble minutes) {
        if (minutes.isEmpty()) {
            return Formats.NOT_KNOWN;
        }
        double value = minutes.getAsDouble();
        if (value > MOST_MINUTES) {
            return ">" + MOST_MINUTES;
        }
        return value < 1 ? "<1" : Formats.count(Math.round(value));
    }
}
