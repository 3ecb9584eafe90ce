// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Folds trades into a volume profile; a snapshot shares its blocks and the next write to one copies that block alone.
/// Session thread only.
final class VolumeProfileBuilder {

    /// Prices further than this from the first one (in blocks of 64 ticks) are counted as unplaced: static limits
    /// end at 20 %, and a single bad record must not cost gigabytes.
    private static final int MOST_BLOCKS = 4096;

    private final Price tickSize;
    private VolumeProfile.@Nullable Block[] blocks = new VolumeProfile.Block[0];
    private boolean[] shared = new boolean[0];
    private long firstBlock;
    private long unplaced;
    private long newest = Figure.ABSENT;
    private long step;

    VolumeProfileBuilder(Price tickSize) {
        this.tickSize = tickSize;
    }

    void add(Tick tick, Aggressor side) {
        add(tick.figure(Figure.LAST), tick.size(), side);
    }

    /// Counts a trade that was told as another side's to the side that is proved.
    void relabel(LateFill fill) {
        add(fill.after().last(), -fill.after().size(), fill.told().aggressor());
        add(fill.after().last(), fill.after().size(), fill.proved().aggressor());
    }

    private void add(long price, long size, Aggressor side) {
        if (price != newest) {
            newest = price;
            step = Math.floorDiv(price, tickSize.hundredths());
        }
        long number = Math.floorDiv(step, VolumeProfile.LEVELS_PER_BLOCK);
        if (!makeRoom(number)) {
            unplaced += size;
            return;
        }
        VolumeProfile.Block block = writable((int) (number - firstBlock));
        int slot = Math.floorMod(step, VolumeProfile.LEVELS_PER_BLOCK);
        switch (side) {
            case BUYER -> block.buy[slot] += size;
            case SELLER -> block.sell[slot] += size;
            case NONE -> block.none[slot] += size;
        }
    }

    private VolumeProfile.Block writable(int index) {
        VolumeProfile.Block block = blocks[index];
        if (block == null) {
            block = new VolumeProfile.Block();
        } else if (shared[index]) {
            block = block.copy();
        } else {
            return block;
        }
        blocks[index] = block;
        shared[index] = false;
        return block;
    }

    private boolean makeRoom(long number) {
        if (blocks.length == 0) {
            firstBlock = number;
        }
        long from = Math.min(firstBlock, number);
        long to = Math.max(firstBlock + blocks.length, number + 1);
        int length = (int) Math.min(to - from, Integer.MAX_VALUE);
        if (length > MOST_BLOCKS) {
            return false;
        }
        if (length != blocks.length) {
            int shift = (int) (firstBlock - from);
            VolumeProfile.@Nullable Block[] wider = new VolumeProfile.Block[length];
            boolean[] widerShared = new boolean[length];
            System.arraycopy(blocks, 0, wider, shift, blocks.length);
            System.arraycopy(shared, 0, widerShared, shift, shared.length);
            blocks = wider;
            shared = widerShared;
            firstBlock = from;
        }
        return true;
    }

    VolumeProfile view() {
        Arrays.fill(shared, true);
        return new VolumeProfile(tickSize, firstBlock, blocks.clone(), unplaced);
    }
}
