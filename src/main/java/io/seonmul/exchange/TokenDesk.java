// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import io.seonmul.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Issues access tokens for KIS's REST interface, to each app key one a minute at most. Any thread.
///
/// The tokens open nothing here: this exchange has no REST interface beyond its keys.
final class TokenDesk {

    private static final Duration LIFE = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final DateTimeFormatter EXPIRES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(TradingCalendar.SEOUL);

    private final InstantSource clock;
    private final Map<String, Instant> issuedAt = new ConcurrentHashMap<>();

    TokenDesk(InstantSource clock) {
        this.clock = clock;
    }

    /// Answers one request for a token.
    ApprovalDesk.Reply issue(byte[] body) {
        return switch (KeyRequest.read(body, "appsecret")) {
            case KeyRequest.Refused refused -> refused.reply();
            case KeyRequest.Accepted accepted -> issue(accepted.appKey());
        };
    }

    private ApprovalDesk.Reply issue(String appKey) {
        Instant now = clock.instant();
        issuedAt.values().removeIf(issued -> !now.isBefore(issued.plus(PAUSE)));
        if (issuedAt.putIfAbsent(appKey, now) != null) {
            return ApprovalDesk.Reply.error(403, "EGW00133", "접근토큰 발급 잠시 후 다시 시도하세요(1분당 1회)");
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", UUID.randomUUID() + "." + UUID.randomUUID());
        answer.put("access_token_token_expired", EXPIRES.format(now.plus(LIFE)));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", LIFE.toSeconds());
        return new ApprovalDesk.Reply(200, Answers.json(answer));
    }
}
