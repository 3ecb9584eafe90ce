// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import com.fasterxml.jackson.jr.ob.JSON;
import io.seonmul.protocol.ApprovalKey;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what the server answers to a request for an approval key. Any thread.
///
/// Of the gateway's codes only EGW00103 (app key) and EGW00105 (secret) say that the keys are wrong. EGW00133 says that
/// a key was issued within the last minute, EGW00201 that too much was asked in this second, EGW00002 that the gateway
/// is at fault.
final class ApprovalAnswer {

    private static final int SHOWN = 120;
    /// Where KIS, and what stands before it, say what is wrong: codes first.
    private static final List<String> SPOKEN = List.of("error_code", "msg_cd", "error_description", "msg1", "message");
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
        String words = SPOKEN.stream()
                .flatMap(name -> json.get(name) instanceof String text ? Stream.of(text.strip()) : Stream.of())
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        return refused(reason(words), status, words.isEmpty() ? "no approval_key in the answer" : words, secrets);
    }

    /// Only that the keys are wrong is the user's to mend. The status says nothing: 403 stands for "later" too.
    private static FailureReason reason(String words) {
        if (words.contains("EGW00103") || words.contains("EGW00105")) {
            return FailureReason.KEYS_REFUSED;
        }
        if (words.contains("EGW00133")) {
            return FailureReason.ISSUED_LATELY;
        }
        return words.contains("EGW00201") ? FailureReason.ASKED_TOO_OFTEN : FailureReason.SERVER_ERROR;
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
