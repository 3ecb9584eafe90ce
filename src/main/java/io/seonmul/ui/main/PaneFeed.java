// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.session.SessionStatus;
import java.time.Instant;
import java.util.Optional;

/// What the window tells a pane's view model. FX thread only.
interface PaneFeed {

    /// The selected code's newest figures, or another code was selected.
    void show(InstrumentSnapshot snapshot);

    /// Nothing is to be shown: `code` is selected and nothing has come of it yet, or nothing is selected.
    void await(Optional<InstrumentCode> code);

    /// The newest figures of any watched code.
    default void changed(InstrumentSnapshot snapshot) {}

    /// What the session does, as often as it is looked at.
    default void status(SessionStatus status) {}

    /// A second went by.
    default void second(Instant now) {}
}
