// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import io.seonmul.market.Aggressor;

/// All figures that one contract's trade record carries, and their text on the wire. Prices are hundredths of a point.
///
/// Mutable and confined to the thread of its market. The relations of kis/invariants.md hold by construction: every
/// dependent field is computed from the integers kept here when the record is written.
final class ContractFigures {

    private final ContractProfile profile;
    private final long base;
    private final long previousVolume;
    private final long previousOpenInterest;
    private final long bandHalfWidth;

    private long last;
    private long open;
    private long high;
    private long low;
    private long size;
    private long volume;
    private long turnoverWon;
    private long buyTrades;
    private long sellTrades;
    private long buyVolume;
    private long sellVolume;
    private long blockVolume;
    private long openInterest;
    private long openInterestStep;

    /// What surrounds the last trade.
    ///
    /// @param spot the index, hundredths
    /// @param theory theoretical price, hundredths
    /// @param spread the calendar spread's price, hundredths
    record Setting(
            long spot,
            long theory,
            long spread,
            long ask,
            long bid,
            long askSize,
            long bidSize,
            long asks,
            long bids) {}

    ContractFigures(ContractProfile profile, long base, long previousVolume, long previousOpenInterest) {
        this.profile = profile;
        this.base = base;
        this.previousVolume = previousVolume;
        this.previousOpenInterest = previousOpenInterest;
        this.openInterest = previousOpenInterest;
        this.last = base;
        long tick = profile.tick();
        this.bandHalfWidth = Math.max(4, base / 100 / tick) * tick;
    }

    /// The price of the last trade; the base price before the first.
    long last() {
        return last;
    }

    long base() {
        return base;
    }

    long volume() {
        return volume;
    }

    long openInterest() {
        return openInterest;
    }

    long bandHalfWidth() {
        return bandHalfWidth;
    }

    /// Whether any trade has had a side.
    boolean sided() {
        return sellTrades > 0;
    }

    /// Counts one trade in.
    void trade(Aggressor side, long price, long contracts) {
        if (open == 0) {
            open = price;
            high = price;
            low = price;
        }
        last = price;
        high = Math.max(high, price);
        low = Math.min(low, price);
        size = contracts;
        volume += contracts;
        turnoverWon += won(price, contracts);
        switch (side) {
            case BUYER -> {
                buyTrades++;
                buyVolume += contracts;
            }
            case SELLER -> {
                sellTrades++;
                sellVolume += contracts;
            }
            case NONE -> {}
        }
    }

    /// Counts a negotiated block in, which the next record carries at that record's own price.
    ///
    /// @param inside whether the exchange counts it into volume and turnover
    void block(long price, long contracts, boolean inside) {
        blockVolume += contracts;
        if (inside) {
            volume += contracts;
            turnoverWon += won(price, contracts);
        }
    }

    /// Publishes an open interest changed by `step`.
    void openInterestStep(long step) {
        openInterestStep = Math.max(step, -openInterest);
        openInterest += openInterestStep;
    }

    private long won(long price, long contracts) {
        return price * profile.krwPerPoint() / 100 * contracts;
    }

    /// The record of the last trade: 50 fields joined by `^`, in wire order.
    String wire(long nanoOfDay, Setting setting) {
        StringBuilder out = new StringBuilder(340);
        out.append(profile.contract().code().text()).append('^');
        time(out, nanoOfDay);
        difference(out, last - base);
        points(out, percent(last - base, base));
        points(out, last);
        points(out, open);
        points(out, high);
        points(out, low);
        number(out, size);
        number(out, volume);
        number(out, turnoverWon / 1000);
        long mispricing = last - setting.theory();
        points(out, setting.theory());
        points(out, last - setting.spot());
        points(out, percent(mispricing, setting.theory()));
        points(out, 0);
        points(out, 0);
        points(out, setting.spread());
        number(out, openInterest);
        number(out, openInterest - previousOpenInterest);
        againstLast(out, open);
        againstLast(out, high);
        againstLast(out, low);
        points(out, ratio(100 * buyVolume, buyVolume + sellVolume));
        points(out, ratio(10_000 * buyVolume, sellVolume));
        points(out, mispricing);
        number(out, openInterestStep);
        points(out, setting.theory() - setting.spot());
        points(out, setting.ask());
        points(out, setting.bid());
        number(out, setting.askSize());
        number(out, setting.bidSize());
        number(out, sellTrades);
        number(out, buyTrades);
        number(out, buyTrades - sellTrades);
        number(out, sellVolume);
        number(out, buyVolume);
        number(out, setting.asks());
        number(out, setting.bids());
        points(out, ratio(10_000 * volume, previousVolume));
        number(out, blockVolume);
        points(out, last + bandHalfWidth);
        points(out, last - bandHalfWidth);
        return out.append('2').toString();
    }

    /// A reference's unusable hour, the sign against it, and the difference from it.
    private void againstLast(StringBuilder out, long reference) {
        out.append("000000^");
        long change = last - reference;
        number(out, sign(change));
        points(out, change);
    }

    /// The difference, then its sign: field 2 and 3 have the other order than the three references.
    private static void difference(StringBuilder out, long change) {
        points(out, change);
        number(out, sign(change));
    }

    private static long sign(long change) {
        return change > 0 ? 2 : change == 0 ? 3 : 5;
    }

    /// `part` in percent of `whole`, in hundredths, rounded half away from zero.
    private static long percent(long part, long whole) {
        long rounded = ratio(Math.abs(part) * 10_000, whole);
        return part < 0 ? -rounded : rounded;
    }

    /// `dividend / divisor` rounded half up, 0 where the divisor is 0; neither is negative.
    private static long ratio(long dividend, long divisor) {
        return divisor == 0 ? 0 : (2 * dividend + divisor) / (2 * divisor);
    }

    private static void time(StringBuilder out, long nanoOfDay) {
        long second = nanoOfDay / SessionClock.SECOND;
        twoDigits(out, second / 3600);
        twoDigits(out, second / 60 % 60);
        twoDigits(out, second % 60);
        out.append('^');
    }

    private static void number(StringBuilder out, long value) {
        out.append(value).append('^');
    }

    private static void points(StringBuilder out, long hundredths) {
        if (hundredths < 0) {
            out.append('-');
        }
        long magnitude = Math.abs(hundredths);
        out.append(magnitude / 100).append('.');
        twoDigits(out, magnitude % 100);
        out.append('^');
    }

    private static void twoDigits(StringBuilder out, long value) {
        out.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }
}
