// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Issues approval keys of 36 characters and remembers whose they are. Any thread.
///
/// Which keys are accepted is for [KeyRequest] to say.
final class ApprovalDesk {

    private static final int MOST_KEYS = 10_000;

    private final Map<String, String> appKeyByApproval = new ConcurrentHashMap<>();
    private final Queue<String> issued = new ConcurrentLinkedQueue<>();

    /// An HTTP reply: status, body, and how it is delivered.
    record Reply(int status, String body, Delivery delivery) {

        /// How a reply gets to the client.
        enum Delivery {
            AT_ONCE,
            /// Not within a minute.
            LATE,
            /// The head at once, the body a byte a second.
            DRIPPING
        }

        Reply(int status, String body) {
            this(status, body, Delivery.AT_ONCE);
        }

        /// This reply, spoilt.
        Reply spoilt(Fault.Spoiling how) {
            return switch (how) {
                case SERVER_ERROR -> new Reply(500, "<html><body><h1>500 Internal Server Error</h1></body></html>");
                case GARBAGE -> new Reply(200, "\u0000\uFFFF{{[[\"approval_key\":");
                case NO_KEY -> new Reply(200, "{\"approval_key\":{\"value\":[1,2,3]}}");
                case HUGE -> new Reply(200, "{\"approval_key\":\"" + "k".repeat(1 << 20) + "\"}");
                case SLOW -> new Reply(status, body, Delivery.LATE);
                case DRIPPING -> new Reply(status, body, Delivery.DRIPPING);
            };
        }

        static Reply error(int status, String code, String description) {
            return new Reply(status, Answers.json(Map.of("error_code", code, "error_description", description)));
        }
    }

    /// Answers one request for an approval key.
    Reply issue(byte[] body) {
        return switch (KeyRequest.read(body, "secretkey")) {
            case KeyRequest.Refused refused -> refused.reply();
            case KeyRequest.Accepted accepted -> issue(accepted.appKey());
        };
    }

    private Reply issue(String appKey) {
        String approvalKey = UUID.randomUUID().toString();
        appKeyByApproval.put(approvalKey, appKey);
        issued.add(approvalKey);
        while (appKeyByApproval.size() > MOST_KEYS) {
            String oldest = issued.poll();
            if (oldest != null) {
                appKeyByApproval.remove(oldest);
            }
        }
        return new Reply(200, Answers.json(Map.of("approval_key", approvalKey)));
    }

    /// The app key to which that approval key was issued; empty if it never was, or was forgotten.
    Optional<String> appKey(String approvalKey) {
        return Optional.ofNullable(appKeyByApproval.get(approvalKey));
    }

    /// Forgets all keys, as after 24 hours.
    void forget() {
        appKeyByApproval.clear();
        issued.clear();
    }
}
