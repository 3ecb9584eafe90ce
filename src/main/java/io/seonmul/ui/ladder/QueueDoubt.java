// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.Depth;
import io.seonmul.market.InstrumentSnapshot;
import java.util.Optional;

/// Of which best prices it is not known what was stacked or pulled: trades of theirs were lost. FX thread only.
///
/// The doubt ends when another price becomes the best one, not when the trades come late: what they took from
/// the queue, and what was left, was not seen.
final class QueueDoubt {

    private static final long NONE = Long.MIN_VALUE;

    private long found = NONE;
    private long ask = NONE;
    private long bid = NONE;

    /// Knows of no loss.
    void forget() {
        found = NONE;
        ask = NONE;
        bid = NONE;
    }

    /// Takes the newest figures.
    void take(InstrumentSnapshot now) {
        long gaps = now.audit().gapsFound();
        long newAsk = price(now.depth().ask());
        long newBid = price(now.depth().bid());
        boolean gap = found != NONE && gaps > found;
        ask = gap || ask == newAsk ? newAsk : NONE;
        bid = gap || bid == newBid ? newBid : NONE;
        found = gaps;
    }

    private static long price(Optional<Depth.Queue> queue) {
        return queue.map(known -> known.price().hundredths()).orElse(NONE);
    }

    /// The queue, if nothing is missing in what is told of it.
    Optional<Depth.Queue> known(Optional<Depth.Queue> queue) {
        return queue.filter(told -> {
            long price = told.price().hundredths();
            return price != ask && price != bid;
        });
    }
}
