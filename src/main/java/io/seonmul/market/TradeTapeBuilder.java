// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.Instant;
import java.util.Arrays;

/// Folds the trades of a session into the columns of its [TradeTape]. Session thread only.
///
/// A trade allocates nothing, but for a chunk every 4,096 trades; beyond [TradeTape#MOST] the oldest chunk is dropped.
final class TradeTapeBuilder {

    private static final int MOST_CHUNKS = TradeTape.MOST / TradeTape.Chunk.TRADES;

    private TradeTape.Chunk[] chunks = {};
    private TradeTape.Chunk open = new TradeTape.Chunk();
    private long first;
    private long end;
    private final long session;
    private long receivedFrom;
    private Instant frame = Instant.MIN;
    private long oversized;
    /// No two sessions have a revision in common.
    private long revision;

    private final AppendLog<Long> late = new AppendLog<>();

    /// @param session counts the sessions of the contract, from 1
    TradeTapeBuilder(long session) {
        this.session = session;
        this.revision = session << 32;
    }

    /// @param second exchange second, as in [Bar#start]
    void add(long second, Tick tick, Verdict verdict) {
        long price = tick.figure(Figure.LAST);
        long size = tick.size();
        if (price != (int) price || size != (int) size) {
            oversized++;
            return;
        }
        Instant received = tick.receivedAt();
        if (end == 0) {
            receivedFrom = received.toEpochMilli();
        }
        int slot = (int) (end % TradeTape.Chunk.TRADES);
        if (slot == 0) {
            addChunk();
        }
        open.second[slot] = clamped(second);
        open.received[slot] = clamped(received.toEpochMilli() - receivedFrom);
        open.price[slot] = (int) price;
        open.size[slot] = (int) size;
        open.delta[slot] = delta(tick);
        open.flags[slot] = (byte) (side(verdict.aggressor())
                | (verdict.inferred() ? TradeTape.INFERRED : 0)
                | (verdict.kind() == Verdict.Kind.LATE ? TradeTape.LATE : 0)
                | (received.equals(frame) ? 0 : TradeTape.BEGINS_FRAME));
        if (verdict.gap().isPresent()) {
            open.lost = column(open.lost);
            open.lost[slot] = clamped(verdict.gap().get().contracts());
            tellGap(slot, verdict.gap().get().sequence(), tick.volume());
        }
        if (end == 0) {
            tellGap(slot, LossLedger.BEFORE_JOINING, tick.volume());
        }
        if (verdict.fill().isPresent()) {
            tellGap(slot, verdict.fill().get().gap(), tick.volume());
            late.add(end);
        }
        if (verdict.block() > 0) {
            open.block = column(open.block);
            open.block[slot] = clamped(verdict.block());
        }
        frame = received;
        end++;
    }

    private void tellGap(int slot, long sequence, long volume) {
        open.gap = column(open.gap);
        open.gap[slot] = clamped(sequence);
        open.volume = column(open.volume);
        open.volume[slot] = clamped(volume);
    }

    /// Takes what a late record, the newest trade now, filled, or what turned out to be no loss, off the loss stated
    /// with the trade that closed the gap, and writes the side that it proves for its successor. The chunks of
    /// both are copied, since views may share them.
    void fill(LateFill fill) {
        revision++;
        int sequence = clamped(fill.gap());
        boolean sided = fill.told().equals(fill.proved());
        boolean lessened = fill.contracts() == 0;
        for (long trade = end - 1; trade >= first && !(sided && lessened); trade--) {
            TradeTape.Chunk chunk = chunks[index(trade)];
            int slot = (int) (trade % TradeTape.Chunk.TRADES);
            if (chunk.gap.length == 0) {
                trade -= slot; // no gap in the whole chunk
            } else if (chunk.gap[slot] == sequence) {
                if (chunk.lost.length > 0 && chunk.lost[slot] > 0) {
                    TradeTape.Chunk copy = copy(trade);
                    copy.came = copy.came.length == 0 ? column(copy.came) : copy.came.clone();
                    copy.came[slot] += clamped(fill.contracts());
                    lessened = true;
                }
                if (!sided
                        && chunk.volume[slot] == clamped(fill.after().totals().volume())) {
                    TradeTape.Chunk copy = copy(trade);
                    copy.flags[slot] = (byte) ((copy.flags[slot] & ~(TradeTape.SIDE | TradeTape.INFERRED))
                            | side(fill.proved().aggressor())
                            | (fill.proved().inferred() ? TradeTape.INFERRED : 0));
                    sided = true;
                }
            }
        }
    }

    private int index(long trade) {
        return (int) (trade / TradeTape.Chunk.TRADES - first / TradeTape.Chunk.TRADES);
    }

    /// The trade's chunk, as one that no view has.
    private TradeTape.Chunk copy(long trade) {
        TradeTape.Chunk copy = new TradeTape.Chunk(chunks[index(trade)]);
        if (open == chunks[index(trade)]) {
            open = copy;
        }
        chunks = chunks.clone();
        chunks[index(trade)] = copy;
        return copy;
    }

    TradeTape view() {
        return new TradeTape(chunks, first, end, session, revision, receivedFrom, oversized, late.view());
    }

    /// The array itself is never written again: views share it.
    private void addChunk() {
        boolean full = chunks.length == MOST_CHUNKS;
        int from = full ? 1 : 0;
        chunks = Arrays.copyOfRange(chunks, from, chunks.length + 1);
        first += full ? TradeTape.Chunk.TRADES : 0;
        open = new TradeTape.Chunk();
        chunks[chunks.length - 1] = open;
    }

    private static int[] column(int[] column) {
        return column.length == 0 ? new int[TradeTape.Chunk.TRADES] : column;
    }

    private static int side(Aggressor side) {
        return switch (side) {
            case BUYER -> 0;
            case SELLER -> 1;
            case NONE -> 2;
        };
    }

    private static int delta(Tick tick) {
        long delta = tick.deltaContracts();
        return delta == Figure.ABSENT ? TradeTape.NO_DELTA : Math.max(clamped(delta), TradeTape.NO_DELTA + 1);
    }

    private static int clamped(long value) {
        return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
