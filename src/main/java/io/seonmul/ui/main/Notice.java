// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import java.util.Optional;

/// Something worth telling in passing. Immutable, but for the action it may offer.
///
/// @param kind how it is shown
/// @param topic notices of one topic replace one another instead of piling up
/// @param text one or two sentences
/// @param action what can be done about it
/// @param stays whether it is shown until it is dismissed or replaced
record Notice(Kind kind, String topic, String text, Optional<Action> action, boolean stays) {

    /// One that goes by itself.
    Notice(Kind kind, String topic, String text, Optional<Action> action) {
        this(kind, topic, text, action, false);
    }

    /// How a notice is shown.
    enum Kind {
        /// Something was done.
        DONE,
        /// Something to look at.
        WARNING,
        /// Something could not be done, or was lost.
        FAILURE
    }

    /// A button on a notice.
    ///
    /// @param word what it says
    /// @param run what it does, once
    record Action(String word, Runnable run) {}

    static Notice of(Kind kind, String topic, String text) {
        return new Notice(kind, topic, text, Optional.empty());
    }

    /// This one, until it is dismissed.
    Notice staying() {
        return new Notice(kind, topic, text, action, true);
    }
}
