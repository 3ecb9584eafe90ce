// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.settings;

import java.util.function.Consumer;

/// The place where the user's app key and secret are kept. Called on the FX thread, which never waits for it. Keys go
/// in and are never shown again.
public interface KeySafe {

    /// Finds out where the keys are now.
    ///
    /// @param then told on the FX thread, if it could be found out
    void whereabouts(Consumer<Whereabouts> then);

    /// Keeps new keys in place of earlier ones.
    ///
    /// @param then told what came of it, on the FX thread
    void keep(String appKey, String secret, Consumer<Outcome> then);

    /// Forgets the keys that were kept here; those in the environment stay.
    ///
    /// @param then told what came of it, on the FX thread
    void forget(Consumer<Outcome> then);

    /// What came of a change of keys. Immutable.
    sealed interface Outcome {

        /// It is done, and the session connects with the new keys now.
        record UsedNow() implements Outcome {}

        /// It is done, and the monitor goes on as it is until it is started again.
        record UsedFromNextStart() implements Outcome {}

        /// The keychain may still have the keys.
        record Obstructed(Obstacle obstacle) implements Outcome {}

        /// It is not done.
        ///
        /// @param detail a sentence that a person understands, with no key in it
        record Failed(String detail) implements Outcome {}
    }

    /// What keeps the system's keychain from keeping the keys.
    enum Obstacle {
        /// There is none, or nothing answers for it.
        ABSENT,
        /// The user did not unlock it.
        LOCKED,
        /// It has not answered yet.
        SILENT,
        /// It declined.
        REFUSED
    }

    /// Where keys are. Immutable.
    sealed interface Whereabouts {

        /// There are none.
        record Nowhere() implements Whereabouts {}

        /// The environment variables `KIS_APP_KEY` and `KIS_APP_SECRET` give them.
        record Environment() implements Whereabouts {}

        /// The system's keychain keeps them.
        record Keychain() implements Whereabouts {}

        /// The system's keychain may keep them, but does not tell.
        record Withheld(Obstacle obstacle) implements Whereabouts {}

        /// A file keeps them that only its owner may read.
        ///
        /// @param path of that file
        /// @param obstacle why the keychain does not
        record OwnerOnlyFile(String path, Obstacle obstacle) implements Whereabouts {}
    }
}
