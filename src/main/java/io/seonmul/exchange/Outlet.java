// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.exceptions.WebsocketNotConnectedException;

/// The way onto one socket: whole frames as the library writes them, or, for faults, bytes that no library would write.
/// Confined to the exchange's thread.
final class Outlet {

    private static final int CONTINUATION = 0x0;
    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PONG = 0xA;
    private static final int LAST = 0x80;
    private static final int PIECE = 64 << 10;

    private final WebSocket socket;
    /// What still has to drip, in wire order.
    private final Deque<ByteBuffer> dripping = new ArrayDeque<>();
    private boolean endless;

    Outlet(WebSocket socket) {
        this.socket = socket;
    }

    boolean isOpen() {
        return socket.isOpen();
    }

    /// Whether a message without an end is under way, so that no other may begin.
    boolean isBusy() {
        return endless;
    }

    /// Bytes that wait for the client to read, or to drip.
    long backlog() {
        long bytes = 0;
        for (ByteBuffer waiting : dripping) {
            bytes += waiting.remaining();
        }
        if (socket instanceof WebSocketImpl implementation) {
            for (ByteBuffer waiting : implementation.outQueue) {
                bytes += waiting.remaining();
            }
        }
        return bytes;
    }

    /// Sends a text; whether the socket was still open.
    boolean text(String text, FaultScript faults) {
        if (!socket.isOpen()) {
            return false;
        }
        boolean drips = faults.drip().isPresent();
        if (!drips && dripping.isEmpty() && faults.fragment().isEmpty()) {
            return library(() -> socket.send(text));
        }
        byte[] bytes = text.getBytes(UTF_8);
        int piece = faults.fragment().orElse(Math.max(bytes.length, 1));
        ByteArrayOutputStream frames = new ByteArrayOutputStream(bytes.length + 16);
        int at = 0;
        do {
            int length = Math.min(piece, bytes.length - at);
            int opcode = (at == 0 ? TEXT : CONTINUATION) | (at + length == bytes.length ? LAST : 0);
            frames.writeBytes(frame(opcode, bytes, at, length));
            at += length;
        } while (at < bytes.length);
        raw(frames.toByteArray(), drips);
        return true;
    }

    /// Answers a protocol ping.
    void pong(byte[] payload) {
        if (socket.isOpen()) {
            raw(frame(PONG | LAST, payload, 0, payload.length), false);
        }
    }

    /// Sends a text frame of these bytes, whether they are UTF-8 or not.
    void bytes(byte[] payload) {
        raw(frame(TEXT | LAST, payload, 0, payload.length), false);
    }

    /// Sends a close frame with that code and leaves the rest to the client.
    void close(int code) {
        raw(frame(CLOSE | LAST, new byte[] {(byte) (code >> 8), (byte) code}, 0, 2), false);
    }

    /// Sends more of a message that has no end, unless the client has not read what there is.
    void endless() {
        if (socket.isOpen() && backlog() < 4 * PIECE) {
            for (int i = 0; i < 4; i++) {
                byte[] piece = new byte[PIECE];
                Arrays.fill(piece, (byte) '0');
                raw(frame(endless ? CONTINUATION : TEXT, piece, 0, PIECE), false);
                endless = true;
            }
        }
    }

    /// Ends the message that had none.
    void endEndless() {
        if (endless) {
            endless = false;
            raw(frame(CONTINUATION | LAST, new byte[0], 0, 0), false);
        }
    }

    /// Lets so many bytes drip, each in a segment of its own.
    void drip(int bytes) {
        ByteBuffer first = dripping.peek();
        for (int i = 0; i < bytes && first != null; i++) {
            put(new byte[] {first.get()});
            if (!first.hasRemaining()) {
                dripping.remove();
                first = dripping.peek();
            }
        }
    }

    /// Sends at once what was to drip.
    void flush() {
        while (!dripping.isEmpty()) {
            ByteBuffer next = dripping.remove();
            byte[] rest = new byte[next.remaining()];
            next.get(rest);
            put(rest);
        }
    }

    private boolean library(Runnable send) {
        try {
            send.run();
            return true;
        } catch (WebsocketNotConnectedException e) {
            // The peer left between the question and the sending; its close is on its way to this thread.
            return false;
        }
    }

    private void raw(byte[] frames, boolean drips) {
        if (drips || !dripping.isEmpty()) {
            dripping.add(ByteBuffer.wrap(frames));
        } else {
            put(frames);
        }
    }

    private void put(byte[] bytes) {
        if (socket instanceof WebSocketImpl implementation && socket.isOpen()) {
            implementation.outQueue.add(ByteBuffer.wrap(bytes));
            implementation.getWebSocketListener().onWriteDemand(socket);
        }
    }

    /// One unmasked frame, as servers send them (RFC 6455 section 5.2).
    private static byte[] frame(int head, byte[] payload, int from, int length) {
        ByteBuffer frame = ByteBuffer.allocate(length + 10);
        frame.put((byte) head);
        if (length < 126) {
            frame.put((byte) length);
        } else if (length <= 0xFFFF) {
            frame.put((byte) 126).putShort((short) length);
        } else {
            frame.put((byte) 127).putLong(length);
        }
        frame.put(payload, from, length);
        return Arrays.copyOf(frame.array(), frame.position());
    }
}
