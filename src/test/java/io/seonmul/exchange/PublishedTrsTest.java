// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.Await;
import io.seonmul.market.InstrumentCode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The exchange as KIS's own clients meet it: they register TRs that it has nothing to send of, and end at the first
/// error.
@Timeout(60)
class PublishedTrsTest {

    private EmbeddedExchange exchange;

    @BeforeEach
    void start() throws IOException {
        exchange = EmbeddedExchange.start(EmbeddedExchangeTest.options()
                .codes(List.of(new InstrumentCode("A01612")))
                .rate(200)
                .heartbeat(Duration.ofMillis(100), Duration.ofSeconds(2))
                .build());
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    /// The list of KIS's older sample, with a contract of today in place of its long expired ones: it takes every
    /// answer with `rt_cd` 1 for the end, answers PINGPONG by a PONG and reads what comes.
    @Test
    void aClientThatRegistersAsKissSampleDoesStaysAndReads() {
        List<List<String>> wanted = List.of(
                List.of("H0IFASP0", "A01612"),
                List.of("H0IFCNT0", "A01612"),
                List.of("H0IOASP0", "201T11317"),
                List.of("H0IOCNT0", "201T11317"),
                List.of("H0CFASP0", "175V06"),
                List.of("H0CFCNT0", "175V06"),
                List.of("H0ZFCNT0", "111V06"),
                List.of("H0ZFASP0", "111V06"),
                List.of("H0ZOCNT0", "211V05059"),
                List.of("H0ZOASP0", "211V05059"),
                List.of("H0IFCNI0", "a name of a person"));
        try (WireClient client = WireClient.connect(exchange, "key", WireClient.Reply.PONG)) {
            for (List<String> tr : wanted) {
                Map<String, Object> answer = client.ask(client.request("1", tr.getFirst(), tr.getLast()));
                assertThat(WireClient.body(answer).get("rt_cd"))
                        .as(tr.getFirst())
                        .isEqualTo("0");
                assertThat(WireClient.header(answer).get("tr_key")).isEqualTo(tr.getLast());
            }
            Await.until("they are counted", () -> exchange.counters().registrations() == wanted.size());
            // Twice as long as an unanswered heartbeat is suffered.
            Await.until("answers", () -> exchange.counters().heartbeatsAnswered() > 40);

            assertThat(client.ended()).isFalse();
            assertThat(client.frames).hasSizeGreaterThan(100).allMatch(frame -> frame.startsWith("A01612", 15));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H0IFCNI0,Y", "H0IFCNI9,Y", "H0MFCNI0,Y", "H0EUCNI0,Y", "H0STCNI0,Y", "H0STCNI9,Y", "H0GSCNI0,Y", "HDFFF2C0,Y",
        "H0IOCNT0,N", "H0IOASP0,N", "H0CFCNT0,N", "H0CFASP0,N", "H0ZFCNT0,N", "H0ZFASP0,N", "H0ZOCNT0,N", "H0ZOASP0,N",
        "H0MFCNT0,N", "H0MFASP0,N", "H0EUCNT0,N", "H0EUASP0,N", "H0STCNT0,N", "H0STASP0,N", "H0UPCNT0,N", "H0UPPGM0,N"
    })
    void aTrWithoutRecordsIsRegisteredOnceAndUnregisteredOnce(String trId, String encrypt) {
        try (WireClient client = WireClient.connect(exchange, "key", WireClient.Reply.PONG)) {
            String register = client.request("1", trId, "any key");
            String unregister = client.request("2", trId, "any key");
            assertThat(WireClient.code(client.ask(unregister))).isEqualTo("OPSP0003");
            Map<String, Object> answer = client.ask(register);
            assertThat(WireClient.code(answer)).isEqualTo("OPSP0000");
            assertThat(WireClient.header(answer).get("encrypt")).isEqualTo(encrypt);
            Map<?, ?> output = (Map<?, ?>) WireClient.body(answer).get("output");
            assertThat(output.get("iv").toString()).hasSize(16);
            assertThat(output.get("key").toString()).hasSize(32);
            assertThat(WireClient.code(client.ask(register))).isEqualTo("OPSP0002");
            assertThat(WireClient.code(client.ask(client.request("1", trId, "another"))))
                    .isEqualTo("OPSP0000");
            assertThat(WireClient.code(client.ask(client.request("1", trId, ""))))
                    .isEqualTo("OPSP8992");
            Await.until("two registrations", () -> exchange.counters().registrations() == 2);
            assertThat(WireClient.code(client.ask(unregister))).isEqualTo("OPSP0001");
            assertThat(WireClient.code(client.ask(unregister))).isEqualTo("OPSP0003");
            assertThat(client.frames).isEmpty();
        }
    }

    @Test
    void theyCountIntoTheQuotaAndEndWithTheirSession() {
        try (WireClient client =
                WireClient.connect(exchange, "key", WireClient.Reply.PONG).registered("A01612")) {
            for (int i = 0; i < 40; i++) {
                assertThat(WireClient.code(client.ask(client.request("1", "H0STCNT0", "%06d".formatted(i)))))
                        .isEqualTo("OPSP0000");
            }
            assertThat(WireClient.code(client.ask(client.request("1", "H0UPCNT0", "2001"))))
                    .isEqualTo("OPSP0008");
            assertThat(WireClient.code(client.ask(client.request("1", "H0IFASP0", "A01612"))))
                    .isEqualTo("OPSP0008");
        }
        Await.until("none is left", () -> exchange.counters().registrations() == 0);
    }

    @ParameterizedTest
    @CsvSource({"H0XXXXX0", "h0iocnt0", "H0IOCNT"})
    void onlyATrThatKisDoesNotHaveIsRefused(String trId) {
        try (WireClient client = WireClient.connect(exchange, "key", WireClient.Reply.PONG)) {
            assertThat(WireClient.code(client.ask(client.request("1", trId, "any key"))))
                    .isEqualTo("OPSP8991");
        }
    }
}
