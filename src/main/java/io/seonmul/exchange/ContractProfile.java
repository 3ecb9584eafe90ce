// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import io.seonmul.market.Contract;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/// What an ordinary day of one contract looks like: how often it trades, in what sizes, how deep its book is.
/// Immutable.
///
/// @param contract the contract
/// @param underlying the index it follows
/// @param krwPerPoint won a point; a round default where the product is unknown
/// @param tick its price step in hundredths of a point
/// @param tradesPerDay trades of an ordinary day
/// @param meanSize contracts of an average trade
/// @param openInterest open contracts on the first day
/// @param bookSize contracts on one side of the book, all levels
/// @param auctionSize contracts of an ordinary auction print; 0 where nobody comes to the auction
/// @param carry fraction that theory adds to the index until expiry
/// @param cycleCarry fraction that theory adds between this contract's month and the next listed one
record ContractProfile(
        Contract contract,
        Underlying underlying,
        long krwPerPoint,
        long tick,
        double tradesPerDay,
        double meanSize,
        long openInterest,
        long bookSize,
        long auctionSize,
        double carry,
        double cycleCarry) {

    private static final long DEFAULT_KRW_PER_POINT = 10_000;
    private static final double YEARLY_CARRY = 0.023;

    /// The profile of `contract` as of `date`: the nearest month trades most, each later one far less.
    static ContractProfile of(Contract contract, LocalDate date) {
        Underlying underlying = Underlying.of(contract.code().product());
        YearMonth front = frontMonth(date);
        YearMonth month = contract.code().isOutright() ? contract.code().month(YearMonth.from(date)) : front;
        int rank = rank(month, front, underlying.cycleMonths());
        Near near = Near.of(contract.code().product());
        double fade = rank == 0 ? 1 : StrictMath.pow(near.fade(), rank);
        double trades = Math.max(40, near.tradesPerDay() * fade);
        long openInterest = Math.max(60, Math.round(near.openInterest() * StrictMath.pow(0.25, rank)));
        return new ContractProfile(
                contract,
                underlying,
                contract.krwPerPoint().orElse(DEFAULT_KRW_PER_POINT),
                contract.tickSize().hundredths(),
                trades,
                near.meanSize(),
                openInterest,
                Math.max(25, Math.round(near.bookSize() * StrictMath.pow(0.4, rank))),
                rank > 2 ? 0 : Math.round(trades * near.meanSize() * 0.004),
                YEARLY_CARRY * Math.max(0, ChronoUnit.DAYS.between(date, expiry(month))) / 365.0,
                YEARLY_CARRY * underlying.cycleMonths() / 12.0);
    }

    /// The last trading day of a contract month: its second Thursday.
    static LocalDate expiry(YearMonth month) {
        return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.THURSDAY));
    }

    /// The nearest month that still trades on `date`.
    static YearMonth frontMonth(LocalDate date) {
        YearMonth month = YearMonth.from(date);
        return date.isAfter(expiry(month)) ? month.plusMonths(1) : month;
    }

    private static int rank(YearMonth month, YearMonth front, int cycleMonths) {
        return (int) Math.max(0, ChronoUnit.MONTHS.between(front, month) / cycleMonths);
    }

    /// What the nearest month of a product does in a day, and what share of it each later month keeps.
    private record Near(double tradesPerDay, double meanSize, long openInterest, long bookSize, double fade) {

        static Near of(String product) {
            return switch (product) {
                case "A05" -> new Near(112_000, 1.15, 76_100, 720, 0.06);
                case "A01" -> new Near(71_000, 2.4, 262_000, 540, 0.04);
                case "A06" -> new Near(44_000, 2.0, 318_000, 900, 0.04);
                case "A04" -> new Near(420, 1.8, 2_900, 60, 0.45);
                default -> new Near(1_600, 1.6, 9_400, 140, 0.2);
            };
        }
    }
}
