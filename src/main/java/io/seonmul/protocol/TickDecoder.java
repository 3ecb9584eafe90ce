// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import io.seonmul.market.Figure;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/// Decodes the records of an H0IFCNT0 frame into ticks. Session thread only: it reuses its buffers.
///
/// Every record of a frame is decoded: width = fields / COUNT. Trailing fields beyond the known 50 are kept in the raw
/// text.
/// A record that lacks what a trade cannot be without (code, time, price, size and the totals of volume and turnover)
/// is
/// rejected, the others of its frame are not. Any other field is absent where the wire left it empty or sent no number,
/// as `nan` or `null`, or something that means nothing, which is counted.
///
/// The prices of a calendar spread are differences: any of them can be negative, and 0.00 is one.
public final class TickDecoder {

    private static final Channel CHANNEL = Channel.H0IFCNT0;

    /// How the fields become figures, by wire index; a field that is not read (spread contracts only) has none.
    private static final Reading[] READINGS = readings();

    private final FieldCursor<Newest> cursor = new FieldCursor<>(CHANNEL, TickField.FUTS_SHRN_ISCD, Newest::new);

    /// The newest record of a contract.
    static final class Newest extends RecordMemory {
        private final Tick.Draft draft = new Tick.Draft();
        private final boolean spread;

        Newest(InstrumentCode code, Channel channel) {
            super(code, channel);
            this.spread = code.isSpread();
        }
    }

    /// As the other, on a computer whose clock is the exchange's.
    public int decode(Frame frame, Instant receivedAt, Consumer<Tick> ticks, Consumer<ProtocolException> rejected)
            throws ProtocolException {
        return decode(frame, receivedAt, Duration.ZERO, ticks, rejected);
    }

    /// Decodes all records of `frame`, in wire order.
    ///
    /// @param frame a frame of H0IFCNT0, not encrypted
    /// @param receivedAt when it arrived
    /// @param skew how far the exchange's clock was ahead of this computer's by then
    /// @param ticks given every record that could be decoded
    /// @param rejected given, for every record that could not, why
    /// @return fields of each record, 50 or more
    /// @throws ProtocolException if the frame cannot be divided into records of at least 50 fields
    public int decode(
            Frame frame, Instant receivedAt, Duration skew, Consumer<Tick> ticks, Consumer<ProtocolException> rejected)
            throws ProtocolException {
        int width = cursor.open(frame);
        for (int record = 0; record < frame.count(); record++) {
            try {
                ticks.accept(tick(record, receivedAt, skew, width));
            } catch (ProtocolException e) {
                rejected.accept(e);
            }
        }
        return width;
    }

    /// Fields so far that were taken as absent because their text meant nothing.
    public long unreadFields() {
        return cursor.unreadFields();
    }

    private Tick tick(int record, Instant receivedAt, Duration skew, int width) throws ProtocolException {
        Newest newest = cursor.moveTo(record);
        read(newest.draft, newest.spread);
        newest.whole = true;
        return newest.draft.tick(newest.code, receivedAt, skew, width, cursor.wire());
    }

    /// Brings `draft`, which is the contract's record before, up to date.
    ///
    /// @param spread whether its prices are differences, of which any can be zero or negative
    private void read(Tick.Draft draft, boolean spread) throws ProtocolException {
        for (long left = cursor.differing(); left != 0; left &= left - 1) {
            int index = Long.numberOfTrailingZeros(left);
            if (index >= READINGS.length) {
                break;
            }
            TickField field = TickField.WIRE_ORDER.get(index);
            Reading reading = READINGS[index];
            switch (reading.kind) {
                case UNREAD -> {}
                case LIMIT_CODE -> draft.limitCode(cursor.isAbsent(field) ? "" : cursor.text(field));
                case TIME -> draft.set(reading.figure, cursor.secondOfDay(field));
                case SIGN -> draft.set(reading.figure, cursor.isAbsent(field) ? ' ' : cursor.firstChar(field));
                case TRADED_PRICE -> draft.set(reading.figure, spread ? cursor.hundredths(field) : positive(field));
                case QUOTED_PRICE ->
                    draft.set(reading.figure, spread ? cursor.optionalHundredths(field) : nonZero(field));
                case OPTIONAL_PRICE -> draft.set(reading.figure, cursor.optionalHundredths(field));
                case OPTIONAL_NUMBER -> draft.set(reading.figure, cursor.optionalNumber(field));
                case COUNT -> draft.set(reading.figure, cursor.count(field));
                case OPTIONAL_COUNT -> draft.set(reading.figure, cursor.optionalCount(field));
                case RATE -> draft.set(reading.figure, cursor.optionalRate(field));
                case UNUSED_TIME -> draft.set(reading.figure, isTimeGiven() ? 1 : 0);
            }
        }
    }

