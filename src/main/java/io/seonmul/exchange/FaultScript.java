// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What stands between the exchange and its clients and may change everything that passes; by default it changes
/// nothing.
///
/// Called on the exchange's own thread, except [#approval] (an HTTP thread) and [#connectionList] (the WebSocket's).
interface FaultScript {

    /// The trade records of one registration that get into frames, in order.
    default List<String> records(Registration registration, List<String> records) {
        return records;
    }

    /// A data frame as it is to be sent.
    ///
    /// @param number counts the data frames of its TR, from 1
    default String frame(String frame, long number) {
        return frame;
    }

    /// Every how manyth frame of trades waits for the next one of its client and goes in one text with it; empty if
    /// none does.
    default OptionalInt joining() {
        return OptionalInt.empty();
    }

    /// Whether nothing at all goes onto the sockets: no frame, no answer, no heartbeat, no pong.
    default boolean mute() {
        return false;
    }

    /// Whether every client is sent a message without an end.
    default boolean endless() {
        return false;
    }

    /// How many bytes a second go out, each in a segment of its own; empty if texts go as they are.
    default OptionalInt drip() {
        return OptionalInt.empty();
    }

    /// How many bytes a WebSocket fragment has at most; empty if texts are not fragmented.
    default OptionalInt fragment() {
        return OptionalInt.empty();
    }

    /// The code with which a request about that TR is answered instead of `planned`.
    default ServerCode answer(ServerCode planned, String trId) {
        return planned;
    }

    /// Whether a registration made now will never tick.
    default boolean hollow() {
        return false;
    }

    /// Whether a registration made now begins with a record of a server that is ahead, and by how many contracts.
    default OptionalInt ahead() {
        return OptionalInt.empty();
    }

    /// Whether no trade is made.
    default boolean closedMarket() {
        return false;
    }

    /// Whether the `Connection` header of a handshake's answer is a list. Called on the WebSocket's threads.
    default boolean connectionList() {
        return false;
    }

    /// The reply to a request for an approval key instead of `planned`.
    default ApprovalDesk.Reply approval(ApprovalDesk.Reply planned) {
        return planned;
    }

    /// Whether bytes pass the door.
    default boolean severed() {
        return false;
    }

    /// What keeps connections from getting through; empty if nothing does.
    default Optional<Fault.Door> door() {
        return Optional.empty();
    }
}
