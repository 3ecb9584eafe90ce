// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.seonmul.market.Direction;
import io.seonmul.market.Figure;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Price;
import io.seonmul.market.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Records that lack something, or spell it strangely, and whose they are.
final class OddRecordsTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-23T06:29:53Z");

    private static final List<String> ABSENT = List.of(
            "",
            " ",
            "-",
            "nan",
            "NaN",
            "-nan",
            "-nan(ind)",
            "nan(snan)",
            "null",
            "NULL",
            "inf",
            "-inf",
            "Infinity",
            "N/A",
            "1.#QNAN",
            "-1.#IND",
            "1.#INF");

    private static final Set<TickField> ESSENTIAL = Set.of(
            TickField.FUTS_SHRN_ISCD,
            TickField.BSOP_HOUR,
            TickField.FUTS_PRPR,
            TickField.LAST_CNQN,
            TickField.ACML_VOL,
            TickField.ACML_TR_PBMN);

    private final TickDecoder decoder = new TickDecoder();
    private final List<ProtocolException> rejected = new ArrayList<>();

    private List<Tick> decode(String... records) throws ProtocolException {
        List<Tick> ticks = new ArrayList<>();
        String text = "0|H0IFCNT0|00" + records.length + "|" + String.join("^", records);
        decoder.decode(Frame.parse(text), RECEIVED, ticks::add, rejected::add);
        return ticks;
    }

    private static String with(TickField field, String value) {
        return with(WireFrames.RECORD_A1, field, value);
    }

    private static String with(String record, TickField field, String value) {
        String[] cells = record.split("\\^", -1);
        cells[TickField.WIRE_ORDER.indexOf(field)] = value;
        return String.join("^", Arrays.asList(cells));
    }

    private static Optional<Price> points(String text) {
        return Optional.of(Price.parse(text));
    }

    /// Which figures a field makes known; the others of the record must not notice that it is absent.
    private static Map<TickField, Figure> figures() throws ProtocolException {
        Map<TickField, Figure> figures = new EnumMap<>(TickField.class);
        for (TickField field : TickField.values()) {
            if (ESSENTIAL.contains(field)) {
                continue;
            }
            Tick whole = new OddRecordsTest().decode(WireFrames.RECORD_A1).getFirst();
            Tick less = new OddRecordsTest().decode(with(field, "nan")).getFirst();
            for (Figure figure : Figure.values()) {
                if (figure != Figure.BASE && whole.figure(figure) != less.figure(figure)) {
                    assertThat(figures.put(field, figure))
                            .as("only one of %s", field)
                            .isNull();
                }
            }
        }
        return figures;
    }

    @Test
    void everySpellingOfNoNumberMakesAnOptionalFieldAbsentAndTheTradeATrade() throws ProtocolException {
        Map<TickField, Figure> figures = figures();
        assertThat(figures)
                .as("all but the essential, the three times, the three signs, two prices never filled, and a code")
                .hasSize(35);
        Tick whole = decode(WireFrames.RECORD_A1).getFirst();
        for (TickField field : TickField.values()) {
            for (String absent : ESSENTIAL.contains(field) ? List.<String>of() : ABSENT) {
                List<Tick> ticks = decode(with(field, absent), WireFrames.RECORD_A1);
                Tick less = ticks.getFirst();
                for (Figure figure : Figure.values()) {
                    boolean mine = figures.get(field) == figure
                            || (figure == Figure.BASE && field == TickField.FUTS_PRDY_VRSS);
                    if (!mine) {
                        assertThat(less.figure(figure))
                                .as("%s of %s '%s'", figure, field, absent)
                                .isEqualTo(whole.figure(figure));
                    } else if (figure == Figure.DIRECTION) {
                        assertThat(less.direction()).isEqualTo(Direction.UNKNOWN);
                    } else {
                        assertThat(less.figure(figure) == Figure.ABSENT || Double.isNaN(less.rate(figure)))
                                .as("%s of %s '%s'", figure, field, absent)
                                .isTrue();
                    }
                }
                assertThat(ticks.getLast()).as("the next has it again").isEqualTo(whole);
            }
        }
        assertThat(rejected).isEmpty();
        assertThat(decoder.unreadFields()).isZero();
    }

    @Test
    void whatHasNoNumberHasNoValueAnywhere() throws ProtocolException {
        Tick bare = decode(with(
                        with(
                                with(
                                        with(with(TickField.FUTS_PRDY_VRSS, "nan"), TickField.SHNU_CNTG_SMTN, ""),
                                        TickField.SELN_CNTG_CSNU,
                                        "null"),
                                TickField.ASKP_RSQN1,
                                "-nan"),
                        TickField.DYNM_PRC_LIMT_YN,
                        "null"))
                .getFirst();

        assertThat(bare.change()).isEmpty();
        assertThat(bare.basePrice()).isEmpty();
        assertThat(bare.orderFlow().buyVolume()).isEmpty();
        assertThat(bare.orderFlow().sellVolume()).hasValue(69_150);
        assertThat(bare.orderFlow().delta()).isEmpty();
        assertThat(bare.orderFlow().sellTrades()).isEmpty();
        assertThat(bare.quote().askSize()).isEmpty();
        assertThat(bare.dynamicLimits().orElseThrow().code()).isEmpty();
        assertThat(bare.volume()).isEqualTo(134_935);
    }

    @ParameterizedTest
    @EnumSource(
            value = TickField.class,
            names = {"BSOP_HOUR", "FUTS_PRPR", "LAST_CNQN", "ACML_VOL", "ACML_TR_PBMN"})
    void withoutAnEssentialFieldItIsNoTradeAndItsCodeIsNamed(TickField field) throws ProtocolException {
        for (String absent : ABSENT) {
            rejected.clear();
            assertThat(decode(with(field, absent), WireFrames.RECORD_A2)).hasSize(1);
            assertThat(rejected).singleElement().satisfies(why -> {
                assertThat(why.code()).contains(new InstrumentCode("A05608"));
                assertThat(why.getMessage()).contains(field.name());
            });
        }
    }

    @Test
    void aFieldThatMeansNothingIsAbsentAndCounted() throws ProtocolException {
        assertThat(decode(with(TickField.HTS_THPR, "1082.7x"))
                        .getFirst()
                        .fairValue()
                        .theoreticalPrice())
                .isEmpty();
        assertThat(decode(with(TickField.TOTAL_ASKP_RSQN, "-5"))
                        .getFirst()
                        .quote()
                        .totalAskSize())
                .isEmpty();
        assertThat(decode(with(TickField.CTTR, "9.4.9")).getFirst().orderFlow().strength())
                .isNaN();
        assertThat(decoder.unreadFields()).isEqualTo(3);
        assertThat(rejected).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.30", "0.00", "-0.10", "-12.05"})
    void aSpreadMayTradeAtAnyPrice(String price) throws ProtocolException {
        String spread = with(WireFrames.RECORD_A1.replace("A05608", "D0161201"), TickField.FUTS_PRPR, price);
        for (TickField field : List.of(
                TickField.FUTS_OPRC,
                TickField.FUTS_HGPR,
                TickField.FUTS_LWPR,
                TickField.FUTS_ASKP1,
                TickField.FUTS_BIDP1,
                TickField.HTS_THPR)) {
            spread = with(spread, field, price);
        }
        Tick tick = decode(spread).getFirst();

        assertThat(tick.last()).isEqualTo(Price.parse(price));
        assertThat(tick.dayRange().open()).isEqualTo(points(price));
        assertThat(tick.dayRange().high()).isEqualTo(points(price));
        assertThat(tick.dayRange().low()).isEqualTo(points(price));
        assertThat(tick.quote().ask()).isEqualTo(points(price));
        assertThat(tick.quote().bid()).isEqualTo(points(price));
        assertThat(tick.fairValue().theoreticalPrice()).isEqualTo(points(price));
        assertThat(decode(with(spread, TickField.FUTS_ASKP1, "nan"))
                        .getFirst()
                        .quote()
                        .ask())
                .isEmpty();
        assertThat(rejected).isEmpty();
    }

    @Test
    void anOutrightHasNoPriceOfZeroOrBelow() throws ProtocolException {
        assertThat(decode(with(TickField.FUTS_PRPR, "0.00"))).isEmpty();
        assertThat(decode(with(TickField.FUTS_PRPR, "-0.10"))).isEmpty();
        assertThat(rejected).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1A01612", "KR4A016C0004", " A01612", "A01612  "})
    void otherNamesOfAContractAreItsCode(String name) throws ProtocolException {
        String other = with(TickField.FUTS_SHRN_ISCD, name);
        String plain = with(TickField.FUTS_SHRN_ISCD, "A01612");
        List<Tick> ticks = decode(other, plain, other);

        assertThat(ticks).extracting(Tick::code).containsOnly(new InstrumentCode("A01612"));
        assertThat(ticks.getFirst().raw()).startsWith(name + "^");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "", " "})
    void twoFramesInOneTextAreNoRecord(String between) {
        String text = WireFrames.A1 + between + WireFrames.A2;

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> decoder.decode(Frame.parse(text), RECEIVED, tick -> {}, rejected::add))
                .withMessageContaining("a bar or a line break")
                .satisfies(why -> assertThat(why.code()).contains(new InstrumentCode("A05608")));
    }

    /// Wherever it stands in the record, and however many bytes lie before it.
    @ParameterizedTest
    @ValueSource(strings = {"|", "\n", "\r", "{"})
    void noFieldHoldsABarOrALineBreak(String character) {
        for (TickField field : TickField.values()) {
            assertThatExceptionOfType(ProtocolException.class)
                    .as(field.name())
                    .isThrownBy(() -> decode(with(field, "1" + character + "2")))
                    .withMessageContaining("a bar or a line break");
        }
    }
}
