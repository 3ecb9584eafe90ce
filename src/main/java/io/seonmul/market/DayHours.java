// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import io.seonmul.market.TradingCalendar.Phase;
import java.time.LocalTime;

/// The hours of one day's regular session, in minutes of the day, KST. Immutable; any thread.
///
/// Source: the exchange's rules. Both ends of the session and the stock market move by an hour on the day of the
/// college
/// exam, only the openings on the first trading day of a year.
///
/// @param opening when orders are first collected for the opening auction
/// @param open when continuous trading begins
/// @param expiry when a contract ends on its last trading day; it has no closing auction
/// @param closing when orders are first collected for the closing auction
/// @param close when the closing auction's print ends the session
/// @param stockOpen when the stock market opens
/// @param stockClose when the stock market closes
record DayHours(int opening, int open, int expiry, int closing, int close, int stockOpen, int stockClose) {

    private static final int HOUR = 60;

    static final DayHours USUAL = new DayHours(
            8 * HOUR + 30, 8 * HOUR + 45, 15 * HOUR + 20, 15 * HOUR + 35, 15 * HOUR + 45, 9 * HOUR, 15 * HOUR + 30);

    static final DayHours LATE_OPEN = new DayHours(
            USUAL.opening + HOUR,
            USUAL.open + HOUR,
            USUAL.expiry,
            USUAL.closing,
            USUAL.close,
            USUAL.stockOpen + HOUR,
            USUAL.stockClose);

    static final DayHours ONE_HOUR_LATER = new DayHours(
            USUAL.opening + HOUR,
            USUAL.open + HOUR,
            USUAL.expiry + HOUR,
            USUAL.closing + HOUR,
            USUAL.close + HOUR,
            USUAL.stockOpen + HOUR,
            USUAL.stockClose + HOUR);

    /// @param last whether it is the contract's last trading day
    Phase phase(LocalTime time, boolean last) {
        int minute = time.getHour() * HOUR + time.getMinute();
        if (minute < opening || minute >= (last ? expiry : close)) {
            return Phase.CLOSED;
        }
        if (minute < open) {
            return Phase.OPENING_AUCTION;
        }
        return minute < closing || last ? Phase.CONTINUOUS : Phase.CLOSING_AUCTION;
    }
}
