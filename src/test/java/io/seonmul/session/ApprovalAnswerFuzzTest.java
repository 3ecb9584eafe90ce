// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.seonmul.Fuzzed;
import java.nio.ByteBuffer;

/// Any text with any status as the answer to a request for an approval key.
final class ApprovalAnswerFuzzTest {

    private static final String APP_KEY = "PSkeyOfTheFuzzTest";
    private static final Secrets SECRETS = new Secrets(APP_KEY, "secret of the fuzz test");

    /// The first two bytes are the HTTP status, the rest is the body.
    @FuzzTest(maxDuration = Fuzzed.TIME)
    void everyAnswerHasAMeaning(byte[] data) {
        if (data.length < Short.BYTES) {
            return;
        }
        int status = ByteBuffer.wrap(data).getShort();
        String body = new String(data, Short.BYTES, data.length - Short.BYTES, UTF_8);
        Fuzzed.survives(data.length, UndeclaredException.class, () -> read(status, body));
    }

    private static ApprovalKeySource.Outcome read(int status, String body) {
        ApprovalKeySource.Outcome outcome = ApprovalAnswer.read(status, body, SECRETS);
        switch (outcome) {
            case ApprovalKeySource.Outcome.Issued issued -> {
                assertThat(issued.key().value()).isNotBlank();
                assertThat(outcome).hasToString("Issued[key=ApprovalKey[…]]"); // whatever the key is
            }
            case ApprovalKeySource.Outcome.Refused refused -> {
                assertThat(refused.detail()).startsWith("HTTP ").hasSizeLessThan(160);
                assertThat(refused.detail()).doesNotContain(APP_KEY);
                assertThat(refused.detail().chars()).noneMatch(Character::isISOControl);
            }
        }
        return outcome;
    }

    /// Never thrown: this reading declares no exception.
    private static final class UndeclaredException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
