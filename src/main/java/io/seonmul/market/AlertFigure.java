// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;

/// A number of a contract that a user can set an alert on: a field of the trade record, or a figure derived from it.
///
/// Of the wire's 50 fields these are not here, because they hold no figure: the code, the trade's own time, near and
/// far month price and the times of open, high and low (never filled, invariant I13), and the three signs that only
/// repeat the sign of the difference beside them.
public enum AlertFigure {
    /// The trade's price.
    LAST("FUTS_PRPR", Figure.LAST, Unit.POINTS),
    /// Last price less the previous settlement.
    CHANGE("FUTS_PRDY_VRSS", Figure.CHANGE, Unit.POINTS),
    /// The same in percent.
    CHANGE_RATE("FUTS_PRDY_CTRT", Figure.CHANGE_RATE, Unit.PERCENT),
    /// The exchange's code of its direction, 1 to 5.
    DIRECTION("PRDY_VRSS_SIGN", Figure.DIRECTION, Unit.CODE),
    /// Contracts of the trade.
    SIZE("LAST_CNQN", Figure.SIZE, Unit.CONTRACTS),
    /// Contracts of the session.
    VOLUME("ACML_VOL", Figure.VOLUME, Unit.CONTRACTS),
    /// Volume in percent of the previous day's.
    VOLUME_RATE("PRDY_VOL_VRSS_ACML_VOL_RATE", Figure.VOLUME_RATE, Unit.PERCENT),
    /// Value of the session.
    TURNOVER("ACML_TR_PBMN", Figure.TURNOVER, Unit.THOUSAND_WON),
    /// Negotiated block volume of the session.
    BLOCK_VOLUME("DSCS_BLTR_ACML_QTY", Figure.BLOCK_VOLUME, Unit.CONTRACTS),
    /// First price of the session.
    OPEN("FUTS_OPRC", Figure.OPEN, Unit.POINTS),
    /// Highest price of the session.
    HIGH("FUTS_HGPR", Figure.HIGH, Unit.POINTS),
    /// Lowest price of the session.
    LOW("FUTS_LWPR", Figure.LOW, Unit.POINTS),
    /// Last price less the open.
    FROM_OPEN("OPRC_VRSS_NMIX_PRPR", Figure.FROM_OPEN, Unit.POINTS),
    /// Last price less the high.
    FROM_HIGH("HGPR_VRSS_NMIX_PRPR", Figure.FROM_HIGH, Unit.POINTS),
    /// Last price less the low.
    FROM_LOW("LWPR_VRSS_NMIX_PRPR", Figure.FROM_LOW, Unit.POINTS),
    /// The exchange's theoretical price.
    THEORETICAL_PRICE("HTS_THPR", Figure.THEORETICAL_PRICE, Unit.POINTS),
    /// Last price less the underlying index.
    MARKET_BASIS("MRKT_BASIS", Figure.MARKET_BASIS, Unit.POINTS),
    /// Theoretical price less the underlying index.
    THEORETICAL_BASIS("THPR_BASIS", Figure.THEORETICAL_BASIS, Unit.POINTS),
    /// Last price less the theoretical price.
    MISPRICING("ESDG", Figure.MISPRICING, Unit.POINTS),
    /// The same in percent of the theoretical price.
    MISPRICING_RATE("DPRT", Figure.MISPRICING_RATE, Unit.PERCENT),
    /// Price of the calendar spread.
    SPREAD("SPEAD_PRC", Figure.SPREAD, Unit.POINTS),
    /// Open contracts.
    OPEN_INTEREST("HTS_OTST_STPL_QTY", Figure.OPEN_INTEREST, Unit.CONTRACTS),
    /// Open contracts against the previous day's close.
    OPEN_INTEREST_CHANGE("OTST_STPL_QTY_ICDC", Figure.OPEN_INTEREST_CHANGE, Unit.CONTRACTS),
    /// The newest step of open interest.
    OPEN_INTEREST_STEP("OTST_STPL_RGBF_QTY_ICDC", Figure.OPEN_INTEREST_LAST_CHANGE, Unit.CONTRACTS),
    /// Best ask price.
    ASK("FUTS_ASKP1", Figure.ASK, Unit.POINTS),
    /// Best bid price.
    BID("FUTS_BIDP1", Figure.BID, Unit.POINTS),
    /// Contracts at the best ask.
    ASK_SIZE("ASKP_RSQN1", Figure.ASK_SIZE, Unit.CONTRACTS),
    /// Contracts at the best bid.
    BID_SIZE("BIDP_RSQN1", Figure.BID_SIZE, Unit.CONTRACTS),
    /// Contracts at all asks.
    TOTAL_ASK_SIZE("TOTAL_ASKP_RSQN", Figure.TOTAL_ASK_SIZE, Unit.CONTRACTS),
    /// Contracts at all bids.
    TOTAL_BID_SIZE("TOTAL_BIDP_RSQN", Figure.TOTAL_BID_SIZE, Unit.CONTRACTS),
    /// Trade strength (체결강도).
    STRENGTH("CTTR", Figure.STRENGTH, Unit.PERCENT),
    /// Share of the volume that buyers initiated.
    BUY_RATE("SHNU_RATE", Figure.BUY_RATE, Unit.FRACTION),
    /// Trades that buyers initiated.
    BUY_TRADES("SHNU_CNTG_CSNU", Figure.BUY_TRADES, Unit.TRADES),
    /// Trades that sellers initiated.
    SELL_TRADES("SELN_CNTG_CSNU", Figure.SELL_TRADES, Unit.TRADES),
    /// The wire's own difference of the two.
    NET_BUY_TRADES("NTBY_CNTG_CSNU", Figure.NET_BUY_TRADES, Unit.TRADES),
    /// Contracts that buyers initiated.
    BUY_VOLUME("SHNU_CNTG_SMTN", Figure.BUY_VOLUME, Unit.CONTRACTS),
    /// Contracts that sellers initiated.
    SELL_VOLUME("SELN_CNTG_SMTN", Figure.SELL_VOLUME, Unit.CONTRACTS),
    /// Upper edge of the dynamic band.
    UPPER_LIMIT("DYNM_MXPR", Figure.UPPER_LIMIT, Unit.POINTS),
    /// Lower edge of the dynamic band.
    LOWER_LIMIT("DYNM_LLAM", Figure.LOWER_LIMIT, Unit.POINTS),
    /// The raw code of the dynamic limit where it is one digit; KIS explains none of its values.
    LIMIT_CODE("DYNM_PRC_LIMT_YN", Unit.CODE),
    /// Volume-weighted average price of the session.
    SESSION_VWAP(Unit.POINTS),
    /// Last price less that average.
    VWAP_DISTANCE(Unit.POINTS),
    /// The same in percent of the average.
    VWAP_DISTANCE_RATE(Unit.PERCENT),
    /// The underlying index that last price and basis imply (invariant I10).
    IMPLIED_SPOT(Unit.POINTS),
    /// Best ask less best bid.
    QUOTE_WIDTH(Unit.POINTS),
    /// Buy volume less sell volume of the session (CVD).
    SESSION_DELTA(Unit.CONTRACTS),
    /// Contracts proved lost.
    LOST_CONTRACTS(Unit.CONTRACTS),
    /// Received contracts in percent of received and lost ones.
    COMPLETENESS(Unit.PERCENT),
    /// Distance to the nearer side of the first static stage, percent of the base price; negative beyond it.
    STAGE_DISTANCE(Unit.PERCENT),
    /// What the trade took of the dynamic band's half width.
    PRINT_CONSUMED(Unit.PERCENT),
    /// What all trades of its second took together.
    SECOND_CONSUMED(Unit.PERCENT);

