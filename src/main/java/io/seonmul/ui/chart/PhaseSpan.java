// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.TradingCalendar;
import io.seonmul.market.TradingSession;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/// A stretch of exchange seconds in one phase of a contract's day.
///
/// @param from first second
/// @param to second after the last
/// @param kind what the exchange does meanwhile
record PhaseSpan(long from, long to, Kind kind) {

    private static final int DAY = 86_400;
    private static final int MINUTE = 60;

    /// What the exchange does, as far as a chart shows it.
    enum Kind {
        /// The calendar does not have the day, or has it closed though there are trades.
        UNKNOWN("unknown", 0),
        BEFORE("before", 0.7),
        OPENING("opening", 1),
        REGULAR("regular", 0),
        CLOSING("closing", 1),
        CLOSED("closed", 0.7);

        private final String word;
        private final double shade;

        Kind(String word, double shade) {
            this.word = word;
            this.shade = shade;
        }

        /// The message that names it.
        String key() {
            return "chart.phase." + word;
        }

        /// How dark it is shaded, 0 to 1.
        double shade() {
            return shade;
        }
    }

    /// The phases of `code` from `from` to `to`, in order, cut at both ends; at most two days are looked at.
    ///
    /// @param day the date of second 0
    static List<PhaseSpan> between(long from, long to, LocalDate day, InstrumentCode code) {
        List<PhaseSpan> spans = new ArrayList<>();
        long end = Math.min(to, from + 2 * DAY);
        long begun = from;
        Kind kind = kindAt(from, day, code);
        for (long second = from - Math.floorMod(from, MINUTE) + MINUTE; second < end; second += MINUTE) {
            Kind next = kindAt(second, day, code);
            if (next != kind) {
                spans.add(new PhaseSpan(begun, second, kind));
                begun = second;
                kind = next;
            }
        }
        if (begun < end) {
            spans.add(new PhaseSpan(begun, end, kind));
        }
        return spans;
    }

    private static Kind kindAt(long second, LocalDate day, InstrumentCode code) {
        TradingCalendar calendar = TradingCalendar.builtIn();
        LocalDateTime at = day.atStartOfDay().plusSeconds(second);
        return switch (calendar.phase(at, TradingSession.DAY, code)) {
            case UNKNOWN -> Kind.UNKNOWN;
            case OPENING_AUCTION -> Kind.OPENING;
            case CONTINUOUS -> Kind.REGULAR;
            case CLOSING_AUCTION -> Kind.CLOSING;
            case CLOSED ->
                calendar.hasExpired(code, at.toLocalDate())
                        ? Kind.UNKNOWN
                        : calendar.open(at.toLocalDate(), TradingSession.DAY)
                                .map(open -> at.isBefore(open) ? Kind.BEFORE : Kind.CLOSED)
                                .orElse(Kind.UNKNOWN);
        };
    }
}
