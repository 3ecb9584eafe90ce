// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.market.LimitEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where the limit events of the day, and what the user noted on them, are kept over a restart: it is only ever
/// appended to. Called on the FX thread; no call waits for the disk.
public interface LimitJournal {

    /// Keeps nothing.
    LimitJournal NONE = new LimitJournal() {
        @Override
        public void told(long number, LimitEvent event) {}

        @Override
        public void acknowledged(long number, Acknowledgement acknowledgement) {}

        @Override
        public List<Kept> kept() {
            return List.of();
        }
    };

    /// Appends an event under a number of its own.
    void told(long number, LimitEvent event);

    /// Appends that the event of that number was acknowledged, or noted on once more.
    void acknowledged(long number, Acknowledgement acknowledgement);

    /// What earlier runs of the day appended, oldest first; read before there was a window.
    List<Kept> kept();

    /// Somebody took note of an event. Immutable.
    ///
    /// @param at when
    /// @param note what was noted; may be empty
    record Acknowledgement(Instant at, String note) {}

    /// An event as an earlier run left it. Immutable.
    ///
    /// @param number counts the day's events from 1
    /// @param event what happened
    /// @param acknowledgement the newest, if there was one
    record Kept(long number, LimitEvent event, Optional<Acknowledgement> acknowledgement) {}
}
