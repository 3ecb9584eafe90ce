// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.session.AppKeys;
import io.seonmul.ui.settings.KeySafe;
import java.io.IOException;
import java.util.Optional;

/// Where the user's KIS keys rest between two starts. Any thread; methods may block.
interface KeyVault {

    /// The keys; empty if none are kept.
    ///
    /// @throws IOException if there are some and they cannot be read, with a message for the user
    Optional<AppKeys> load() throws IOException;

    /// Keeps `keys` in the place of any before.
    ///
    /// @throws IOException if they cannot be kept, with a message for the user
    void save(AppKeys keys) throws IOException;

    /// Forgets the keys, if there are any.
    ///
    /// @throws IOException if they could not be removed
    void forget() throws IOException;

    /// Where they rest now, for the window to tell.
    KeySafe.Whereabouts whereabouts();
}
