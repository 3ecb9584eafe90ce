// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import io.seonmul.market.BestQuote;
import io.seonmul.market.DayRange;
import io.seonmul.market.Direction;
import io.seonmul.market.DynamicLimits;
import io.seonmul.market.FairValue;
import io.seonmul.market.OpenInterest;
import io.seonmul.market.OrderFlow;
import io.seonmul.market.Price;
import io.seonmul.market.Tick;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
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

    private final FieldCursor cursor = new FieldCursor(CHANNEL);

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
            cursor.moveTo(record);
            try {
                ticks.accept(tick(receivedAt, width));
            } catch (ProtocolException e) {
                rejected.accept(e);
            }
        }
        return width;
    }

    private Tick tick(Instant receivedAt, int width) throws ProtocolException {
        return new Tick(
                cursor.code(TickField.FUTS_SHRN_ISCD),
                cursor.time(TickField.BSOP_HOUR),
                receivedAt,
                positive(TickField.FUTS_PRPR),
                cursor.price(TickField.FUTS_PRDY_VRSS),
                Direction.ofWire(cursor.firstChar(TickField.PRDY_VRSS_SIGN)),
                cursor.rate(TickField.FUTS_PRDY_CTRT),
                dayRange(),
                cursor.count(TickField.LAST_CNQN),
                cursor.count(TickField.ACML_VOL),
                cursor.count(TickField.ACML_TR_PBMN),
                fairValue(),
                openInterest(),
                quote(),
                orderFlow(),
                cursor.optionalPrice(TickField.SPEAD_PRC),
                cursor.rate(TickField.PRDY_VOL_VRSS_ACML_VOL_RATE),
                cursor.optionalNumber(TickField.DSCS_BLTR_ACML_QTY),
                dynamicLimits(),
                width,
                cursor.raw());
    }

    private Price positive(TickField field) throws ProtocolException {
        Price price = cursor.price(field);
        if (price.hundredths() <= 0) {
            throw new ProtocolException(CHANNEL, field, price.toString());
        }
        return price;
    }

    private DayRange dayRange() throws ProtocolException {
        return new DayRange(
                cursor.nonZeroPrice(TickField.FUTS_OPRC),
                cursor.nonZeroPrice(TickField.FUTS_HGPR),
                cursor.nonZeroPrice(TickField.FUTS_LWPR),
                cursor.optionalPrice(TickField.OPRC_VRSS_NMIX_PRPR),
                cursor.optionalPrice(TickField.HGPR_VRSS_NMIX_PRPR),
                cursor.optionalPrice(TickField.LWPR_VRSS_NMIX_PRPR),
                cursor.hasDigitsOtherThanZero(TickField.OPRC_HOUR)
                        || cursor.hasDigitsOtherThanZero(TickField.HGPR_HOUR)
                        || cursor.hasDigitsOtherThanZero(TickField.LWPR_HOUR));
    }

    private FairValue fairValue() throws ProtocolException {
        return new FairValue(
                cursor.nonZeroPrice(TickField.HTS_THPR),
                cursor.optionalPrice(TickField.MRKT_BASIS),
                cursor.optionalPrice(TickField.THPR_BASIS),
                cursor.optionalPrice(TickField.ESDG),
                cursor.rate(TickField.DPRT));
    }

    private Optional<OpenInterest> openInterest() throws ProtocolException {
        OptionalLong contracts = cursor.optionalNumber(TickField.HTS_OTST_STPL_QTY);
        OptionalLong change = cursor.optionalNumber(TickField.OTST_STPL_QTY_ICDC);
        OptionalLong lastChange = cursor.optionalNumber(TickField.OTST_STPL_RGBF_QTY_ICDC);
        return contracts.isEmpty() || change.isEmpty() || lastChange.isEmpty()
                ? Optional.empty()
                : Optional.of(new OpenInterest(contracts.getAsLong(), change.getAsLong(), lastChange.getAsLong()));
    }

    private BestQuote quote() throws ProtocolException {
        return new BestQuote(
                cursor.nonZeroPrice(TickField.FUTS_ASKP1),
                cursor.nonZeroPrice(TickField.FUTS_BIDP1),
                cursor.countOrZero(TickField.ASKP_RSQN1),
                cursor.countOrZero(TickField.BIDP_RSQN1),
                cursor.countOrZero(TickField.TOTAL_ASKP_RSQN),
                cursor.countOrZero(TickField.TOTAL_BIDP_RSQN));
    }

    private OrderFlow orderFlow() throws ProtocolException {
        return new OrderFlow(
                cursor.rate(TickField.CTTR),
                cursor.rate(TickField.SHNU_RATE),
                cursor.count(TickField.SHNU_CNTG_CSNU),
                cursor.count(TickField.SELN_CNTG_CSNU),
                cursor.number(TickField.NTBY_CNTG_CSNU),
                cursor.count(TickField.SHNU_CNTG_SMTN),
                cursor.count(TickField.SELN_CNTG_SMTN));
    }

    private Optional<DynamicLimits> dynamicLimits() throws ProtocolException {
        Optional<Price> upper = cursor.nonZeroPrice(TickField.DYNM_MXPR);
        Optional<Price> lower = cursor.nonZeroPrice(TickField.DYNM_LLAM);
        return upper.isEmpty() || lower.isEmpty()
                ? Optional.empty()
                : Optional.of(new DynamicLimits(upper.get(), lower.get(), cursor.text(TickField.DYNM_PRC_LIMT_YN)));
    }
}
