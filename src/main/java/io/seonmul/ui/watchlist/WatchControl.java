// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.InstrumentCode;
import java.util.List;

/// What the watchlist asks of the session: which codes it shall watch, in which order. Called on the FX thread; returns
/// at once, the answer comes with the session's next status.
public interface WatchControl {

    /// Registers `code`, if it is not watched yet.
    void watch(InstrumentCode code);

    /// Wants the depth of a watched `code` too, as far as the quota leaves room, or not any more.
    void watchDepth(InstrumentCode code, boolean wanted);

    /// Unregisters `code` and its depth.
    void unwatch(InstrumentCode code);

    /// Takes over the order of the watched codes, in which exports and reports list them.
    void reorder(List<InstrumentCode> codes);
}
