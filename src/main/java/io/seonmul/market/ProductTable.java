// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// The products the monitor knows, by the prefix of their codes: a data file, so that a user can add what KRX lists
/// next.
///
/// A line is `prefix,korean,english,KRW a point,tick size`; the last two may be empty (not confirmed); `#` begins a
/// comment. Immutable; any thread. Source of the built-in lines: kis/protocol.md section 11.
public final class ProductTable {

    private final Map<String, Product> byPrefix;

    private ProductTable(Map<String, Product> byPrefix) {
        this.byPrefix = Map.copyOf(byPrefix);
    }

    /// The table that comes with the monitor.
    public static ProductTable builtIn() {
        InputStream lines = Objects.requireNonNull(ProductTable.class.getResourceAsStream("products.csv"));
        try (Reader reader = new InputStreamReader(lines, StandardCharsets.UTF_8)) {
            return new ProductTable(Map.of()).with(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// This table with the lines of `reader` added; a line for a known prefix replaces it.
    ///
    /// @throws IOException if the reader fails
    /// @throws IllegalArgumentException if a line cannot be read, with its number and text
    public ProductTable with(Reader reader) throws IOException {
        Map<String, Product> merged = new LinkedHashMap<>(byPrefix);
        List<String> lines = new BufferedReader(reader).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Product product = parse(line, i + 1);
                merged.put(product.prefix(), product);
            }
        }
        return new ProductTable(merged);
    }

    private static Product parse(String line, int number) {
        String[] cells = line.split(",", -1);
        try {
            if (cells.length != 5 || cells[0].strip().length() != 3) {
                throw new IllegalArgumentException("five cells are needed, the first of three characters");
            }
            String multiplier = cells[3].strip();
            String tick = cells[4].strip();
            return new Product(
                    cells[0].strip(),
                    cells[1].strip(),
                    cells[2].strip(),
                    multiplier.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(multiplier)),
                    tick.isEmpty() ? Optional.empty() : Optional.of(Price.parse(tick)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "product table, line " + number + ": '" + line + "': " + e.getMessage(), e);
        }
    }

    /// The contract of that code; its product is [Product#unknown] where the table has no line for it.
    public Contract contract(InstrumentCode code) {
        Product product = byPrefix.get(code.product());
        return new Contract(code, product == null ? Product.unknown(code.product()) : product);
    }
}
