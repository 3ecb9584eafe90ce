// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.SyntheticTicks;
import io.seonmul.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Codes whose trades stop at an hour at which the calendar explains it, or does not, while another code flows.
class SessionHoursTest {

    private static final long SECOND = 1_000_000_000L;

    private Instant wall = Instant.EPOCH;
    private final ExchangeClock clock = new ExchangeClock(() -> wall);
    private final SessionHours hours = new SessionHours(TradingCalendar.builtIn(), clock);
    private final Subscriptions subscriptions = new Subscriptions(SessionTimings.DEFAULT, _ -> {}, hours);

    private Registration flowing(String code, int ticks) {
        subscriptions.watch(SyntheticTicks.contract(code), 0);
        Registration registration = subscriptions.find(new InstrumentCode(code)).orElseThrow();
        for (int i = 0; i < ticks; i++) {
            registration.ticked(FlowWatchTest.AT_NOON.receivedAt(), i * SECOND / 5);
            registration.flow.add(FlowWatchTest.AT_NOON, i * SECOND / 5);
        }
        return registration;
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "2026-12-10T15:19:00, A01612, stalled,",
        "2026-12-10T15:21:00, A01612, closed, HOURS",
        "2026-12-10T15:21:00, A01703, stalled,",
        "2026-12-01T18:05:00, A01612, closed, HOURS",
        "2026-12-05T10:00:00, A01612, closed, NO_TRADING_DAY",
        "2026-12-31T10:00:00, A01703, closed, NO_TRADING_DAY",
        "2026-12-01T08:00:00, A01612, closed, BEFORE_OPENING",
        "2026-12-14T10:00:00, A01612, closed, EXPIRED",
        "2026-11-19T09:00:00, A01612, closed, BEFORE_OPENING",
        "2026-11-19T16:00:00, A01612, stalled,",
        "2028-02-01T10:00:00, A01803, stalled,",
    })
    void aSilenceIsWhatTheCalendarMakesOfIt(LocalDateTime at, String code, String word, CodeState.Closure closure) {
        Registration registration = flowing(code, 101);
        Registration other = flowing("A05706", 401);
        clock.heard(LocalDateTime.of(2026, 11, 17, 12, 0), wall);
        subscriptions.judge(20 * SECOND, true);
        assertThat(registration.state).isEqualTo(new CodeState.Flowing());
        clock.heard(at, wall);
        clock.heard(at, wall);
        subscriptions.judge(21 * SECOND, true);
        long now = 80 * SECOND;
        assertThat(other.flow.tickedWithin(Duration.ofSeconds(5), now)).isTrue();
        subscriptions.judge(now, true);
        assertThat(registration.state.word()).isEqualTo(word);
        if (registration.state instanceof CodeState.Closed closed) {
            assertThat(closed.closure()).isEqualTo(closure);
        }
        assertThat(other.state).as("trades outrank the calendar").isEqualTo(new CodeState.Flowing());
    }
}
