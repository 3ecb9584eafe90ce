// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/// A trade record to be told piece by piece, whose totals go on from record to record as the exchange's do.
///
/// The last price moves the band with it (half width 1 % of the base price rounded to the tick), the quote stands one
/// tick around it, and theory stays where it was put. For tests of what one record means; a whole market is made by the
/// embedded exchange.
public final class SampleTick {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T15:00:00Z");

    private final InstrumentCode code;
    private final long tickSize;
    private final long krwPerPoint;
    private final Price base;
    private LocalTime time = LocalTime.of(9, 0);
    private int day;
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
    private FairValue fairValue = FairValue.UNKNOWN;
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
        this.krwPerPoint = contract.krwPerPoint().orElse(50_000); // of a spread it is not known
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

    /// So many days after the first.
    public SampleTick on(int daysLater) {
        day = daysLater;
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
                Optional.empty(),
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
        turnover += contracts * last.hundredths() * krwPerPoint / 100_000;
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
        turnover += price.hundredths() * contracts * krwPerPoint / 100_000;
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
        Tick.Draft draft = new Tick.Draft()
                .set(Figure.TIME, time.toSecondOfDay())
                .set(Figure.LAST, price.hundredths())
                .set(Figure.CHANGE, change.hundredths())
                .set(Figure.DIRECTION, direction > 0 ? '2' : direction < 0 ? '5' : '3')
                .set(Figure.CHANGE_RATE, 100 * change.points() / base.points())
                .set(Figure.OPEN, base.hundredths())
                .set(Figure.HIGH, high.hundredths())
                .set(Figure.LOW, low.hundredths())
                .set(Figure.FROM_OPEN, price.minus(base).hundredths())
                .set(Figure.FROM_HIGH, price.minus(high).hundredths())
                .set(Figure.FROM_LOW, price.minus(low).hundredths())
                .set(Figure.SIZE, contracts)
                .set(Figure.VOLUME, volume)
                .set(Figure.TURNOVER, turnover)
                .set(Figure.THEORETICAL_PRICE, hundredths(fairValue.theoreticalPrice()))
                .set(Figure.MARKET_BASIS, hundredths(fairValue.marketBasis()))
                .set(Figure.THEORETICAL_BASIS, hundredths(fairValue.theoreticalBasis()))
                .set(Figure.MISPRICING, hundredths(fairValue.mispricing()))
                .set(Figure.MISPRICING_RATE, fairValue.mispricingRate())
                .set(
                        Figure.OPEN_INTEREST,
                        openInterest.map(OpenInterest::contracts).orElse(Figure.ABSENT))
                .set(
                        Figure.OPEN_INTEREST_CHANGE,
                        openInterest.map(OpenInterest::change).orElse(Figure.ABSENT))
                .set(
                        Figure.OPEN_INTEREST_LAST_CHANGE,
                        openInterest.map(OpenInterest::lastChange).orElse(Figure.ABSENT))
                .set(Figure.ASK, hundredths(ask))
                .set(Figure.BID, hundredths(bid))
                .set(Figure.ASK_SIZE, 3)
                .set(Figure.BID_SIZE, 4)
                .set(Figure.TOTAL_ASK_SIZE, 900)
                .set(Figure.TOTAL_BID_SIZE, 1000)
                .set(Figure.STRENGTH, 100.0 * buyVolume / sellVolume)
                .set(Figure.BUY_RATE, (double) buyVolume / (buyVolume + sellVolume))
                .set(Figure.BUY_TRADES, buyTrades)
                .set(Figure.SELL_TRADES, sellTrades)
                .set(Figure.NET_BUY_TRADES, buyTrades - sellTrades)
                .set(Figure.BUY_VOLUME, buyVolume)
                .set(Figure.SELL_VOLUME, sellVolume)
                .set(Figure.SPREAD, Figure.ABSENT)
                .set(Figure.VOLUME_RATE, Double.NaN)
                .set(Figure.BLOCK_VOLUME, 0)
                .set(
                        Figure.UPPER_LIMIT,
                        limits.map(band -> band.upper().hundredths()).orElse(Figure.ABSENT))
                .set(
                        Figure.LOWER_LIMIT,
                        limits.map(band -> band.lower().hundredths()).orElse(Figure.ABSENT))
                .limitCode(limits.map(DynamicLimits::code).orElse(""));
        return draft.tick(
                code,
                MIDNIGHT.plus(Duration.ofDays(day)).plus(Duration.ofSeconds(time.toSecondOfDay())),
                50,
                WireText.of(code + "^" + time + "^" + price + "^" + contracts));
    }

    /// A draft of another record like `tick`.
    public static Tick.Draft draftOf(Tick tick) {
        Tick.Draft draft = new Tick.Draft().limitCode(tick.limitCode());
        for (Figure figure : Figure.values()) {
            draft.set(figure, tick.figure(figure));
        }
        return draft;
    }

    private static long hundredths(Optional<Price> price) {
        return price.map(Price::hundredths).orElse(Figure.ABSENT);
    }
}
