// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.HandshakeBuilder;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/// The WebSocket side of the exchange on the loopback address: any path, text both ways. Its threads only pass on what
/// they get.
final class WireServer extends WebSocketServer {

    /// Held, because a logger that nobody holds forgets its level. What this library says is said by this class.
    private static final Logger LIBRARY = Logger.getLogger("org.java_websocket");

    private static final int LONGEST_REQUEST = 64 << 10;
    private static final long START_SECONDS = 10;
    private static final int STOP_MILLIS = 2_000;

    /// Where everything goes that comes from a socket; called on the server's threads.
    interface Sink {
        void opened(WebSocket socket);

        void message(WebSocket socket, String text);

        void ping(WebSocket socket, byte[] payload);

        void pong(WebSocket socket, String payload);

        void closed(WebSocket socket);

        void failed(@Nullable WebSocket socket, Exception cause);
    }

    /// The handshake as the library makes it, unless a fault changes its answer.
    private static final class Handshake extends Draft_6455 {
        private final FaultScript faults;

        Handshake(FaultScript faults) {
            super(List.of(), LONGEST_REQUEST);
            this.faults = faults;
        }

        @Override
        public HandshakeBuilder postProcessHandshakeResponseAsServer(
                ClientHandshake request, ServerHandshakeBuilder response) throws InvalidHandshakeException {
            HandshakeBuilder built = super.postProcessHandshakeResponseAsServer(request, response);
            if (faults.connectionList()) {
                built.put("Connection", "keep-alive, Upgrade");
            }
            return built;
        }

        @Override
        public Draft copyInstance() {
            return new Handshake(faults);
        }
    }

    private final Sink sink;
    private final CompletableFuture<Integer> started = new CompletableFuture<>();

    WireServer(InetSocketAddress address, Sink sink, FaultScript faults) {
        super(address, 1, List.of(new Handshake(faults)));
        this.sink = sink;
        LIBRARY.setLevel(Level.OFF);
        setReuseAddr(true);
        setTcpNoDelay(true);
        setDaemon(true);
        // KIS sends no protocol pings.
        setConnectionLostTimeout(0);
    }

    /// Starts listening and returns the port.
    ///
    /// @throws IOException if it cannot listen there
    int listen() throws IOException, InterruptedException {
        start();
        try {
            return started.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (TimeoutException e) {
            stop(STOP_MILLIS);
            throw new IOException("the WebSocket server did not start within " + START_SECONDS + " s", e);
        }
    }

    /// Ends all connections and threads.
    void end() throws InterruptedException {
        stop(STOP_MILLIS);
    }

    @Override
    public void onStart() {
        started.complete(getPort());
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        sink.opened(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        sink.message(socket, text);
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        sink.closed(socket);
    }

    @Override
    public void onError(@Nullable WebSocket socket, Exception cause) {
        if (socket != null || !started.completeExceptionally(cause)) {
            sink.failed(socket, cause);
        }
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata frame) {
        ByteBuffer payload = frame.getPayloadData().duplicate();
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        sink.ping(socket, bytes);
    }

    @Override
    public void onWebsocketPong(WebSocket socket, Framedata frame) {
        sink.pong(socket, UTF_8.decode(frame.getPayloadData().duplicate()).toString());
    }
}
