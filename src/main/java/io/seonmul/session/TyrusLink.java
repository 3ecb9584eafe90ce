// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.protocol.WireMessages;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.jspecify.annotations.Nullable;

/// A link by the Tyrus WebSocket client.
///
/// Tyrus connects and closes blockingly, and a black-holed connect takes minutes whatever its timeouts say, so both run
/// on
/// virtual threads that the session can abandon; its reconnect handler, heartbeat and idle timer are not used, as
/// they
/// cannot find a mute server.
final class TyrusLink implements FeedLink {

    private static final Logger LOG = System.getLogger(TyrusLink.class.getName());
    /// Held, because a logger that nobody holds forgets its level. What goes wrong on a link is said once, by the
    /// session; the library would say it again, as a severe error with a stack trace.
    private static final java.util.logging.Logger LIBRARY = java.util.logging.Logger.getLogger("org.glassfish.tyrus");

    /// The library says the same of a handshake that is reset, dripped or never answered, and says it after this.
    private static final int HANDSHAKE_MILLIS = 3_000;
    /// A frame of 5,000 records is about 1.5 MB; more than this is no feed. Tyrus closes with 1009 then.
    private static final int LARGEST_TEXT = 8 << 20;

    /// Named by the library where the handshake's answer is no upgrade.
    private static final String UPGRADE_HEADER = "Connection header";

    private static final long SEND_MILLIS = 5_000;

    private final Listener listener;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean met = new AtomicBoolean();
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
    private final ClientManager client = ClientManager.createClient(TolerantContainer.class.getName());

    private final TyrusConnector connector;

    private TyrusLink(TyrusConnector connector, Listener listener) {
        this.connector = connector;
        this.listener = listener;
    }

    /// Begins to connect to `uri`.
    static FeedLink open(URI uri, TyrusConnector connector, Listener listener) {
        TyrusLink link = new TyrusLink(connector, listener);
        LIBRARY.setLevel(java.util.logging.Level.OFF);
        Thread.ofVirtual().name("seonmul-connect").start(() -> link.open(uri));
        return link;
    }

    private void open(URI uri) {
        client.getProperties().put(ClientProperties.HANDSHAKE_TIMEOUT, HANDSHAKE_MILLIS);
        client.getProperties().put("org.glassfish.tyrus.incomingBufferSize", LARGEST_TEXT);
        client.setDefaultMaxTextMessageBufferSize(LARGEST_TEXT);
        client.setDefaultMaxBinaryMessageBufferSize(LARGEST_TEXT);
        client.setAsyncSendTimeout(SEND_MILLIS);
        client.getProperties().put(TolerantContainer.AUTHORITY, uri.getRawAuthority());
        client.getProperties().put(TolerantContainer.MET, met);
        try {
            List<URI> doors = connector.doors(uri);
            for (URI door : doors) {
                boolean isLast = door.equals(doors.getLast());
                if (closing.get() || !refused(door, isLast)) {
                    return;
                }
            }
        } catch (UnknownHostException e) {
            failed(e, System.nanoTime());
        }
    }

    /// Connects to one address.
    ///
    /// @return whether it refused, so that the next has to be tried
    private boolean refused(URI door, boolean isLast) {
        long begun = System.nanoTime();
        try {
            Session opened = client.connectToServer(
                    new Receiver(), ClientEndpointConfig.Builder.create().build(), door);
            if (closing.get()) {
                end(opened);
            }
            return false;
        } catch (DeploymentException | IOException e) {
            return refused(e, begun, isLast);
        } catch (RuntimeException e) { // Tyrus throws them for handshakes that are no HTTP
            return refused(e, begun, isLast);
        }
    }

    private boolean refused(Exception failure, long begun, boolean isLast) {
        LOG.log(Level.DEBUG, "connect failed", failure);
        if (!closing.get()) {
            connector.passOn();
        }
        if (!isLast && root(failure) instanceof SocketException) {
            return true;
        }
        failed(failure, begun);
        return false;
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private void failed(Exception failure, long begun) {
        Throwable cause = root(failure);
        boolean late = System.nanoTime() - begun >= HANDSHAKE_MILLIS * 1_000_000L;
        boolean nameless = cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException;
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (nameless) {
            closed(FailureReason.NAME_NOT_FOUND, ApprovalKeyClient.UNKNOWN_HOST);
        } else {
            // a socket that was refused is one thing, a server that answered something else is another
            FailureReason answered =
                    cause instanceof SocketException ? FailureReason.UNREACHABLE : FailureReason.SERVER_ERROR;
            closed(late ? FailureReason.TIMED_OUT : answered, withAdvice(message));
        }
        client.shutdown();
    }

    private static String withAdvice(String message) {
        return message.contains(UPGRADE_HEADER) ? message + ": a proxy on the way must let WebSocket through" : message;
    }

    private void closed(FailureReason reason, String detail) {
        if (ended.compareAndSet(false, true)) {
            listener.closed(reason, detail);
        }
    }

    private final class Receiver extends Endpoint {

        @Override
        public void onOpen(Session opened, EndpointConfig config) {
            session.set(opened);
            opened.addMessageHandler(String.class, new MessageHandler.Whole<String>() {
                @Override
                public void onMessage(String text) {
                    listener.text(text);
                }
            });
            opened.addMessageHandler(ByteBuffer.class, new MessageHandler.Whole<ByteBuffer>() {
                @Override
                public void onMessage(ByteBuffer bytes) {
                    listener.text(WireMessages.text(bytes));
                }
            });
            opened.addMessageHandler(PongMessage.class, new MessageHandler.Whole<PongMessage>() {
                @Override
                public void onMessage(PongMessage pong) {
                    listener.pong();
                }
            });
            listener.opened();
        }

        @Override
        public void onClose(Session closedSession, CloseReason reason) {
            String phrase = reason.getReasonPhrase();
            closed(
                    FailureReason.LINK_LOST,
                    "close " + reason.getCloseCode().getCode()
                            + (phrase == null || phrase.isEmpty() ? "" : " " + phrase));
            Thread.ofVirtual().name("seonmul-shutdown").start(client::shutdown);
        }

        @Override
        public void onError(Session failed, Throwable failure) {
            LOG.log(Level.DEBUG, "link error", failure);
        }
    }

    @Override
    public void send(String text) {
        Session open = session.get();
        if (open == null || !open.isOpen()) {
            return;
        }
        try {
            open.getAsyncRemote().sendText(text, result -> {
                if (!result.isOK()) {
                    LOG.log(Level.DEBUG, "send failed", result.getException());
                }
            });
        } catch (RuntimeException e) { // Tyrus throws where the socket ends meanwhile; the end itself is notified
            LOG.log(Level.DEBUG, "send failed", e);
        }
    }

    @Override
    public void ping() {
        Session open = session.get();
        if (open == null || !open.isOpen()) {
            return;
        }
        try {
            open.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | IllegalStateException e) { // the missing pong will tell
            LOG.log(Level.DEBUG, "ping failed", e);
        }
    }

    @Override
    public boolean hasMet() {
        return met.get();
    }

    @Override
    public void close() {
        ended.set(true);
        if (closing.compareAndSet(false, true)) {
            Session open = session.get();
            if (open == null) {
                connector.passOn();
            } else {
                Thread.ofVirtual().name("seonmul-close").start(() -> end(open));
            }
        }
    }

    private void end(Session open) {
        try {
            open.close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
        } catch (IOException | IllegalStateException e) { // it was closed already
            LOG.log(Level.DEBUG, "close failed", e);
        } finally {
            client.shutdown();
        }
    }
}
