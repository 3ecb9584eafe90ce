// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.Delay;
import io.seonmul.market.DelayGauge;
import java.util.Arrays;
import java.util.Optional;

/// Times data frames from their receipt on the socket to the publication of what they changed. Session thread only.
///
/// It reads no clock: one reading after each mail, which the session makes anyway, serves the frame that was folded and
/// the one that is taken up next.
final class PassageWatch {

    private static final int RECEIVED = 0;
    private static final int FOLDED = 1;
    private static final int MOMENTS = 2;

    private final DelayGauge queued = new DelayGauge();
    private final DelayGauge decoded = new DelayGauge();
    private final DelayGauge published = new DelayGauge();
    private final DelayGauge whole = new DelayGauge();
    private long[] pending = new long[MOMENTS * DelayGauge.NEWEST];
    private int used;
    private boolean taken;
    private long receivedAt;
    private long takenAt;

    /// A frame received at `received` is taken up.
    void taken(long received, long now) {
        taken = true;
        receivedAt = received;
        takenAt = now;
    }

    /// What was taken up, if it was a frame, is decoded and folded.
    void handled(long now) {
        if (!taken) {
            return;
        }
        taken = false;
        if (used == pending.length) {
            pending = Arrays.copyOf(pending, 2 * used); // no more than wait in the mailbox
        }
        pending[used + RECEIVED] = receivedAt;
        pending[used + FOLDED] = now;
        used += MOMENTS;
        // It may have come after the reading that serves as the moment of taking it up.
        queued.add(Math.max(0, takenAt - receivedAt));
        decoded.add(now - takenAt);
    }

    /// All that was folded is on the board now.
    void published(long now) {
        for (int i = 0; i < used; i += MOMENTS) {
            published.add(now - pending[i + FOLDED]);
            whole.add(now - pending[i + RECEIVED]);
        }
        used = 0;
    }

    /// The newest frames; empty before the first was published.
    Optional<Passage> newest() {
        Optional<Delay> all = whole.newest();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Passage(
                        queued.newest().orElseThrow(),
                        decoded.newest().orElseThrow(),
                        published.newest().orElseThrow(),
                        all.get()));
    }
}
