// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalLong;

/// A trade record to be told piece by piece, whose totals go on from record to record as the exchange's do.
///
/// The last price moves the band with it (half width 1 % of the base price rounded to the tick), the quote stands one
/// tick around it, and theory stays where it was put. For tests of what one record means; a whole market is made by the
/// embedded exchange.
public final class SampleTick {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T15:00:00Z");

    private final InstrumentCode code;
    private final long tickSize;
    private final Price base;
    private LocalTime time = LocalTime.of(9, 0);
    private Price last;
    private Price high;
    private Price low;
    private long volume;
    private long turnover;
    private long buyVolume;
    private long sellVolume;
    private long buyTrades;
    private long sellTrades;
    private Optional<OpenInterest> openInterest = Optional.empty();
    private FairValue fairValue =
            new FairValue(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Double.NaN);
    private Optional<Price> ask = Optional.empty();
    private Optional<Price> bid = Optional.empty();
    private Optional<DynamicLimits> limits = Optional.empty();
    private boolean ownQuote;
    private boolean ownLimits;
    private String limitCode = "2";

    /// Begins at the base price, before the first trade.
    public SampleTick(Contract contract, String base) {
        this.code = contract.code();
        this.tickSize = contract.tickSize().hundredths();
        this.base = Price.parse(base);
        this.last = this.base;
        this.high = this.base;
        this.low = this.base;
    }

    /// The exchange second of the next trade.
    public SampleTick at(LocalTime exchangeTime) {
        time = exchangeTime;
        return this;
    }

    /// As [#at(LocalTime)], that many seconds later.
    public SampleTick later(long seconds) {
        return at(time.plusSeconds(seconds));
    }

    /// Theory price and the underlying index of both bases.
    public SampleTick theory(String theoreticalPrice, String spot) {
        Price theory = Price.parse(theoreticalPrice);
        Price index = Price.parse(spot);
        fairValue = new FairValue(
                Optional.of(theory),
                Optional.of(last.minus(index)),
                Optional.of(theory.minus(index)),
                Optional.of(last.minus(theory)),
                100 * last.minus(theory).points() / theory.points());
        return this;
    }

    /// The figures of theory exactly so.
    public SampleTick fairValue(FairValue value) {
        fairValue = value;
        return this;
    }

    /// Open interest as it is published from now on.
    public SampleTick openInterest(long contracts, long change, long lastChange) {
        openInterest = Optional.of(new OpenInterest(contracts, change, lastChange));
        return this;
    }

    /// The best quote of the next record only.
    public SampleTick quote(String bestAsk, String bestBid) {
        ask = bestAsk.isEmpty() ? Optional.empty() : Optional.of(Price.parse(bestAsk));
        bid = bestBid.isEmpty() ? Optional.empty() : Optional.of(Price.parse(bestBid));
        ownQuote = true;
        return this;
    }

    /// The band of the next record only; none where `upper` is empty.
    public SampleTick band(String upper, String lower) {
        limits = upper.isEmpty()
                ? Optional.empty()
                : Optional.of(new DynamicLimits(Price.parse(upper), Price.parse(lower), limitCode));
        ownLimits = true;
        return this;
    }

    /// DYNM_PRC_LIMT_YN from now on.
    public SampleTick limitCode(String raw) {
        limitCode = raw;
        return this;
    }

    /// Trades that the monitor does not receive.
    public SampleTick lose(long contracts) {
        volume += contracts;
        buyVolume += contracts;
        buyTrades++;
        turnover += contracts * last.hundredths() / 2;
        return this;
    }

    /// The record of a trade that a buyer initiated.
    public Tick buy(String price, long contracts) {
        buyVolume += contracts;
        buyTrades++;
        return trade(Price.parse(price), contracts);
    }

    /// The record of a trade that a seller initiated.
    public Tick sell(String price, long contracts) {
        sellVolume += contracts;
        sellTrades++;
        return trade(Price.parse(price), contracts);
    }

    private Tick trade(Price price, long contracts) {
        last = price;
        high = volume == 0 || price.compareTo(high) > 0 ? price : high;
        low = volume == 0 || price.compareTo(low) < 0 ? price : low;
        volume += contracts;
        turnover += price.hundredths() * contracts / 2;
        if (!ownQuote) {
            ask = Optional.of(Price.ofHundredths(price.hundredths() + tickSize));
            bid = Optional.of(Price.ofHundredths(price.hundredths() - tickSize));
        }
        if (!ownLimits) {
            Price half = Price.ofHundredths(base.hundredths() / 100 / tickSize * tickSize);
            limits = Optional.of(new DynamicLimits(price.plus(half), price.minus(half), limitCode));
        }
        ownQuote = false;
        ownLimits = false;
        Price change = price.minus(base);
        int direction = Long.signum(change.hundredths());
        return new Tick(
                code,
                time,
                MIDNIGHT.plus(Duration.ofSeconds(time.toSecondOfDay())),
                price,
                change,
                direction > 0 ? Direction.UP : direction < 0 ? Direction.DOWN : Direction.FLAT,
                100 * change.points() / base.points(),
                new DayRange(
                        Optional.of(base),
                        Optional.of(high),
                        Optional.of(low),
                        Optional.of(price.minus(base)),
                        Optional.of(price.minus(high)),
                        Optional.of(price.minus(low)),
                        false),
                contracts,
                volume,
                turnover,
                fairValue,
                openInterest,
                new BestQuote(ask, bid, 3, 4, 900, 1000),
                new OrderFlow(
                        100.0 * buyVolume / sellVolume,
                        (double) buyVolume / (buyVolume + sellVolume),
                        buyTrades,
                        sellTrades,
                        buyTrades - sellTrades,
                        buyVolume,
                        sellVolume),
                Optional.empty(),
                Double.NaN,
                OptionalLong.of(0),
                limits,
                50,
                code + "^" + time + "^" + price + "^" + contracts);
    }
}
