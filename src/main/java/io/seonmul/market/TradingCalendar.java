// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.LocalTime;
import java.time.ZoneId;

/// The exchange's day in phases, by Korean time. Immutable; any thread.
///
/// Source: kis/protocol.md section 12. Holidays and the later start on the day of the college exam are not in the feed;
/// whoever sees silence in a trading phase must say that it may be one.
public final class TradingCalendar {

    /// Korean time: the only place that names the zone.
    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private TradingCalendar() {}

    /// What the exchange does at a time of the day.
    public enum Phase {
        /// 05:50 to 06:00: closing auction of the night session.
        NIGHT_CLOSING_AUCTION,
        /// No trading.
        CLOSED,
        /// 08:30 to 08:45: orders are collected; the expected price is published from 08:40.
        OPENING_AUCTION,
        /// 08:45 to 15:35.
        REGULAR,
        /// 15:35 to 15:45: orders are collected, one print at the end.
        CLOSING_AUCTION,
        /// 17:50 to 18:00.
        NIGHT_OPENING_AUCTION,
        /// 18:00 to 05:50.
        NIGHT
    }

    private static final int FIRST_STAGE_ONLY_UNTIL = 9 * 3600;
    private static final int SIDECAR_FROM = 9 * 3600 + 5 * 60;
    private static final int SIDECAR_UNTIL = 14 * 3600 + 50 * 60;

    /// Whether only the first stage of the static price limits can be in force: before 09:00, and at night.
    ///
    /// @param secondOfDay Korean time
    public static boolean isFirstStageOnly(int secondOfDay) {
        return switch (phaseAt(LocalTime.ofSecondOfDay(secondOfDay))) {
            case NIGHT, NIGHT_CLOSING_AUCTION, NIGHT_OPENING_AUCTION -> true;
            case OPENING_AUCTION, REGULAR -> secondOfDay < FIRST_STAGE_ONLY_UNTIL;
            case CLOSED, CLOSING_AUCTION -> false;
        };
    }

    /// Whether a sidecar can come: not in the first five and the last forty minutes of the stock market, whose day is
    /// 09:00 to 15:30, since it is the stock market's programme orders that it holds back.
    ///
    /// @param secondOfDay Korean time
    public static boolean isSidecarPossible(int secondOfDay) {
        return secondOfDay >= SIDECAR_FROM && secondOfDay < SIDECAR_UNTIL;
    }

    /// The phase at `time`, Korean time.
    public static Phase phaseAt(LocalTime time) {
        int minute = time.getHour() * 60 + time.getMinute();
        if (minute < 5 * 60 + 50 || minute >= 18 * 60) {
            return Phase.NIGHT;
        } else if (minute < 6 * 60) {
            return Phase.NIGHT_CLOSING_AUCTION;
        } else if (minute < 8 * 60 + 30) {
            return Phase.CLOSED;
        } else if (minute < 8 * 60 + 45) {
            return Phase.OPENING_AUCTION;
        } else if (minute < 15 * 60 + 35) {
            return Phase.REGULAR;
        } else if (minute < 15 * 60 + 45) {
            return Phase.CLOSING_AUCTION;
        } else if (minute < 17 * 60 + 50) {
            return Phase.CLOSED;
        }
        return Phase.NIGHT_OPENING_AUCTION;
    }
}
