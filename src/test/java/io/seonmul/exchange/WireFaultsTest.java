// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.Await;
import io.seonmul.market.InstrumentCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What named faults of links and frames put on the wire.
@Timeout(60)
class WireFaultsTest {

    private EmbeddedExchange exchange;

    @BeforeEach
    void start() throws IOException {
        exchange = EmbeddedExchange.start(EmbeddedExchangeTest.options()
                .codes(Stream.of("A01612", "A05612").map(InstrumentCode::new).toList())
                .rate(1_000)
                .heartbeat(Duration.ofMillis(100), Duration.ofSeconds(10))
                .build());
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    private void inject(String name) {
        exchange.inject(NamedFault.named(name).orElseThrow());
    }

    @Test
    void twoFramesInOneTextAreTheFramesThatWouldHaveComeAlone() {
        try (WireClient client =
                WireClient.connect(exchange, "key", WireClient.Reply.PONG).registered("A01612", "A05612")) {
            client.awaitFrames(5);
            inject("two-frames");
            Await.until(
                    "joined frames",
                    () -> client.frames.stream()
                                    .filter(text -> text.contains("\n"))
                                    .count()
                            > 5);
            exchange.heal();
            client.awaitFrames(client.frames.size() + 20);
            List<String> texts = List.copyOf(client.frames);

            assertThat(texts)
                    .filteredOn(text -> text.contains("\n"))
                    .allMatch(text -> text.lines().count() == 2);
            new Folded().frames(texts.stream().flatMap(String::lines).toList()).assertContiguous();
        }
    }

    @Test
    void strayAnswersAreOfThreeKindsAndNoneIsAskedFor() {
        try (WireClient client =
                WireClient.connect(exchange, "key", WireClient.Reply.PONG).registered("A01612")) {
            inject("stray-answer");
            List<String> answers = List.of(client.nextAnswer(), client.nextAnswer(), client.nextAnswer());
            assertThat(answers)
                    .containsExactly(
                            "{\"header\":{\"tr_id\":\"H0MFCNT0\",\"tr_key\":\"A01609\",\"encrypt\":\"N\"},\"body\":"
                                    + "{\"rt_cd\":\"1\",\"msg_cd\":\"OPSP8991\",\"msg1\":\"SUBSCRIBE ERROR : invalid tr_id\"}}",
                            "{\"header\":{\"tr_id\":\"(null)\",\"tr_key\":\"\",\"encrypt\":\"N\"},\"body\":"
                                    + "{\"rt_cd\":\"1\",\"msg_cd\":\"OPSP9999\",\"msg1\":\"JSON PARSING ERROR : invalid json format\"}}",
                            "{\"header\":{\"tr_id\":\"(null)\",\"tr_key\":\"\",\"encrypt\":\"N\"},\"body\":"
                                    + "{\"rt_cd\":\"1\",\"msg_cd\":\"OPSP9993\",\"msg1\":\"JSON PARSING ERROR : internal error\"}}");
            client.awaitFrames(client.frames.size() + 5);
        }
    }

    @Test
    void aClosedMarketSendsHeartbeatsAndAnswersAndNothingElseUntilItOpens() {
        try (WireClient client =
                WireClient.connect(exchange, "key", WireClient.Reply.PONG).registered("A01612")) {
            assertThat(WireClient.code(client.ask(client.request("1", "H0IFASP0", "A01612"))))
                    .isEqualTo("OPSP0000");
            client.awaitFrames(20);
            inject("closed-market");
            client.ping();
            Await.until("a pong", () -> client.pongs() == 1);
            int heartbeats = client.heartbeats.size();
            // What was under way at the fault is through with the first heartbeat after it; depth has its 0.2 s.
            Await.until("five heartbeats", () -> client.heartbeats.size() > heartbeats + 5);
            int frames = client.frames.size();
            assertThat(WireClient.code(client.register("A05612"))).isEqualTo("OPSP0000");
            Await.until("ten heartbeats", () -> client.heartbeats.size() > heartbeats + 10);
            assertThat(client.frames.stream().skip(frames).filter(frame -> !frame.startsWith("0|H0IFASP0")))
                    .isEmpty();

            assertThat(client.heartbeats.stream().skip(heartbeats + 1))
                    .allMatch(text -> text.contains("\"datetime\":\"20261123170"));

            exchange.heal();
            client.awaitFrames(frames + 40);
            List<String> trades = client.frames.stream()
                    .filter(frame -> frame.startsWith("0|H0IFCNT0"))
                    .toList();
            new Folded().frames(trades).assertContiguous();
        }
    }

    @Test
    void aReconnectedClientFirstHearsAServerThatIsAhead() {
        inject("failover");
        try (WireClient client =
                WireClient.connect(exchange, "key", WireClient.Reply.PONG).registered("A01612")) {
            List<Long> volumes = new ArrayList<>();
            for (String frame : client.awaitFrames(3)) {
                List<String> fields = List.of(frame.substring(15).split("\\^", -1));
                for (int at = 10; at < fields.size(); at += 50) {
                    volumes.add(Long.parseLong(fields.get(at)));
                }
            }
            assertThat(volumes.getFirst()).isBetween(volumes.get(1) + 100, volumes.get(1) + 300);
            assertThat(volumes.subList(1, volumes.size())).isSorted();
        }
    }

    @Test
    void theHandshakesAnswerHasAListInItsConnectionHeader() throws IOException {
        assertThat(connectionHeader()).isEqualTo("Connection: Upgrade");
        inject("connection-list");
        assertThat(connectionHeader()).isEqualTo("Connection: keep-alive, Upgrade");
        exchange.heal();
        assertThat(connectionHeader()).isEqualTo("Connection: Upgrade");
    }

    private String connectionHeader() throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                exchange.wsUrl().getPort())) {
            String request = String.join(
                    "\r\n",
                    "GET /tryitout HTTP/1.1",
                    "Host: localhost",
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "Sec-WebSocket-Version: 13",
                    "",
                    "");
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 101");
            return answer.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.startsWith("Connection:"))
                    .findFirst()
                    .orElse("none");
        }
    }

    @Test
    void severalFaultsHaveTheirTurnsAgainAndAgain() {
        try (WireClient client =
                WireClient.connect(exchange, "key", WireClient.Reply.PONG).registered("A01612")) {
            exchange.repeat(
                    Stream.of("wide-records", "stray-answer", "two-frames")
                            .map(name -> NamedFault.named(name).orElseThrow())
                            .toList(),
                    Duration.ofMillis(300));
            for (int round = 0; round < 2; round++) {
                int before = client.frames.size();
                Await.until(
                        "wide records",
                        () -> client.frames.stream().skip(before).anyMatch(frame -> frame.contains("new0")));
                for (int answer = 0; answer < 3; answer++) {
                    assertThat(WireClient.code(WireClient.object(client.nextAnswer())))
                            .matches("OPSP(8991|9999|9993)");
                }
                int since = client.frames.size();
                Await.until(
                        "two frames", () -> client.frames.stream().skip(since).anyMatch(frame -> frame.contains("\n")));
            }
            assertThat(client.frames).noneMatch(frame -> frame.contains("\n") && frame.contains("new0"));
        }
    }
}
