// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// One trade (체결) and all that the exchange says with it: a record of H0IFCNT0. Immutable; any thread.
///
/// It is a row of numbers, one a [Figure]; a typed value is made of them whenever somebody asks, so that a record that
/// nobody looks at costs the session thread one array. What the wire left empty or sent as `nan` is an empty
/// `Optional`,
/// or NaN for a rate: unknown, never 0.
@SuppressWarnings("EnumOrdinal") // a figure's ordinal is its place in the row, in this process only
public final class Tick {

    private final InstrumentCode code;
    private final Instant receivedAt;
    private final Duration skew;
    private final long[] row;
    private final String limitCode;
    private final int width;
    private final WireText wire;

    private Tick(
            InstrumentCode code,
            Instant receivedAt,
            Duration skew,
            long[] row,
            String limitCode,
            int width,
            WireText wire) {
        this.code = code;
        this.receivedAt = receivedAt;
        this.skew = skew;
        this.row = row;
        this.limitCode = limitCode;
        this.width = width;
        this.wire = wire;
    }

    /// The figures of a record that is being read, kept from record to record. One thread.
    public static final class Draft {
        private final long[] row = new long[Figure.COUNT];
        private String limitCode = "";
        /// The base price of the newest tick that had one.
        private long knownBase = Figure.ABSENT;

        /// A draft in which every figure is 0.
        public Draft() {}

        /// Sets a figure that is no rate, in the figure's unit; [Figure#ABSENT] where there is none.
        public Draft set(Figure figure, long value) {
            row[figure.ordinal()] = value;
            return this;
        }

        /// Sets a rate; NaN where there is none.
        public Draft set(Figure figure, double value) {
            return set(figure, Double.doubleToRawLongBits(value));
        }

        /// Sets DYNM_PRC_LIMT_YN exactly as sent.
        public Draft limitCode(String text) {
            limitCode = text;
            return this;
        }

        private long base() {
            long base = BasePrice.of(
                    row[Figure.LAST.ordinal()],
                    row[Figure.CHANGE.ordinal()],
                    Direction.ofWire((char) row[Figure.DIRECTION.ordinal()]),
                    Double.longBitsToDouble(row[Figure.CHANGE_RATE.ordinal()]),
                    knownBase);
            knownBase = base == Figure.ABSENT ? knownBase : base;
            return base;
        }

        /// The tick of the figures as they are now, on a computer whose clock is the exchange's.
        ///
        /// @param width fields of the record on the wire
        /// @param wire the record's text
        public Tick tick(InstrumentCode code, Instant receivedAt, int width, WireText wire) {
            return tick(code, receivedAt, Duration.ZERO, width, wire);
        }

        /// The tick of the figures as they are now; its base price is made of them.
        ///
        /// @param skew how far the exchange's clock was ahead of this computer's at `receivedAt`
        /// @param width fields of the record on the wire
        /// @param wire the record's text
        public Tick tick(InstrumentCode code, Instant receivedAt, Duration skew, int width, WireText wire) {
            set(Figure.BASE, base());
            return new Tick(code, receivedAt, skew, row.clone(), limitCode, width, wire);
        }
    }

    /// The figure in its own unit, which for a rate are bits; [Figure#ABSENT] where the wire has none.
    public long figure(Figure figure) {
        return row[figure.ordinal()];
    }

    /// The rate; NaN where the wire has none.
    public double rate(Figure figure) {
        return Double.longBitsToDouble(row[figure.ordinal()]);
    }

    private Price known(Figure figure) {
        return Price.ofHundredths(figure(figure));
    }

    private Optional<Price> price(Figure figure) {
        return figure(figure) == Figure.ABSENT ? Optional.empty() : Optional.of(known(figure));
    }

