// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.Await;
import io.seonmul.market.InstrumentCode;
import io.seonmul.protocol.Frame;
import io.seonmul.protocol.FrameCipher;
import io.seonmul.protocol.ProtocolException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the exchange sends unasked: data frames and heartbeats, to clients that behave and to those that do not.
@Timeout(60)
class WireFeedTest {

    private static EmbeddedExchange start(ExchangeOptions.Builder options) throws IOException {
        return EmbeddedExchange.start(options.build());
    }

    private static ExchangeOptions.Builder busy(double rate, String... codes) {
        return EmbeddedExchangeTest.options()
                .codes(Stream.of(codes).map(InstrumentCode::new).toList())
                .rate(rate);
    }

    @Test
    void sendsEveryRecordOfEveryCodeInFramesOfOneAndOfMany() throws IOException {
        try (EmbeddedExchange exchange = start(busy(3_000, "A01612", "A05612", "A06612"));
                WireClient client = WireClient.connect(exchange, "key").registered("A01612", "A05612", "A06612")) {
            Await.until("records", () -> exchange.counters().records() > 6_000);
            List<String> frames = client.awaitFrames(100);
            Folded folded = new Folded().frames(frames).assertContiguous();

            assertThat(frames).allMatch(frame -> frame.matches("0\\|H0IFCNT0\\|[0-9]{3}\\|A0[156]612\\^.*"));
            assertThat(frames).anyMatch(frame -> !frame.startsWith("0|H0IFCNT0|001|"));
            assertThat(frames).allMatch(frame -> {
                int count = Integer.parseInt(frame.substring(11, 14));
                return count <= 20 && frame.substring(15).split("\\^", -1).length == 50 * count;
            });
            for (String code : List.of("A01612", "A05612", "A06612")) {
                assertThat(folded.snapshot(code).audit().records()).as(code).isGreaterThan(200);
            }
        }
    }

    @Test
    void aFrameHoldsAsManyRecordsAsToldAndNoMore() throws IOException {
        try (EmbeddedExchange exchange = start(busy(200, "A05612").recordsPerFrame(1));
                WireClient client = WireClient.connect(exchange, "key").registered("A05612")) {
            assertThat(client.awaitFrames(50)).allMatch(frame -> frame.startsWith("0|H0IFCNT0|001|"));
        }
    }

    @Test
    void encryptedFramesOpenWithTheAnswersKey() throws IOException, ProtocolException {
        try (EmbeddedExchange exchange = start(busy(500, "A05612").encrypted(true));
                WireClient client = WireClient.connect(exchange, "key")) {
            Map<String, Object> answer = client.register("A05612");
            assertThat(WireClient.header(answer).get("encrypt")).isEqualTo("Y");
            Map<?, ?> output = (Map<?, ?>) WireClient.body(answer).get("output");
            FrameCipher cipher = FrameCipher.of((String) output.get("key"), (String) output.get("iv"))
                    .orElseThrow();
            Folded folded = new Folded();
            for (String text : client.awaitFrames(50)) {
                assertThat(text).matches("1\\|H0IFCNT0\\|[0-9]{3}\\|[A-Za-z0-9+/]+=*");
                folded.frame(cipher.decrypt(Frame.parse(text)));
            }
            folded.assertContiguous();
            assertThat(folded.records()).isGreaterThanOrEqualTo(50);
        }
    }

    @Test
    void eachClientGetsItsOwnCodesOnly() throws IOException {
        try (EmbeddedExchange exchange = start(busy(400, "A01612", "A05612"));
                WireClient one = WireClient.connect(exchange, "one").registered("A01612");
                WireClient two = WireClient.connect(exchange, "two").registered("A05612")) {
            assertThat(one.awaitFrames(20)).allMatch(frame -> frame.contains("|A01612^"));
            assertThat(two.awaitFrames(20)).allMatch(frame -> frame.contains("|A05612^"));
            assertThat(exchange.counters().sessions()).isEqualTo(2);
        }
    }

    @Test
    void aForcedTradeAndALossAreSeenByTheTotals() throws IOException {
        try (EmbeddedExchange exchange = start(busy(300, "A05612"));
                WireClient client = WireClient.connect(exchange, "key").registered("A05612")) {
            client.awaitFrames(10);
            exchange.trade(new InstrumentCode("A05612"));
            exchange.inject(new Fault.Loss(5));
            int before = client.frames.size();
            Folded folded = new Folded().frames(client.awaitFrames(before + 40));
            assertThat(folded.gaps).isNotEmpty().allMatch(gap -> gap.trades() == 1);
        }
    }

