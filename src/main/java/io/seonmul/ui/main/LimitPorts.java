// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.LimitEvent;
import io.seonmul.ui.limits.LimitJournal;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What limit events need of the machine. Called on the FX thread; no call waits.
///
/// @param journal keeps them over a restart
/// @param sound makes the sound of a severity
/// @param trouble what has failed since it was last asked, once each, in the system's own words
public record LimitPorts(
        LimitJournal journal, Consumer<LimitEvent.Severity> sound, Supplier<Optional<Trouble>> trouble) {

    /// Keeps and sounds nothing.
    public static final LimitPorts NONE = new LimitPorts(LimitJournal.NONE, severity -> {}, Optional::empty);

    /// Something that does not work on this machine.
    ///
    /// @param kind what it is
    /// @param detail why, as the system says it
    public record Trouble(Kind kind, String detail) {

        /// What does not work.
        public enum Kind {
            /// Nothing can be heard.
            NO_SOUND,
            /// Limit events are not kept over a restart.
            NOT_KEPT,
            /// They are kept again; the detail is how many were not.
            KEPT_AGAIN
        }
    }
}
