// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.Delay;
import io.seonmul.market.DelayGauge;
import java.util.Arrays;
import java.util.Optional;

/// Times data frames from their receipt on the socket to the publication of what they changed. Session thread only.
final class PassageWatch {

    private final DelayGauge gauge = new DelayGauge();
    private long[] pending = new long[DelayGauge.NEWEST];
    private int waiting;

    /// A frame received at `nanos` was decoded and folded.
    void folded(long nanos) {
        if (waiting == pending.length) {
            pending = Arrays.copyOf(pending, 2 * waiting); // no more than wait in the mailbox
        }
        pending[waiting++] = nanos;
    }

    /// All that was folded is on the board now.
    void published(long nanos) {
        for (int i = 0; i < waiting; i++) {
            gauge.add(nanos - pending[i]);
        }
        waiting = 0;
    }

    Optional<Delay> newest() {
        return gauge.newest();
    }
}
