// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.SyntheticTicks;
import io.seonmul.market.Tick;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is missing in the volume counted from a reset on.
final class ProfileResetsTest {

    @Test
    void whatCameLateOfBeforeTheResetHidesNoLossAfterIt() {
        List<Tick> ticks = SyntheticTicks.days(4, "A05612", 1).subList(0, 200);
        Instrument instrument = new Instrument(SyntheticTicks.contract("A05612"));
        ticks.subList(0, 100).forEach(instrument::apply);
        instrument.apply(ticks.get(101));
        ProfileResets resets = new ProfileResets();
        InstrumentSnapshot then = instrument.snapshot().orElseThrow();
        resets.reset(then);
        assertThat(resets.of(then).lost()).isZero();

        instrument.apply(ticks.get(103));
        instrument.apply(ticks.get(100));
        InstrumentSnapshot now = instrument.snapshot().orElseThrow();
        assertThat(resets.of(now).lost()).isEqualTo(ticks.get(102).size());
        resets.undo(now.code());
        assertThat(resets.of(now).lost())
                .isEqualTo(now.audit().lostContracts())
                .isEqualTo(ticks.get(102).size());
    }
}
