// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.seonmul.Fuzzed;

/// Any text as a control message of the real-time server.
final class ControlMessageFuzzTest {

    @FuzzTest(maxDuration = Fuzzed.TIME)
    void anyTextIsReadOrRejected(byte[] data) {
        Fuzzed.survives(data.length, ProtocolException.class, () -> read(new String(data, UTF_8)));
    }

    private static ControlMessage read(String text) throws ProtocolException {
        ControlMessage message = ControlMessage.parse(text);
        switch (message) {
            case ControlMessage.PingPong pingPong -> assertThat(pingPong.text()).isEqualTo(text);
            case ControlMessage.Answer answer -> {
                assertThat(answer.success() || !answer.messageCode().isEmpty()).isTrue();
                assertThat(answer.action()).isNotNull();
            }
        }
        return message;
    }
}
