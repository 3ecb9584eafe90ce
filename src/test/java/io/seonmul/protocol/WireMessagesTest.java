// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WireMessagesTest {

    private static final String HEARTBEAT = "{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"20261123100000\"}}";
    private static final String ANSWER = "{ \"header\": {\"tr_id\":\"H0IFCNT0\",\"tr_key\":\"A01612\"},\n"
            + " \"body\": {\"rt_cd\":\"0\",\"msg_cd\":\"OPSP0000\"} }";

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", " ", "\u0000", "\n\uFEFF"})
    void messagesOneBehindTheOtherAreTakenApart(String between) {
        List<String> messages = List.of(WireFrames.A1, HEARTBEAT, WireFrames.E1, WireFrames.A2, ANSWER, HEARTBEAT);

        assertThat(WireMessages.split(String.join(between, messages))).isEqualTo(messages);
    }

    @Test
    void oneMessageIsItself() {
        for (String message : List.of(WireFrames.A1, WireFrames.E1, HEARTBEAT, ANSWER, "", "hello 0|H0IFCNT0|001|")) {
            assertThat(WireMessages.split(message)).containsExactly(message);
        }
    }

    @Test
    void whatIsAroundAMessageIsNotOfIt() {
        for (String around : List.of("\uFEFF", " ", "\n", "\r\n", "\u0000", "\uFEFF \n")) {
            assertThat(WireMessages.plain(around + HEARTBEAT + around)).isEqualTo(HEARTBEAT);
        }
        assertThat(WireMessages.plain(WireFrames.A1)).isSameAs(WireFrames.A1);
        assertThat(WireMessages.plain(" \n ")).isEmpty();
    }

    @Test
    void aBinaryMessageIsTheTextThatItsBytesAre() {
        assertThat(WireMessages.text(ByteBuffer.wrap("선물 A01612".getBytes(UTF_8))))
                .isEqualTo("선물 A01612");
        assertThat(WireMessages.text(ByteBuffer.wrap("\u00ffA".getBytes(ISO_8859_1))))
                .isEqualTo("\u00ffA");
    }

    @Test
    void aPaddedKeyIsTheKey() throws ProtocolException {
        ControlMessage.Answer answer = (ControlMessage.Answer)
                ControlMessage.parse(ANSWER.replace("A01612", "A01612      ").replace("H0IFCNT0", "H0IFCNT0 "));

        assertThat(answer.trKey()).contains("A01612");
        assertThat(answer.trId()).contains("H0IFCNT0");
    }
}
