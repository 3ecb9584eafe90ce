// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import com.fasterxml.jackson.jr.ob.JSON;
import io.seonmul.protocol.ApprovalKey;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what the server answers to a request for an approval key. Any thread.
///
/// Source: kis/protocol.md section 2.
final class ApprovalAnswer {

    private static final int SHOWN = 120;
    /// Issued keys have 36; a longer text than this could not be sent in a registration.
    private static final int LONGEST_KEY = 1024;

    private ApprovalAnswer() {}

    /// What the answer means: every text has a meaning, if only that the server is at fault.
    ///
    /// @param status the HTTP status
    /// @param secrets what the server may repeat and nobody may see
    static ApprovalKeySource.Outcome read(int status, String body, Secrets secrets) {
        Map<String, Object> json;
        try {
            @Nullable Map<String, Object> map = JSON.std.mapFrom(body);
            json = map == null ? Map.of() : map;
        } catch (IOException e) {
            return refused(FailureReason.SERVER_ERROR, status, "the answer is not JSON", secrets);
        }
        if (json.get("approval_key") instanceof String key && !key.isBlank() && key.length() <= LONGEST_KEY) {
            return new ApprovalKeySource.Outcome.Issued(new ApprovalKey(key));
        }
        String code = text(json, "error_code", "");
        String description = text(json, "error_description", "no approval_key in the answer");
        boolean keysRefused = code.equals("EGW00103") || code.equals("EGW00105") || status == 401 || status == 403;
        return refused(
                keysRefused ? FailureReason.KEYS_REFUSED : FailureReason.SERVER_ERROR,
                status,
                (code + " " + description).strip(),
                secrets);
    }

    private static String text(Map<String, Object> json, String name, String otherwise) {
        return json.get(name) instanceof String text ? text : otherwise;
    }

    private static ApprovalKeySource.Outcome refused(FailureReason reason, int status, String detail, Secrets secrets) {
        String told = secrets.hide(detail);
        String shown = told.length() > SHOWN ? told.substring(0, SHOWN) + "…" : told;
        return new ApprovalKeySource.Outcome.Refused(reason, "HTTP " + status + ": " + oneLine(shown));
    }

    /// A line break from outside would forge a line of the log.
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.chars().forEach(c -> line.append(Character.isISOControl(c) ? '·' : (char) c));
        return line.toString();
    }
}