    /// A session lives for longer than the grace only if its answers count.
    @ParameterizedTest
    @EnumSource(
            value = WireClient.Reply.class,
            names = {"TEXT", "PONG"})
    void aHeartbeatIsAnsweredByItsTextOrByAPong(WireClient.Reply reply) throws IOException {
        Duration period = Duration.ofMillis(50);
        try (EmbeddedExchange exchange =
                        start(EmbeddedExchangeTest.options().heartbeat(period, Duration.ofSeconds(2)));
                WireClient client = WireClient.connect(exchange, "key", reply)) {
            Await.until("answers", () -> exchange.counters().heartbeatsAnswered() > 50);
            assertThat(client.ended()).isFalse();
            assertThat(exchange.counters().heartbeatsMissed()).isZero();
            assertThat(client.heartbeats)
                    .allMatch(text -> text.matches(
                            "\\{\"header\":\\{\"tr_id\":\"PINGPONG\",\"datetime\":\"20261123110[0-9]{3}\"}}"));
        }
    }

    @Test
    void anUnansweredHeartbeatEndsTheSessionAndFreesItsAppKey() throws IOException {
        try (EmbeddedExchange exchange =
                        start(EmbeddedExchangeTest.options().heartbeat(Duration.ofMillis(50), Duration.ofMillis(400)));
                WireClient mute = WireClient.connect(exchange, "key", WireClient.Reply.NOTHING)) {
            mute.registered("A05612");
            mute.ping();
            mute.awaitEnd();
            Await.until("it is gone", () -> exchange.counters().sessions() == 0);
            assertThat(exchange.counters().heartbeatsMissed()).isEqualTo(1);
            assertThat(exchange.counters().registrations()).isZero();
            try (WireClient next = WireClient.connect(exchange, "key")) {
                next.registered("A05612");
            }
        }
    }

    @Test
    void protocolPingsAreAnsweredUnlessTheSocketIsFrozen() throws IOException {
        try (EmbeddedExchange exchange = start(busy(100, "A05612"));
                WireClient client = WireClient.connect(exchange, "key").registered("A05612")) {
            client.ping();
            Await.until("a pong", () -> client.pongs() == 1);
            Await.until("the registration is counted", () -> exchange.counters().registrations() == 1);
            exchange.inject(new Fault.Freeze());
            client.ping();
            client.send(client.request("2", "H0IFCNT0", "A05612"));
            Await.until(
                    "what came after the ping is done",
                    () -> exchange.counters().registrations() == 0);
            assertThat(client.pongs()).isEqualTo(1);
            exchange.heal();
            client.ping();
            Await.until("the second pong", () -> client.pongs() == 2);
            client.registered("A05612");
            int before = client.frames.size();
            client.awaitFrames(before + 5);
        }
    }

    @Test
    void aClientThatDoesNotReadIsCutOffAndHoldsUpNobody() throws IOException {
        try (EmbeddedExchange exchange = start(busy(20_000, "A05612").backlogBytes(1 << 20));
                WireClient deaf = WireClient.connect(exchange, "deaf");
                WireClient other = WireClient.connect(exchange, "other")) {
            deaf.registered("A05612");
            deaf.stopReading();
            other.registered("A05612");
            Await.until("the deaf one is cut off", () -> exchange.counters().backlogsCut() == 1);
            Await.until("its session is gone", () -> exchange.counters().sessions() == 1);
            int before = other.frames.size();
            new Folded().frames(other.awaitFrames(before + 20)).assertContiguous();
            assertThat(other.ended()).isFalse();
        }
    }

    @Test
    void aSessionCutByTheServerLeavesNothingBehind() throws IOException {
        try (EmbeddedExchange exchange = start(busy(100, "A05612"));
                WireClient client = WireClient.connect(exchange, "key").registered("A05612")) {
            exchange.inject(new Fault.Drop());
            client.awaitEnd();
            Await.until(
                    "nothing is left",
                    () -> exchange.counters().sessions() == 0
                            && exchange.counters().registrations() == 0);
            try (WireClient again = WireClient.connect(exchange, "key").registered("A05612")) {
                again.awaitFrames(3);
            }
        }
    }
}
