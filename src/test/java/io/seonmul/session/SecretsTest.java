// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SecretsTest {

    private static final String KEY = "PSed321z-0123456789";

    private final Secrets secrets = new Secrets(KEY, "another secret");

    @Test
    void everyOccurrenceIsTakenOut() {
        assertThat(secrets.hide("key " + KEY + ", again " + KEY + " and another secret."))
                .isEqualTo("key …, again … and ….");
    }

    @Test
    void soIsOneThatWasCutShort() {
        assertThat(secrets.hide("'{\"appkey\":\"" + KEY.substring(0, 11) + "…'"))
                .isEqualTo("'{\"appkey\":\"……'");
    }

    @Test
    void soIsWhatJsonCallsAKeyThoughItIsNotKnown() {
        assertThat(secrets.hide("{\"output\":{\"iv\":\"0123\", \"key\" : \"abcd…"))
                .isEqualTo("{\"output\":{\"iv\":\"…\", \"key\":\"……");
        assertThat(secrets.hide("{\"tr_key\":\"A01612\"}")).isEqualTo("{\"tr_key\":\"A01612\"}");
    }

    @Test
    void otherTextStaysAsItIs() {
        assertThat(secrets.hide("PSed321 is not long enough")).isEqualTo("PSed321 is not long enough");
        assertThat(Secrets.NONE.hide(KEY)).isEqualTo(KEY);
    }

    @Test
    void itDoesNotShowItself() {
        assertThat(secrets.toString()).doesNotContain("PSed");
    }
}
