// SPDX-License-Identifier: Apache-2.0
package io.seonmul.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.seonmul.market.Contract;
import io.seonmul.market.Figure;
import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.ProductTable;
import io.seonmul.market.Tick;
import io.seonmul.market.WireText;
import io.seonmul.protocol.TickField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotCsvTest {
    private static final InstrumentCode MINI = new InstrumentCode("A05608");
    private static final Contract CONTRACT = ProductTable.builtIn().contract(MINI);

    /// A real record (kis/frames.txt, A1).
    private static final String RECORD =
            "A05608^152953^-0.54^5^-0.05^1080.30^1131.06^1146.44^1079.36^1^134935^7587962447^1082.72^-0.91^-0.22^0.00^0.00"
                    + "^5.22^76672^571^000000^5^-50.76^000000^5^-66.14^000000^2^0.94^0.49^94.95^-2.42^0^1.51^1080.30^1080.04"
                    + "^1^1^60234^56822^-3412^69150^65657^997^478^106.25^0^1091.10^1069.50^2";

    @Test
    void hasTheWiresColumnsFirst() {
        assertThat(SnapshotCsv.COLUMNS).hasSize(66).doesNotHaveDuplicates().startsWith("FUTS_SHRN_ISCD", "BSOP_HOUR");
        assertThat(SnapshotCsv.COLUMNS.get(49)).isEqualTo("DYNM_PRC_LIMT_YN");
        assertThat(SnapshotCsv.COLUMNS.get(50)).isEqualTo("received_at");
    }

    @Test
    void writesARecordAndWhatIsKnownBeyondIt() throws IOException {
        String text = text(new SnapshotRow(
                MINI, "flowing", new Fold().add(RECORD, 134_935, 7_587_962_447L).snapshot()));

        assertThat(text).startsWith("\uFEFFFUTS_SHRN_ISCD,BSOP_HOUR,").endsWith("\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        List<String> cells = rows(text).getFirst();
        assertThat(cells.subList(0, 50)).containsExactly(RECORD.split("\\^"));
        assertThat(derived(cells))
                .containsExactly(
                        "received_at=2026-07-22T15:29:53.480+09:00",
                        "state=flowing",
                        "aggressor=none",
                        "width=50",
                        "records_received=1",
                        "contracts_received=1",
                        "lost_contracts=0",
                        "lost_trades=0",
                        "lost_average_price=",
                        "gaps=0",
                        "completeness_percent=100.0000",
                        "session_vwap=1124.6841",
                        "session_cvd=-3493",
                        "implied_spot=1081.21",
                        "doubts=",
                        "loss_witnesses=");
    }

    @Test
    void showsALoss() throws IOException {
        Fold fold = new Fold();
        fold.add(RECORD, 1_000_000, 54_015_000_000L);
        fold.add(RECORD, 1_000_038, 54_017_052_570L);
        for (int i = 1; i <= 2_000; i++) {
            fold.add(RECORD, 1_000_038 + i, 54_017_052_570L + i * 54_015L);
        }

        List<String> derived = derived(
                rows(text(new SnapshotRow(MINI, "flowing", fold.snapshot()))).getFirst());

        assertThat(derived)
                .contains(
                        "aggressor=seller",
                        "lost_contracts=37",
                        "lost_average_price=1080.3000",
                        "gaps=1",
                        "completeness_percent=98.1853",
                        "doubts=",
                        "loss_witnesses=agree");
    }

    @Test
    void saysWhatContradictsARecordThatIsNotCountedYet() throws IOException {
        Fold fold = new Fold();
        fold.add(RECORD, 1_000_000, 54_015_000_000L);
        fold.add(RECORD, 1_000_038, 54_017_052_570L);

        List<String> derived = derived(
                rows(text(new SnapshotRow(MINI, "flowing", fold.snapshot()))).getFirst());

        assertThat(derived).contains("contracts_received=1", "lost_contracts=0", "doubts=auction", "loss_witnesses=");
    }

    @Test
    void neverRoundsALossAway() {
        assertThat(SnapshotCsv.completeness(100)).isEqualTo("100.0000");
        assertThat(SnapshotCsv.completeness(100.0 * 999_999_999 / 1_000_000_000))
                .isEqualTo("99.9999");
    }

    @Test
    void aCodeWithoutARecordHasItsCodeAndStateOnly() throws IOException {
        List<String> cells = rows(text(new SnapshotRow(MINI, "registered", Optional.empty())))
                .getFirst();

        assertThat(cells).hasSize(66);
        assertThat(cells.getFirst()).isEqualTo("A05608");
        assertThat(cells.get(51)).isEqualTo("registered");
        assertThat(cells).filteredOn(cell -> !cell.isEmpty()).hasSize(2);
    }

    @Test
    void keepsTheOrderOfTheWatchlist() throws IOException {
        List<String> codes = rows(text(
                        new SnapshotRow(new InstrumentCode("A06612"), "requested", Optional.empty()),
                        new SnapshotRow(
                                MINI,
                                "flowing",
                                new Fold().add(RECORD, 134_935, 7_587_962_447L).snapshot()),
                        new SnapshotRow(new InstrumentCode("A01612"), "quiet", Optional.empty())))
                .stream()
                .map(List::getFirst)
                .toList();

        assertThat(codes).containsExactly("A06612", "A05608", "A01612");
    }

    @Test
    void whatTheWireSendsComesBackExactly() throws IOException {
        long seed = 20_260_722;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            int width = TickField.WIDTH + random.nextInt(4);
            List<String> fields = new ArrayList<>(List.of("A05608"));
            while (fields.size() < width) {
                fields.add(wireText(random));
            }
            String record = String.join("^", fields);

            List<String> cells = rows(text(new SnapshotRow(
                            MINI, "flowing", new Fold().add(record, 10, 540_150).snapshot())))
                    .getFirst();

            assertThat(cells.subList(0, 50))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(fields.subList(0, 50));
            assertThat(derived(cells)).contains("width=" + width);
        }
    }

    private static String wireText(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> "";
            case 1 -> "nan";
            case 2 -> "-nan";
            case 3 -> "-" + random.nextInt(1_000_000) + ".0" + random.nextInt(10);
            case 4 -> "+" + random.nextInt(1_000);
            case 5 -> "-." + random.nextInt(100);
            case 6 -> "000000";
            case 7 -> "a,\"b\"" + random.nextInt() + "\r\n;'\t한글 ";
            case 8 -> Long.toString(random.nextLong());
            default -> random.nextInt(2_000) + "." + random.nextInt(10) + "0";
        };
    }

    @Test
    void noTextBecomesAFormula() {
        assertThat(List.of(
                        "=1+1",
                        "+1+1",
                        "-1-1",
                        "-A1",
                        "@SUM(A1)",
                        "\t=1",
                        "\r=1",
                        "\n=1",
                        "-",
                        "=",
                        "--1",
                        "-1,5",
                        "＝1+1",
                        "-nan(1+1)",
                        "-null",
                        "-1.#IND+1",
                        "＠A1"))
                .allSatisfy(text -> assertThat(SnapshotCsv.notAFormula(text)).isEqualTo("'" + text));
        assertThat(List.of(
                        "",
                        "-0.54",
                        "+0.54",
                        "-.5",
                        "-12",
                        "-nan",
                        "-nan(ind)",
                        "-NAN(SNAN)",
                        "-inf",
                        "-1.#IND",
                        "nan",
                        "2",
                        "a=b",
                        "'=1",
                        " =1"))
                .allSatisfy(text -> assertThat(SnapshotCsv.notAFormula(text)).isEqualTo(text));
    }

    @Test
    void aHostileFieldIsWrittenHarmless() throws IOException {
        String hostile = RECORD.substring(0, RECORD.length() - 1) + "=HYPERLINK(\"http://127.0.0.1\",\"2\")";

        List<String> cells = rows(text(new SnapshotRow(
                        MINI, "flowing", new Fold().add(hostile, 1, 54_015).snapshot())))
                .getFirst();

        assertThat(cells.get(49)).isEqualTo("'=HYPERLINK(\"http://127.0.0.1\",\"2\")");
    }

    @Test
    void writesTheFileAsAWhole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("snapshot.csv");
        List<SnapshotRow> rows = List.of(new SnapshotRow(MINI, "requested", Optional.empty()));

        assertThat(SnapshotCsv.write(file, rows)).isEqualTo(file.toAbsolutePath());

        assertThat(Files.readString(file)).isEqualTo(text(rows.toArray(SnapshotRow[]::new)));
    }

    private static String text(SnapshotRow... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SnapshotCsv.writeTo(out, List.of(rows));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<List<String>> rows(String text) throws IOException {
        assertThat(text).startsWith("\uFEFF");
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text.substring(1))) {
            List<List<String>> rows = reader.stream().map(CsvRecord::getFields).toList();
            assertThat(rows.getFirst()).isEqualTo(SnapshotCsv.COLUMNS);
            return rows.subList(1, rows.size());
        }
    }

    private static List<String> derived(List<String> cells) {
        return IntStream.range(50, cells.size())
                .mapToObj(i -> SnapshotCsv.COLUMNS.get(i) + "=" + cells.get(i))
                .toList();
    }

    /// Folds records of one size whose text is given apart from their figures.
    private static final class Fold {
        private final Instrument instrument = new Instrument(CONTRACT);
        private long trades = 1_000;

        Fold add(String raw, long volume, long turnover) {
            trades++;
            Tick.Draft draft = new Tick.Draft();
            for (Figure figure : Figure.values()) {
                draft.set(figure, Figure.ABSENT);
            }
            draft.set(Figure.TIME, LocalTime.of(15, 29, 53).toSecondOfDay())
                    .set(Figure.LAST, 108_030)
                    .set(Figure.CHANGE, -54)
                    .set(Figure.DIRECTION, '5')
                    .set(Figure.CHANGE_RATE, -0.05)
                    .set(Figure.OPEN, 113_106)
                    .set(Figure.HIGH, 114_644)
                    .set(Figure.LOW, 107_936)
                    .set(Figure.TIMES_GIVEN, 0)
                    .set(Figure.SIZE, 1)
                    .set(Figure.VOLUME, volume)
                    .set(Figure.TURNOVER, turnover)
                    .set(Figure.THEORETICAL_PRICE, 108_272)
                    .set(Figure.MARKET_BASIS, -91)
                    .set(Figure.THEORETICAL_BASIS, 151)
                    .set(Figure.MISPRICING, -242)
                    .set(Figure.MISPRICING_RATE, -0.22)
                    .set(Figure.ASK, 108_050)
                    .set(Figure.BID, 108_030)
                    .set(Figure.ASK_SIZE, 1)
                    .set(Figure.BID_SIZE, 1)
                    .set(Figure.TOTAL_ASK_SIZE, 997)
                    .set(Figure.TOTAL_BID_SIZE, 478)
                    .set(Figure.STRENGTH, 94.95)
                    .set(Figure.BUY_RATE, 0.49)
                    .set(Figure.BUY_TRADES, 56_822)
                    .set(Figure.SELL_TRADES, 59_233 + trades)
                    .set(Figure.NET_BUY_TRADES, 56_822 - 59_233 - trades)
                    .set(Figure.BUY_VOLUME, 65_657)
                    .set(Figure.SELL_VOLUME, 69_149 + trades - 1_000)
                    .set(Figure.VOLUME_RATE, 106.25)
                    .set(Figure.BLOCK_VOLUME, 0);
            instrument.apply(draft.tick(
                    MINI, Instant.parse("2026-07-22T06:29:53.480Z"), raw.split("\\^", -1).length, WireText.of(raw)));
            return this;
        }

        Optional<InstrumentSnapshot> snapshot() {
            return instrument.snapshot();
        }
    }
}