    private long positive(TickField field) throws ProtocolException {
        long hundredths = cursor.hundredths(field);
        if (hundredths <= 0) {
            throw cursor.bad(field);
        }
        return hundredths;
    }

    private long nonZero(TickField field) {
        long hundredths = cursor.optionalHundredths(field);
        return hundredths == 0 ? Figure.ABSENT : hundredths;
    }

    private boolean isTimeGiven() {
        return cursor.hasDigitsOtherThanZero(TickField.OPRC_HOUR)
                || cursor.hasDigitsOtherThanZero(TickField.HGPR_HOUR)
                || cursor.hasDigitsOtherThanZero(TickField.LWPR_HOUR);
    }

    /// What the text of a field may be.
    private enum Kind {
        /// Kept in the record's text only.
        UNREAD,
        /// The text of DYNM_PRC_LIMT_YN.
        LIMIT_CODE,
        /// A time of day.
        TIME,
        /// A time that the wire has never sent; only whether it does is read, of all three together.
        UNUSED_TIME,
        /// A direction's digit.
        SIGN,
        /// The price of a trade, always there: above 0 but for a spread.
        TRADED_PRICE,
        /// Points, if there are any; but for a spread they cannot be 0.00, which is the wire's way to say that there
        /// are
        /// none.
        QUOTED_PRICE,
        /// Points, if there are any.
        OPTIONAL_PRICE,
        /// A whole number, if there is one.
        OPTIONAL_NUMBER,
        /// A number that is not negative, always there.
        COUNT,
        /// A number that is not negative, if there is one.
        OPTIONAL_COUNT,
        /// Percent or a fraction, NaN where the wire has none.
        RATE
    }

    /// How a field becomes a figure.
    private record Reading(Kind kind, Figure figure) {}

