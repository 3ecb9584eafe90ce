// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Bars;
import io.seonmul.market.Instrument;
import io.seonmul.market.SyntheticTicks;
import io.seonmul.market.Tick;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The sparkline's closes, taken over bit by bit while records come late.
final class MinuteClosesTest {

    @Test
    void bitByBitEqualsFromScratchWhateverComesLate() {
        List<Tick> ticks = new ArrayList<>(SyntheticTicks.days(8, "A06612", 1).subList(0, 4_000));
        Random random = new Random(8);
        for (int i = 1; i + 300 < ticks.size(); i += 400) {
            Collections.rotate(ticks.subList(i, i + 1 + random.nextInt(300)), -1); // one record, minutes late perhaps
        }
        Instrument instrument = new Instrument(SyntheticTicks.contract("A06612"));
        MinuteCloses along = new MinuteCloses();
        boolean lossy = false;
        for (int i = 0; i < ticks.size(); i++) {
            instrument.apply(ticks.get(i));
            if (random.nextInt(20) == 0) {
                Bars bars = instrument.snapshot().orElseThrow().bars();
                along.take(bars);
                MinuteCloses afresh = new MinuteCloses();
                afresh.take(bars);
                assertThat(told(along)).isEqualTo(told(afresh));
                lossy |= told(along).toString().contains("true");
            }
        }
        assertThat(lossy).isTrue();
        along.take(instrument.snapshot().orElseThrow().bars());
        assertThat(told(along).toString()).doesNotContain("true");
        assertThat(instrument.audit().lateRecords()).isGreaterThan(3);
    }

    private static List<String> told(MinuteCloses closes) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < closes.size(); i++) {
            told.add(closes.minute(i) + " " + closes.close(i) + " " + closes.isLossy(i));
        }
        return told;
    }
}
