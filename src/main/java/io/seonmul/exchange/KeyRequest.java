// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client shows to the REST side when it asks for an approval key or a token. Immutable.
///
/// Any app key is accepted except an empty one and those that begin with `INVALID`; the secret likewise.
sealed interface KeyRequest {

    /// The keys are good.
    record Accepted(String appKey) implements KeyRequest {}

    /// Something is wrong with the request or its keys.
    record Refused(ApprovalDesk.Reply reply) implements KeyRequest {}

    /// Reads a request's body.
    ///
    /// @param secretField the field that has the app secret: KIS names it differently for keys and for tokens
    static KeyRequest read(byte[] body, String secretField) {
        Map<?, ?> request;
        try {
            if (!(JSON.std.anyFrom(new String(body, UTF_8)) instanceof Map<?, ?> object)) {
                return refused(400, "EGW00101", "유효하지 않은 요청입니다.");
            }
            request = object;
        } catch (IOException e) {
            return refused(400, "EGW00101", "유효하지 않은 요청입니다.");
        }
        if (!"client_credentials".equals(request.get("grant_type"))) {
            return refused(403, "EGW00116", "지원하지 않는 grant_type입니다.");
        }
        String appKey = good(request.get("appkey"));
        if (appKey == null) {
            return refused(403, "EGW00103", "유효하지 않은 AppKey입니다.");
        }
        return good(request.get(secretField)) == null
                ? refused(403, "EGW00105", "유효하지 않은 AppSecret입니다.")
                : new Accepted(appKey);
    }

    private static Refused refused(int status, String code, String description) {
        return new Refused(ApprovalDesk.Reply.error(status, code, description));
    }

    private static @Nullable String good(@Nullable Object key) {
        return key instanceof String text && !text.isBlank() && !text.startsWith("INVALID") ? text : null;
    }
}
