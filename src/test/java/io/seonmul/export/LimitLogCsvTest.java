// SPDX-License-Identifier: Apache-2.0
package io.seonmul.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.seonmul.market.AlertRule;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.LimitEvent;
import io.seonmul.market.Price;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LimitLogCsvTest {
    private static final InstrumentCode CODE = new InstrumentCode("A05612");
    private static final Instant NOW = Instant.parse("2026-11-25T01:00:00.250Z");

    @Test
    void aLineHasTheEventItsRuleItsNoteAndItsRecord(@TempDir Path folder) throws IOException {
        AlertRule rule = AlertRule.lastCrosses(CODE, Price.parse("1080.30"));
        LimitEvent event = new LimitEvent(
                1,
                CODE,
                LocalTime.of(9, 59, 59),
                NOW,
                LimitEvent.Kind.ALERT,
                LimitEvent.Severity.WARNING,
                Price.parse("1080.32"),
                Optional.empty(),
                1080.32,
                "",
                2,
                Optional.of(rule),
                "A05612^095959^1");
        Path file = LimitLogCsv.write(
                folder.resolve("log.csv"),
                List.of(
                        new LimitLogRow(event, Optional.of(NOW), "=HYPERLINK(\"x\"), 메모"),
                        new LimitLogRow(event, Optional.empty(), "")));
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        List<CsvRecord> lines;
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(file)) {
            lines = csv.stream().toList();
        }
        assertThat(lines.getFirst().getFields()).isEqualTo(LimitLogCsv.COLUMNS);
        assertThat(lines.get(1).getFields())
                .containsExactly(
                        "2026-11-25T10:00:00.250+09:00",
                        "09:59:59",
                        "A05612",
                        "alert",
                        "warning",
                        "1080.32",
                        "",
                        "1080.3200",
                        "",
                        "2",
                        "LAST",
                        "CROSSES",
                        "1080.3000",
                        "0",
                        "2026-11-25T10:00:00.250+09:00",
                        "'=HYPERLINK(\"x\"), 메모",
                        "A05612^095959^1");
        assertThat(lines.get(2).getField(14)).isEmpty();
    }
}
