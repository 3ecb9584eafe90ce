// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.time.Duration;

/// Whether a link that answers and brings no trade is worth another. Session thread only; time is the monotonic
/// clock's.
///
/// Servers do register without sending, so a hollow link is opened anew: twice at once, and then every 30 minutes while
/// the calendar says that the market is open, since it is more likely a halt or a holiday by notice. Never while it is
/// closed.
final class HollowWatch {

    static final int QUICK = 2;
    static final Duration THEN_EVERY = Duration.ofMinutes(30);

    private int reopened;
    private long reopenedAt;

    /// Whether a link that is hollow at `now` is to be opened anew.
    boolean isWorthAnother(long now, MarketHours hours) {
        return switch (hours.trading()) {
            case CLOSED -> false;
            case UNKNOWN -> reopened < QUICK;
            case OPEN -> reopened < QUICK || now - reopenedAt >= THEN_EVERY.toNanos();
        };
    }

    /// A hollow link is given up.
    void reopened(long now) {
        reopened++;
        reopenedAt = now;
    }

    /// A trade came.
    void flowed() {
        reopened = 0;
    }
}
