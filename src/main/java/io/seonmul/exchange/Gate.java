// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A door on the loopback address before the exchange's WebSocket, at which connecting itself can fail.
///
/// It forwards bytes both ways; while [FaultScript#door] says so, new connections get no further. Those that are
/// through
/// stay through. Its threads are virtual. Any thread may call it.
final class Gate implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Gate.class.getName());
    private static final String HANDSHAKE = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nX-Padding: ";
    private static final Duration DRIP = Duration.ofMillis(200);
    private static final int LONGEST_REQUEST = 16 << 10;
    /// The shortest queue of connections not yet accepted that a platform gives, and what fills it to the brim.
    private static final int QUEUE = 1;

    private static final int FILLERS = 4;
    private static final int PIECE = 64 << 10;

    private final ServerSocket door;
    private final int target;
    private final FaultScript faults;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    /// What the connections that are held back wait for; replaced each time the faults change.
    private final AtomicReference<CompletableFuture<Boolean>> change = new AtomicReference<>(new CompletableFuture<>());

    private Gate(ServerSocket door, int target, FaultScript faults) {
        this.door = door;
        this.target = target;
        this.faults = faults;
    }

    /// Opens a door at `address` to the port `target` of this machine.
    static Gate open(InetSocketAddress address, int target, FaultScript faults) throws IOException {
        ServerSocket door = new ServerSocket();
        try {
            door.setReuseAddress(true);
            door.bind(address, QUEUE);
        } catch (IOException e) {
            door.close();
            throw e;
        }
        Gate gate = new Gate(door, target, faults);
        Thread.ofVirtual().name("exchange-gate").start(gate::run);
        return gate;
    }

    int port() {
        return door.getLocalPort();
    }

    /// Looks at the faults again: what they hold back may have become free, or has to be held back now.
    void changed() {
        CompletableFuture<Boolean> before =
                Objects.requireNonNull(change.getAndSet(new CompletableFuture<>())); // never set to null
        before.complete(true);
        if (blackHole()) {
            fill();
        }
    }

    private boolean blackHole() {
        return faults.door().equals(Optional.of(Fault.Door.BLACK_HOLE)) && !door.isClosed();
    }

    private void run() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                Thread.ofVirtual().name("exchange-gate-in").start(() -> serve(client));
                while (blackHole()) {
                    Objects.requireNonNull(change.get()).join();
                }
            } catch (IOException e) {
                LOG.log(Level.FINE, "the door is closed", e);
            }
        }
    }

    /// Connects until the queue of the door, which nobody accepts from any more, is full: the system then drops what
    /// comes, as a black hole would.
    private void fill() {
        CompletableFuture<Boolean> until = Objects.requireNonNull(change.get());
        for (int i = 0; i < FILLERS; i++) {
            try {
                SocketChannel filler = SocketChannel.open();
                open.add(filler);
                filler.configureBlocking(false);
                filler.connect(door.getLocalSocketAddress());
                CompletableFuture<Void> _ = until.thenAccept(_ -> end(filler));
            } catch (IOException e) {
                LOG.log(Level.FINE, "the queue is full", e);
            }
        }
    }

    private void serve(Socket client) {
        try {
            Optional<Fault.Door> trouble = faults.door();
            if (trouble.isEmpty()) {
                forward(client);
            } else {
                CompletableFuture<Boolean> until = Objects.requireNonNull(change.get());
                switch (trouble.get()) {
                    case BLACK_HOLE, MUTE -> until.join();
                    case RESET -> {
                        readRequest(client);
                        client.setOption(StandardSocketOptions.SO_LINGER, 0);
                    }
                    case DRIPPING -> {
                        readRequest(client);
                        drip(client.getOutputStream(), until);
                    }
                }
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "a connection ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(client);
        }
    }

    private static void readRequest(Socket client) throws IOException {
        byte[] request = new byte[LONGEST_REQUEST];
        int length = 0;
        while (length < request.length && !new String(request, 0, length, US_ASCII).endsWith("\r\n\r\n")) {
            int read = client.getInputStream().read(request, length, request.length - length);
            if (read < 0) {
                return;
            }
            length += read;
        }
    }

    private static void drip(OutputStream out, CompletableFuture<Boolean> until)
            throws IOException, InterruptedException {
        for (int i = 0; !until.isDone(); i++) {
            out.write(i < HANDSHAKE.length() ? HANDSHAKE.charAt(i) : 'x');
            out.flush();
            Thread.sleep(DRIP);
        }
    }

    private void forward(Socket client) throws IOException {
        Socket server = new Socket(door.getInetAddress(), target);
        open.add(server);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Thread.ofVirtual().name("exchange-gate-out").start(() -> {
            try {
                pump(server, client);
            } catch (IOException e) {
                LOG.log(Level.FINE, "a connection ended", e);
            } finally {
                end(client);
            }
        });
        try {
            pump(client, server);
        } finally {
            end(server);
        }
    }

    private void pump(Socket from, Socket to) throws IOException {
        byte[] bytes = new byte[PIECE];
        int length = from.getInputStream().read(bytes);
        while (length >= 0) {
            awaitPassage();
            to.getOutputStream().write(bytes, 0, length);
            length = from.getInputStream().read(bytes);
        }
        awaitPassage();
    }

    private void awaitPassage() {
        while (faults.severed() && !door.isClosed()) {
            Objects.requireNonNull(change.get()).join();
        }
    }

    private void end(Closeable socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "a socket did not close", e);
        }
    }

    /// Ends all connections and gives the port back.
    @Override
    public void close() {
        end(door);
        changed();
        Set.copyOf(open).forEach(this::end);
    }
}
