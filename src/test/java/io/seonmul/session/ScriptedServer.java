// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.seonmul.Await;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/// A WebSocket server that confirms what it is asked, and sends nothing but what a test has it send.
final class ScriptedServer extends WebSocketServer implements AutoCloseable {

    private static final Pattern ASKED =
            Pattern.compile(".*\"tr_type\":\"(.)\".*\"tr_id\":\"(\\w+)\",\"tr_key\":\"(\\w+)\".*", Pattern.DOTALL);

    /// What clients sent, in order.
    final List<String> received = new CopyOnWriteArrayList<>();

    private final AtomicInteger port = new AtomicInteger();
    private final UnaryOperator<String> echo;

    /// @param echo how an answer names the code that was asked for
    ScriptedServer(UnaryOperator<String> echo) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.echo = echo;
        setDaemon(true);
        setReuseAddr(true);
        start();
        Await.until("the server listens", () -> port.get() != 0);
    }

    URI url() {
        return URI.create("ws://127.0.0.1:" + port.get());
    }

    /// Sends every client a text.
    void text(String text) {
        broadcast(text);
    }

    /// Sends every client a text as the payload of a binary frame.
    void bytes(String text) {
        broadcast(text.getBytes(UTF_8));
    }

    @Override
    public void onMessage(WebSocket client, String text) {
        received.add(text);
        Matcher asked = ASKED.matcher(text);
        if (asked.matches()) {
            client.send(("{\"header\":{\"tr_id\":\"%s\",\"tr_key\":\"%s\",\"encrypt\":\"N\"},"
                            + "\"body\":{\"rt_cd\":\"0\",\"msg_cd\":\"%s\",\"msg1\":\"SUCCESS\"}}")
                    .formatted(
                            asked.group(2),
                            echo.apply(asked.group(3)),
                            asked.group(1).equals("1") ? "OPSP0000" : "OPSP0001"));
        }
    }

    @Override
    public void onStart() {
        port.set(getPort());
    }

    @Override
    public void onOpen(WebSocket client, ClientHandshake handshake) {}

    @Override
    public void onClose(WebSocket client, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket client, Exception failure) {}

    @Override
    public void close() {
        try {
            stop(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
