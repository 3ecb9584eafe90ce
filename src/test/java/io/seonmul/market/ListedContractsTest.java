// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The listed months of each product.
final class ListedContractsTest {
    @Test
    void sevenQuarterlyMonthsOfTheBigOnes() {
        assertThat(codes("A01", "2026-09-28"))
                .containsExactly("A01612", "A01703", "A01706", "A01709", "A01712", "A01806", "A01812");
        assertThat(codes("A06", "2026-11-23")).hasSize(7).startsWith("A06612");
    }

    @Test
    void sixMonthsOfTheMini() {
        assertThat(codes("A05", "2026-09-28"))
                .containsExactly("A05610", "A05611", "A05612", "A05701", "A05702", "A05703");
    }

    @Test
    void aMonthIsListedUntilItsSecondThursday() {
        assertThat(codes("A01", "2026-12-10")).startsWith("A01612");
        assertThat(codes("A01", "2026-12-11")).startsWith("A01703");
    }

    @Test
    void everyProposalIsACodeOfToday() {
        for (String prefix : List.of("A01", "A04", "A05", "A06")) {
            for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() < 2031; day = day.plusDays(1)) {
                assertThat(ListedContracts.of(prefix, day))
                        .hasSizeBetween(6, 7)
                        .allMatch(InstrumentCode::isOutright)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void nothingIsProposedForAnUnknownProduct() {
        assertThat(codes("A08", "2026-09-28")).isEmpty();
    }

    private static List<String> codes(String prefix, String today) {
        return ListedContracts.of(prefix, LocalDate.parse(today)).stream()
                .map(InstrumentCode::text)
                .toList();
    }
}
