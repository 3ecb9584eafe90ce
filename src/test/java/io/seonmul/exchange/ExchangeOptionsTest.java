// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.seonmul.market.InstrumentCode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What can be asked of an exchange, and how it says no.
class ExchangeOptionsTest {

    private static void refused(UnaryOperator<ExchangeOptions.Builder> wish, String message) {
        ExchangeOptions.Builder builder = wish.apply(ExchangeOptions.on(LocalDate.of(2026, 11, 23)));
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining(message);
    }

    @Test
    void refusesWhatMakesNoSenseAndNamesTheOption() {
        refused(o -> o.ports(-1, 0), "--rest-port must be 0 (a free port) to 65535, not -1");
        refused(o -> o.ports(0, 65_536), "--ws-port");
        refused(o -> o.ports(4_000, 4_000), "must differ");
        refused(o -> o.rate(0), "--rate must be more than 0");
        refused(o -> o.rate(Double.NaN), "--rate");
        refused(o -> o.rate(200_001), "--rate");
        refused(o -> o.clock(0), "--clock");
        refused(o -> o.clock(Double.POSITIVE_INFINITY), "--clock");
        refused(o -> o.rate(5).demo(true), "--rate cannot be combined with --demo");
        refused(o -> o.codes(List.of()), "at least one code");
        refused(o -> o.codes(List.of(new InstrumentCode("101W09"))), "--code 101W09");
        refused(o -> o.codes(List.of(new InstrumentCode("A01612"), new InstrumentCode("A01612"))), "named twice");
        refused(o -> o.start(LocalTime.of(15, 45)), "15:45");
        refused(o -> o.demo(true).start(LocalTime.of(8, 45)), "the demo tells a morning");
        refused(o -> o.demo(true).start(LocalTime.of(15, 35)), "the demo tells a morning");
        refused(o -> o.recordsPerFrame(1_000), "1 to 999 records");
        refused(o -> o.heartbeat(Duration.ZERO, Duration.ofSeconds(1)), "heartbeats");
        refused(o -> o.heartbeat(Duration.ofSeconds(1), Duration.ZERO), "grace");
        refused(o -> o.backlogBytes(0), "backlog");
    }

    @Test
    void tradesTheMonthsThatAreListedOnItsDate() {
        assertThat(ExchangeOptions.on(LocalDate.of(2026, 11, 23)).build().codes())
                .extracting(InstrumentCode::text)
                .containsExactly("A01612", "A01703", "A05612", "A05701", "A05702", "A06612", "A06703");
        assertThat(ExchangeOptions.on(LocalDate.of(2026, 12, 11)).build().codes())
                .extracting(InstrumentCode::text)
                .containsExactly("A01703", "A01706", "A05701", "A05702", "A05703", "A06703", "A06706");
    }
}
