// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Quote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What was put in (more than 0) or taken away at each level behind the best one, since that level is seen there.
/// Immutable; any thread.
///
/// Behind the best price nothing trades, so that a level's change is what was stacked or pulled. A level begins anew
/// when it was the best one in between, and all do after a gap in the feed.
final class LevelNets {

    /// Before the first depth record.
    static final LevelNets NONE = new LevelNets(Optional.empty(), -1, Side.EMPTY, Side.EMPTY);

    private final Optional<Quote> quote;
    private final long gaps;
    private final Side asks;
    private final Side bids;

    private LevelNets(Optional<Quote> quote, long gaps, Side asks, Side bids) {
        this.quote = quote;
        this.gaps = gaps;
        this.asks = asks;
        this.bids = bids;
    }

    /// One side of the book.
    ///
    /// @param begun contracts at each price when it was first seen behind the best one
    /// @param now contracts there now
    private record Side(Map<Long, Long> begun, Map<Long, Long> now) {

        private static final Side EMPTY = new Side(Map.of(), Map.of());

        private Side next(List<Quote.Level> levels) {
            Map<Long, Long> first = new HashMap<>();
            Map<Long, Long> newest = new HashMap<>();
            for (Quote.Level level : levels.stream().skip(1).toList()) {
                OptionalLong size = level.size();
                if (size.isPresent()) {
                    long price = level.price().hundredths();
                    first.put(price, begun.getOrDefault(price, size.getAsLong()));
                    newest.put(price, size.getAsLong());
                }
            }
            return new Side(first, newest);
        }

        private long net(long lowest, long highest) {
            long net = 0;
            for (Map.Entry<Long, Long> level : now.entrySet()) {
                long price = level.getKey();
                if (price >= lowest && price <= highest) {
                    net += level.getValue() - begun.getOrDefault(price, level.getValue());
                }
            }
            return net;
        }
    }

    /// After `snapshot`, the newest of the same contract.
    LevelNets next(InstrumentSnapshot snapshot) {
        long found = snapshot.audit().gapsFound();
        if (snapshot.quote().equals(quote) && found == gaps) {
            return this;
        }
        boolean anew = found != gaps;
        List<Quote.Level> above = snapshot.quote().map(Quote::asks).orElse(List.of());
        List<Quote.Level> below = snapshot.quote().map(Quote::bids).orElse(List.of());
        return new LevelNets(
                snapshot.quote(),
                found,
                (anew ? Side.EMPTY : asks).next(above),
                (anew ? Side.EMPTY : bids).next(below));
    }

    /// The sum over the asks from `lowest` to `highest` (hundredths, both included).
    long ofAsks(long lowest, long highest) {
        return asks.net(lowest, highest);
    }

    /// The sum over the bids likewise.
    long ofBids(long lowest, long highest) {
        return bids.net(lowest, highest);
    }
}
