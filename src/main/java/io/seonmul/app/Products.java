// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.market.ProductTable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads the product table: the built-in lines, and the user's own for what KRX lists next.
final class Products {

    private Products() {}

    /// The table with the lines of `products.csv` in `folder`, if there is one.
    ///
    /// @throws CommandException (usage) if it cannot be read
    static ProductTable in(Path folder) throws CommandException {
        Path file = folder.resolve("products.csv");
        try (Reader lines = Files.newBufferedReader(file)) {
            return ProductTable.builtIn().with(lines);
        } catch (NoSuchFileException e) {
            return ProductTable.builtIn();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
