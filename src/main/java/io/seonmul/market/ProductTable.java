// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// The products the monitor knows, by the prefix of their codes: a data file, so that a user can add what KRX lists
/// next.
///
/// A line is `prefix,korean,english,KRW a point,tick size`; the last two may be empty (not confirmed) and are above
/// zero, since figures are divided by them; `#` begins a comment. Immutable; any thread. Source of the built-in lines:
/// kis/protocol.md section 11.
public final class ProductTable {

    private static final int CELLS = 5;
    private static final Pattern PREFIX = Pattern.compile("[0-9A-Z]{3}");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern TICK = Pattern.compile("\\d{1,3}(\\.\\d{1,2}0*)?");

    private final Map<String, Product> byPrefix;

    private ProductTable(Map<String, Product> byPrefix) {
        this.byPrefix = Map.copyOf(byPrefix);
    }

    /// One line of the table.
    ///
    /// @param number where it begins in its file, from 1
    /// @param cells as they are, blanks around them included
    public record Line(long number, List<String> cells) {}

    /// The table that comes with the monitor.
    public static ProductTable builtIn() {
        InputStream file = Objects.requireNonNull(ProductTable.class.getResourceAsStream("products.csv"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<Line> lines = new ArrayList<>();
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                lines.add(new Line(lines.size() + 1, List.of(text.split(",", -1))));
            }
            return new ProductTable(Map.of()).with(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// This table with `lines` added; a line for a known prefix replaces it, a blank one or a comment counts for
    /// nothing.
    ///
    /// @throws IllegalArgumentException if a line cannot be read, with its number and what is wrong with it
    public ProductTable with(List<Line> lines) {
        Map<String, Product> merged = new LinkedHashMap<>(byPrefix);
        for (Line line : lines) {
            String first = line.cells().isEmpty() ? "" : line.cells().getFirst().strip();
            if (!first.startsWith("#") && (line.cells().size() > 1 || !first.isEmpty())) {
                Product product = parse(line);
                merged.put(product.prefix(), product);
            }
        }
        return new ProductTable(merged);
    }

    private static Product parse(Line line) {
        List<String> cells = line.cells().stream().map(String::strip).toList();
        try {
            if (cells.size() != CELLS) {
                throw new IllegalArgumentException("it has " + cells.size() + " cells, " + CELLS + " are needed");
            }
            if (!PREFIX.matcher(cells.get(0)).matches()) {
                throw new IllegalArgumentException("'" + cells.get(0) + "' is not a prefix such as A01");
            }
            return new Product(
                    cells.get(0), cells.get(1), cells.get(2), krwPerPoint(cells.get(3)), tickSize(cells.get(4)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + line.number() + ": " + e.getMessage(), e);
        }
    }

    private static OptionalLong krwPerPoint(String cell) {
        if (cell.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!WHOLE.matcher(cell).matches() || Long.parseLong(cell) == 0) {
            throw new IllegalArgumentException(
                    "KRW a point '" + cell + "' must be a whole number from 1 to 999999999, or empty");
        }
        return OptionalLong.of(Long.parseLong(cell));
    }

    private static Optional<Price> tickSize(String cell) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        if (!TICK.matcher(cell).matches() || Price.parse(cell).isZero()) {
            throw new IllegalArgumentException("tick size '" + cell
                    + "' must be more than 0 and less than 1000 points, with two decimals at" + " most, or empty");
        }
        return Optional.of(Price.parse(cell));
    }

    /// The contract of that code; its product is [Product#unknown] where the table has no line for it.
    public Contract contract(InstrumentCode code) {
        Product product = byPrefix.get(code.product());
        return new Contract(code, product == null ? Product.unknown(code.product()) : product);
    }
}
