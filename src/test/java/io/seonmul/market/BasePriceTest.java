// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a record implies for the previous settlement: 1080.84 at last 1080.30.
final class BasePriceTest {

    private static final long NONE = Figure.ABSENT;
    private static final long BASE = 108_084;

    private static long base(long change, Direction direction, double rate, long known) {
        return BasePrice.of(108_030, change, direction, rate, known);
    }

    @Test
    void aChangeThatItsCodeAgreesWithIsBelieved() {
        assertThat(base(-54, Direction.DOWN, Double.NaN, 50)).isEqualTo(BASE);
        assertThat(base(-54, Direction.LOWER_LIMIT, 0.05, NONE)).isEqualTo(BASE);
        assertThat(base(0, Direction.FLAT, 0, NONE)).isEqualTo(108_030);
        assertThat(base(54, Direction.UP, 0.05, BASE)).isEqualTo(107_976);
        assertThat(base(-54, Direction.UNKNOWN, Double.NaN, NONE)).isEqualTo(BASE);
    }

    @Test
    void theBaseBeforeDecidesBetweenChangeAndCode() {
        assertThat(base(54, Direction.DOWN, 0.05, BASE)).isEqualTo(BASE);
        assertThat(base(-54, Direction.UP, Double.NaN, BASE)).isEqualTo(BASE);
        assertThat(base(-54, Direction.FLAT, Double.NaN, BASE)).isEqualTo(BASE);
        assertThat(base(54, Direction.FLAT, Double.NaN, 108_030)).isEqualTo(108_030);
    }

    @Test
    void orTheSignOfTheRate() {
        assertThat(base(54, Direction.DOWN, -0.05, NONE)).isEqualTo(BASE);
        assertThat(base(-54, Direction.UP, -0.05, NONE)).isEqualTo(BASE);
        assertThat(base(-54, Direction.UP, 0.05, NONE)).isEqualTo(107_976);
        assertThat(base(54, Direction.DOWN, -0.05, 200_000))
                .as("another day's base")
                .isEqualTo(BASE);
    }

    @Test
    void orNothing() {
        assertThat(base(NONE, Direction.DOWN, -0.05, BASE)).as("no change").isEqualTo(NONE);
        assertThat(base(54, Direction.DOWN, 0.05, NONE))
                .as("both without their minus")
                .isEqualTo(NONE);
        assertThat(base(54, Direction.DOWN, Double.NaN, NONE)).isEqualTo(NONE);
        assertThat(base(0, Direction.UP, 0.05, NONE)).isEqualTo(NONE);
    }

    /// A feed that loses the minus of the change: shown are the right change and the disagreement, and nothing moves.
    @Test
    void aChangeWithoutItsMinusMovesNeitherBaseNorLimits() {
        Instrument instrument = new Instrument(SyntheticTicks.contract("A05608"));
        for (String[] step : new String[][] {
            {"152953", "-0.54", "-0.05", "1080.30"},
            {"152954", "0.64", "-0.06", "1080.20"},
            {"152955", "0.74", "0.07", "1080.10"}
        }) {
            int nth = Integer.parseInt(step[0]) - 152_953;
            instrument.apply(SyntheticTicks.decode(
                    ("A05608^%s^%s^5^%s^%s^1131.06^1146.44^1079.36^1^%d^%d^1082.72^-0.91^-0.22^0.00^0.00"
                                    + "^5.22^76672^571^000000^5^-50.76^000000^5^-66.14^000000^2^0.94^0.49^94.95^-2.42^0^1.51^1080.30"
                                    + "^1080.04^1^1^60234^%d^-3412^69150^%d^997^478^106.25^0^1091.10^1069.50^2")
                            .formatted(
                                    step[0],
                                    step[1],
                                    step[2],
                                    step[3],
                                    134_935 + nth,
                                    7_587_962_447L + 54_010L * nth,
                                    56_822 + nth,
                                    65_657 + nth)));
            LimitStatus limits = instrument.snapshot().orElseThrow().limits();
            assertThat(limits.base()).contains(Price.parse("1080.84"));
            assertThat(limits.stages()).hasSize(3);
        }
        InvariantTally tally = instrument.audit().invariants();
        assertThat(tally.failed(Invariant.I14)).isEqualTo(2);
        assertThat(tally.passed(Invariant.I14)).isEqualTo(1);
    }

    @Test
    void bothSidesMustImplyTheSameIndex() {
        assertThat(fair("1080.30", "1082.72", "-0.91", "1.51").impliedSpot()).contains(Price.parse("1081.21"));
        assertThat(fair("1080.30", "1082.73", "-0.91", "1.51").impliedSpot())
                .as("rounding")
                .contains(Price.parse("1081.22"));
        assertThat(fair("1080.30", "1082.74", "-0.91", "1.51").impliedSpot()).isEmpty();
        assertThat(fair("1080.30", "-12.34", "-0.91", "1.51").impliedSpot())
                .as("a negative theory")
                .isEmpty();
        assertThat(FairValue.UNKNOWN.impliedSpot()).isEmpty();
    }

    private static FairValue fair(String last, String theory, String marketBasis, String theoreticalBasis) {
        return new FairValue(
                Optional.of(Price.parse(last)),
                Optional.of(Price.parse(theory)),
                Optional.of(Price.parse(marketBasis)),
                Optional.of(Price.parse(theoreticalBasis)),
                Optional.empty(),
                Double.NaN);
    }
}
