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
    /// @return what keeps them from being forgotten for certain; empty if they are
    /// @throws IOException if they could not be removed, with a message for the user
    Optional<KeySafe.Obstacle> forget() throws IOException;

    /// Where they rest now, for the window to tell.
    ///
    /// @throws IOException if that cannot be found out, with a message for the user
    KeySafe.Whereabouts whereabouts() throws IOException;
}
