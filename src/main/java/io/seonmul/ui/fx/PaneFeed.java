// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import java.time.Instant;
import java.util.Collection;

/// What the window tells the view model of a pane that shows one code at a time. FX thread only.
///
/// A view model implements it; several panes of one kind are several instances, each with a code of its own.
public interface PaneFeed {

    /// The newest figures of the pane's code, or the first of another code.
    void show(InstrumentSnapshot snapshot);

    /// The pane's code is `code` now, and nothing has come of it yet.
    void await(InstrumentCode code);

    /// The pane has no code.
    void clear();

    /// The newest figures of any watched code, the pane's own among them; before [#show] of the same snapshot.
    default void watched(InstrumentSnapshot snapshot) {}

    /// Only these codes are watched now.
    default void watching(Collection<InstrumentCode> codes) {}

    /// A second went by: ages and fading are told anew.
    default void second(Instant now) {}
}
