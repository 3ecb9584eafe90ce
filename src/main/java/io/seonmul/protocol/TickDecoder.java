// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import io.seonmul.market.Figure;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Tick;
import java.time.Instant;
import java.util.function.Consumer;

/// Decodes the records of an H0IFCNT0 frame into ticks. Session thread only: it reuses its buffers.
///
/// Every record of a frame is decoded: width = fields / COUNT. Trailing fields beyond the known 50 are kept in the raw
/// text.
/// A field that the wire left empty or sent as `nan` is absent; a record that lacks what a trade cannot be without
/// (code,
/// time, price, size and the running totals) is rejected, the others of its frame are not.
public final class TickDecoder {

    private static final Channel CHANNEL = Channel.H0IFCNT0;

    private final FieldCursor<Newest> cursor = new FieldCursor<>(CHANNEL, TickField.FUTS_SHRN_ISCD, Newest::new);

    /// The newest record of a contract.
    static final class Newest extends RecordMemory {
        private final Tick.Draft draft = new Tick.Draft();

        Newest(InstrumentCode code, Channel channel) {
            super(code, channel);
        }
    }

    /// Decodes all records of `frame`, in wire order.
    ///
    /// @param frame a frame of H0IFCNT0, not encrypted
    /// @param receivedAt when it arrived
    /// @param ticks given every record that could be decoded
    /// @param rejected given, for every record that could not, why
    /// @return fields of each record, 50 or more
    /// @throws ProtocolException if the frame cannot be divided into records of at least 50 fields
    public int decode(Frame frame, Instant receivedAt, Consumer<Tick> ticks, Consumer<ProtocolException> rejected)
            throws ProtocolException {
        int width = cursor.open(frame);
        for (int record = 0; record < frame.count(); record++) {
            try {
                ticks.accept(tick(record, receivedAt, width));
            } catch (ProtocolException e) {
                rejected.accept(e);
            }
        }
        return width;
    }

    private Tick tick(int record, Instant receivedAt, int width) throws ProtocolException {
        Newest newest = cursor.moveTo(record);
        read(newest.draft);
        newest.whole = true;
        return newest.draft.tick(newest.code, receivedAt, width, cursor.wire());
    }

    /// Brings `draft`, which is the contract's record before, up to date.
    private void read(Tick.Draft draft) throws ProtocolException {
        if (cursor.differs(TickField.BSOP_HOUR)) {
            draft.set(Figure.TIME, cursor.secondOfDay(TickField.BSOP_HOUR));
        }
        readLast(draft);
        price(draft, Figure.CHANGE, TickField.FUTS_PRDY_VRSS);
        if (cursor.differs(TickField.PRDY_VRSS_SIGN)) {
            draft.set(Figure.DIRECTION, cursor.firstChar(TickField.PRDY_VRSS_SIGN));
        }
        rate(draft, Figure.CHANGE_RATE, TickField.FUTS_PRDY_CTRT);
        readDayRange(draft);
        count(draft, Figure.SIZE, TickField.LAST_CNQN);
        count(draft, Figure.VOLUME, TickField.ACML_VOL);
        count(draft, Figure.TURNOVER, TickField.ACML_TR_PBMN);
        readFairValue(draft);
        readOpenInterest(draft);
        readQuote(draft);
        readOrderFlow(draft);
        optionalPrice(draft, Figure.SPREAD, TickField.SPEAD_PRC);
        rate(draft, Figure.VOLUME_RATE, TickField.PRDY_VOL_VRSS_ACML_VOL_RATE);
        optionalNumber(draft, Figure.BLOCK_VOLUME, TickField.DSCS_BLTR_ACML_QTY);
        nonZeroPrice(draft, Figure.UPPER_LIMIT, TickField.DYNM_MXPR);
        nonZeroPrice(draft, Figure.LOWER_LIMIT, TickField.DYNM_LLAM);
        draft.limitCode(cursor.text(TickField.DYNM_PRC_LIMT_YN));
    }

    private void readLast(Tick.Draft draft) throws ProtocolException {
        if (cursor.differs(TickField.FUTS_PRPR)) {
            long last = cursor.hundredths(TickField.FUTS_PRPR);
            if (last <= 0) {
                throw new ProtocolException(CHANNEL, TickField.FUTS_PRPR, cursor.text(TickField.FUTS_PRPR));
            }
            draft.set(Figure.LAST, last);
        }
    }

    private void readDayRange(Tick.Draft draft) throws ProtocolException {
        nonZeroPrice(draft, Figure.OPEN, TickField.FUTS_OPRC);
        nonZeroPrice(draft, Figure.HIGH, TickField.FUTS_HGPR);
        nonZeroPrice(draft, Figure.LOW, TickField.FUTS_LWPR);
        optionalPrice(draft, Figure.FROM_OPEN, TickField.OPRC_VRSS_NMIX_PRPR);
        optionalPrice(draft, Figure.FROM_HIGH, TickField.HGPR_VRSS_NMIX_PRPR);
        optionalPrice(draft, Figure.FROM_LOW, TickField.LWPR_VRSS_NMIX_PRPR);
        if (cursor.differs(TickField.OPRC_HOUR)
                || cursor.differs(TickField.HGPR_HOUR)
                || cursor.differs(TickField.LWPR_HOUR)) {
            boolean given = cursor.hasDigitsOtherThanZero(TickField.OPRC_HOUR)
                    || cursor.hasDigitsOtherThanZero(TickField.HGPR_HOUR)
                    || cursor.hasDigitsOtherThanZero(TickField.LWPR_HOUR);
            draft.set(Figure.TIMES_GIVEN, given ? 1 : 0);
        }
    }

