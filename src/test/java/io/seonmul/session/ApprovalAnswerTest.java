// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Only a wrong app key or secret is final; all else passes, and its words are shown wherever they stand.
class ApprovalAnswerTest {

    private static final Secrets SECRETS = new Secrets("key-of-the-test", "secret-of-the-test");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            403 | {"error_code":"EGW00103","error_description":"wrong key"}  | KEYS_REFUSED  | EGW00103 wrong key
            200 | {"msg_cd":"EGW00105","msg1":"wrong secret"}                | KEYS_REFUSED  | EGW00105 wrong secret
            403 | {"error_code":"EGW00133","error_description":"once"}       | ISSUED_LATELY | EGW00133 once
            403 | {"error_code":"EGW00002","error_description":"at fault"}   | SERVER_ERROR  | EGW00002 at fault
            500 | {"rt_cd":"1","msg_cd":"EGW00201","msg1":"too many"}        | ASKED_TOO_OFTEN | EGW00201 too many
            429 | {"message":"EGW00201 too many"}                            | ASKED_TOO_OFTEN | EGW00201 too many
            403 | {"message":"Forbidden"}                                    | SERVER_ERROR  | Forbidden
            401 | {}                                                         | SERVER_ERROR  | no approval_key in the answer
            403 | <html>Forbidden</html>                                     | SERVER_ERROR  | the answer is not JSON
            403 | {"msg1":"key-of-the-test"}                                 | SERVER_ERROR  | …
            """)
    void onlyWrongKeysAreFinal(int status, String body, FailureReason reason, String words) {
        assertThat(ApprovalAnswer.read(status, body, SECRETS))
                .isEqualTo(new ApprovalKeySource.Outcome.Refused(reason, "HTTP " + status + ": " + words));
        assertThat(reason.isFinal()).isEqualTo(reason == FailureReason.KEYS_REFUSED);
    }
}
