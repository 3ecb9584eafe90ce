// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.seonmul.Fuzzed;
import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.ProductTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Any file as the user's own product table.
final class ProductsFuzzTest {

    private static final Path FOLDER = Path.of("target", "fuzz", "products");
    private static final Path FILE = FOLDER.resolve("products.csv");

    @FuzzTest(maxDuration = Fuzzed.TIME)
    void anyFileIsReadOrRefused(byte[] data) {
        Fuzzed.survives(data.length, CommandException.class, () -> read(data));
    }

    private static Contract read(byte[] data) throws CommandException, IOException {
        Files.createDirectories(FOLDER);
        Files.write(FILE, data);
        ProductTable table = Products.in(FOLDER);
        Contract contract = table.contract(new InstrumentCode("A01612"));
        assertThat(contract.product().prefix()).isEqualTo("A01");
        return contract;
    }
}
