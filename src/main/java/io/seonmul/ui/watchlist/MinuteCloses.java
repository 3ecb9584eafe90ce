// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.Bar;
import io.seonmul.market.Bars;
import java.util.Arrays;

/// The closes of a session, one a minute, taken over from snapshot to snapshot without reading the past again,
/// unless a late record changed it. FX thread only.
final class MinuteCloses {

    private static final int MINUTE = 60;

    private long[] minutes = new long[64];
    private double[] closes = new double[64];
    private boolean[] lossy = new boolean[64];
    private int size;
    private int bars;
    private long revision;

    /// Takes over what `next` has beyond the last call's.
    void take(Bars next) {
        if (next.revision() != revision) {
            revision = next.revision();
            size = 0;
            bars = 0;
        }
        for (int i = bars; i < next.size(); i++) {
            add(next.get(i));
        }
        bars = next.completed().size();
    }

    private void add(Bar bar) {
        long minute = bar.start() / MINUTE;
        if (size == 0 || minutes[size - 1] != minute) {
            if (size == minutes.length) {
                minutes = Arrays.copyOf(minutes, size * 2);
                closes = Arrays.copyOf(closes, size * 2);
                lossy = Arrays.copyOf(lossy, size * 2);
            }
            lossy[size] = false;
            minutes[size++] = minute;
        }
        closes[size - 1] = bar.close().points();
        lossy[size - 1] |= bar.lostContracts() > 0;
    }

    /// Another number after the past was changed by a late record.
    long revision() {
        return revision;
    }

    int size() {
        return size;
    }

    /// Minute of the session's day at `index`, oldest first; minutes without a trade are missing.
    long minute(int index) {
        return minutes[index];
    }

    /// Whether contracts were proved lost by that minute.
    boolean isLossy(int index) {
        return lossy[index];
    }

    /// Close of that minute in points.
    double close(int index) {
        return closes[index];
    }
}
