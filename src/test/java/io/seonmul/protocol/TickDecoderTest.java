// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.seonmul.exchange.SyntheticMarket;
import io.seonmul.market.Direction;
import io.seonmul.market.DynamicLimits;
import io.seonmul.market.OpenInterest;
import io.seonmul.market.Price;
import io.seonmul.market.SyntheticTicks;
import io.seonmul.market.Tick;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TickDecoderTest {

    private static final LocalTime OPENING = LocalTime.of(8, 40);
    private static final Instant RECEIVED = Instant.parse("2026-07-22T06:29:53.250Z");

    private final TickDecoder decoder = new TickDecoder();
    private final List<String> rejected = new ArrayList<>();

    private List<Tick> decode(String text) throws ProtocolException {
        List<Tick> ticks = new ArrayList<>();
        decoder.decode(Frame.parse(text), RECEIVED, ticks::add, e -> rejected.add(e.getMessage()));
        return ticks;
    }

    private static Optional<Price> points(String text) {
        return Optional.of(Price.parse(text));
    }

    @Test
    void readsEveryFieldOfTheRealFrameA1() throws ProtocolException {
        Tick tick = decode(WireFrames.A1).getFirst();

        assertThat(tick.code().text()).isEqualTo("A05608");
        assertThat(tick.time()).isEqualTo(LocalTime.of(15, 29, 53));
        assertThat(tick.receivedAt()).isEqualTo(RECEIVED);
        assertThat(tick.change()).isEqualTo(points("-0.54"));
        assertThat(tick.direction()).isEqualTo(Direction.DOWN);
        assertThat(tick.changeRate()).isEqualTo(-0.05);
        assertThat(tick.last()).isEqualTo(Price.parse("1080.30"));
        assertThat(tick.basePrice()).isEqualTo(points("1080.84"));
        assertThat(tick.dayRange().open()).isEqualTo(points("1131.06"));
        assertThat(tick.dayRange().high()).isEqualTo(points("1146.44"));
        assertThat(tick.dayRange().low()).isEqualTo(points("1079.36"));
        assertThat(tick.dayRange().fromOpen()).isEqualTo(points("-50.76"));
        assertThat(tick.dayRange().fromHigh()).isEqualTo(points("-66.14"));
        assertThat(tick.dayRange().fromLow()).isEqualTo(points("0.94"));
        assertThat(tick.dayRange().timesGiven()).isFalse();
        assertThat(tick.size()).isEqualTo(1);
        assertThat(tick.volume()).isEqualTo(134_935);
        assertThat(tick.turnover()).isEqualTo(7_587_962_447L);
        assertThat(tick.fairValue().theoreticalPrice()).isEqualTo(points("1082.72"));
        assertThat(tick.fairValue().marketBasis()).isEqualTo(points("-0.91"));
        assertThat(tick.fairValue().theoreticalBasis()).isEqualTo(points("1.51"));
        assertThat(tick.fairValue().mispricing()).isEqualTo(points("-2.42"));
        assertThat(tick.fairValue().mispricingRate()).isEqualTo(-0.22);
        assertThat(tick.fairValue().impliedSpot()).isEqualTo(points("1081.21"));
        assertThat(tick.spread()).isEqualTo(points("5.22"));
        assertThat(tick.openInterest()).contains(new OpenInterest(76_672, 571, 0));
        assertThat(tick.quote().ask()).isEqualTo(points("1080.30"));
        assertThat(tick.quote().bid()).isEqualTo(points("1080.04"));
        assertThat(tick.quote().askSize()).hasValue(1);
        assertThat(tick.quote().bidSize()).hasValue(1);
        assertThat(tick.quote().totalAskSize()).hasValue(997);
        assertThat(tick.quote().totalBidSize()).hasValue(478);
        assertThat(tick.orderFlow().strength()).isEqualTo(94.95);
        assertThat(tick.orderFlow().buyRate()).isEqualTo(0.49);
        assertThat(tick.orderFlow().sellTrades()).hasValue(60_234);
        assertThat(tick.orderFlow().buyTrades()).hasValue(56_822);
        assertThat(tick.orderFlow().netBuyTrades()).hasValue(-3_412);
        assertThat(tick.orderFlow().sellVolume()).hasValue(69_150);
        assertThat(tick.orderFlow().buyVolume()).hasValue(65_657);
        assertThat(tick.volumeRate()).isEqualTo(106.25);
        assertThat(tick.blockVolume()).isEqualTo(OptionalLong.of(0));
        assertThat(tick.dynamicLimits())
                .contains(new DynamicLimits(Price.parse("1091.10"), Price.parse("1069.50"), "2"));
        assertThat(tick.width()).isEqualTo(50);
        assertThat(tick.raw()).isEqualTo(WireFrames.RECORD_A1);
    }

    @Test
    void readsBothRecordsOfAFrame() throws ProtocolException {
        List<Tick> ticks = decode(WireFrames.E1);

        assertThat(ticks).extracting(Tick::raw).containsExactly(WireFrames.RECORD_A1, WireFrames.RECORD_A2);
        assertThat(ticks).extracting(Tick::volume).containsExactly(134_935L, 134_936L);
        assertThat(ticks.get(1).quote().bid()).isEqualTo(points("1080.26"));
    }

    @Test
    void rejectsTheCutFrameA3AsAWhole() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> decode(WireFrames.A3))
                .withMessageContaining("not divisible");
    }

    @Test
    void keepsFieldsThatKisAppends() throws ProtocolException {
        Tick tick = decode("0|H0IFCNT0|001|" + WireFrames.RECORD_A1 + "^7^new").getFirst();

        assertThat(tick.width()).isEqualTo(52);
        assertThat(tick.raw()).endsWith("^2^7^new");
        assertThat(tick.dynamicLimits().orElseThrow().code()).isEqualTo("2");
    }

    @Test
    void rejectsNarrowRecords() {
        String narrow = WireFrames.RECORD_A1.substring(0, WireFrames.RECORD_A1.lastIndexOf('^'));
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> decode("0|H0IFCNT0|001|" + narrow))
                .withMessageContaining("49 fields a record, 50 are known");
    }

    /// Any number of records under any smaller COUNT that divides them, as wide as known or wider.
    @Test
    void rejectsRecordsThatAFalseCountMakesOne() {
        for (String appended : List.of("", "^7^new")) {
            for (int count = 1; count <= 4; count++) {
                for (int together = 2; together <= 5; together++) {
                    String payload =
                            String.join("^", Collections.nCopies(count * together, WireFrames.RECORD_A1 + appended));
                    String text = "0|H0IFCNT0|00" + count + "|" + payload;
                    assertThatExceptionOfType(ProtocolException.class)
                            .as("count %s, %s in each", count, together)
                            .isThrownBy(() -> decode(text))
                            .withMessageContaining("records for each one that count " + count + " tells");
                }
            }
        }
    }

    @Test
    void keepsAppendedFieldsHoweverMany() throws ProtocolException {
        for (int more : new int[] {1, 49, 50, 51, 100, 300}) {
            String record = WireFrames.RECORD_A1 + "^134935".repeat(more);
            List<Tick> ticks = decode("0|H0IFCNT0|002|" + record + "^" + record);
            assertThat(ticks).extracting(Tick::width).containsExactly(50 + more, 50 + more);
        }
        // a code and a time among the appended ones, but not where a record could begin
        assertThat(decode("0|H0IFCNT0|001|" + WireFrames.RECORD_A1 + "^7^A05608^152953" + "^7".repeat(60)))
                .hasSize(1);
        assertThat(rejected).isEmpty();
    }

    @Test
    void takesNanAndEmptyAsUnknown() throws ProtocolException {
        for (String absent : List.of("", "nan", "-nan", "NaN", "inf", "-inf")) {
            Tick tick = decode(
                            "0|H0IFCNT0|001|" + with(WireFrames.RECORD_A1, absent, 12, 13, 14, 29, 30, 31, 33, 45, 46))
                    .getFirst();
            assertThat(tick.fairValue().theoreticalPrice()).as(absent).isEmpty();
            assertThat(tick.fairValue().marketBasis()).isEmpty();
            assertThat(tick.fairValue().mispricingRate()).isNaN();
            assertThat(tick.fairValue().impliedSpot()).isEmpty();
            assertThat(tick.orderFlow().strength()).isNaN();
            assertThat(tick.orderFlow().buyRate()).isNaN();
            assertThat(tick.volumeRate()).isNaN();
            assertThat(tick.blockVolume()).isEmpty();
        }
        assertThat(rejected).isEmpty();
    }

    @Test
    void takesZeroQuoteAsNoQuote() throws ProtocolException {
        Tick tick = decode("0|H0IFCNT0|001|" + with(WireFrames.RECORD_A1, "0.00", 34, 35))
                .getFirst();
        assertThat(tick.quote().ask()).isEmpty();
        assertThat(tick.quote().bid()).isEmpty();
    }

    @Test
    void rejectsOneBadRecordAloneAndNamesTheField() throws ProtocolException {
        String bad = with(WireFrames.RECORD_A1, "12x", 10);
        List<Tick> ticks = decode("0|H0IFCNT0|002|" + bad + "^" + WireFrames.RECORD_A2);

        assertThat(ticks).extracting(Tick::volume).containsExactly(134_936L);
        assertThat(rejected).singleElement().asString().contains("ACML_VOL").contains("12x");
    }

    @Test
    void survivesEveryFieldReplacedByGarbage() throws ProtocolException {
        Random random = new Random(20_260_722);
        String alphabet = "0123456789.-+^|naA\0가 \n";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder garbage = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                garbage.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            int field = random.nextInt(50);
            String text = "0|H0IFCNT0|001|" + with(WireFrames.RECORD_A1, garbage.toString(), field);
            try {
                for (Tick tick : decode(text)) {
                    assertThat(text).endsWith(tick.raw());
                }
            } catch (ProtocolException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
        assertThat(rejected).isNotEmpty();
    }

    /// What a decoder remembers of the record before never shows in the next: it decodes as one that remembers nothing.
    @Test
    void decodesEveryRecordAsOneThatHasSeenNoOther() throws ProtocolException {
        Random random = new Random(20_261_125);
        String alphabet = "0123456789.-+naA\0\u00ff가";
        List<String> day = new SyntheticMarket(
                        7, List.of(SyntheticTicks.contract("A01612"), SyntheticTicks.contract("A05612")), OPENING)
                .advance(Duration.ofMinutes(20));
        for (int at = 0; at < day.size(); ) {
            int count = Math.min(1 + random.nextInt(3), day.size() - at);
            List<String> records = new ArrayList<>();
            for (String record : day.subList(at, at + count)) {
                boolean damaged = random.nextInt(4) == 0;
                String garbage = random.ints(random.nextInt(10), 0, alphabet.length())
                        .mapToObj(i -> alphabet.substring(i, i + 1))
                        .collect(joining());
                records.add(damaged ? with(record, garbage, random.nextInt(50)) : record);
            }
            at += count;
            String text = "0|H0IFCNT0|00" + count + "|" + String.join("^", records);
            List<Tick> fresh = new ArrayList<>();
            List<String> refused = new ArrayList<>();
            for (String record : records) {
                new TickDecoder()
                        .decode(
                                new Frame(false, "H0IFCNT0", 1, record),
                                RECEIVED,
                                fresh::add,
                                e -> refused.add(e.getMessage()));
            }
            rejected.clear();
            assertThat(decode(text)).as(text).isEqualTo(fresh);
            assertThat(rejected).as(text).isEqualTo(refused);
        }
    }

    @Test
    void readsAFrameOfWhichOnlyThePayloadIsKnown() throws ProtocolException {
        List<Tick> ticks = new ArrayList<>();
        decoder.decode(
                new Frame(false, "H0IFCNT0", 1, WireFrames.RECORD_A1),
                RECEIVED,
                ticks::add,
                e -> rejected.add(e.getMessage()));
        assertThat(ticks).isEqualTo(decode("0|H0IFCNT0|001|" + WireFrames.RECORD_A1));
        decoder.decode(
                new Frame(false, "H0IFCNT0", 1, "^".repeat(49)),
                RECEIVED,
                ticks::add,
                e -> rejected.add(e.getMessage()));
        assertThat(rejected).singleElement().asString().contains("FUTS_SHRN_ISCD");
    }

    private static String with(String record, String value, int... fields) {
        String[] cells = record.split("\\^", -1);
        for (int field : fields) {
            cells[field] = value;
        }
        return String.join("^", Arrays.asList(cells));
    }
}
