// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Price;
import io.seonmul.market.TradeTape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The footprints of the bars looked at last, so that a draw takes apart only what is new. FX thread only.
final class Footprints {

    private static final int MOST = 512;

    private final Map<Long, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);

    private record Kept(long from, long to, long revision, Footprint footprint) {}

    /// The footprint of the bar at place `start`, whose trades are numbered from `from` to `to` (exclusive).
    ///
    /// @param late trades of it that arrived late, elsewhere in the tape
    Footprint of(long start, TradeTape trades, long from, long to, List<Long> late, Price tick) {
        Kept known = kept.get(start);
        if (known != null && known.to == to && known.from <= from && known.revision == trades.revision()) {
            return known.footprint;
        }
        Footprint made = Footprint.of(trades, from, to, late, tick.hundredths());
        kept.put(start, new Kept(from, to, trades.revision(), made));
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        return made;
    }
}
