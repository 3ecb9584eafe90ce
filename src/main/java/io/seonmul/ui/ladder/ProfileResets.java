// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.VolumeProfile;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    /// @param lowest the lowest price that is counted anew, hundredths
    /// @param highest the highest one
    record Reset(VolumeProfile profile, LocalTime at, long session, long gaps, long lowest, long highest) {

        /// Whether every price is counted anew.
        boolean isWhole() {
            return lowest == Long.MIN_VALUE;
        }

        private boolean covers(Price price) {
            return price.hundredths() >= lowest && price.hundredths() <= highest;
        }
    }

    /// Volume at price from a reset on, or of the whole session. Immutable.
    ///
    /// @param now what has been received
    /// @param since the resets, the newest first
    /// @param lost contracts that are missing in it
    record Traded(VolumeProfile now, List<Reset> since, long lost) {

        /// Copies the list.
        Traded {
            since = List.copyOf(since);
        }

        /// What was traded at `price`.
        VolumeProfile.Level at(Price price) {
            VolumeProfile.Level all = now.at(price);
            for (Reset reset : since) {
                if (reset.covers(price)) {
                    VolumeProfile.Level before = reset.profile.at(price);
                    return new VolumeProfile.Level(
                            all.buy() - before.buy(), all.sell() - before.sell(), all.none() - before.none());
                }
            }
            return all;
        }

        /// Contracts at impossible prices.
        long unplaced() {
            return now.unplaced()
                    - whole().map(reset -> reset.profile.unplaced()).orElse(0L);
        }

        /// When the user reset all of it; empty for the whole session.
        Optional<LocalTime> resetAt() {
            return whole().map(Reset::at);
        }

        /// Whether there is a reset to be undone.
        boolean isReset() {
            return !since.isEmpty();
        }

        /// How many rows the user reset alone, since all of it was reset.
        long rows() {
            return since.stream().takeWhile(reset -> !reset.isWhole()).count();
        }

        private Optional<Reset> whole() {
            return newestWhole(since);
        }
    }

    private static Optional<Reset> newestWhole(Collection<Reset> resets) {
        return resets.stream().filter(Reset::isWhole).findFirst();
    }

    /// Counts every price from now on.
    void reset(InstrumentSnapshot snapshot) {
        reset(snapshot, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /// Counts the prices from `lowest` to `highest` from now on.
    void reset(InstrumentSnapshot snapshot, Price lowest, Price highest) {
        reset(snapshot, lowest.hundredths(), highest.hundredths());
    }

    private void reset(InstrumentSnapshot snapshot, long lowest, long highest) {
        Deque<Reset> of = resets.computeIfAbsent(snapshot.code(), code -> new ArrayDeque<>());
        if (of.size() == MOST) {
            of.removeLast();
        }
        of.push(new Reset(
                snapshot.profile(),
                snapshot.tick().time(),
                snapshot.trades().session(),
                snapshot.audit().gapsFound(),
                lowest,
                highest));
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
        List<Reset> since = of == null ? List.of() : List.copyOf(of);
        long gaps = newestWhole(since).map(Reset::gaps).orElse(0L);
        return new Traded(snapshot.profile(), since, snapshot.audit().lostContractsAfter(gaps));
    }
}
