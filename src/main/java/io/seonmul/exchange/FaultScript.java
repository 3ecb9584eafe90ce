// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import java.util.List;

/// What stands between the exchange and its clients and may change everything that passes; by default it changes
/// nothing.
///
/// Called on the exchange's own thread, except [#approval] (an HTTP thread) and [#answersPings] (the socket's thread).
interface FaultScript {

    /// The records of one registration that get into frames, in order.
    default List<String> records(Registration registration, List<String> records) {
        return records;
    }

    /// Whether nothing at all goes onto the sockets: no frame, no answer, no heartbeat.
    default boolean mute() {
        return false;
    }

    /// The code with which a request is answered instead of `planned`.
    default ServerCode answer(ServerCode planned) {
        return planned;
    }

    /// Whether a registration made now will never tick.
    default boolean hollow() {
        return false;
    }

    /// Whether protocol pings are answered.
    default boolean answersPings() {
        return true;
    }

    /// The reply to a request for an approval key instead of `planned`.
    default ApprovalDesk.Reply approval(ApprovalDesk.Reply planned) {
        return planned;
    }
}
