// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.openinterest;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.OpenInterestStep;
import io.seonmul.market.Price;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuadrantTest {

    private static Quadrant of(long step, String price, long volume, long flow) {
        return Quadrant.of(new OpenInterestStep(
                36_000, 1000, step, Price.parse("400"), Price.parse(price), volume, OptionalLong.of(flow)));
    }

    @ParameterizedTest
    @CsvSource({
        "+5, +0.10, +20, LONG_BUILD_UP",
        "+5, -0.10, -20, SHORT_BUILD_UP",
        "-5, +0.10, +20, SHORT_COVERING",
        "-5, -0.10, -20, LONG_LIQUIDATION",
        "+5, 0.00, +20, UNSAID",
        "0, +0.10, +20, UNSAID",
        "+5, +0.10, -20, UNSAID",
        "-5, -0.10, +20, UNSAID",
        "+5, +0.10, 0, UNSAID"
    })
    void namesTheSideThatPressed(String step, String price, String flow, Quadrant expected) {
        assertThat(of(Long.parseLong(step), price, 100, Long.parseLong(flow))).isEqualTo(expected);
    }

    @Test
    void aTenthOfTheVolumeIsStillBalance() {
        assertThat(of(5, "0.10", 100, 10)).isEqualTo(Quadrant.UNSAID);
        assertThat(of(5, "0.10", 100, 11)).isEqualTo(Quadrant.LONG_BUILD_UP);
        assertThat(of(-5, "-0.10", 1000, -100)).isEqualTo(Quadrant.UNSAID);
        assertThat(of(-5, "-0.10", 1000, -101)).isEqualTo(Quadrant.LONG_LIQUIDATION);
    }

    @Test
    void withoutTradesNothingCanBeSaid() {
        assertThat(of(5, "0.10", 0, 0)).isEqualTo(Quadrant.UNSAID);
    }
}
