// SPDX-License-Identifier: Apache-2.0
package io.seonmul.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.seonmul.market.AuditReport;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.Tick;
import io.seonmul.market.TradingCalendar;
import io.seonmul.protocol.TickField;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The snapshot file: the newest record of every watched code, as the wire sent it, and what the monitor knows beyond.
///
/// RFC 4180 with a header and CRLF, in UTF-8 with a byte order mark (without it Excel takes Korean text for another
/// encoding). The first 50 columns bear the wire's names and hold the wire's own text; the rest is [#DERIVED]. What is
/// not known is an empty cell. A code without a record has its code, its state and nothing else.
public final class SnapshotCsv {

    /// The columns after the wire's 50, in order.
    ///
    /// - `received_at`: ISO 8601, Korean time, milliseconds
    /// - `state`: of the registration
    /// - `aggressor`: buyer, seller or none
    /// - `width`: fields of the record on the wire
    /// - `records_received` to `completeness_percent`: see [AuditReport]; the latter is empty where a correction of
    ///   the totals hides what was lost
    /// - `session_vwap`, `implied_spot` and `lost_average_price`: points
    /// - `session_cvd`: contracts
    /// - `doubts`: what contradicts the record, which is not counted yet then, such as `time volume`; else empty
    /// - `loss_witnesses`: whether volume, trade counts and value agree on the newest gap; empty without one.
    ///   One of `agree`, `count-disagrees`, `value-disagrees`
    public static final List<String> DERIVED = List.of(
            "received_at",
            "state",
            "aggressor",
            "width",
            "records_received",
            "contracts_received",
            "lost_contracts",
            "lost_trades",
            "lost_average_price",
            "gaps",
            "completeness_percent",
            "session_vwap",
            "session_cvd",
            "implied_spot",
            "doubts",
            "loss_witnesses");

    /// All columns, in order.
    public static final List<String> COLUMNS = Stream.concat(
                    TickField.WIRE_ORDER.stream().map(TickField::name), DERIVED.stream())
            .toList();

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    static final DateTimeFormatter RECEIVED_AT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
            .withZone(TradingCalendar.SEOUL);

    private static final int DECIMALS = 4;

    /// The last four are the wide forms, which East Asian versions of Excel take for the narrow ones.
    private static final String FORMULA_BEGINS_WITH = "=+-@\t\r\n＝＋－＠";

    private SnapshotCsv() {}

    /// Writes `rows`, in their order, to `file`, which is replaced as a whole or not at all. Any thread; blocks.
    ///
    /// @return the file as an absolute path
    /// @throws ExportException if it could not be written
    public static Path write(Path file, List<SnapshotRow> rows) throws ExportException {
        return AtomicFile.write(file, out -> writeTo(out, rows));
    }

    /// What the file begins with.
    static byte[] byteOrderMark() {
        return BYTE_ORDER_MARK.clone();
    }

    /// ISO 8601, Korean time, milliseconds.
    static String time(Instant instant) {
        return RECEIVED_AT.format(instant);
    }

    static void writeTo(OutputStream out, List<SnapshotRow> rows) throws IOException {
        out.write(byteOrderMark());
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        csv.writeRecord(COLUMNS);
        for (SnapshotRow row : rows) {
            csv.writeRecord(cells(row).stream().map(SnapshotCsv::notAFormula).toList());
        }
        csv.flush();
    }

    private static List<String> cells(SnapshotRow row) {
        return row.snapshot()
                .map(snapshot -> cells(snapshot, row.state()))
                .orElseGet(() -> COLUMNS.stream()
                        .map(column -> switch (column) {
                            case "FUTS_SHRN_ISCD" -> row.code().text();
                            case "state" -> row.state();
                            default -> "";
                        })
                        .toList());
    }

    private static List<String> cells(InstrumentSnapshot snapshot, String state) {
        Tick tick = snapshot.tick();
        AuditReport audit = snapshot.audit();
        List<String> cells = new ArrayList<>(wireTexts(tick.raw()));
        cells.add(RECEIVED_AT.format(tick.receivedAt()));
        cells.add(state);
        cells.add(word(snapshot.aggressor()));
        cells.add(Integer.toString(tick.width()));
        cells.add(Long.toString(audit.records()));
        cells.add(Long.toString(audit.contracts()));
        cells.add(Long.toString(audit.lostContracts()));
        cells.add(Long.toString(audit.lostTrades()));
        cells.add(decimal(audit.lostAveragePrice()));
        cells.add(Integer.toString(audit.gaps().size()));
        cells.add(audit.unknownLosses() > 0 ? "" : completeness(audit.completenessPercent()));
        cells.add(decimal(snapshot.sessionVwap()));
        cells.add(
                snapshot.sessionDelta().isPresent()
                        ? Long.toString(snapshot.sessionDelta().getAsLong())
                        : "");
        cells.add(tick.fairValue().impliedSpot().map(Price::toString).orElse(""));
        cells.add(snapshot.doubts().stream().map(SnapshotCsv::word).collect(Collectors.joining(" ")));
        cells.add(audit.gaps().isEmpty() ? "" : word(audit.gaps().getLast().witnesses()));
        return cells;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> wireTexts(String raw) {
        return List.of(raw.split("\\^", -1)).subList(0, TickField.WIDTH);
    }

    private static String decimal(OptionalDouble value) {
        return value.isPresent()
                ? BigDecimal.valueOf(value.getAsDouble())
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .toPlainString()
                : "";
    }

    /// Rounded down: 100 stands for "nothing is lost" and for nothing else.
    static String completeness(double percent) {
        return BigDecimal.valueOf(percent).setScale(DECIMALS, RoundingMode.DOWN).toPlainString();
    }

    /// The cell's text, with an apostrophe before it if a spreadsheet would take it for a formula.
    ///
    /// A number may begin with a sign, and so do some spellings of none, such as `-nan(ind)`: they are kept,
    /// so every record that KIS is known to send stays exact. What is escaped comes from a broken or hostile
    /// server only.
    static String notAFormula(String cell) {
        return !cell.isEmpty() && FORMULA_BEGINS_WITH.indexOf(cell.charAt(0)) >= 0 && !isNumber(cell)
                ? "'" + cell
                : cell;
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[+-](\\d+(\\.\\d*)?|\\.\\d+)") || (cell.length() > 1 && TickField.isNone(cell.strip()));
    }
}
