// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client's text asks for. Immutable. Source: kis/protocol.md sections 3 and 5.
sealed interface ClientRequest {

    /// A heartbeat's echo.
    record Heartbeat() implements ClientRequest {}

    /// Registers or unregisters one key of one TR.
    record Subscription(boolean register, String approvalKey, String trId, String trKey) implements ClientRequest {}

    /// A text that asks for nothing that can be done.
    record Malformed(ServerCode code, String trId, String trKey) implements ClientRequest {}

    /// Reads a text with the keys of its objects in any order.
    static ClientRequest parse(String text) {
        Object json;
        try {
            json = JSON.std.anyFrom(text);
        } catch (IOException e) {
            return new Malformed(ServerCode.OPSP9999, Answers.NONE, "");
        }
        if (!(json instanceof Map<?, ?> message)) {
            return new Malformed(ServerCode.OPSP9999, Answers.NONE, "");
        }
        if (!(message.get("header") instanceof Map<?, ?> header)) {
            return new Malformed(ServerCode.OPSP9998, Answers.NONE, "");
        }
        if ("PINGPONG".equals(header.get("tr_id"))) {
            return new Heartbeat();
        }
        if (!(message.get("body") instanceof Map<?, ?> body)) {
            return new Malformed(ServerCode.OPSP9992, Answers.NONE, "");
        }
        if (!(body.get("input") instanceof Map<?, ?> input)) {
            return new Malformed(ServerCode.OPSP9991, Answers.NONE, "");
        }
        return subscription(header, input);
    }

    private static ClientRequest subscription(Map<?, ?> header, Map<?, ?> input) {
        Object trId = input.get("tr_id");
        Object trKey = input.get("tr_key");
        Object approvalKey = header.get("approval_key");
        ServerCode fault = fault(header, approvalKey, trId, trKey);
        if (fault != null) {
            return new Malformed(
                    fault, trId instanceof String id ? id : Answers.NONE, trKey instanceof String key ? key : "");
        }
        return new Subscription(
                "1".equals(header.get("tr_type")),
                String.valueOf(approvalKey),
                String.valueOf(trId),
                String.valueOf(trKey));
    }

    private static @Nullable ServerCode fault(
            Map<?, ?> header, @Nullable Object approvalKey, @Nullable Object trId, @Nullable Object trKey) {
        Object custtype = header.get("custtype");
        Object trType = header.get("tr_type");
        if (!(approvalKey instanceof String)) {
            return ServerCode.OPSP9996;
        } else if (custtype == null) {
            return ServerCode.OPSP9997;
        } else if (!"P".equals(custtype) && !"B".equals(custtype)) {
            return ServerCode.OPSP8998;
        } else if (!"1".equals(trType) && !"2".equals(trType)) {
            return ServerCode.OPSP8997;
        } else if (!(trId instanceof String)) {
            return ServerCode.OPSP8991;
        } else if (trKey == null) {
            return ServerCode.OPSP9990;
        } else if (!(trKey instanceof String)) {
            return ServerCode.OPSP8993;
        }
        return null;
    }
}
