// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.seonmul.Fuzzed;
import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Any file as the user's own product table.
final class ProductsFuzzTest {

    private static final Path FOLDER = Path.of("target", "fuzz", "products");
    private static final Path FILE = FOLDER.resolve("products.csv");

    @FuzzTest(maxDuration = Fuzzed.TIME)
    void anyFileIsReadOrRefused(byte[] data) {
        Fuzzed.survives(data.length, IOException.class, () -> read(data));
    }

    private static Contract read(byte[] data) throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(FILE, data);
        Contract contract = Products.in(FOLDER).table().contract(new InstrumentCode("A01612"));
        assertThat(contract.product().prefix()).isEqualTo("A01");
        contract.product().krwPerPoint().ifPresent(krw -> assertThat(krw).isPositive());
        contract.product()
                .tickSize()
                .ifPresent(tick -> assertThat(tick.hundredths()).isPositive());
        return contract;
    }
}
