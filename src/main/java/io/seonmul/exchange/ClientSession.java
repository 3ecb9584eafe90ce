// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import io.seonmul.protocol.Channel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;
import org.jspecify.annotations.Nullable;

/// One client's WebSocket connection with all that the exchange knows of it. Confined to the exchange's thread.
final class ClientSession {

    /// A registration that is confirmed, counted and never followed by a record. Immutable.
    record Silent(String trId, String trKey) {}

    private final WebSocket socket;
    private final Outlet outlet;
    private final FrameSeal seal;
    private final Map<String, Registration> registrations = new LinkedHashMap<>();
    private final Map<String, DepthRegistration> depths = new LinkedHashMap<>();
    private final Set<Silent> silent = new HashSet<>();
    private @Nullable String appKey;
    private long heartbeatAt;
    private long answeredAt;
    private long crowdedSince;
    private boolean crowded;
    private @Nullable String held;

    /// @param now the JVM's nanoseconds
    /// The first heartbeat is due at once: with it the client learns the exchange's date and hour.
    ///
    ClientSession(WebSocket socket, FrameSeal seal, long now) {
        this.socket = socket;
        outlet = new Outlet(socket);
        this.seal = seal;
        heartbeatAt = now;
        answeredAt = now;
    }

    FrameSeal seal() {
        return seal;
    }

    /// Its registrations of trades by TR key, oldest first; whoever holds the session may change them.
    Map<String, Registration> registrations() {
        return registrations;
    }

    /// Its registrations of depth, likewise.
    Map<String, DepthRegistration> depths() {
        return depths;
    }

    /// Its registrations of TRs that this exchange has nothing to send of, likewise.
    Set<Silent> silent() {
        return silent;
    }

    /// Whether it has registered that key of that TR.
    boolean holds(String trId, String trKey) {
        return Channel.ofTrId(trId)
                .map(channel -> switch (channel) {
                    case H0IFCNT0 -> registrations.containsKey(trKey);
                    case H0IFASP0 -> depths.containsKey(trKey);
                })
                .orElseGet(() -> silent.contains(new Silent(trId, trKey)));
    }

    /// How many registrations it has over all TRs.
    int registered() {
        return registrations.size() + depths.size() + silent.size();
    }

    /// Ends all its registrations.
    void unregisterAll() {
        registrations.clear();
        depths.clear();
        silent.clear();
    }

    /// Whether a part of that code's day so far has still to be told, so that its depth, which is the present, has to
    /// wait.
    boolean tells(String trKey) {
        Registration trades = registrations.get(trKey);
        return trades != null && trades.telling();
    }

    /// The app key that this session has claimed; null before its first valid request.
    @Nullable
    String appKey() {
        return appKey;
    }

    void claim(String key) {
        appKey = key;
    }

    /// Whether a heartbeat is due at `now`; if so, the next is due a period later.
    boolean heartbeatDue(long now, long period) {
        if (heartbeatAt - now > 0) {
            return false;
        }
        heartbeatAt = now + period;
        return true;
    }

    void heartbeatAnswered(long now) {
        answeredAt = now;
    }

    /// Nanoseconds since the last answer to a heartbeat, or since the connection.
    long unanswered(long now) {
        return now - answeredAt;
    }

    /// Takes note whether the client is behind with reading at `now`, and says for how many nanoseconds it has been.
    long crowded(long now, boolean isCrowded) {
        if (isCrowded && !crowded) {
            crowdedSince = now;
        }
        crowded = isCrowded;
        return isCrowded ? now - crowdedSince : 0;
    }

    boolean isCrowded() {
        return crowded;
    }

    /// The frame that a fault holds back, to go with the next one.
    Optional<String> held() {
        return Optional.ofNullable(held);
    }

    /// Holds a frame back; null for none any more.
    void hold(@Nullable String frame) {
        held = frame;
    }

    /// Its way onto the socket.
    Outlet outlet() {
        return outlet;
    }

    /// Whether the connection is neither closed nor being closed.
    boolean isOpen() {
        return socket.isOpen();
    }

    /// Closes the connection properly.
    void close(String reason) {
        socket.close(CloseFrame.NORMAL, reason);
    }

    /// Cuts the connection without a close frame.
    void cut(String reason) {
        socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, reason);
    }
}
