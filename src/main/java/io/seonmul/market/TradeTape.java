// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.List;
import java.util.OptionalLong;

/// Every trade received in a session, in the order of arrival, as columns; the oldest are dropped beyond [#MOST].
/// Immutable; any thread.
///
/// A trade has a number that it keeps: 0 is the first one received in the session, [#first] the oldest that is
/// still kept, [#end] is one past the newest. Duplicates are not in it; a late record is, where it arrived, and
/// says so. Side and loss are what the audit proved (kis/invariants.md, I1 to I4). It shares its chunks with
/// the session thread, which is sound because nothing is written again below [#end] but in a copy of the chunk;
/// a trade costs 21 bytes, a view two small objects.
public final class TradeTape {

    /// The most trades that are kept: some two thirds more than the busiest day of the busiest contract.
    public static final int MOST = 48 * Chunk.TRADES;

    /// The most records that a frame can carry: its COUNT has three digits.
    private static final int MOST_IN_FRAME = 999;

    /// What stands in a chunk for a delta that is not known.
    static final int NO_DELTA = Integer.MIN_VALUE;

    static final int SIDE = 0b11;
    static final int INFERRED = 1 << 2;
    static final int LATE = 1 << 3;
    static final int BEGINS_FRAME = 1 << 4;

    private final Chunk[] chunks;
    private final long first;
    private final long end;
    private final long session;
    private final long revision;
    private final long receivedFrom;
    private final long oversized;
    private final List<Long> late;

    TradeTape(
            Chunk[] chunks,
            long first,
            long end,
            long session,
            long revision,
            long receivedFrom,
            long oversized,
            List<Long> late) {
        this.chunks = chunks;
        this.first = first;
        this.end = end;
        this.session = session;
        this.revision = revision;
        this.receivedFrom = receivedFrom;
        this.oversized = oversized;
        this.late = late;
    }

    /// A run of trades; written once by the session thread, slot by slot.
    static final class Chunk {
        static final int TRADES = 4096;

        final int[] second;
        final int[] received;
        final int[] price;
        final int[] size;
        final int[] delta;
        final byte[] flags;
        /// Losses and blocks are rare: each column is made with its first one.
        int[] lost = NONE;

        /// The gap that the trade closed, or filled late.
        int[] gap = NONE;
        /// The session's volume after a trade of `gap`, which no other trade of the session has.
        int[] volume = NONE;
        /// How many of `lost` came late.
        int[] came = NONE;
        int[] block = NONE;

        Chunk() {
            second = new int[TRADES];
            received = new int[TRADES];
            price = new int[TRADES];
            size = new int[TRADES];
            delta = new int[TRADES];
            flags = new byte[TRADES];
        }

        /// One whose flags and rare columns are its own; the others are shared, as nothing in them changes.
        Chunk(Chunk other) {
            second = other.second;
            received = other.received;
            price = other.price;
            size = other.size;
            delta = other.delta;
            flags = other.flags.clone();
            lost = other.lost;
            gap = other.gap;
            volume = other.volume;
            came = other.came;
            block = other.block;
        }

        private static final int[] NONE = {};
    }

    /// The session it is of, counted as [Bars#session].
    public long session() {
        return session;
    }

    /// Grows whenever a late record changed what is told of earlier trades (loss, side), and with each session.
    public long revision() {
        return revision;
    }

    /// Numbers of the trades that arrived after their successor, in the order of arrival; those no longer kept
    /// may be among them.
    public List<Long> late() {
        return late;
    }

    /// Number of the oldest trade that is kept: so many of the session were dropped to bound the memory.
    public long first() {
        return first;
    }

    /// One past the number of the newest trade: so many were received in the session.
    public long end() {
        return end;
    }

    /// Trades that are kept.
    public int size() {
        return (int) (end - first);
    }

    /// Records that were left out because their price or size is beyond what any market knows.
    public long oversized() {
        return oversized;
    }

