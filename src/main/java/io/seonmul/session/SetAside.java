// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentCode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// What was folded of codes that were removed a moment ago, for the user who takes that back. Session thread only.
///
/// A contract's day takes megabytes, so few are kept, and not for long; what is given up is logged and counted.
final class SetAside {

    /// How many contracts are kept at most, the newest ones.
    static final int MOST = 4;

    /// How long one is kept: longer than the window offers to undo.
    static final Duration KEPT = Duration.ofMinutes(1);

    private static final Logger LOG = System.getLogger(SetAside.class.getName());

    private final SequencedMap<InstrumentCode, Kept> kept = new LinkedHashMap<>();
    private long givenUp;

    private record Kept(Instrument instrument, long since) {}

    void put(Instrument instrument, long now) {
        kept.put(instrument.contract().code(), new Kept(instrument, now));
        while (kept.size() > MOST) {
            giveUpOldest();
        }
    }

    /// Gives back what was folded of `code`; empty if it was never set aside or is given up.
    Optional<Instrument> take(InstrumentCode code) {
        return Optional.ofNullable(kept.remove(code)).map(Kept::instrument);
    }

    /// Gives up what was kept for long enough.
    void onTime(long now) {
        while (!kept.isEmpty() && now - kept.firstEntry().getValue().since() >= KEPT.toNanos()) {
            giveUpOldest();
        }
    }

    private void giveUpOldest() {
        givenUp++;
        LOG.log(
                Level.INFO,
                "what was folded of the removed {0} is given up ({1} so far)",
                kept.pollFirstEntry().getKey(),
                givenUp);
    }
}