    private void readFairValue(Tick.Draft draft) throws ProtocolException {
        nonZeroPrice(draft, Figure.THEORETICAL_PRICE, TickField.HTS_THPR);
        optionalPrice(draft, Figure.MARKET_BASIS, TickField.MRKT_BASIS);
        optionalPrice(draft, Figure.THEORETICAL_BASIS, TickField.THPR_BASIS);
        optionalPrice(draft, Figure.MISPRICING, TickField.ESDG);
        rate(draft, Figure.MISPRICING_RATE, TickField.DPRT);
    }

    private void readOpenInterest(Tick.Draft draft) throws ProtocolException {
        optionalNumber(draft, Figure.OPEN_INTEREST, TickField.HTS_OTST_STPL_QTY);
        optionalNumber(draft, Figure.OPEN_INTEREST_CHANGE, TickField.OTST_STPL_QTY_ICDC);
        optionalNumber(draft, Figure.OPEN_INTEREST_LAST_CHANGE, TickField.OTST_STPL_RGBF_QTY_ICDC);
    }

    private void readQuote(Tick.Draft draft) throws ProtocolException {
        nonZeroPrice(draft, Figure.ASK, TickField.FUTS_ASKP1);
        nonZeroPrice(draft, Figure.BID, TickField.FUTS_BIDP1);
        countOrZero(draft, Figure.ASK_SIZE, TickField.ASKP_RSQN1);
        countOrZero(draft, Figure.BID_SIZE, TickField.BIDP_RSQN1);
        countOrZero(draft, Figure.TOTAL_ASK_SIZE, TickField.TOTAL_ASKP_RSQN);
        countOrZero(draft, Figure.TOTAL_BID_SIZE, TickField.TOTAL_BIDP_RSQN);
    }

    private void readOrderFlow(Tick.Draft draft) throws ProtocolException {
        rate(draft, Figure.STRENGTH, TickField.CTTR);
        rate(draft, Figure.BUY_RATE, TickField.SHNU_RATE);
        count(draft, Figure.BUY_TRADES, TickField.SHNU_CNTG_CSNU);
        count(draft, Figure.SELL_TRADES, TickField.SELN_CNTG_CSNU);
        if (cursor.differs(TickField.NTBY_CNTG_CSNU)) {
            draft.set(Figure.NET_BUY_TRADES, cursor.number(TickField.NTBY_CNTG_CSNU));
        }
        count(draft, Figure.BUY_VOLUME, TickField.SHNU_CNTG_SMTN);
        count(draft, Figure.SELL_VOLUME, TickField.SELN_CNTG_SMTN);
    }

    private void price(Tick.Draft draft, Figure figure, TickField field) throws ProtocolException {
        if (cursor.differs(field)) {
            draft.set(figure, cursor.hundredths(field));
        }
    }

    private void optionalPrice(Tick.Draft draft, Figure figure, TickField field) throws ProtocolException {
        if (cursor.differs(field)) {
            draft.set(figure, cursor.isAbsent(field) ? Figure.ABSENT : cursor.hundredths(field));
        }
    }

    /// A price that cannot be 0.00: the wire's way to say that there is none.
    private void nonZeroPrice(Tick.Draft draft, Figure figure, TickField field) throws ProtocolException {
        if (cursor.differs(field)) {
            long hundredths = cursor.isAbsent(field) ? 0 : cursor.hundredths(field);
            draft.set(figure, hundredths == 0 ? Figure.ABSENT : hundredths);
        }
    }

    private void optionalNumber(Tick.Draft draft, Figure figure, TickField field) throws ProtocolException {
        if (cursor.differs(field)) {
            draft.set(figure, cursor.isAbsent(field) ? Figure.ABSENT : cursor.number(field));
        }
    }

    private void count(Tick.Draft draft, Figure figure, TickField field) throws ProtocolException {
        if (cursor.differs(field)) {
            draft.set(figure, cursor.count(field));
        }
    }

    /// A count with 0 where the wire has none: sizes beside an absent quote.
    private void countOrZero(Tick.Draft draft, Figure figure, TickField field) throws ProtocolException {
        if (cursor.differs(field)) {
            draft.set(figure, cursor.isAbsent(field) ? 0 : cursor.count(field));
        }
    }

    private void rate(Tick.Draft draft, Figure figure, TickField field) throws ProtocolException {
        if (cursor.differs(field)) {
            draft.set(figure, cursor.rate(field));
        }
    }
}
