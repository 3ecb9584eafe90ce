// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.settings;

import java.io.IOException;

/// The place where the user's app key and secret are kept. Called on the FX thread. Keys go in and are never shown
/// again.
public interface KeySafe {

    /// Where the keys are now.
    Whereabouts whereabouts();

    /// Keeps new keys in place of earlier ones.
    ///
    /// @return whether they are in use at once or from the next start on
    /// @throws IOException if they could not be kept, with a message that a person understands and no key in it
    Use keep(String appKey, String secret) throws IOException;

    /// Forgets the keys that were kept here; those in the environment stay.
    ///
    /// @throws IOException if they are still there, with a message that a person understands
    void forget() throws IOException;

    /// When new keys are used.
    enum Use {
        /// The session connects with them now.
        NOW,
        /// The monitor goes on as it is.
        NEXT_START
    }

    /// Where keys are. Immutable.
    sealed interface Whereabouts {

        /// There are none.
        record Nowhere() implements Whereabouts {}

        /// The environment variables `KIS_APP_KEY` and `KIS_APP_SECRET` give them.
        record Environment() implements Whereabouts {}

        /// The system's keychain keeps them.
        record Keychain() implements Whereabouts {}

        /// A file keeps them that only its owner may read.
        ///
        /// @param path of that file
        record OwnerOnlyFile(String path) implements Whereabouts {}
    }
}
