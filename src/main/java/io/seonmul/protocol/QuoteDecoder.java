// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import io.seonmul.market.Figure;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Price;
import io.seonmul.market.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Decodes the records of an H0IFASP0 frame into quotes. Session thread only: it reuses its buffers.
///
/// As [TickDecoder]: width = fields / COUNT, every record is decoded, trailing fields beyond the known 38 stay in the
/// raw
/// text, a field without a number is absent, and a record without code or time is rejected, the others of its frame are
/// not. A level whose price is 0.00 does not exist; of a calendar spread it does, if anything is offered there.
public final class QuoteDecoder {

    private final FieldCursor<RecordMemory> cursor =
            new FieldCursor<>(Channel.H0IFASP0, QuoteField.FUTS_SHRN_ISCD, RecordMemory::new);
    private final Side asks = new Side(QuoteField.FUTS_ASKP1, QuoteField.ASKP_RSQN1, QuoteField.ASKP_CSNU1);
    private final Side bids = new Side(QuoteField.FUTS_BIDP1, QuoteField.BIDP_RSQN1, QuoteField.BIDP_CSNU1);

    /// Where the levels of one side stand in the record, best first.
    private record Side(List<QuoteField> prices, List<QuoteField> sizes, List<QuoteField> orders) {
        Side(QuoteField price, QuoteField size, QuoteField orders) {
            this(levels(price), levels(size), levels(orders));
        }

        private static List<QuoteField> levels(QuoteField first) {
            return IntStream.range(0, Quote.LEVELS)
                    .mapToObj(level -> QuoteField.level(first, level))
                    .toList();
        }
    }

    /// Decodes all records of `frame`, in wire order.
    ///
    /// @param frame a frame of H0IFASP0, not encrypted
    /// @param receivedAt when it arrived
    /// @param quotes given every record that could be decoded
    /// @param rejected given, for every record that could not, why
    /// @return fields of each record, 38 or more
    /// @throws ProtocolException if the frame cannot be divided into records of at least 38 fields
    public int decode(Frame frame, Instant receivedAt, Consumer<Quote> quotes, Consumer<ProtocolException> rejected)
            throws ProtocolException {
        int width = cursor.open(frame);
        for (int record = 0; record < frame.count(); record++) {
            try {
                quotes.accept(quote(record, receivedAt, width));
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

    private Quote quote(int record, Instant receivedAt, int width) throws ProtocolException {
        InstrumentCode code = cursor.moveTo(record).code;
        boolean spread = code.isSpread();
        return new Quote(
                code,
                cursor.time(QuoteField.BSOP_HOUR),
                receivedAt,
                levels(asks, spread),
                levels(bids, spread),
                new Quote.Total(
                        count(QuoteField.TOTAL_ASKP_CSNU),
                        count(QuoteField.TOTAL_ASKP_RSQN),
                        known(cursor.optionalNumber(QuoteField.TOTAL_ASKP_RSQN_ICDC))),
                new Quote.Total(
                        count(QuoteField.TOTAL_BIDP_CSNU),
                        count(QuoteField.TOTAL_BIDP_RSQN),
                        known(cursor.optionalNumber(QuoteField.TOTAL_BIDP_RSQN_ICDC))),
                width,
                cursor.wire().text());
    }

    private List<Quote.Level> levels(Side side, boolean spread) {
        List<Quote.Level> levels = new ArrayList<>(Quote.LEVELS);
        for (int level = 0; level < Quote.LEVELS; level++) {
            long price = cursor.optionalHundredths(side.prices.get(level));
            OptionalLong size = count(side.sizes.get(level));
            OptionalLong orders = count(side.orders.get(level));
            boolean none = price == 0 && !(spread && size.orElse(0) > 0);
            if (price != Figure.ABSENT && !none) {
                levels.add(new Quote.Level(Price.ofHundredths(price), size, orders));
            }
        }
        return levels;
    }

    private OptionalLong count(QuoteField field) {
        return known(cursor.optionalCount(field));
    }

    private static OptionalLong known(long value) {
        return value == Figure.ABSENT ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
