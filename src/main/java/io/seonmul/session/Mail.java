// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.AlertRule;
import io.seonmul.market.InstrumentCode;
import java.time.Instant;
import java.util.List;

/// One thing for the session thread to do. Immutable.
///
/// `link` is the number of the connection it comes from; what an abandoned connection still says is ignored.
sealed interface Mail {

    record Opened(long link) implements Mail {}

    /// A text that arrived.
    ///
    /// @param receivedAt time of day, for people
    /// @param receivedNanos the same moment on the monotonic clock
    record Text(long link, String text, Instant receivedAt, long receivedNanos) implements Mail {}

    record Pong(long link) implements Mail {}

    record Closed(long link, FailureReason reason, String detail) implements Mail {}

    /// A text of that link did not fit.
    record Overflow(long link) implements Mail {}

    record KeyOutcome(long request, ApprovalKeySource.Outcome outcome) implements Mail {
        @Override
        public String toString() {
            return "KeyOutcome[request=" + request + "]";
        }
    }

    record Watch(InstrumentCode code) implements Mail {}

    record Depth(InstrumentCode code, boolean wanted) implements Mail {}

    record Unwatch(InstrumentCode code) implements Mail {}

    record Reorder(List<InstrumentCode> codes) implements Mail {}

    record Alerts(List<AlertRule> rules) implements Mail {}

    record Reconnect() implements Mail {}

    record KeysChanged() implements Mail {}

    record Close() implements Mail {}
}
