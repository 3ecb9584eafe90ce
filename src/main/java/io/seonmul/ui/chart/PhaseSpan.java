// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.TradingCalendar;
import io.seonmul.market.TradingCalendar.DayPart;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/// A stretch of exchange seconds in one phase of the exchange's day.
///
/// @param from first second
/// @param to second after the last
/// @param phase what the exchange does meanwhile
record PhaseSpan(long from, long to, DayPart phase) {

    private static final int DAY = 86_400;
    private static final int MINUTE = 60;

    /// The phases from `from` to `to`, in order, cut at both ends; at most two days are looked at.
    static List<PhaseSpan> between(long from, long to) {
        List<PhaseSpan> spans = new ArrayList<>();
        long end = Math.min(to, from + 2 * DAY);
        long begun = from;
        DayPart phase = phaseAt(from);
        for (long second = from - Math.floorMod(from, MINUTE) + MINUTE; second < end; second += MINUTE) {
            DayPart next = phaseAt(second);
            if (next != phase) {
                spans.add(new PhaseSpan(begun, second, phase));
                begun = second;
                phase = next;
            }
        }
        if (begun < end) {
            spans.add(new PhaseSpan(begun, end, phase));
        }
        return spans;
    }

    private static DayPart phaseAt(long second) {
        return TradingCalendar.phaseAt(LocalTime.ofSecondOfDay(Math.floorMod(second, DAY)));
    }
}
