// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Which months of a product the exchange lists on a day, near month first. Immutable; any thread.
///
/// A rule, not the exchange's own list: it is meant for proposing codes, never for refusing one. Holidays move a last
/// trading day forward and are not known here. Source: kis/protocol.md section 11.
public final class ListedContracts {

    /// The products whose months are known, the most traded first.
    public static final List<String> PREFIXES = List.of("A01", "A05", "A06", "A04");

    private static final int MONTHLY = 6;
    private static final int QUARTERLY_HORIZON = 36;

    private ListedContracts() {}

    /// The codes of the product with `prefix`, near month first; empty where its months are not known.
    ///
    /// @param prefix the first three characters of its codes, such as `A01`
    /// @param today Korean date
    public static List<InstrumentCode> of(String prefix, LocalDate today) {
        return switch (prefix) {
            case "A01", "A06" -> codes(prefix, quarterly(nearMonth(today)));
            case "A04", "A05" ->
                codes(
                        prefix,
                        Stream.iterate(nearMonth(today), month -> month.plusMonths(1))
                                .limit(MONTHLY)
                                .toList());
            default -> List.of();
        };
    }

    /// The day on which a contract month is traded for the last time: its second Thursday.
    static LocalDate lastTradingDay(YearMonth month) {
        return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.THURSDAY));
    }

    private static YearMonth nearMonth(LocalDate today) {
        YearMonth month = YearMonth.from(today);
        return today.isAfter(lastTradingDay(month)) ? month.plusMonths(1) : month;
    }

    /// Seven quarterly months within three years: the next March and September, two Junes, three Decembers.
    private static List<YearMonth> quarterly(YearMonth near) {
        List<YearMonth> months = new ArrayList<>();
        int[] wanted = {1, 2, 1, 3};
        for (int ahead = 0; ahead < QUARTERLY_HORIZON; ahead++) {
            YearMonth month = near.plusMonths(ahead);
            int quarter = month.getMonthValue() / 3;
            if (month.getMonthValue() % 3 == 0 && wanted[quarter - 1]-- > 0) {
                months.add(month);
            }
        }
        return months;
    }

    private static List<InstrumentCode> codes(String prefix, List<YearMonth> months) {
        return months.stream()
                .map(month -> new InstrumentCode(
                        String.format(Locale.ROOT, "%s%d%02d", prefix, month.getYear() % 10, month.getMonthValue())))
                .toList();
    }
}