    /// What its numbers count.
    public enum Unit {
        /// Index points.
        POINTS,
        /// Percent.
        PERCENT,
        /// A fraction from 0 to 1.
        FRACTION,
        /// Contracts.
        CONTRACTS,
        /// Trades.
        TRADES,
        /// Thousand won.
        THOUSAND_WON,
        /// A code's digit.
        CODE
    }

    private final Optional<String> wire;
    private final Optional<Figure> figure;
    private final Unit unit;

    AlertFigure(String wire, Figure figure, Unit unit) {
        this.wire = Optional.of(wire);
        this.figure = Optional.of(figure);
        this.unit = unit;
    }

    AlertFigure(String wire, Unit unit) {
        this.wire = Optional.of(wire);
        this.figure = Optional.empty();
        this.unit = unit;
    }

    AlertFigure(Unit unit) {
        this.wire = Optional.empty();
        this.figure = Optional.empty();
        this.unit = unit;
    }

    /// The wire's name of the field; empty for a derived figure.
    public Optional<String> wire() {
        return wire;
    }

    /// What its numbers count.
    public Unit unit() {
        return unit;
    }

    /// The figure's place in a record's row; empty where it is not a number there.
    Optional<Figure> figure() {
        return figure;
    }

    /// Whether every trade has its own and none of the one before: then two that satisfy a condition in a row are two
    /// pieces of news.
    public boolean isOfOneTrade() {
        return this == SIZE || this == PRINT_CONSUMED;
    }
}