    private static Reading[] readings() {
        Map<TickField, Reading> all = new EnumMap<>(TickField.class);
        all.put(TickField.BSOP_HOUR, new Reading(Kind.TIME, Figure.TIME));
        all.put(TickField.FUTS_PRDY_VRSS, new Reading(Kind.OPTIONAL_PRICE, Figure.CHANGE));
        all.put(TickField.PRDY_VRSS_SIGN, new Reading(Kind.SIGN, Figure.DIRECTION));
        all.put(TickField.FUTS_PRDY_CTRT, new Reading(Kind.RATE, Figure.CHANGE_RATE));
        all.put(TickField.FUTS_PRPR, new Reading(Kind.TRADED_PRICE, Figure.LAST));
        all.put(TickField.FUTS_OPRC, new Reading(Kind.QUOTED_PRICE, Figure.OPEN));
        all.put(TickField.FUTS_HGPR, new Reading(Kind.QUOTED_PRICE, Figure.HIGH));
        all.put(TickField.FUTS_LWPR, new Reading(Kind.QUOTED_PRICE, Figure.LOW));
        all.put(TickField.LAST_CNQN, new Reading(Kind.COUNT, Figure.SIZE));
        all.put(TickField.ACML_VOL, new Reading(Kind.COUNT, Figure.VOLUME));
        all.put(TickField.ACML_TR_PBMN, new Reading(Kind.COUNT, Figure.TURNOVER));
        all.put(TickField.HTS_THPR, new Reading(Kind.QUOTED_PRICE, Figure.THEORETICAL_PRICE));
        all.put(TickField.MRKT_BASIS, new Reading(Kind.OPTIONAL_PRICE, Figure.MARKET_BASIS));
        all.put(TickField.DPRT, new Reading(Kind.RATE, Figure.MISPRICING_RATE));
        all.put(TickField.SPEAD_PRC, new Reading(Kind.OPTIONAL_PRICE, Figure.SPREAD));
        all.put(TickField.HTS_OTST_STPL_QTY, new Reading(Kind.OPTIONAL_NUMBER, Figure.OPEN_INTEREST));
        all.put(TickField.OTST_STPL_QTY_ICDC, new Reading(Kind.OPTIONAL_NUMBER, Figure.OPEN_INTEREST_CHANGE));
        all.put(TickField.OPRC_HOUR, new Reading(Kind.UNUSED_TIME, Figure.TIMES_GIVEN));
        all.put(TickField.OPRC_VRSS_NMIX_PRPR, new Reading(Kind.OPTIONAL_PRICE, Figure.FROM_OPEN));
        all.put(TickField.HGPR_HOUR, new Reading(Kind.UNUSED_TIME, Figure.TIMES_GIVEN));
        all.put(TickField.HGPR_VRSS_NMIX_PRPR, new Reading(Kind.OPTIONAL_PRICE, Figure.FROM_HIGH));
        all.put(TickField.LWPR_HOUR, new Reading(Kind.UNUSED_TIME, Figure.TIMES_GIVEN));
        all.put(TickField.LWPR_VRSS_NMIX_PRPR, new Reading(Kind.OPTIONAL_PRICE, Figure.FROM_LOW));
        all.put(TickField.SHNU_RATE, new Reading(Kind.RATE, Figure.BUY_RATE));
        all.put(TickField.CTTR, new Reading(Kind.RATE, Figure.STRENGTH));
        all.put(TickField.ESDG, new Reading(Kind.OPTIONAL_PRICE, Figure.MISPRICING));
        all.put(TickField.OTST_STPL_RGBF_QTY_ICDC, new Reading(Kind.OPTIONAL_NUMBER, Figure.OPEN_INTEREST_LAST_CHANGE));
        all.put(TickField.THPR_BASIS, new Reading(Kind.OPTIONAL_PRICE, Figure.THEORETICAL_BASIS));
        all.put(TickField.FUTS_ASKP1, new Reading(Kind.QUOTED_PRICE, Figure.ASK));
        all.put(TickField.FUTS_BIDP1, new Reading(Kind.QUOTED_PRICE, Figure.BID));
        all.put(TickField.ASKP_RSQN1, new Reading(Kind.OPTIONAL_COUNT, Figure.ASK_SIZE));
        all.put(TickField.BIDP_RSQN1, new Reading(Kind.OPTIONAL_COUNT, Figure.BID_SIZE));
        all.put(TickField.SELN_CNTG_CSNU, new Reading(Kind.OPTIONAL_COUNT, Figure.SELL_TRADES));
        all.put(TickField.SHNU_CNTG_CSNU, new Reading(Kind.OPTIONAL_COUNT, Figure.BUY_TRADES));
        all.put(TickField.NTBY_CNTG_CSNU, new Reading(Kind.OPTIONAL_NUMBER, Figure.NET_BUY_TRADES));
        all.put(TickField.SELN_CNTG_SMTN, new Reading(Kind.OPTIONAL_COUNT, Figure.SELL_VOLUME));
        all.put(TickField.SHNU_CNTG_SMTN, new Reading(Kind.OPTIONAL_COUNT, Figure.BUY_VOLUME));
        all.put(TickField.TOTAL_ASKP_RSQN, new Reading(Kind.OPTIONAL_COUNT, Figure.TOTAL_ASK_SIZE));
        all.put(TickField.TOTAL_BIDP_RSQN, new Reading(Kind.OPTIONAL_COUNT, Figure.TOTAL_BID_SIZE));
        all.put(TickField.PRDY_VOL_VRSS_ACML_VOL_RATE, new Reading(Kind.RATE, Figure.VOLUME_RATE));
        all.put(TickField.DSCS_BLTR_ACML_QTY, new Reading(Kind.OPTIONAL_NUMBER, Figure.BLOCK_VOLUME));
        all.put(TickField.DYNM_MXPR, new Reading(Kind.QUOTED_PRICE, Figure.UPPER_LIMIT));
        all.put(TickField.DYNM_LLAM, new Reading(Kind.QUOTED_PRICE, Figure.LOWER_LIMIT));
        all.put(TickField.DYNM_PRC_LIMT_YN, new Reading(Kind.LIMIT_CODE, Figure.TIME));
        return TickField.WIRE_ORDER.stream()
                .map(field -> all.getOrDefault(field, new Reading(Kind.UNREAD, Figure.TIME)))
                .toArray(Reading[]::new);
    }
}
