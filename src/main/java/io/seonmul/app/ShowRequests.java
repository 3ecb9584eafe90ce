// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The door by which a second start asks the first to show its window: a Unix domain socket of the owner's, and on it
/// the one word `show`, answered by `shown` or `no window`.
///
/// One thread serves it. A caller who says nothing, too much or something else is sent away, and no more than
/// [#CALLERS] are listened to at once.
final class ShowRequests implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ShowRequests.class.getName());
    private static final int CALLERS = 8;
    private static final long PATIENCE_MILLIS = 1_000;
    private static final String WORD = "show\n";
    private static final String SHOWN = "shown\n";
    private static final String NO_WINDOW = "no window\n";

    private final Path socket;
    private final ServerSocketChannel server;
    private final Selector selector;
    private final BooleanSupplier show;

    private ShowRequests(Path socket, ServerSocketChannel server, Selector selector, BooleanSupplier show) {
        this.socket = socket;
        this.server = server;
        this.selector = selector;
        this.show = show;
    }

    /// Listens at `socket`, in the place of what a dead process may have left there; the caller holds the lock beside
    /// it.
    ///
    /// @param show called on the listening thread
    /// @return empty where the system has no such sockets, or the path is too long for one
    static Optional<ShowRequests> listen(Path socket, BooleanSupplier show) {
        try {
            Files.deleteIfExists(socket);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            Selector selector = Selector.open();
            ShowRequests requests = new ShowRequests(socket, server, selector, show);
            try {
                requests.open();
            } catch (IOException | RuntimeException e) {
                requests.close();
                throw e;
            }
            return Optional.of(requests);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            LOG.log(Level.INFO, e, () -> "nobody can ask for this window at " + socket);
            return Optional.empty();
        }
    }

    private void open() throws IOException {
        server.bind(UnixDomainSocketAddress.of(socket));
        if (socket.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        Thread.ofPlatform().daemon().name("seonmul-show").start(this::serve);
    }

    private void serve() {
        while (selector.isOpen()) {
            try {
                selector.select(this::serve, PATIENCE_MILLIS);
                dismissTheMute();
            } catch (IOException e) {
                LOG.log(Level.FINE, "a caller is gone", e);
            } catch (ClosedSelectorException e) {
                return;
            }
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else if (key.attachment() instanceof Caller caller) {
                listenTo(caller);
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "a caller is gone", e);
            key.cancel();
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = server.accept();
        if (channel == null) {
            return;
        }
        if (selector.keys().size() > CALLERS) {
            channel.close();
            return;
        }
        channel.configureBlocking(false);
        channel.register(
                selector,
                SelectionKey.OP_READ,
                new Caller(channel, ByteBuffer.allocate(WORD.length()), System.nanoTime()));
    }

    private void listenTo(Caller caller) throws IOException {
        int read = caller.channel().read(caller.said());
        if (read >= 0 && caller.said().hasRemaining()) {
            return;
        }
        try (SocketChannel channel = caller.channel()) {
            String said = StandardCharsets.US_ASCII.decode(caller.said().flip()).toString();
            if (said.equals(WORD)) {
                String answer = show.getAsBoolean() ? SHOWN : NO_WINDOW;
                channel.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
            }
        }
    }

    private void dismissTheMute() throws IOException {
        long now = System.nanoTime();
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() instanceof Caller caller && now - caller.since() > PATIENCE_MILLIS * 1_000_000L) {
                caller.channel().close();
            }
        }
    }

    /// One who has not said the word yet.
    private record Caller(SocketChannel channel, ByteBuffer said, long since) {}

    /// Asks whoever listens at `socket` to show its window; blocks for a second at most.
    ///
    /// @return whether it did
    static boolean ask(Path socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(WORD.getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            ByteBuffer answer = ByteBuffer.allocate(NO_WINDOW.length());
            boolean open = true;
            while (open && answer.position() < SHOWN.length()) {
                open = selector.select(PATIENCE_MILLIS) > 0 && channel.read(answer) >= 0;
                selector.selectedKeys().clear();
            }
            return StandardCharsets.US_ASCII.decode(answer.flip()).toString().equals(SHOWN);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            LOG.log(Level.INFO, "the other window cannot be asked", e);
            return false;
        }
    }

    /// Stops listening and takes the socket away.
    @Override
    public void close() {
        try (server;
                selector) {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.log(Level.FINE, "closing", e);
        }
    }
}
