// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Price;
import io.seonmul.market.Product;
import io.seonmul.market.ProductTable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProductsTest {

    private static final String LINE = "A99,새 상품,New product,10000,0.05";
    private static final Product NEW =
            new Product("A99", "새 상품", "New product", OptionalLong.of(10_000), Optional.of(Price.ofHundredths(5)));

    @TempDir
    private Path folder;

    @Test
    void withoutAFileTheBuiltInProductsServe() {
        Products products = Products.in(folder);

        assertThat(products.fault()).isEmpty();
        assertThat(product(products, "A01612")).isEqualTo(builtIn());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LINE,
                "\uFEFF" + LINE,
                "\uFEFF# a comment\r\n\r\n  \r\n" + LINE + "\r\n",
                "\"A99\",\"새 상품\",\"New product\",\"10000\",\"0.05\"\n",
                " A99 , 새 상품 , New product , 10000 , 0.0500 \n",
            })
    void aUsersLineIsReadAsRfc4180HasIt(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));

        Products products = Products.in(folder);

        assertThat(products.fault()).isEmpty();
        assertThat(product(products, "A99612")).isEqualTo(NEW);
        assertThat(product(products, "A01612")).isEqualTo(builtIn());
    }

    @Test
    void aQuotedCellMayHoldCommasQuotesAndLines() throws IOException {
        write("A99,\"새, \"\"상품\"\"\",\"New\nproduct\",,\n".getBytes(StandardCharsets.UTF_8));

        assertThat(product(Products.in(folder), "A99612"))
                .isEqualTo(new Product("A99", "새, \"상품\"", "New\nproduct", OptionalLong.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A99,a,b,10000,0      | line 2: tick size '0' must be more than 0",
                "A99,a,b,10000,0.00   | line 2: tick size '0.00'",
                "A99,a,b,10000,-0.05  | line 2: tick size '-0.05'",
                "A99,a,b,10000,0.005  | line 2: tick size '0.005'",
                "A99,a,b,10000,1000   | line 2: tick size '1000'",
                "A99,a,b,10000,NaN    | line 2: tick size 'NaN'",
                "A99,a,b,0,0.05       | line 2: KRW a point '0' must be a whole number from 1",
                "A99,a,b,-1,0.05      | line 2: KRW a point '-1'",
                "A99,a,b,ten,0.05     | line 2: KRW a point 'ten'",
                "A99,a,b,99999999999999999999,0.05 | line 2: KRW a point '99999999999999999999'",
                "A9,a,b,1,0.05        | line 2: 'A9' is not a prefix such as A01",
                "A99,a,b,1            | line 2: it has 4 cells, 5 are needed",
                "A99,\"a             | it is not CSV",
            })
    void aFaultNamesItsLineAndReasonAndTheBuiltInProductsServe(String line, String words) throws IOException {
        write(("A01,x,y,1,1\n" + line.strip() + "\n").getBytes(StandardCharsets.UTF_8));

        leftOut(words.strip());
    }

    @Test
    void anotherEncodingIsNamed() throws IOException {
        write((LINE + "\n").getBytes(Charset.forName("x-windows-949")));
        leftOut("it is in CP949 (Korean Windows), not in UTF-8; save it as UTF-8");

        write(("\uFEFF" + LINE).getBytes(StandardCharsets.UTF_16LE));
        leftOut("it is in UTF-16; save it as UTF-8");

        write(new byte[] {'A', (byte) 0x80, (byte) 0xFF, '\n'});
        leftOut("it is not in UTF-8");
    }

    @Test
    void aFolderInItsPlaceIsAFaultToo() throws IOException {
        Files.createDirectory(folder.resolve("products.csv"));

        leftOut("cannot be used");
    }

    private void leftOut(String words) {
        Products products = Products.in(folder);

        assertThat(products.fault())
                .hasValueSatisfying(fault -> assertThat(fault)
                        .startsWith(folder.resolve("products.csv") + " cannot be used: ")
                        .contains(words)
                        .endsWith("the built-in products are used alone"));
        assertThat(product(products, "A01612")).isEqualTo(builtIn());
    }

    private void write(byte[] bytes) throws IOException {
        Files.write(folder.resolve("products.csv"), bytes);
    }

    private static Product product(Products products, String code) {
        return products.table().contract(new InstrumentCode(code)).product();
    }

    private static Product builtIn() {
        return ProductTable.builtIn().contract(new InstrumentCode("A01612")).product();
    }
}
