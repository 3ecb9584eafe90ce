// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.SyntheticTicks;
import io.seonmul.market.Tick;
import io.seonmul.market.TradingCalendar.Phase;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowWatchTest {

    private static final String RECORD =
            "A05608^120000^-0.54^5^-0.05^1080.30^1131.06^1146.44^1079.36^1^134935^7587962447^1082.72^-0.91^-0.22^0.00^0.00"
                    + "^5.22^76672^571^000000^5^-50.76^000000^5^-66.14^000000^2^0.94^0.49^94.95^-2.42^0^1.51^1080.30"
                    + "^1080.04^1^1^60234^56822^-3412^69150^65657^997^478^106.25^0^1091.10^1069.50^2";

    static final Tick AT_NOON = SyntheticTicks.decode(RECORD);
    private static final Optional<Boolean> OTHERS_FLOW = Optional.of(true);

    private static final SessionHours.OfCode OPEN = hours(Phase.CONTINUOUS);
    private static final SessionHours.OfCode SHUT = hours(Phase.CLOSED);

    private static SessionHours.OfCode hours(Phase phase) {
        return new SessionHours.OfCode(phase, CodeState.Closure.HOURS);
    }

    private static long seconds(double seconds) {
        return (long) (seconds * 1e9);
    }

    private static FlowWatch rhythm(Tick tick, double interval, int ticks) {
        FlowWatch flow = new FlowWatch();
        for (int i = 0; i < ticks; i++) {
            flow.add(tick, seconds(i * interval));
        }
        return flow;
    }

    @Test
    void aBusyCodeThatFallsSilentWhileOthersFlowIsStalled() {
        FlowWatch flow = rhythm(AT_NOON, 0.2, 1000);
        long last = seconds(999 * 0.2);
        assertThat(flow.judge(last + seconds(4), OTHERS_FLOW, OPEN)).isEqualTo(new CodeState.Flowing());
        assertThat(flow.judge(last + seconds(20), OTHERS_FLOW, OPEN)).isInstanceOf(CodeState.Quiet.class);
        assertThat(flow.judge(last + seconds(31), OTHERS_FLOW, OPEN)).isInstanceOf(CodeState.Stalled.class);
        assertThat(flow.judge(last + seconds(31), Optional.of(false), OPEN))
                .as("everything is silent: a halt or a holiday, not this code")
                .isInstanceOf(CodeState.Quiet.class);
    }

    @Test
    void silenceAfterTheCloseIsClosedAndNeverAStallNorAHollowLink() {
        FlowWatch flow = rhythm(AT_NOON, 0.2, 1000);
        long last = seconds(999 * 0.2);
        assertThat(flow.judge(last + seconds(1), OTHERS_FLOW, OPEN)).isEqualTo(new CodeState.Flowing());
        assertThat(flow.judge(last + seconds(3), OTHERS_FLOW, SHUT)).isEqualTo(new CodeState.Flowing());
        assertThat(flow.judge(last + seconds(7200), OTHERS_FLOW, SHUT))
                .isEqualTo(new CodeState.Closed(AT_NOON.receivedAt(), CodeState.Closure.HOURS));
        assertThat(flow.isOverdue(Duration.ofMinutes(5), Duration.ofSeconds(20), Phase.CLOSED, last + seconds(7200)))
                .isFalse();
    }

    @Test
    void tradesThatComeOutrankACalendarThatSaysClosed() {
        FlowWatch flow = rhythm(AT_NOON, 0.2, 1000);
        long now = seconds(999 * 0.2);
        flow.judge(now, OTHERS_FLOW, OPEN);
        for (int i = 1; i <= 400; i++) {
            now += seconds(0.2);
            flow.add(AT_NOON, now);
            assertThat(flow.judge(now, OTHERS_FLOW, SHUT)).isEqualTo(new CodeState.Flowing());
        }
        assertThat(flow.judge(now + seconds(31), OTHERS_FLOW, SHUT)).isInstanceOf(CodeState.Stalled.class);
    }

    @Test
    void recordsThatComeJustAfterTheEndProveNothing() {
        FlowWatch flow = rhythm(AT_NOON, 0.01, 1000);
        long now = seconds(10);
        flow.judge(now, OTHERS_FLOW, OPEN);
        flow.judge(now, OTHERS_FLOW, SHUT);
        for (int i = 1; i <= 200; i++) {
            now += seconds(0.01);
            flow.add(AT_NOON, now);
            flow.judge(now, OTHERS_FLOW, SHUT);
        }
        assertThat(flow.judge(now + seconds(300), OTHERS_FLOW, SHUT)).isInstanceOf(CodeState.Closed.class);
    }

    @Test
    void whereHoursAreNotKnownOnlyTheOthersMakeAStall() {
        FlowWatch flow = rhythm(AT_NOON, 0.2, 1000);
        long later = seconds(999 * 0.2) + seconds(3600);
        assertThat(flow.judge(later, Optional.empty(), hours(Phase.UNKNOWN))).isInstanceOf(CodeState.Quiet.class);
        assertThat(flow.judge(later, Optional.of(false), hours(Phase.UNKNOWN))).isInstanceOf(CodeState.Quiet.class);
        assertThat(flow.judge(later, OTHERS_FLOW, hours(Phase.UNKNOWN))).isInstanceOf(CodeState.Stalled.class);
    }

    /// 1 to 17 contracts a minute for 80 minutes: a fixed rule of 120 s reconnected six times for nothing.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aLockedMarketIsNeverOverdueNorLongStalled(long seed) {
        Random random = new Random(seed);
        FlowWatch flow = rhythm(AT_NOON, 0.3, 2000);
        double now = 2000 * 0.3;
        int stalls = 0;
        for (int minute = 0; minute < 80; minute++) {
            int trades = 1 + random.nextInt(17);
            for (int i = 0; i < trades; i++) {
                double interval = -Math.log(1 - random.nextDouble()) * 60 / trades;
                CodeState before = flow.judge(seconds(now + interval * 0.999), OTHERS_FLOW, OPEN);
                stalls += before instanceof CodeState.Stalled ? 1 : 0;
                now += interval;
                flow.add(AT_NOON, seconds(now));
            }
        }
        assertThat(stalls).as("only while the rhythm is not yet learned").isLessThan(10);
        assertThat(flow.isOverdue(Duration.ofSeconds(60), Duration.ofSeconds(20), Phase.CONTINUOUS, seconds(now)))
                .isFalse();
    }

    @Test
    void aFlowingCodeIsOverdueOnAHollowLinkWithinAMinute() {
        FlowWatch flow = rhythm(AT_NOON, 1.5, 100);
        long now = seconds(150);
        flow.linkOpened(now);
        assertThat(flow.isOverdue(Duration.ofSeconds(15), Duration.ofSeconds(20), Phase.CONTINUOUS, now))
                .isFalse();
        assertThat(flow.isOverdue(Duration.ofSeconds(45), Duration.ofSeconds(20), Phase.CONTINUOUS, now))
                .isTrue();
    }
}