    /// Exchange second of the trade, as in [Bar#start]; a late one is earlier than the one before it.
    public int second(long trade) {
        return chunk(trade).second[slot(trade)];
    }

    /// When its frame arrived, in milliseconds since 1970.
    public long receivedAtMillis(long trade) {
        return receivedFrom + chunk(trade).received[slot(trade)];
    }

    /// Its price in hundredths of a point.
    public int price(long trade) {
        return chunk(trade).price[slot(trade)];
    }

    /// Its contracts.
    public int size(long trade) {
        return chunk(trade).size[slot(trade)];
    }

    /// Who initiated it.
    public Aggressor side(long trade) {
        return switch (flags(trade) & SIDE) {
            case 0 -> Aggressor.BUYER;
            case 1 -> Aggressor.SELLER;
            default -> Aggressor.NONE;
        };
    }

    /// Whether the side had to be inferred from the quote.
    public boolean isInferred(long trade) {
        return (flags(trade) & INFERRED) != 0;
    }

    /// Whether it arrived after its successor.
    public boolean isLate(long trade) {
        return (flags(trade) & LATE) != 0;
    }

    /// Contracts that were lost just before it and have not arrived since.
    public int lostBefore(long trade) {
        return rare(chunk(trade).lost, slot(trade)) - cameLate(trade);
    }

    /// Contracts that were missing just before it and arrived late.
    public int cameLate(long trade) {
        return rare(chunk(trade).came, slot(trade));
    }

    /// The gap that it closed, or filled as a late one, as [FeedGap#sequence]; 0 where none.
    public int gap(long trade) {
        return Math.max(0, rare(chunk(trade).gap, slot(trade))); // negative: before the session was joined
    }

    /// Contracts of a negotiated block that appeared with it (field 46), not part of its size.
    public int block(long trade) {
        return rare(chunk(trade).block, slot(trade));
    }

    /// Buy volume less sell volume of the session after it, contracts; exact by the wire's totals, and empty where it
    /// has
    /// none.
    public OptionalLong sessionDelta(long trade) {
        int delta = chunk(trade).delta[slot(trade)];
        return delta == NO_DELTA ? OptionalLong.empty() : OptionalLong.of(delta);
    }

    /// Its place among this contract's records of its frame, from 1. The wire marks no frames: records of one moment of
    /// receipt came in one.
    public int placeInFrame(long trade) {
        int place = 1;
        for (long at = trade; at > first && place < MOST_IN_FRAME && !beginsFrame(at); at--) {
            place++;
        }
        return place;
    }

    /// How many of this contract's records its frame had.
    public int recordsOfFrame(long trade) {
        int records = placeInFrame(trade);
        for (long at = trade + 1; at < end && records < MOST_IN_FRAME && !beginsFrame(at); at++) {
            records++;
        }
        return records;
    }

    /// Number of the first kept trade that was made at `second` or later, late ones passed over; [#end] if there is
    /// none.
    public long firstFrom(long second) {
        long from = first;
        long to = end;
        while (from < to) {
            long middle = (from + to) >>> 1;
            long timely = middle;
            while (timely > from && isLate(timely)) {
                timely--;
            }
            if (second(timely) >= second) {
                to = timely;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private boolean beginsFrame(long trade) {
        return (flags(trade) & BEGINS_FRAME) != 0;
    }

    private int flags(long trade) {
        return chunk(trade).flags[slot(trade)];
    }

    private Chunk chunk(long trade) {
        if (trade < first || trade >= end) {
            throw new IndexOutOfBoundsException("trade " + trade + " of " + first + " to " + end);
        }
        return chunks[(int) (trade / Chunk.TRADES - first / Chunk.TRADES)];
    }

    private static int slot(long trade) {
        return (int) (trade % Chunk.TRADES);
    }

    private static int rare(int[] column, int slot) {
        return column.length == 0 ? 0 : column[slot];
    }
}