    private OptionalLong number(Figure figure) {
        long value = figure(figure);
        return value == Figure.ABSENT ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /// The contract.
    public InstrumentCode code() {
        return code;
    }

    /// When the exchange made the trade, KST, whole seconds, no date.
    public LocalTime time() {
        return LocalTime.ofSecondOfDay(figure(Figure.TIME));
    }

    /// As [#time], in seconds since midnight.
    public int secondOfDay() {
        return (int) figure(Figure.TIME);
    }

    /// When the frame arrived here.
    public Instant receivedAt() {
        return receivedAt;
    }

    /// The exchange's date and time when the frame arrived here, by this computer's clock and the skew known then; the
    /// record itself has no date.
    public LocalDateTime clock() {
        return LocalDateTime.ofInstant(receivedAt.plus(skew), TradingCalendar.SEOUL);
    }

    /// The time of day of [#clock] in seconds since midnight, without making one.
    int clockSecondOfDay() {
        long second = receivedAt.getEpochSecond() + skew.toSeconds() + TradingCalendar.SEOUL.getTotalSeconds();
        return (int) Math.floorMod(second, 86_400L);
    }

    /// The moment of the trade: its own time on the date of the exchange's clock.
    LocalDateTime moment() {
        return clock().toLocalDate().atTime(time());
    }

    /// The price of this trade.
    public Price last() {
        return known(Figure.LAST);
    }

    /// The last price less the previous settlement (base price); empty where the wire has none, or one that its own
    /// sign
    /// code contradicts and nothing decides.
    public Optional<Price> change() {
        return basePrice().map(base -> last().minus(base));
    }

    /// Which way the change points, by the exchange's own code.
    public Direction direction() {
        return Direction.ofWire((char) figure(Figure.DIRECTION));
    }

    /// [#change] in percent of the base price; NaN where the wire has none.
    public double changeRate() {
        return rate(Figure.CHANGE_RATE);
    }

    /// Open, high and low of the session.
    public DayRange dayRange() {
        return new DayRange(
                price(Figure.OPEN),
                price(Figure.HIGH),
                price(Figure.LOW),
                price(Figure.FROM_OPEN),
                price(Figure.FROM_HIGH),
                price(Figure.FROM_LOW),
                figure(Figure.TIMES_GIVEN) != 0);
    }

    /// Contracts of this trade.
    public long size() {
        return figure(Figure.SIZE);
    }

    /// Contracts of the session, this trade included (ACML_VOL).
    public long volume() {
        return figure(Figure.VOLUME);
    }

    /// Value of the session in thousand won (ACML_TR_PBMN).
    public long turnover() {
        return figure(Figure.TURNOVER);
    }

    /// Theoretical price and basis.
    public FairValue fairValue() {
        return new FairValue(
                Optional.of(last()),
                price(Figure.THEORETICAL_PRICE),
                price(Figure.MARKET_BASIS),
                price(Figure.THEORETICAL_BASIS),
                price(Figure.MISPRICING),
                rate(Figure.MISPRICING_RATE));
    }

    /// Open interest; empty where the wire lacks any figure of it, and where it is 0: not yet published.
    public Optional<OpenInterest> openInterest() {
        long contracts = figure(Figure.OPEN_INTEREST);
        long change = figure(Figure.OPEN_INTEREST_CHANGE);
        long lastChange = figure(Figure.OPEN_INTEREST_LAST_CHANGE);
        return contracts == Figure.ABSENT || contracts == 0 || change == Figure.ABSENT || lastChange == Figure.ABSENT
                ? Optional.empty()
                : Optional.of(new OpenInterest(contracts, change, lastChange));
    }

    /// Best ask and bid.
    public BestQuote quote() {
        return new BestQuote(
                price(Figure.ASK),
                price(Figure.BID),
                number(Figure.ASK_SIZE),
                number(Figure.BID_SIZE),
                number(Figure.TOTAL_ASK_SIZE),
                number(Figure.TOTAL_BID_SIZE));
    }

    /// As [OrderFlow#delta], or [Figure#ABSENT].
    long deltaContracts() {
        long bought = figure(Figure.BUY_VOLUME);
        long sold = figure(Figure.SELL_VOLUME);
        return bought == Figure.ABSENT || sold == Figure.ABSENT ? Figure.ABSENT : bought - sold;
    }

    /// Totals by aggressor side.
    public OrderFlow orderFlow() {
        return new OrderFlow(
                rate(Figure.STRENGTH),
                rate(Figure.BUY_RATE),
                number(Figure.BUY_TRADES),
                number(Figure.SELL_TRADES),
                number(Figure.NET_BUY_TRADES),
                number(Figure.BUY_VOLUME),
                number(Figure.SELL_VOLUME));
    }

    /// Price of the calendar spread; empty where the wire has none.
    public Optional<Price> spread() {
        return price(Figure.SPREAD);
    }

    /// [#volume] in percent of the previous day's; NaN where the wire has none.
    public double volumeRate() {
        return rate(Figure.VOLUME_RATE);
    }

    /// Negotiated block volume of the session (field 46); empty on channels without it.
    public OptionalLong blockVolume() {
        return number(Figure.BLOCK_VOLUME);
    }

    /// The dynamic band; empty where the wire has none.
    public Optional<DynamicLimits> dynamicLimits() {
        return hasDynamicLimits()
                ? Optional.of(new DynamicLimits(known(Figure.UPPER_LIMIT), known(Figure.LOWER_LIMIT), limitCode))
                : Optional.empty();
    }

    /// Whether a price in points lies within the day's range, as far as it is known and to the wire's rounding.
    boolean hasInRange(double points) {
        long high = figure(Figure.HIGH);
        long low = figure(Figure.LOW);
        return (high == Figure.ABSENT || points <= high / 100.0 + 0.01)
                && (low == Figure.ABSENT || points >= low / 100.0 - 0.01);
    }

    /// The same trade with other totals and another day range.
    Tick with(Totals totals, long high, long low) {
        long[] other = row.clone();
        other[Figure.HIGH.ordinal()] = high;
        other[Figure.LOW.ordinal()] = low;
        other[Figure.VOLUME.ordinal()] = totals.volume();
        other[Figure.TURNOVER.ordinal()] = totals.turnover();
        other[Figure.BUY_VOLUME.ordinal()] = totals.buyVolume();
        other[Figure.SELL_VOLUME.ordinal()] = totals.sellVolume();
        other[Figure.BUY_TRADES.ordinal()] = totals.buyTrades();
        other[Figure.SELL_TRADES.ordinal()] = totals.sellTrades();
        other[Figure.BLOCK_VOLUME.ordinal()] = totals.block();
        return new Tick(code, receivedAt, skew, other, limitCode, width, wire);
    }

    String limitCode() {
        return limitCode;
    }

    boolean hasDynamicLimits() {
        return figure(Figure.UPPER_LIMIT) != Figure.ABSENT && figure(Figure.LOWER_LIMIT) != Figure.ABSENT;
    }

    /// Fields of the record on the wire, 50 or more.
    public int width() {
        return width;
    }

    /// The record's text exactly as received, its extra trailing fields included.
    public String raw() {
        return wire.text();
    }

    /// The previous settlement, from which change and static limits are counted; empty where the wire does not tell it.
    public Optional<Price> basePrice() {
        return price(Figure.BASE);
    }

    /// As [#basePrice], or [Figure#ABSENT].
    long baseHundredths() {
        return figure(Figure.BASE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tick that
                && code.equals(that.code)
                && receivedAt.equals(that.receivedAt)
                && skew.equals(that.skew)
                && Arrays.equals(row, that.row)
                && limitCode.equals(that.limitCode)
                && width == that.width
                && wire.equals(that.wire);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, receivedAt, Arrays.hashCode(row));
    }

    @Override
    public String toString() {
        return "Tick[" + receivedAt + " " + wire + "]";
    }
}
