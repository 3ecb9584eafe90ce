// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/// The JSON texts that the exchange sends over the WebSocket, keys in KIS's order (kis/frames.txt, section D). No
/// state.
final class Answers {

    /// What KIS writes for a TR id that it does not have.
    static final String NONE = "(null)";

    private static final DateTimeFormatter HEARTBEAT_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private Answers() {}

    /// The answer to a request; a success carries the cipher's key and iv.
    static String answer(ServerCode code, String trId, String trKey, FrameSeal seal, boolean encrypted) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("tr_id", code == ServerCode.OPSP8996 ? NONE : trId);
        header.put("tr_key", code == ServerCode.OPSP8996 ? "" : trKey);
        header.put("encrypt", encrypted && code.success() ? "Y" : "N");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("rt_cd", code.result());
        body.put("msg_cd", code.name());
        body.put("msg1", code.message());
        if (code.success()) {
            Map<String, Object> output = new LinkedHashMap<>();
            output.put("iv", seal.iv());
            output.put("key", seal.key());
            body.put("output", output);
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("header", header);
        message.put("body", body);
        return json(message);
    }

    /// The heartbeat of that time, Korean time.
    static String heartbeat(LocalDateTime time) {
        return "{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"" + HEARTBEAT_TIME.format(time) + "\"}}";
    }

    static String json(Map<String, ?> object) {
        try {
            return JSON.std.asString(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
