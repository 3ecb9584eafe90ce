// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import com.fasterxml.jackson.jr.ob.JSON;
import io.seonmul.market.InstrumentCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A JSON text of the real-time server, and the ones a client sends. Immutable; any thread.
///
/// Source: kis/protocol.md sections 3 to 5.
public sealed interface ControlMessage {

    /// How a heartbeat writes its moment; a day that does not exist is refused.
    DateTimeFormatter DATETIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    /// The heartbeat; a client sends the same text back.
    ///
    /// @param text the message exactly as received, but for what was around it
    /// @param datetime the exchange's clock, KST, whole seconds; empty where the server sends none that can be read
    record PingPong(String text, Optional<LocalDateTime> datetime) implements ControlMessage {}

    /// The answer to a registration or its end.
    ///
    /// @param trId the TR asked for; empty where the server says `(null)` or nothing
    /// @param trKey the code asked for; empty likewise
    /// @param success whether `rt_cd` is 0: it was done, whatever the code
    /// @param messageCode the answer's code as sent, such as `OPSP0000`; empty only where a success has none
    /// @param message the server's text
    /// @param cipher how frames of this TR are encrypted, if the answer said
    record Answer(
            Optional<String> trId,
            Optional<String> trKey,
            boolean success,
            String messageCode,
            String message,
            Optional<FrameCipher> cipher)
            implements ControlMessage {

        /// What to do about it; empty for a refusal whose code the list does not have.
        public Optional<MessageCode.Action> action() {
            Optional<MessageCode.Action> listed =
                    MessageCode.ofWire(messageCode).map(MessageCode::action);
            return success && !saysWhat() ? Optional.of(MessageCode.Action.CONFIRM_REGISTERED) : listed;
        }

        /// Whether its code says what is the case now, rather than only that something was done.
        public boolean saysWhat() {
            return MessageCode.ofWire(messageCode)
                    .filter(code -> code.action().confirms())
                    .isPresent();
        }
    }

    /// Reads a JSON text of the server.
    ///
    /// @throws ProtocolException if it is no JSON object, or neither a heartbeat nor an answer
    static ControlMessage parse(String text) throws ProtocolException {
        Map<String, Object> json = object(text);
        Map<?, ?> header = child(json, "header", text);
        Optional<String> trId = string(header, "tr_id").map(String::strip).filter(id -> !id.equals("(null)"));
        if (trId.isPresent() && trId.get().equals("PINGPONG")) {
            return new PingPong(text, string(header, "datetime").flatMap(ControlMessage::datetime));
        }
        Map<?, ?> body = child(json, "body", text);
        String code = string(body, "msg_cd").orElse("");
        boolean success = "0".equals(String.valueOf(body.get("rt_cd")).strip());
        if (code.isEmpty() && !success) {
            throw new ProtocolException(Rejection.Problem.PART_MISSING, text, "msg_cd");
        }
        Optional<String> trKey =
                string(header, "tr_key").map(String::strip).filter(key -> !key.isEmpty() && !key.equals("(null)"));
        return new Answer(
                trId, trKey, success, code, string(body, "msg1").orElse("").strip(), cipher(body));
    }

    private static Optional<LocalDateTime> datetime(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip(), DATETIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> object(String text) throws ProtocolException {
        try {
            @Nullable Map<String, Object> map = JSON.std.mapFrom(text);
            if (map != null) {
                return map;
            }
        } catch (IOException e) {
            throw new ProtocolException(Rejection.Problem.NOT_JSON, text);
        }
        throw new ProtocolException(Rejection.Problem.NOT_AN_OBJECT, text);
    }

    private static Map<?, ?> child(Map<?, ?> parent, String name, String text) throws ProtocolException {
        if (parent.get(name) instanceof Map<?, ?> child) {
            return child;
        }
        throw new ProtocolException(Rejection.Problem.PART_MISSING, text, name);
    }

    private static Optional<String> string(Map<?, ?> parent, String name) {
        return parent.get(name) instanceof String value ? Optional.of(value) : Optional.empty();
    }

    private static Optional<FrameCipher> cipher(Map<?, ?> body) {
        if (!(body.get("output") instanceof Map<?, ?> output)) {
            return Optional.empty();
        }
        return string(output, "key").flatMap(key -> string(output, "iv").flatMap(iv -> FrameCipher.of(key, iv)));
    }

    /// The text that registers `code` on `channel`.
    static String register(ApprovalKey key, CustomerType customer, Channel channel, InstrumentCode code) {
        return request(key, customer, "1", channel, code);
    }

    /// The text that ends the registration of `code` on `channel`.
    static String unregister(ApprovalKey key, CustomerType customer, Channel channel, InstrumentCode code) {
        return request(key, customer, "2", channel, code);
    }

    private static String request(
            ApprovalKey key, CustomerType customer, String type, Channel channel, InstrumentCode code) {
        try {
            return JSON.std
                    .composeString()
                    .startObject()
                    .startObjectField("header")
                    .put("approval_key", key.value())
                    .put("custtype", customer.wire())
                    .put("tr_type", type)
                    .put("content-type", "utf-8")
                    .end()
                    .startObjectField("body")
                    .startObjectField("input")
                    .put("tr_id", channel.trId())
                    .put("tr_key", code.text())
                    .end()
                    .end()
                    .end()
                    .finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string cannot fail
        }
    }
}
