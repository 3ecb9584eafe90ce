// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.VolumeProfile;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From when on the user wants volume at price to be counted, code by code; a new session begins anew. FX thread only.
final class ProfileResets {

    /// So many resets of a code can be undone.
    private static final int MOST = 16;

    private final Map<InstrumentCode, Deque<Reset>> resets = new HashMap<>();

    /// One reset: what had been traded until then. Immutable.
    ///
    /// @param profile what had been received
    /// @param at exchange time of the newest trade then
    /// @param session the session it is of, as in `TradeTape.session`
    /// @param gaps gaps found until then
    record Reset(VolumeProfile profile, LocalTime at, long session, long gaps) {}

    /// Volume at price from a reset on, or of the whole session. Immutable.
    ///
    /// @param now what has been received
    /// @param since the reset; null where there is none
    /// @param lost contracts that are missing in it
    record Traded(VolumeProfile now, @Nullable Reset since, long lost) {

        /// What was traded at `price`.
        VolumeProfile.Level at(Price price) {
            VolumeProfile.Level all = now.at(price);
            if (since == null) {
                return all;
            }
            VolumeProfile.Level before = since.profile.at(price);
            return new VolumeProfile.Level(
                    all.buy() - before.buy(), all.sell() - before.sell(), all.none() - before.none());
        }

        /// Contracts at impossible prices.
        long unplaced() {
            return now.unplaced() - (since == null ? 0 : since.profile.unplaced());
        }

        /// When the user reset it; empty for the whole session.
        Optional<LocalTime> resetAt() {
            return since == null ? Optional.empty() : Optional.of(since.at);
        }
    }

    /// Counts from now on.
    void reset(InstrumentSnapshot snapshot) {
        Deque<Reset> of = resets.computeIfAbsent(snapshot.code(), code -> new ArrayDeque<>());
        if (of.size() == MOST) {
            of.removeLast();
        }
        of.push(new Reset(
                snapshot.profile(),
                snapshot.tick().time(),
                snapshot.trades().session(),
                snapshot.audit().gapsFound()));
    }

    /// Counts again from where it did before the latest reset.
    void undo(InstrumentCode code) {
        Deque<Reset> of = resets.get(code);
        if (of != null) {
            of.poll();
        }
    }

    /// What `snapshot` has traded from the latest reset on.
    Traded of(InstrumentSnapshot snapshot) {
        Deque<Reset> of = resets.get(snapshot.code());
        if (of != null
                && !of.isEmpty()
                && of.element().session != snapshot.trades().session()) {
            of.clear();
        }
        Reset since = of == null ? null : of.peek();
        return new Traded(
                snapshot.profile(), since, snapshot.audit().lostContractsAfter(since == null ? 0 : since.gaps));
    }
}
