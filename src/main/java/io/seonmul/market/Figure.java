// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// A number that a trade record carries: its place in a [Tick]'s row, and what the number there stands for.
///
/// Prices are hundredths of a point, rates the bits of a `double`, all others whole numbers.
public enum Figure {
    /// When the exchange made the trade, seconds since midnight (KST).
    TIME,
    /// The trade's price.
    LAST,
    /// `LAST` less the previous settlement, as sent.
    CHANGE,
    /// The exchange's code of the direction of `CHANGE`, a character.
    DIRECTION,
    /// `CHANGE` in percent of the previous settlement.
    CHANGE_RATE,
    /// First price of the session.
    OPEN,
    /// Highest price of the session.
    HIGH,
    /// Lowest price of the session.
    LOW,
    /// `LAST` less `OPEN`, as sent.
    FROM_OPEN,
    /// `LAST` less `HIGH`, as sent.
    FROM_HIGH,
    /// `LAST` less `LOW`, as sent.
    FROM_LOW,
    /// 1 where the wire gave a time for open, high or low, else 0.
    TIMES_GIVEN,
    /// Contracts of the trade.
    SIZE,
    /// Contracts of the session (ACML_VOL).
    VOLUME,
    /// Value of the session, thousand won (ACML_TR_PBMN).
    TURNOVER,
    /// The exchange's theoretical price.
    THEORETICAL_PRICE,
    /// `LAST` less the underlying index.
    MARKET_BASIS,
    /// `THEORETICAL_PRICE` less the underlying index.
    THEORETICAL_BASIS,
    /// `LAST` less `THEORETICAL_PRICE`, as sent.
    MISPRICING,
    /// `MISPRICING` in percent of `THEORETICAL_PRICE`, as sent.
    MISPRICING_RATE,
    /// Open contracts.
    OPEN_INTEREST,
    /// `OPEN_INTEREST` against the previous day's close, contracts.
    OPEN_INTEREST_CHANGE,
    /// `OPEN_INTEREST` against the publication before, contracts.
    OPEN_INTEREST_LAST_CHANGE,
    /// Best ask price.
    ASK,
    /// Best bid price.
    BID,
    /// Contracts at `ASK`.
    ASK_SIZE,
    /// Contracts at `BID`.
    BID_SIZE,
    /// Contracts at all asks.
    TOTAL_ASK_SIZE,
    /// Contracts at all bids.
    TOTAL_BID_SIZE,
    /// Trade strength (체결강도), percent.
    STRENGTH,
    /// Share of the volume that buyers initiated, 0 to 1.
    BUY_RATE,
    /// Trades that buyers initiated.
    BUY_TRADES,
    /// Trades that sellers initiated.
    SELL_TRADES,
    /// The wire's own difference of the two.
    NET_BUY_TRADES,
    /// Contracts that buyers initiated.
    BUY_VOLUME,
    /// Contracts that sellers initiated.
    SELL_VOLUME,
    /// Price of the calendar spread.
    SPREAD,
    /// `VOLUME` in percent of the previous day's.
    VOLUME_RATE,
    /// Negotiated block volume of the session, contracts (field 46).
    BLOCK_VOLUME,
    /// Upper edge of the dynamic band.
    UPPER_LIMIT,
    /// Lower edge of the dynamic band.
    LOWER_LIMIT,
    /// The previous settlement that `LAST` and `CHANGE` imply, so far as the record's own witnesses agree; see
    /// [BasePrice].
    BASE;

    /// What stands for a figure that the wire left empty or sent as `nan`, but for a rate, which is NaN then.
    public static final long ABSENT = Long.MIN_VALUE;

    /// How many there are.
    static final int COUNT = values().length;
}
