// SPDX-License-Identifier: Apache-2.0
package io.seonmul.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.seonmul.market.Aggressor;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Price;
import io.seonmul.market.TradeTape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The trades file: every trade of one code that is kept, in the order of arrival.
///
/// The form is that of [SnapshotCsv]: RFC 4180 with a header and CRLF, in UTF-8 with a byte order mark; what is not
/// known is an empty cell.
public final class TradesCsv {

    /// The columns, in order.
    ///
    /// - `number`: of the trade in the session as received, from 0; those before the first row were dropped
    /// - `time`: exchange time; `received_at`: ISO 8601, Korean time, milliseconds
    /// - `price`: points; `size`, `lost_contracts_before`, `block_contracts` and `session_cvd`: contracts
    /// - `aggressor`: buyer, seller or none, by the totals; `inferred`: true where the quote had to decide
    /// - `late`: true for a record that arrived after its successor
    public static final List<String> COLUMNS = List.of(
            "code",
            "number",
            "time",
            "received_at",
            "price",
            "size",
            "aggressor",
            "inferred",
            "late",
            "lost_contracts_before",
            "block_contracts",
            "session_cvd");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int DAY = 86_400;

    private TradesCsv() {}

    /// Writes `trades` to `file`, which is replaced as a whole or not at all. Any thread; blocks.
    ///
    /// @return the file as an absolute path
    /// @throws ExportException if it could not be written
    public static Path write(Path file, InstrumentCode code, TradeTape trades) throws ExportException {
        return AtomicFile.write(file, out -> writeTo(out, code, trades));
    }

    static void writeTo(OutputStream out, InstrumentCode code, TradeTape trades) throws IOException {
        out.write(SnapshotCsv.byteOrderMark());
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        csv.writeRecord(COLUMNS);
        for (long trade = trades.first(); trade < trades.end(); trade++) {
            csv.writeRecord(cells(code, trades, trade));
        }
        csv.flush();
    }

    private static List<String> cells(InstrumentCode code, TradeTape trades, long trade) {
        return List.of(
                code.text(),
                Long.toString(trade),
                TIME.format(LocalTime.ofSecondOfDay(Math.floorMod(trades.second(trade), DAY))),
                SnapshotCsv.RECEIVED_AT.format(Instant.ofEpochMilli(trades.receivedAtMillis(trade))),
                Price.ofHundredths(trades.price(trade)).toString(),
                Integer.toString(trades.size(trade)),
                trades.side(trade).name().toLowerCase(Locale.ROOT),
                Boolean.toString(trades.isInferred(trade) && trades.side(trade) != Aggressor.NONE),
                Boolean.toString(trades.isLate(trade)),
                Integer.toString(trades.lostBefore(trade)),
                Integer.toString(trades.block(trade)),
                trades.sessionDelta(trade).isPresent()
                        ? Long.toString(trades.sessionDelta(trade).getAsLong())
                        : "");
    }
}
