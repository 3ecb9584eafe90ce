// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Open interest before its first publication of a day, and from then on.
final class OpenInterestTest {

    private static final Contract MINI = ProductTable.builtIn().contract(new InstrumentCode("A05612"));

    private final SampleTick market = new SampleTick(MINI, "1080.00").at(LocalTime.of(8, 45));
    private final AlertBook book = new AlertBook();
    private final Instrument instrument = new Instrument(MINI, book);

    private InstrumentSnapshot trade(long contracts, long change, long step) {
        instrument.apply(market.openInterest(contracts, change, step).later(5).buy("1080.02", 1));
        return instrument.snapshot().orElseThrow();
    }

    private static AlertRule rule(AlertFigure figure, AlertRule.Condition condition, double value) {
        return new AlertRule(
                figure + " " + condition,
                Optional.empty(),
                figure,
                condition,
                value,
                condition.isChange() ? 60 : 0,
                true,
                AlertRule.USUAL_COOL_DOWN,
                LimitEvent.Severity.WARNING,
                true);
    }

    @Test
    void zeroBeforeTheFirstPublicationIsNoValueAndTheFirstValueNoStep() {
        book.set(List.of(
                rule(AlertFigure.OPEN_INTEREST, AlertRule.Condition.CROSSES_UP, 70_000),
                rule(AlertFigure.OPEN_INTEREST, AlertRule.Condition.RISES_BY, 100),
                rule(AlertFigure.OPEN_INTEREST, AlertRule.Condition.AT_MOST, 10),
                rule(AlertFigure.OPEN_INTEREST_CHANGE, AlertRule.Condition.CHANGES_BY, 100)));
        InstrumentSnapshot before = trade(0, -76_101, 0);
        trade(0, -76_101, 0);
        assertThat(before.tick().openInterest()).isEmpty();
        assertThat(before.openInterestSteps()).isEmpty();
        assertThat(before.bars().get(0).openInterest()).isEqualTo(OptionalLong.empty());

        InstrumentSnapshot first = trade(76_672, 571, 0);
        assertThat(first.openInterestSteps()).singleElement().satisfies(step -> {
            assertThat(step.contracts()).isEqualTo(76_672);
            assertThat(step.step()).isZero();
            assertThat(step.volume()).isZero();
            assertThat(step.priceStep()).isEqualTo(Price.ZERO);
            assertThat(step.flow()).hasValue(0);
        });
        assertThat(first.limitEvents()).isEmpty();

        trade(0, 0, 0);
        InstrumentSnapshot next = trade(76_700, 599, 28);
        assertThat(steps(next)).containsExactly(0L, 28L);
        assertThat(next.openInterestSteps().getLast().volume()).isEqualTo(2);
        assertThat(next.limitEvents()).as("moves by 28 of 100").isEmpty();
    }

    private static LongStream steps(InstrumentSnapshot snapshot) {
        return snapshot.openInterestSteps().stream().mapToLong(OpenInterestStep::step);
    }
}
