// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// What is kept of a record that a gap lies before, for the case that part of the gap comes late. Immutable.
///
/// @param totals its totals
/// @param size contracts of its trade
/// @param last price of its trade, hundredths
/// @param high the day's high, hundredths; [Figure#ABSENT] where there is none
/// @param low the day's low, likewise
/// @param byQuote the side that its quote suggests
record GapEnd(Totals totals, long size, long last, long high, long low, Aggressor byQuote) {

    static GapEnd of(Tick tick) {
        return new GapEnd(
                Totals.of(tick),
                tick.size(),
                tick.figure(Figure.LAST),
                tick.figure(Figure.HIGH),
                tick.figure(Figure.LOW),
                Side.byQuote(tick));
    }

    /// The session's volume just before its trade.
    long volumeBefore() {
        return totals.volume() - size;
    }
}
