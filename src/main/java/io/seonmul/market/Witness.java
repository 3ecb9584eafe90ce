// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.EnumSet;
import java.util.Set;

/// One circumstance by which a trade record is held to itself and to the record before it. Immutable; any thread.
///
/// The volume alone proves nothing: a record counts where all of its witnesses agree, or where those that contradict it
/// contradicted the record before as well, which makes them a habit of the feed. The package's page has the whole rule.
@SuppressWarnings("EnumOrdinal") // a bit of a mask that lives no longer than the process
public enum Witness {
    /// The trade's time: it runs back, or is ahead of the exchange's clock.
    TIME,
    /// The volume total: it fell, or grew by less than the trade.
    VOLUME,
    /// The trade counts of both sides: they do not fit the volume.
    TRADES,
    /// The value total: it implies a price that the trade or the day does not have.
    VALUE,
    /// The volumes of both sides: they do not fit the volume.
    SIDES,
    /// Contracts without a side, although no auction can lie between the two records.
    AUCTION,
    /// The price: outside of the record's own day range.
    PRICE,
    /// Open, high and low: they moved without the price, or contradict the differences sent with them.
    RANGE,
    /// The circumstances of a session: base price or open are others.
    SESSION,
    /// The record's own sums and quotients of both sides.
    CHECKSUM;

    private static final Witness[] ALL = values();

    int bit() {
        return 1 << ordinal();
    }

    /// The witnesses of a mask of [#bit]s.
    static Set<Witness> of(int mask) {
        EnumSet<Witness> set = EnumSet.noneOf(Witness.class);
        for (Witness witness : ALL) {
            if ((mask & witness.bit()) != 0) {
                set.add(witness);
            }
        }
        return set;
    }
}
