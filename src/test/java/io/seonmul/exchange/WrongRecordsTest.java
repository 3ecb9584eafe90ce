// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static io.seonmul.protocol.TickField.ACML_TR_PBMN;
import static io.seonmul.protocol.TickField.ACML_VOL;
import static io.seonmul.protocol.TickField.BSOP_HOUR;
import static io.seonmul.protocol.TickField.DSCS_BLTR_ACML_QTY;
import static io.seonmul.protocol.TickField.FUTS_OPRC;
import static io.seonmul.protocol.TickField.FUTS_PRDY_VRSS;
import static io.seonmul.protocol.TickField.FUTS_PRPR;
import static io.seonmul.protocol.TickField.FUTS_SHRN_ISCD;
import static io.seonmul.protocol.TickField.LAST_CNQN;
import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.ProductTable;
import io.seonmul.protocol.TickField;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the faults of single records put on the wire, beside what was traded.
class WrongRecordsTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 23);
    private static final InstrumentCode CODE = new InstrumentCode("A05612");
    private static final int EVERY = 20;

    private static List<String> traded(long seed) {
        return new SyntheticMarket(
                        seed,
                        DATE,
                        List.of(ProductTable.builtIn().contract(CODE)),
                        LocalTime.of(11, 0),
                        new Pace.Fixed(100, LocalTime.of(11, 0).toNanoOfDay()))
                .advance(Duration.ofSeconds(20));
    }

    private static List<String> sent(long seed, List<String> traded, Fault.Standing fault) {
        StandingFaults faults = new StandingFaults(new WrongRecords(seed, DATE));
        faults.add(fault);
        Registration registration = new Registration(CODE.text(), false, faults.ahead(), List.of(), 0);
        List<String> sent = new ArrayList<>();
        for (int from = 0; from < traded.size(); from += 7) {
            sent.addAll(faults.records(registration, traded.subList(from, Math.min(traded.size(), from + 7))));
        }
        return sent;
    }

    /// The names of the fields in which two records differ.
    private static List<TickField> differences(String one, String other) {
        RecordFields fields = new RecordFields(one);
        RecordFields others = new RecordFields(other);
        return List.of(TickField.values()).stream()
                .filter(field -> !fields.get(field).equals(others.get(field)))
                .toList();
    }

    @Test
    void aGlitchIsInTheVolumeOfOneRecordAlone() {
        List<String> traded = traded(1);
        List<String> sent = sent(1, traded, new Fault.Doubtful(Fault.Doubt.VOLUME_GLITCH, EVERY));

        assertThat(sent).hasSameSizeAs(traded);
        for (int i = 0; i < sent.size(); i++) {
            if ((i + 1) % EVERY == 0) {
                assertThat(differences(sent.get(i), traded.get(i))).containsExactly(ACML_VOL);
                assertThat(number(sent.get(i), ACML_VOL) - number(traded.get(i), ACML_VOL))
                        .isEqualTo(5_000);
            } else {
                assertThat(sent.get(i)).isEqualTo(traded.get(i));
            }
        }
    }

    /// Of these seeds some are of a market that counts blocks into its volume, some not.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aBlockStandsForFiveRecordsAndIsWithdrawn(long seed) {
        boolean inside = SyntheticMarket.blocksInside(new MarketMood(seed, 0, SessionClock.USUAL));
        List<String> traded = traded(seed);
        List<String> sent = sent(seed, traded, new Fault.Doubtful(Fault.Doubt.CANCELLED_BLOCK, EVERY));

        assertThat(sent).hasSameSizeAs(traded);
        for (int i = 0; i < sent.size(); i++) {
            boolean stands = i + 1 >= EVERY && (i + 1) % EVERY < 5;
            long more = number(sent.get(i), ACML_VOL) - number(traded.get(i), ACML_VOL);
            long named = number(sent.get(i), DSCS_BLTR_ACML_QTY) - number(traded.get(i), DSCS_BLTR_ACML_QTY);
            assertThat(more).as("record %d", i).isEqualTo(stands ? 500 : 0);
            assertThat(named).isEqualTo(inside ? more : 0);
            String madeOf = traded.get(i - (stands ? (i + 1) % EVERY : 0));
            assertThat(number(sent.get(i), ACML_TR_PBMN) - number(traded.get(i), ACML_TR_PBMN))
                    .isEqualTo(stands ? new RecordFields(madeOf).hundredths(FUTS_PRPR) * 500 * 500 / 1_000 : 0);
            assertThat(sent.get(i).equals(traded.get(i))).isEqualTo(!stands);
        }
    }

    @Test
    void bothHabitsOfBlocksAreTried() {
        assertThat(IntStream.rangeClosed(1, 6)
                        .mapToObj(seed -> SyntheticMarket.blocksInside(new MarketMood(seed, 0, SessionClock.USUAL))))
                .contains(true, false);
    }

    @Test
    void anotherContractsRecordComesUnderThisCodeAndAtItsTime() {
        List<String> traded = traded(1);
        List<String> sent = sent(1, traded, new Fault.Doubtful(Fault.Doubt.FOREIGN_RECORD, EVERY));
        List<String> foreign =
                sent.stream().filter(record -> !traded.contains(record)).toList();

        assertThat(foreign).hasSize(traded.size() / EVERY).doesNotHaveDuplicates();
        assertThat(sent.stream().filter(traded::contains)).containsExactlyElementsOf(traded);
        for (String record : foreign) {
            RecordFields right = new RecordFields(sent.get(sent.indexOf(record) + 1));
            RecordFields wrong = new RecordFields(record);
            assertThat(wrong.get(FUTS_SHRN_ISCD)).isEqualTo(CODE.text());
            assertThat(wrong.get(BSOP_HOUR)).isEqualTo(right.get(BSOP_HOUR));
            assertThat(base(wrong)).isNotEqualTo(base(right));
            assertThat(wrong.get(FUTS_OPRC)).isNotEqualTo(right.get(FUTS_OPRC));
            assertThat(wrong.number(ACML_VOL)).isLessThan(right.number(ACML_VOL) / 2);
            new WireWitness(Map.of(CODE.text(), 50_000L), false).see(record);
        }
    }

    @Test
    void yesterdaysRecordComesFirstAndAgain() {
        List<String> traded = traded(1);
        List<String> sent = sent(1, traded, new Fault.Doubtful(Fault.Doubt.YESTERDAYS_RECORD, EVERY));
        String yesterdays = sent.getFirst();

        assertThat(traded).doesNotContain(yesterdays);
        assertThat(sent.stream().filter(yesterdays::equals)).hasSize(1 + traded.size() / EVERY);
        assertThat(sent.stream().filter(record -> !record.equals(yesterdays))).containsExactlyElementsOf(traded);
        RecordFields wrong = new RecordFields(yesterdays);
        RecordFields right = new RecordFields(traded.getFirst());
        assertThat(wrong.get(FUTS_SHRN_ISCD)).isEqualTo(CODE.text());
        assertThat(wrong.get(BSOP_HOUR)).isEqualTo("154500");
        assertThat(wrong.number(ACML_VOL)).isGreaterThan(right.number(ACML_VOL));
        assertThat(base(wrong)).isNotEqualTo(base(right));
    }

    @Test
    void everyFieldThatIsNotEssentialIsMissingInEveryWayInTurn() {
        List<String> traded = traded(1);
        List<String> sent = sent(1, traded, new Fault.Doubtful(Fault.Doubt.EMPTY_FIELDS, 2));
        Set<TickField> fields = new HashSet<>();
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            List<TickField> missing = differences(sent.get(i), traded.get(i));
            assertThat(missing).hasSize((i + 1) % 2 == 0 ? 1 : 0);
            fields.addAll(missing);
            RecordFields record = new RecordFields(sent.get(i));
            missing.forEach(field -> texts.add(record.get(field)));
        }
        assertThat(texts).containsExactlyInAnyOrder("", "nan", "-nan", "-nan(ind)", "null");
        assertThat(fields)
                .hasSize(TickField.WIDTH - 6)
                .doesNotContain(FUTS_SHRN_ISCD, BSOP_HOUR, FUTS_PRPR, LAST_CNQN, ACML_VOL, ACML_TR_PBMN);
    }

    @Test
    void theFirstRecordOfARegistrationIsAheadInAllTotalsThatGoTogether() {
        List<String> traded = traded(1);
        List<String> sent = sent(1, traded, new Fault.Failover(300));

        assertThat(sent.subList(1, sent.size())).isEqualTo(traded.subList(1, traded.size()));
        RecordFields ahead = new RecordFields(sent.getFirst());
        RecordFields own = new RecordFields(traded.getFirst());
        assertThat(ahead.number(ACML_VOL)).isEqualTo(own.number(ACML_VOL) + 300);
        assertThat(ahead.number(ACML_TR_PBMN))
                .isEqualTo(own.number(ACML_TR_PBMN) + own.hundredths(FUTS_PRPR) * 500 * 300 / 1_000);
        new WireWitness(Map.of(CODE.text(), 50_000L), false).see(sent.getFirst());
    }

    @ParameterizedTest
    @EnumSource(Fault.Doubt.class)
    void whatIsSentBeforeAndAfterAFaultIsWhatWasTraded(Fault.Doubt how) {
        List<String> traded = traded(1);
        StandingFaults faults = new StandingFaults(new WrongRecords(1, DATE));
        Registration registration = new Registration(CODE.text(), false, OptionalInt.empty(), List.of(), 0);

        assertThat(faults.records(registration, traded.subList(0, 90))).isEqualTo(traded.subList(0, 90));
        faults.add(new Fault.Doubtful(how, EVERY));
        assertThat(faults.records(registration, traded.subList(90, 102))).isNotEqualTo(traded.subList(90, 102));
        faults.clear();
        List<String> rest = traded.subList(102, traded.size());
        assertThat(faults.records(registration, rest)).isEqualTo(rest);
    }

    private static long number(String record, TickField field) {
        return new RecordFields(record).number(field);
    }

    private static long base(RecordFields record) {
        return record.hundredths(FUTS_PRPR) - record.hundredths(FUTS_PRDY_VRSS);
    }
}
