// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.seonmul.market.ProductTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// The product table that is in use: the built-in lines and the user's own for what KRX lists next, or the built-in
/// ones alone where the user's cannot be read. Immutable.
///
/// The user's file `products.csv` is CSV as RFC 4180 has it, in UTF-8 with or without a byte order mark.
///
/// @param table the products
/// @param fault why the user's file is left out, one line that names it; empty if it is in use or not there
record Products(ProductTable table, Optional<String> fault) {

    private static final int MOST_BYTES = 1_000_000;
    private static final String KOREAN = "x-windows-949";

    /// Reads `products.csv` in `folder`; blocks.
    static Products in(Path folder) {
        Path file = folder.resolve("products.csv");
        try {
            return new Products(read(file), Optional.empty());
        } catch (NoSuchFileException e) {
            return new Products(ProductTable.builtIn(), Optional.empty());
        } catch (CsvParseException e) {
            return without(file, "it is not CSV: " + e.getMessage());
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return without(file, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static Products without(Path file, String reason) {
        String fault = file + " cannot be used: " + reason.lines().findFirst().orElse("")
                + "; the built-in products are used alone";
        return new Products(ProductTable.builtIn(), Optional.of(fault));
    }

    private static ProductTable read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new IOException("it is larger than " + MOST_BYTES + " bytes");
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(Utf8.unmarked(decode(bytes)))) {
            return ProductTable.builtIn()
                    .with(csv.stream()
                            .map(line -> new ProductTable.Line(line.getStartingLineNumber(), line.getFields()))
                            .toList());
        }
    }

    private static String decode(byte[] bytes) throws IOException {
        Optional<String> text = as(StandardCharsets.UTF_8, bytes);
        if (text.isPresent()) {
            return text.get();
        }
        if (bytes.length > 1 && ((bytes[0] & 0xFF) ^ (bytes[1] & 0xFF)) == 0x01 && (bytes[0] & 0xFE) == 0xFE) {
            throw new IOException("it is in UTF-16; save it as UTF-8");
        }
        boolean korean = Charset.isSupported(KOREAN)
                && as(Charset.forName(KOREAN), bytes).isPresent();
        throw new IOException(
                korean
                        ? "it is in CP949 (Korean Windows), not in UTF-8; save it as UTF-8"
                        : "it is not in UTF-8; save it as UTF-8");
    }

    private static Optional<String> as(Charset charset, byte[] bytes) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
