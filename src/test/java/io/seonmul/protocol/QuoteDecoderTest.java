// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.seonmul.market.Price;
import io.seonmul.market.Quote;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// No real frame of H0IFASP0 was ever published: these are made by kis/channels.csv, every field with a figure of its
/// own, so that no two can be taken for each other.
class QuoteDecoderTest {

    private static final Instant RECEIVED = Instant.parse("2026-07-22T06:29:53.250Z");
    private static final String RECORD = "A05608^152953"
            + "^1080.30^1080.32^1080.34^1080.36^1080.38^1080.04^1080.02^1080.00^1079.98^1079.96"
            + "^11^12^13^14^15^21^22^23^24^25^31^32^33^34^35^41^42^43^44^45^616^617^997^478^-6^7";

    private final QuoteDecoder decoder = new QuoteDecoder();
    private final List<String> rejected = new ArrayList<>();
    private int width;

    private List<Quote> decode(int count, String records) throws ProtocolException {
        List<Quote> quotes = new ArrayList<>();
        width = decoder.decode(
                Frame.parse("0|H0IFASP0|%03d|%s".formatted(count, records)),
                RECEIVED,
                quotes::add,
                e -> rejected.add(e.getMessage()));
        return quotes;
    }

    private static Quote.Level level(String price, long size, long orders) {
        return new Quote.Level(Price.parse(price), OptionalLong.of(size), OptionalLong.of(orders));
    }

    private static Quote.Total total(long orders, long size, long change) {
        return new Quote.Total(OptionalLong.of(orders), OptionalLong.of(size), OptionalLong.of(change));
    }

    @Test
    void hasTheFieldsOfChannelsCsvInItsOrder() {
        assertThat(QuoteField.WIRE_ORDER.stream().map(QuoteField::name))
                .containsExactly(
                        ("FUTS_SHRN_ISCD BSOP_HOUR FUTS_ASKP1 FUTS_ASKP2 FUTS_ASKP3 FUTS_ASKP4 FUTS_ASKP5 FUTS_BIDP1"
                                        + " FUTS_BIDP2 FUTS_BIDP3 FUTS_BIDP4 FUTS_BIDP5 ASKP_CSNU1 ASKP_CSNU2 ASKP_CSNU3"
                                        + " ASKP_CSNU4 ASKP_CSNU5 BIDP_CSNU1 BIDP_CSNU2 BIDP_CSNU3 BIDP_CSNU4 BIDP_CSNU5"
                                        + " ASKP_RSQN1 ASKP_RSQN2 ASKP_RSQN3 ASKP_RSQN4 ASKP_RSQN5 BIDP_RSQN1 BIDP_RSQN2"
                                        + " BIDP_RSQN3 BIDP_RSQN4 BIDP_RSQN5 TOTAL_ASKP_CSNU TOTAL_BIDP_CSNU TOTAL_ASKP_RSQN"
                                        + " TOTAL_BIDP_RSQN TOTAL_ASKP_RSQN_ICDC TOTAL_BIDP_RSQN_ICDC")
                                .split(" "));
    }

    @Test
    void readsEveryField() throws ProtocolException {
        Quote quote = decode(1, RECORD).getFirst();

        assertThat(quote.code().text()).isEqualTo("A05608");
        assertThat(quote.time()).isEqualTo(LocalTime.of(15, 29, 53));
        assertThat(quote.receivedAt()).isEqualTo(RECEIVED);
        assertThat(quote.asks())
                .containsExactly(
                        level("1080.30", 31, 11),
                        level("1080.32", 32, 12),
                        level("1080.34", 33, 13),
                        level("1080.36", 34, 14),
                        level("1080.38", 35, 15));
        assertThat(quote.bids())
                .containsExactly(
                        level("1080.04", 41, 21),
                        level("1080.02", 42, 22),
                        level("1080.00", 43, 23),
                        level("1079.98", 44, 24),
                        level("1079.96", 45, 25));
        assertThat(quote.askTotal()).isEqualTo(total(616, 997, -6));
        assertThat(quote.bidTotal()).isEqualTo(total(617, 478, 7));
        assertThat(quote.width()).isEqualTo(38);
        assertThat(quote.raw()).isEqualTo(RECORD);
        assertThat(rejected).isEmpty();
    }

