// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import io.seonmul.market.Price;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// How figures are written on the screen, the same in both languages. FX thread only (its formats are not shared).
///
/// What is not known is [#NOT_KNOWN], never 0.
public final class Formats {

    /// What stands where the feed gave no value.
    public static final String NOT_KNOWN = "–";

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int DAY = 86_400;

    private Formats() {}

    /// A price in points: `1,080.30`.
    public static String price(Price price) {
        return decimals(2).format(price.hundredths() / 100.0);
    }

    /// As [#price(Price)], or [#NOT_KNOWN].
    public static String price(Optional<Price> price) {
        return price.map(Formats::price).orElse(NOT_KNOWN);
    }

    /// A difference in points with its sign: `+0.54`, `-0.54`, `0.00`.
    public static String signed(Price difference) {
        return (difference.hundredths() > 0 ? "+" : "") + price(difference);
    }

    /// As [#signed(Price)], or [#NOT_KNOWN].
    public static String signed(Optional<Price> difference) {
        return difference.map(Formats::signed).orElse(NOT_KNOWN);
    }

    /// A change with the mark that Korean traders know: `▲ 0.54`, `▼ 0.54`, `0.00`.
    public static String change(Price difference) {
        if (difference.isZero()) {
            return price(difference);
        }
        return difference.hundredths() > 0 ? "▲ " + price(difference) : "▼ " + price(difference.negated());
    }

    /// As [#change(Price)], or [#NOT_KNOWN].
    public static String change(Optional<Price> difference) {
        return difference.map(Formats::change).orElse(NOT_KNOWN);
    }

    /// Which way a difference points: 1 up, -1 down, 0 neither or not known.
    public static int sign(Optional<Price> difference) {
        return difference.map(known -> Long.signum(known.hundredths())).orElse(0);
    }

    /// A count: `134,935`.
    public static String count(long count) {
        return decimals(0).format(count);
    }

    /// As [#count(long)], or [#NOT_KNOWN].
    public static String count(OptionalLong count) {
        return count.isPresent() ? count(count.getAsLong()) : NOT_KNOWN;
    }

    /// A count with its sign: `+571`.
    public static String signed(long count) {
        return (count > 0 ? "+" : "") + count(count);
    }

    /// As [#signed(long)], or [#NOT_KNOWN].
    public static String signed(OptionalLong count) {
        return count.isPresent() ? signed(count.getAsLong()) : NOT_KNOWN;
    }

    /// A rate with that many decimals, or [#NOT_KNOWN] for NaN.
    public static String decimal(double value, int decimals) {
        return Double.isNaN(value) ? NOT_KNOWN : decimals(decimals).format(value);
    }

    /// As [#decimal(double, int)].
    public static String decimal(OptionalDouble value, int decimals) {
        return value.isPresent() ? decimal(value.getAsDouble(), decimals) : NOT_KNOWN;
    }

    /// A percentage with its sign: `-0.05%`; [#NOT_KNOWN] for NaN.
    public static String signedPercent(double percent) {
        return Double.isNaN(percent)
                ? NOT_KNOWN
                : (percent > 0 ? "+" : "") + decimals(2).format(percent) + "%";
    }

    /// A time of day: `15:29:53`.
    public static String time(LocalTime time) {
        return time.format(SECONDS);
    }

    /// The Korean time of day of an instant: `15:29:53`.
    public static String time(Instant instant) {
        return time(instant.atZone(io.seonmul.market.TradingCalendar.SEOUL).toLocalTime());
    }

    /// The time of day of an exchange second (as in `Bar.start`), which may lie past midnight.
    public static String timeOfSecond(long second) {
        return time(LocalTime.ofSecondOfDay(Math.floorMod(second, DAY)));
    }

    private static DecimalFormat decimals(int digits) {
        DecimalFormat format = new DecimalFormat("#,##0", SYMBOLS);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format;
    }
}
