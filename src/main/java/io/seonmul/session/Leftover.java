// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.time.Duration;

/// Whether the server may still hold the session of a link that was given up here while the network carried nothing.
///
/// It then refuses the next link with OPSP8996, as if another program used the app key. Session thread only; time is
/// the monotonic clock's.
final class Leftover {

    /// A server that has not noticed by now holds somebody else's session.
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private boolean possible;
    private long since;

    /// A link was lost. Only where it was mute the server knows nothing of it; what fails later changes nothing.
    void lost(FailureReason reason, long now) {
        if (reason == FailureReason.NOT_ANSWERING) {
            possible = true;
            since = now;
        }
    }

    /// The server let the monitor in.
    void gone() {
        possible = false;
    }

    boolean isLikely(long now) {
        return possible && now - since <= LONGEST.toNanos();
    }
}
