// SPDX-License-Identifier: Apache-2.0
package io.seonmul.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.seonmul.market.AlertRule;
import io.seonmul.market.LimitEvent;
import io.seonmul.market.Price;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The log of limit events as a file, of the same form as [SnapshotCsv]: what happened, what was noted on it, and the
/// record that caused it.
public final class LimitLogCsv {

    /// All columns, in order.
    ///
    /// - `exchange_time`: HH:MM:SS, Korean time
    /// - `received_at`, `acknowledged_at`: ISO 8601, Korean time, milliseconds
    /// - `figure`: in the unit that the kind or the rule's figure has
    /// - `rule_*`: the user's rule as it was then, for an alert
    /// - `record`: the causing record exactly as received
    public static final List<String> COLUMNS = List.of(
            "received_at",
            "exchange_time",
            "code",
            "kind",
            "severity",
            "price",
            "limit",
            "figure",
            "detail",
            "withheld",
            "rule_figure",
            "rule_condition",
            "rule_value",
            "rule_seconds",
            "acknowledged_at",
            "note",
            "record");

    private static final int DECIMALS = 4;

    private LimitLogCsv() {}

    /// Writes `rows`, in their order, to `file`, which is replaced as a whole or not at all. Any thread; blocks.
    ///
    /// @return the file as an absolute path
    /// @throws ExportException if it could not be written
    public static Path write(Path file, List<LimitLogRow> rows) throws ExportException {
        return AtomicFile.write(file, out -> writeTo(out, rows));
    }

    static void writeTo(OutputStream out, List<LimitLogRow> rows) throws IOException {
        out.write(SnapshotCsv.byteOrderMark());
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        csv.writeRecord(COLUMNS);
        for (LimitLogRow row : rows) {
            csv.writeRecord(cells(row).stream().map(SnapshotCsv::notAFormula).toList());
        }
        csv.flush();
    }

    private static List<String> cells(LimitLogRow row) {
        LimitEvent event = row.event();
        return List.of(
                SnapshotCsv.time(event.receivedAt()),
                String.format(
                        Locale.ROOT,
                        "%02d:%02d:%02d",
                        event.time().getHour(),
                        event.time().getMinute(),
                        event.time().getSecond()),
                event.code().text(),
                event.kind().name().toLowerCase(Locale.ROOT),
                event.severity().name().toLowerCase(Locale.ROOT),
                event.price().toString(),
                event.reference().map(Price::toString).orElse(""),
                decimal(event.figure()),
                event.detail(),
                Long.toString(event.withheld()),
                event.rule().map(rule -> rule.figure().name()).orElse(""),
                event.rule().map(rule -> rule.condition().name()).orElse(""),
                event.rule().map(AlertRule::value).map(LimitLogCsv::decimal).orElse(""),
                event.rule().map(AlertRule::seconds).map(String::valueOf).orElse(""),
                row.acknowledgedAt().map(SnapshotCsv::time).orElse(""),
                row.note(),
                event.raw());
    }

    private static String decimal(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
