// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.ProductTable;
import org.junit.jupiter.api.Test;

final class SetAsideTest {

    private final SetAside aside = new SetAside();

    private static InstrumentCode code(int month) {
        return new InstrumentCode("A056%02d".formatted(month));
    }

    private static Instrument instrument(int month) {
        return new Instrument(ProductTable.builtIn().contract(code(month)));
    }

    @Test
    void givesBackOnce() {
        Instrument instrument = instrument(1);
        aside.put(instrument, 0);

        assertThat(aside.take(code(2))).isEmpty();
        assertThat(aside.take(code(1))).containsSame(instrument);
        assertThat(aside.take(code(1))).isEmpty();
    }

    @Test
    void keepsFewOfThem() {
        for (int month = 1; month <= SetAside.MOST + 1; month++) {
            aside.put(instrument(month), 0);
        }

        assertThat(aside.take(code(1))).isEmpty();
        assertThat(aside.take(code(2))).isPresent();
        assertThat(aside.take(code(SetAside.MOST + 1))).isPresent();
    }

    @Test
    void keepsThemNotForLong() {
        long start = Long.MAX_VALUE - 5; // the monotonic clock may overflow
        aside.put(instrument(1), start);
        aside.put(instrument(2), start + SetAside.KEPT.toNanos() / 2);

        aside.onTime(start + SetAside.KEPT.toNanos() - 1);
        assertThat(aside.take(code(1))).isPresent();
        aside.put(instrument(1), start + SetAside.KEPT.toNanos());
        aside.onTime(start + SetAside.KEPT.toNanos() * 3 / 2);

        assertThat(aside.take(code(2))).isEmpty();
        assertThat(aside.take(code(1))).isPresent();
    }
}