    @Test
    void takesEveryRecordOfAFrameAndKeepsWhatIsAppended() throws ProtocolException {
        List<Quote> quotes = decode(2, RECORD + "^new^" + RECORD.replace("A05608", "A01612") + "^9");

        assertThat(quotes).extracting(quote -> quote.code().text()).containsExactly("A05608", "A01612");
        assertThat(width).isEqualTo(39);
        assertThat(quotes.getLast().raw()).endsWith("^7^9");
    }

    @Test
    void knowsWhatIsAbsent() throws ProtocolException {
        Quote quote = decode(
                        1,
                        RECORD.replace("1080.36^1080.38", "0.00^")
                                .replace("^11^12^", "^^nan^")
                                .replace("^41^42^", "^^42^")
                                .replace("^616^617^997^478^-6^7", "^^617^-nan^478^^7"))
                .getFirst();

        assertThat(quote.asks()).hasSize(3);
        assertThat(quote.asks().getFirst().orders()).isEmpty();
        assertThat(quote.asks().get(1).orders()).isEmpty();
        assertThat(quote.bestBid().orElseThrow().size()).isEmpty();
        assertThat(quote.askTotal())
                .isEqualTo(new Quote.Total(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()));
        assertThat(quote.bidTotal()).isEqualTo(total(617, 478, 7));
    }

    @Test
    void anEmptyBookIsABookWithoutLevels() throws ProtocolException {
        Quote quote = decode(1, "A05608^152953" + "^0.00".repeat(10) + "^0".repeat(26))
                .getFirst();

        assertThat(quote.asks()).isEmpty();
        assertThat(quote.bestBid()).isEmpty();
        assertThat(quote.askTotal()).isEqualTo(total(0, 0, 0));
    }

    /// H0MFASP0's example as KIS prints it has the same first 32 fields, with three levels a side; its end is
    /// malformed.
    @Test
    void readsTheLevelsOfTheNightChannelsPrintedExample() throws ProtocolException {
        Quote quote = decode(
                        1,
                        "A01612^190215^367.35^367.40^367.45^0.00^0.00^367.30^367.25^367.20^0.00^0.00^0^0^0^0^0^0^0^0^0^0"
                                + "^24^21^21^0^0^2^28^20^0^0^0^0^66^50^0^0")
                .getFirst();

        assertThat(quote.asks())
                .containsExactly(level("367.35", 24, 0), level("367.40", 21, 0), level("367.45", 21, 0));
        assertThat(quote.bids()).containsExactly(level("367.30", 2, 0), level("367.25", 28, 0), level("367.20", 20, 0));
    }

    @Test
    void takesASizeThatMeansNothingAsAbsentAndCountsIt() throws ProtocolException {
        Quote quote = decode(1, RECORD.replace("^31^", "^-31^")).getFirst();

        assertThat(quote.asks().getFirst().size()).isEmpty();
        assertThat(rejected).isEmpty();
        assertThat(decoder.unreadFields()).isEqualTo(1);
    }

    @Test
    void aLevelOfASpreadMayBeAtZeroOrBelow() throws ProtocolException {
        Quote quote = decode(
                        1,
                        "D0161201^190215^0.00^0.05^0.10^0.00^0.00^-0.05^-0.10^-0.15^0.00^0.00^0^0^0^0^0^0^0^0^0^0"
                                + "^24^21^21^0^0^2^28^20^0^0^0^0^66^50^0^0")
                .getFirst();

        assertThat(quote.asks()).containsExactly(level("0.00", 24, 0), level("0.05", 21, 0), level("0.10", 21, 0));
        assertThat(quote.bids()).containsExactly(level("-0.05", 2, 0), level("-0.10", 28, 0), level("-0.15", 20, 0));
    }

    @Test
    void rejectsARecordAloneAndAFrameWhole() throws ProtocolException {
        String untimed = RECORD.replaceFirst("\\^[0-9]{6}\\^", "^nan^");
        List<Quote> quotes = decode(3, RECORD + "^" + untimed + "^" + RECORD);

        assertThat(quotes).hasSize(2);
        assertThat(rejected).containsExactly("H0IFASP0 BSOP_HOUR: not time: 'nan'");
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> decode(2, RECORD));
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> decode(1, RECORD.substring(0, RECORD.lastIndexOf('^'))));
    }
}
