// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Access tokens: to each app key one a minute, with KIS's words.
class TokenDeskTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T02:00:00Z"));
    private final TokenDesk desk = new TokenDesk(now::get);

    private ApprovalDesk.Reply ask(String appKey) {
        return desk.issue("{\"grant_type\":\"client_credentials\",\"appkey\":\"%s\",\"appsecret\":\"s\"}"
                .formatted(appKey)
                .getBytes(UTF_8));
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Test
    void aTokenLivesForADayOfKoreanTime() {
        ApprovalDesk.Reply reply = ask("key");
        assertThat(reply.status()).isEqualTo(200);
        Map<String, Object> answer = WireClient.object(reply.body());
        assertThat(answer)
                .containsOnlyKeys("access_token", "access_token_token_expired", "token_type", "expires_in")
                .containsEntry("token_type", "Bearer")
                .containsEntry("expires_in", 86_400)
                .containsEntry("access_token_token_expired", "2026-11-24 11:00:00");
        assertThat(String.valueOf(answer.get("access_token"))).hasSizeGreaterThan(36);
    }

    @Test
    void eachAppKeyHasOneAMinute() {
        assertThat(ask("key").status()).isEqualTo(200);
        pass(Duration.ofSeconds(59));
        ApprovalDesk.Reply refused = ask("key");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(WireClient.object(refused.body())).containsEntry("error_code", "EGW00133");
        assertThat(ask("other").status()).isEqualTo(200);
        pass(Duration.ofSeconds(1));
        assertThat(ask("key").status()).as("a refusal does not count").isEqualTo(200);
        assertThat(ask("key").status()).isEqualTo(403);
    }
}
