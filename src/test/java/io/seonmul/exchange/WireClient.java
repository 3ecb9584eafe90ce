// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.jr.ob.JSON;
import io.seonmul.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// A client of the exchange by the JDK's own WebSocket, for tests that see only what is on the wire.
final class WireClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 20;

    /// How a client answers PINGPONG.
    enum Reply {
        TEXT,
        PONG,
        NOTHING
    }

    /// Data frames, as they came.
    final ConcurrentLinkedQueue<String> frames = new ConcurrentLinkedQueue<>();
    /// Heartbeats, as they came.
    final ConcurrentLinkedQueue<String> heartbeats = new ConcurrentLinkedQueue<>();

    private final Reply reply;
    private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final AtomicReference<CompletableFuture<?>> sending =
            new AtomicReference<>(CompletableFuture.completedFuture(null));
    private final AtomicInteger pongs = new AtomicInteger();
    private final StringBuilder text = new StringBuilder();
    private final String approvalKey;
    private final WebSocket socket;
    private volatile boolean reading = true;
    private volatile boolean ended;

    private WireClient(EmbeddedExchange exchange, String appKey, Reply reply) {
        this.reply = reply;
        approvalKey = approve(exchange, appKey);
        socket = HTTP.newWebSocketBuilder()
                .buildAsync(exchange.wsUrl().resolve("/any/path"), this)
                .join();
    }

    static WireClient connect(EmbeddedExchange exchange, String appKey) {
        return new WireClient(exchange, appKey, Reply.TEXT);
    }

    static WireClient connect(EmbeddedExchange exchange, String appKey, Reply reply) {
        return new WireClient(exchange, appKey, reply);
    }

    static HttpResponse<String> rest(EmbeddedExchange exchange, String path, String method, String body) {
        URI uri = exchange.restUrl().resolve(path);
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(uri)
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            return fail("no answer from " + uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted");
        }
    }

    private static String approve(EmbeddedExchange exchange, String appKey) {
        HttpResponse<String> response = rest(
                exchange,
                "/oauth2/Approval",
                "POST",
                "{\"grant_type\":\"client_credentials\",\"appkey\":\"%s\",\"secretkey\":\"s\"}".formatted(appKey));
        return String.valueOf(object(response.body()).get("approval_key"));
    }

    String approvalKey() {
        return approvalKey;
    }

    /// Sends a text and returns the next answer.
    Map<String, Object> ask(String request) {
        send(request);
        return object(nextAnswer());
    }

    Map<String, Object> register(String trKey) {
        return ask(request("1", "H0IFCNT0", trKey));
    }

    Map<String, Object> unregister(String trKey) {
        return ask(request("2", "H0IFCNT0", trKey));
    }

    /// Registers codes that must be accepted.
    WireClient registered(String... trKeys) {
        for (String trKey : trKeys) {
            assertThat(code(register(trKey))).isEqualTo("OPSP0000");
        }
        return this;
    }

    String request(String trType, String trId, String trKey) {
        return ("{\"header\":{\"approval_key\":\"%s\",\"custtype\":\"P\",\"tr_type\":\"%s\",\"content-type\":\"utf-8\"},"
                        + "\"body\":{\"input\":{\"tr_id\":\"%s\",\"tr_key\":\"%s\"}}}")
                .formatted(approvalKey, trType, trId, trKey);
    }

    /// Sends after what is being sent: the listener's heartbeats and the test's requests are two threads'.
    private CompletableFuture<WebSocket> queue(WebSocket to, String message) {
        CompletableFuture<WebSocket> mine = new CompletableFuture<>();
        CompletableFuture<?> _ = sending.getAndSet(mine)
                .handle((_, _) -> message)
                .thenCompose(text -> to.sendText(text, true))
                .whenComplete((sent, failure) -> {
                    if (failure == null) {
                        mine.complete(sent);
                    } else {
                        mine.completeExceptionally(failure);
                    }
                });
        return mine;
    }

    void send(String message) {
        queue(socket, message).join();
    }

    void ping() {
        socket.sendPing(ByteBuffer.wrap(new byte[] {1, 2, 3})).join();
    }

    int pongs() {
        return pongs.get();
    }

    String nextAnswer() {
        try {
            String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return answer == null ? fail("no answer") : answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted");
        }
    }

    /// Waits for so many data frames and returns all that came.
    List<String> awaitFrames(int count) {
        Await.until(count + " frames", () -> frames.size() >= count);
        return List.copyOf(frames);
    }

    void awaitEnd() {
        Await.until("the server ends the session", () -> ended);
    }

    boolean ended() {
        return ended;
    }

    /// Asks the socket for nothing more, so that the server's texts pile up.
    void stopReading() {
        reading = false;
    }

    static Map<String, Object> object(String json) {
        try {
            return JSON.std.mapFrom(json);
        } catch (IOException e) {
            return fail("not a JSON object: " + json, e);
        }
    }

    static Map<?, ?> header(Map<String, Object> answer) {
        return (Map<?, ?>) answer.get("header");
    }

    static Map<?, ?> body(Map<String, Object> answer) {
        return (Map<?, ?>) answer.get("body");
    }

    static String code(Map<String, Object> answer) {
        return String.valueOf(body(answer).get("msg_cd"));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            received(from, text.toString());
            text.setLength(0);
        }
        if (reading) {
            from.request(1);
        }
        return null;
    }

    private void received(WebSocket from, String message) {
        if (!message.startsWith("{")) {
            frames.add(message);
        } else if (!message.contains("PINGPONG")) {
            answers.add(message);
        } else {
            heartbeats.add(message);
            CompletionStage<?> _ = switch (reply) {
                case TEXT -> queue(from, message).exceptionally(this::failed);
                case PONG ->
                    from.sendPong(ByteBuffer.wrap(message.getBytes(UTF_8))).exceptionally(this::failed);
                case NOTHING -> CompletableFuture.completedStage(message);
            };
        }
    }

    private WebSocket failed(Throwable cause) {
        ended = true;
        return fail("a heartbeat could not be answered", cause);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        pongs.incrementAndGet();
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        ended = true;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended = true;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
