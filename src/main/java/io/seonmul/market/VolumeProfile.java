// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Contracts received at each price of the session, by aggressor side, at one moment. Immutable; any thread.
///
/// It holds what this monitor received, which is the whole session only if it joined at the start and lost nothing:
/// [InstrumentSnapshot] tells since when, and what was lost. Prices step by [#tickSize]; a price between two steps
/// counts
/// at the lower one.
public final class VolumeProfile {

    static final int LEVELS_PER_BLOCK = 64;

    private final Price tickSize;
    private final long firstBlock;
    private final @Nullable Block[] blocks;

    private final long unplaced;

    VolumeProfile(Price tickSize, long firstBlock, @Nullable Block[] blocks, long unplaced) {
        this.unplaced = unplaced;
        this.tickSize = tickSize;
        this.firstBlock = firstBlock;
        this.blocks = blocks;
    }

    /// Contracts of 64 neighbouring prices; written only by the builder, and only while no profile shares it.
    static final class Block {
        final long[] buy;
        final long[] sell;
        final long[] none;

        Block() {
            this(new long[LEVELS_PER_BLOCK], new long[LEVELS_PER_BLOCK], new long[LEVELS_PER_BLOCK]);
        }

        private Block(long[] buy, long[] sell, long[] none) {
            this.buy = buy;
            this.sell = sell;
            this.none = none;
        }

        Block copy() {
            return new Block(buy.clone(), sell.clone(), none.clone());
        }
    }

    /// What was traded at one price, in contracts.
    ///
    /// @param buy initiated by buyers
    /// @param sell initiated by sellers
    /// @param none without a side: auctions
    public record Level(long buy, long sell, long none) {

        /// Nothing traded there.
        public static final Level EMPTY = new Level(0, 0, 0);

        /// All contracts at the price.
        public long total() {
            return buy + sell + none;
        }
    }

    /// The step between two prices.
    public Price tickSize() {
        return tickSize;
    }

    /// Contracts received at prices too far from all others to be true (a hundred times the static limits): in no
    /// level.
    public long unplaced() {
        return unplaced;
    }

    /// What was received at `price`; [Level#EMPTY] where nothing was.
    public Level at(Price price) {
        long step = Math.floorDiv(price.hundredths(), tickSize.hundredths());
        long index = Math.floorDiv(step, LEVELS_PER_BLOCK) - firstBlock;
        if (index < 0 || index >= blocks.length) {
            return Level.EMPTY;
        }
        Block block = blocks[(int) index];
        int slot = Math.floorMod(step, LEVELS_PER_BLOCK);
        return block == null ? Level.EMPTY : new Level(block.buy[slot], block.sell[slot], block.none[slot]);
    }

    /// The price with the most contracts (point of control), the lower one of equals; empty before the first trade.
    public Optional<Price> pointOfControl() {
        long most = 0;
        long best = 0;
        for (int i = 0; i < blocks.length; i++) {
            Block block = blocks[i];
            for (int slot = 0; block != null && slot < LEVELS_PER_BLOCK; slot++) {
                long total = block.buy[slot] + block.sell[slot] + block.none[slot];
                if (total > most) {
                    most = total;
                    best = (firstBlock + i) * LEVELS_PER_BLOCK + slot;
                }
            }
        }
        return most == 0 ? Optional.empty() : Optional.of(Price.ofHundredths(best * tickSize.hundredths()));
    }

    /// The most contracts that any one price has; 0 before the first trade.
    public long largest() {
        return pointOfControl().map(price -> at(price).total()).orElse(0L);
    }
}
