// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.Await;
import io.seonmul.market.InstrumentCode;
import io.seonmul.protocol.FrameCipher;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the exchange answers over the WebSocket: kis/message_codes.csv and sections 3, 4 and 7 of kis/protocol.md.
@Timeout(60)
class WireAnswersTest {

    private EmbeddedExchange exchange;

    @BeforeEach
    void start() throws IOException {
        exchange = EmbeddedExchange.start(EmbeddedExchangeTest.options()
                .codes(List.of(new InstrumentCode("A01612"), new InstrumentCode("A05612")))
                .rate(200)
                .build());
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    private static void assertAnswer(
            Map<String, Object> answer, String code, String result, String message, String trId, String trKey) {
        assertThat(WireClient.body(answer).get("msg_cd")).isEqualTo(code);
        assertThat(WireClient.body(answer).get("rt_cd")).isEqualTo(result);
        assertThat(WireClient.body(answer).get("msg1")).isEqualTo(message);
        assertThat(WireClient.header(answer).get("tr_id")).isEqualTo(trId);
        assertThat(WireClient.header(answer).get("tr_key")).isEqualTo(trKey);
        assertThat(WireClient.body(answer).containsKey("output")).isEqualTo(result.equals("0"));
    }

    /// Sections D4 and D5 of kis/frames.txt, byte for byte but for the approval key.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"header\":{\"approval_key\": \"KEY\",\"custtype\":\"P\",\"tr_type\":\"1\",\"content-type\":\"utf-8\"},"
                        + "\"body\":{\"input\":{\"tr_id\":\"H0IFCNT0\",\"tr_key\":\"TR_KEY\"}}}",
                "{\"header\": {\"content-type\": \"utf-8\", \"approval_key\": \"KEY\", \"tr_type\": \"1\","
                        + " \"custtype\": \"P\"}, \"body\": {\"input\": {\"tr_id\": \"H0IFCNT0\", \"tr_key\": \"TR_KEY\"}}}"
            })
    void acceptsBothOrdersOfKeysThatOfficialClientsSend(String request) {
        try (WireClient client = WireClient.connect(exchange, "key")) {
            String signed = request.replace("\"KEY\"", '"' + client.approvalKey() + '"');
            for (String trKey : List.of("101T12", "101W09", "A05612")) {
                assertAnswer(
                        client.ask(signed.replace("TR_KEY", trKey)),
                        "OPSP0000",
                        "0",
                        "SUBSCRIBE SUCCESS",
                        "H0IFCNT0",
                        trKey);
            }
            assertThat(client.awaitFrames(3))
                    .as("old codes are confirmed and never tick")
                    .allMatch(frame -> frame.matches("0\\|H0IFCNT0\\|[0-9]{3}\\|A05612\\^.*"));
        }
    }

    @Test
    void aSuccessCarriesTheCiphersKeyInKissOrder() {
        try (WireClient client = WireClient.connect(exchange, "key")) {
            client.send(client.request("1", "H0IFCNT0", "A05612"));
            String text = client.nextAnswer();
            assertThat(text)
                    .matches("\\{\"header\":\\{\"tr_id\":\"H0IFCNT0\",\"tr_key\":\"A05612\",\"encrypt\":\"N\"},"
                            + "\"body\":\\{\"rt_cd\":\"0\",\"msg_cd\":\"OPSP0000\",\"msg1\":\"SUBSCRIBE SUCCESS\","
                            + "\"output\":\\{\"iv\":\"[a-z]{16}\",\"key\":\"[a-z]{32}\"}}}");
            Map<?, ?> output =
                    (Map<?, ?>) WireClient.body(WireClient.object(text)).get("output");
            assertThat(FrameCipher.of((String) output.get("key"), (String) output.get("iv")))
                    .isPresent();
        }
    }

    @Test
    void registersOnceAndUnregistersOnce() {
        try (WireClient client = WireClient.connect(exchange, "key")) {
            client.registered("A05612", "A01612");
            assertAnswer(client.register("A05612"), "OPSP0002", "1", "ALREADY IN SUBSCRIBE", "H0IFCNT0", "A05612");
            assertAnswer(client.unregister("A05612"), "OPSP0001", "0", "UNSUBSCRIBE SUCCESS", "H0IFCNT0", "A05612");
            assertAnswer(
                    client.unregister("A05612"),
                    "OPSP0003",
                    "1",
                    "UNSUBSCRIBE ERROR(not found!)",
                    "H0IFCNT0",
                    "A05612");
            Await.until("one registration", () -> exchange.counters().registrations() == 1);
            client.frames.clear();
            assertThat(client.awaitFrames(3)).allMatch(frame -> frame.contains("|A01612^"));
            client.registered("A05612");
            Await.until("it ticks again", () -> client.frames.stream().anyMatch(frame -> frame.contains("|A05612^")));
        }
    }

    @Test
    void the42ndRegistrationIsTooMany() {
        try (WireClient client = WireClient.connect(exchange, "key")) {
            for (int i = 0; i < 41; i++) {
                client.registered("A%02d612".formatted(i + 10));
            }
            assertAnswer(client.register("A05612"), "OPSP0008", "1", "MAX SUBSCRIBE OVER", "H0IFCNT0", "A05612");
            assertThat(WireClient.code(client.register("A10612"))).isEqualTo("OPSP0002");
            assertThat(WireClient.code(client.unregister("A10612"))).isEqualTo("OPSP0001");
            client.registered("A05612");
            assertThat(exchange.counters().connections()).isEqualTo(1);
        }
    }

    @Test
    void depthIsAnsweredAsTradesAreAndCountsIntoTheSameQuota() {
        try (WireClient client = WireClient.connect(exchange, "key").registered("A05612")) {
            String register = client.request("1", "H0IFASP0", "A05612");
            String unregister = client.request("2", "H0IFASP0", "A05612");
            assertAnswer(client.ask(register), "OPSP0000", "0", "SUBSCRIBE SUCCESS", "H0IFASP0", "A05612");
            assertAnswer(client.ask(register), "OPSP0002", "1", "ALREADY IN SUBSCRIBE", "H0IFASP0", "A05612");
            Await.until(
                    "a book",
                    () -> client.frames.stream().anyMatch(frame -> frame.startsWith("0|H0IFASP0|001|A05612^")));
            assertAnswer(client.ask(unregister), "OPSP0001", "0", "UNSUBSCRIBE SUCCESS", "H0IFASP0", "A05612");
            assertThat(WireClient.code(client.ask(unregister))).isEqualTo("OPSP0003");
            assertThat(WireClient.code(client.ask(client.request("1", "H0IFASP0", "005930"))))
                    .isEqualTo("OPSP8992");

            for (int i = 1; i < 21; i++) {
                client.registered("A%02d612".formatted(i + 10));
            }
            for (int i = 1; i < 21; i++) {
                assertThat(WireClient.code(client.ask(client.request("1", "H0IFASP0", "A%02d612".formatted(i + 10)))))
                        .isEqualTo("OPSP0000");
            }
            assertThat(WireClient.code(client.ask(register))).isEqualTo("OPSP0008");
            assertThat(WireClient.code(client.register("A01612"))).isEqualTo("OPSP0008");
            Await.until("41 registrations", () -> exchange.counters().registrations() == 41);
        }
    }

    @ParameterizedTest(name = "{1} to {0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "nonsense;OPSP9999;JSON PARSING ERROR : invalid json format",
                "{\"header\":;OPSP9999;JSON PARSING ERROR : invalid json format",
                "[];OPSP9999;JSON PARSING ERROR : invalid json format",
                "{};OPSP9998;JSON PARSING ERROR : header not found",
                "{\"header\":1};OPSP9998;JSON PARSING ERROR : header not found",
                "{\"header\":{}};OPSP9992;JSON PARSING ERROR : body not found",
                "{\"header\":{},\"body\":{}};OPSP9991;JSON PARSING ERROR : input not found"
            })
    void namesWhatATextLacks(String text, String code, String message) {
        try (WireClient client = WireClient.connect(exchange, "key")) {
            assertAnswer(client.ask(text), code, "1", message, "(null)", "");
            client.registered("A05612");
        }
    }

    @ParameterizedTest(name = "{2} without or with wrong {0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "`\"approval_key\":\"KEY\",`;``;OPSP9996;JSON PARSING ERROR : appkey;H0IFCNT0;A05612",
                "KEY;not-a-key;OPSP0011;invalid approval : NOT FOUND;H0IFCNT0;A05612",
                "`\"custtype\":\"P\",`;``;OPSP9997;JSON PARSING ERROR : custtype not found;H0IFCNT0;A05612",
                "`\"custtype\":\"P\"`;`\"custtype\":\"X\"`;OPSP8998;JSON PARSING ERROR : invalid custtype;H0IFCNT0;A05612",
                "`\"tr_type\":\"1\"`;`\"tr_type\":\"3\"`;OPSP8997;JSON PARSING ERROR : invalid tr_type;H0IFCNT0;A05612",
                "`,\"tr_key\":\"A05612\"`;``;OPSP9990;JSON PARSING ERROR : tr_key not found;H0IFCNT0;``",
                "`\"tr_key\":\"A05612\"`;`\"tr_key\":5`;OPSP8993;JSON PARSING ERROR : invalid tr_key;H0IFCNT0;``",
                "A05612;005930;OPSP8992;SUBSCRIBE ERROR : invalid tr_key;H0IFCNT0;005930",
                "A05612;a05612;OPSP8992;SUBSCRIBE ERROR : invalid tr_key;H0IFCNT0;a05612",
                "A05612;1A05612;OPSP8992;SUBSCRIBE ERROR : invalid tr_key;H0IFCNT0;1A05612",
                "A05612;ㅁ05612;OPSP8992;SUBSCRIBE ERROR : invalid tr_key;H0IFCNT0;ㅁ05612",
                "A05612;KR4A056C0005;OPSP8992;SUBSCRIBE ERROR : invalid tr_key;H0IFCNT0;KR4A056C0005",
                "H0IFCNT0;H0XXXXX0;OPSP8991;SUBSCRIBE ERROR : invalid tr_id;H0XXXXX0;A05612",
                "`\"tr_id\":\"H0IFCNT0\",`;``;OPSP8991;SUBSCRIBE ERROR : invalid tr_id;(null);A05612"
            })
    void namesWhatIsWrongWithARequest(
            String part, String instead, String code, String message, String trId, String trKey) {
        try (WireClient client = WireClient.connect(exchange, "key")) {
            String template = client.request("1", "H0IFCNT0", "A05612").replace(client.approvalKey(), "KEY");
            assertThat(template).contains(part);
            String request = template.replace(part, instead).replace("KEY", client.approvalKey());
            assertAnswer(client.ask(request), code, "1", message, trId, trKey);
            client.registered("A05612");
        }
    }

    @Test
    void aSecondSessionOnOneAppKeyIsTurnedAway() {
        try (WireClient first = WireClient.connect(exchange, "shared");
                WireClient second = WireClient.connect(exchange, "shared")) {
            first.registered("A05612");
            assertAnswer(second.register("A05612"), "OPSP8996", "9", "ALREADY IN USE appkey", "(null)", "");
            second.awaitEnd();
            int before = first.frames.size();
            first.awaitFrames(before + 5);
            assertThat(first.ended()).isFalse();
        }
        Await.until("both are gone", () -> exchange.counters().sessions() == 0);
        try (WireClient third = WireClient.connect(exchange, "shared")) {
            third.registered("A05612");
        }
    }
}
