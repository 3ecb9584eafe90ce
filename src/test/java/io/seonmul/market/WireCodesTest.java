// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The names that the wire gives a contract.
final class WireCodesTest {

    @ParameterizedTest
    @CsvSource({
        "KR4A016C0004, A01612", "KR4A01730006, A01703", "KR4A01760003, A01706", "KR4A01790000, A01709",
        "KR4A056A0007, A05610", "KR4A056B0006, A05611", "KR4A056C0005, A05612", "KR4A046A0000, A04610",
        "KR4A01690002, A01609", "KR4A06690007, A06609", "1A01612, A01612", "1D0161201, D0161201",
        "' A01612 ', A01612", "A01612, A01612", "D0161201, D0161201"
    })
    void eachMeansOneContract(String name, String code) {
        assertThat(InstrumentCode.ofWire(name)).contains(new InstrumentCode(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"KR4A016C0005", "KR4A016D0003", "KR4B016A7454", "101W09", "1A01699", "2A01612"})
    void anotherNameStaysWhatItIs(String name) {
        assertThat(InstrumentCode.ofWire(name)).contains(new InstrumentCode(name));
    }

    @Test
    void whatIsNoNameIsNone() {
        for (String text : new String[] {"", "  ", "A01", "a01612", "A0161200000000", "A01 612", "선물A01612"}) {
            assertThat(InstrumentCode.ofWire(text)).as(text).isEmpty();
        }
    }
}
