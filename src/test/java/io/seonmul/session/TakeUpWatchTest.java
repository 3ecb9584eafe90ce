// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.SyntheticTicks;
import io.seonmul.market.Tick;
import io.seonmul.protocol.ProtocolException;
import io.seonmul.protocol.Rejection;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The alarm against folds that refuse: it must not know why.
final class TakeUpWatchTest {

    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final Instant RECEIVED = Instant.parse("2026-11-23T01:00:00Z");
    private static final Rejection BAD =
            new ProtocolException(Rejection.Problem.FIELD, "abc", "H0IFCNT0", "ACML_VOL", "contracts").rejection();

    private final TakeUpWatch watch = new TakeUpWatch();
    private Optional<Tick> shown = Optional.empty();
    private long now;

    private static Tick tick(LocalTime time, long volume) {
        return SyntheticTicks.decode(
                ("A05608^%s^-0.54^5^-0.05^1080.30^1131.06^1146.44^1079.36^1^%d^7587962447^1082.72^-0.91^-0.22^0.00^0.00"
                                + "^5.22^76672^571^000000^5^-50.76^000000^5^-66.14^000000^2^0.94^0.49^94.95^-2.42^0^1.51^1080.30"
                                + "^1080.04^1^1^60234^56822^-3412^69150^65657^997^478^106.25^0^1091.10^1069.50^2")
                        .formatted(time.toString().replace(":", "") + (time.getSecond() == 0 ? "00" : ""), volume));
    }

    /// A stub of the fold: shows what it does not refuse, as the session does after each batch.
    private Optional<CodeState> fold(Tick tick, Predicate<Tick> refused) {
        watch.arrived(tick, now);
        shown = refused.test(tick) ? shown : Optional.of(tick);
        shown.ifPresent(watch::shown);
        return watch.judge(now);
    }

    @Test
    void aFoldThatRefusesIsFoundAfterThreeSecondsOfTheExchange() {
        assertThat(fold(tick(TEN, 1), tick -> false)).isEmpty();
        for (int second = 1; second <= 2; second++) {
            assertThat(fold(tick(TEN.plusSeconds(second), 1 + second), tick -> true))
                    .isEmpty();
        }
        Optional<CodeState> alarm = fold(tick(TEN.plusSeconds(3), 4), tick -> true);
        assertThat(alarm).hasValueSatisfying(state -> {
            assertThat(state).isInstanceOf(CodeState.NotTaken.class);
            assertThat(state.isCurrent()).isFalse();
            assertThat(state.word()).isEqualTo("not-taken");
        });
        assertThat(fold(tick(TEN.plusSeconds(60), 9), tick -> true))
                .as("told once")
                .isEqualTo(alarm);
        now += 600_000_000_000L;
        assertThat(watch.judge(now)).as("and while nothing comes").isEqualTo(alarm);
        assertThat(fold(tick(TEN.plusSeconds(61), 10), tick -> false))
                .as("until it is shown")
                .isEmpty();
    }

    @Test
    void soIsOneThatNeverShowedAnything() {
        assertThat(fold(tick(TEN, 1), tick -> true)).isEmpty();
        assertThat(fold(tick(TEN.plusSeconds(2), 2), tick -> true)).isEmpty();
        assertThat(fold(tick(TEN.plusSeconds(3), 3), tick -> true)).isPresent();
    }

    @Test
    void aSlowCodeIsFoundByItsSecondRecord() {
        fold(tick(TEN, 1), tick -> false);
        assertThat(fold(tick(TEN.plusMinutes(10), 2), tick -> true))
                .as("one alone may be wrong")
                .isEmpty();
        assertThat(fold(tick(TEN.plusMinutes(20), 3), tick -> true)).isPresent();
    }

    @Test
    void oneThatStandsAheadOfEveryRecordIsFoundToo() {
        fold(tick(TEN.plusHours(1), 1), tick -> false);
        for (int second = 0; second < 3; second++) {
            assertThat(fold(later(tick(TEN.plusSeconds(second), 2 + second), second), tick -> true))
                    .isEmpty();
        }
        assertThat(fold(later(tick(TEN.plusSeconds(3), 5), 3), tick -> true)).isPresent();
    }

    private static Tick later(Tick tick, int seconds) {
        return io.seonmul.market.SampleTick.draftOf(tick)
                .tick(
                        tick.code(),
                        RECEIVED.plusSeconds(seconds),
                        tick.width(),
                        io.seonmul.market.WireText.of(tick.raw()));
    }

    @Test
    void wrongRecordsAmongGoodOnesAreNoAlarm() {
        long volume = 0;
        for (int second = 0; second < 50; second++) {
            fold(tick(TEN.plusSeconds(second), ++volume), tick -> false);
            assertThat(fold(tick(TEN.plusHours(2), 1), tick -> true)).isEmpty();
            assertThat(fold(tick(TEN.minusHours(1), 1), tick -> true)).isEmpty();
        }
    }

    @Test
    void aBurstOfOldRecordsAndAShownOneSentAgainAreNoAlarm() {
        Tick newest = tick(TEN.plusMinutes(1), 100);
        fold(newest, tick -> false);
        for (int second = 0; second < 50; second++) {
            assertThat(fold(later(tick(TEN.plusSeconds(second), 1 + second), 0), tick -> true))
                    .isEmpty();
            assertThat(fold(later(tick(TEN.plusMinutes(1), 100), second), tick -> true))
                    .isEmpty();
        }
    }

    @Test
    void midnightIsNoWayBack() {
        fold(tick(LocalTime.of(23, 59, 59), 1), tick -> false);
        assertThat(fold(tick(LocalTime.MIDNIGHT, 2), tick -> true)).isEmpty();
        assertThat(fold(tick(LocalTime.of(0, 0, 1), 3), tick -> true)).isEmpty();
        assertThat(fold(tick(LocalTime.of(0, 0, 2), 4), tick -> true)).isPresent();
    }

    @Test
    void recordsThatCannotBeReadAreAnAlarmOnceTheLastGoodOneIsThreeSecondsOld() {
        fold(tick(TEN, 1), tick -> false);
        now = 2_999_999_999L;
        watch.rejected(BAD, RECEIVED, now);
        assertThat(watch.judge(now)).isEmpty();
        now = 3_000_000_000L;
        assertThat(watch.judge(now)).contains(new CodeState.NotTaken(RECEIVED, Optional.of(BAD)));
        assertThat(watch.rejected()).isEqualTo(1);
        assertThat(fold(tick(TEN.plusSeconds(3), 2), tick -> false)).isEmpty();
        assertThat(watch.rejected()).as("stays counted").isEqualTo(1);
    }

    @Test
    void aCodeOfWhichNothingCanBeReadIsNeverQuiet() {
        watch.rejected(BAD, RECEIVED, now);
        assertThat(watch.judge(now)).contains(new CodeState.NotTaken(RECEIVED, Optional.of(BAD)));
    }

    @Test
    void anotherLinkBeginsAnew() {
        fold(tick(TEN, 1), tick -> false);
        fold(tick(TEN.plusSeconds(5), 2), tick -> true);
        watch.linkOpened();
        assertThat(fold(tick(TEN.plusSeconds(9), 3), tick -> true)).isEmpty();
    }
}
