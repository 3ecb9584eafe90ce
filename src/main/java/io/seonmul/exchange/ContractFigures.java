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
        RecordText out = new RecordText(340, profile.contract().code().text(), nanoOfDay);
        difference(out, last - base);
        out.points(percent(last - base, base));
        out.points(last);
        out.points(open);
        out.points(high);
        out.points(low);
        out.number(size);
        out.number(volume);
        out.number(turnoverWon / 1000);
        long mispricing = last - setting.theory();
        out.points(setting.theory());
        out.points(last - setting.spot());
        out.points(percent(mispricing, setting.theory()));
        out.points(0);
        out.points(0);
        out.points(setting.spread());
        out.number(openInterest);
        out.number(openInterest - previousOpenInterest);
        againstLast(out, open);
        againstLast(out, high);
        againstLast(out, low);
        out.points(ratio(100 * buyVolume, buyVolume + sellVolume));
        out.points(ratio(10_000 * buyVolume, sellVolume));
        out.points(mispricing);
        out.number(openInterestStep);
        out.points(setting.theory() - setting.spot());
        out.points(setting.ask());
        out.points(setting.bid());
        out.number(setting.askSize());
        out.number(setting.bidSize());
        out.number(sellTrades);
        out.number(buyTrades);
        out.number(buyTrades - sellTrades);
        out.number(sellVolume);
        out.number(buyVolume);
        out.number(setting.asks());
        out.number(setting.bids());
        out.points(ratio(10_000 * volume, previousVolume));
        out.number(blockVolume);
        out.points(last + bandHalfWidth);
        out.points(last - bandHalfWidth);
        out.text("2");
        return out.toString();
    }

    /// A reference's unusable hour, the sign against it, and the difference from it.
    private void againstLast(RecordText out, long reference) {
        out.text("000000");
        long change = last - reference;
        out.number(sign(change));
        out.points(change);
    }

    /// The difference, then its sign: field 2 and 3 have the other order than the three references.
    private static void difference(RecordText out, long change) {
        out.points(change);
        out.number(sign(change));
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
    static long ratio(long dividend, long divisor) {
        return divisor == 0 ? 0 : (2 * dividend + divisor) / (2 * divisor);
    }
}
