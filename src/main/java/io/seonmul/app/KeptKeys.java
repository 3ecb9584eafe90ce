// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.session.AppKeys;
import io.seonmul.ui.settings.KeySafe;
import java.io.IOException;
import java.util.Map;
import java.util.function.Predicate;

/// The window's view of the keys: those of the environment, or those in the vault. FX thread only.
final class KeptKeys implements KeySafe {

    private final boolean inEnvironment;
    private final KeyVault vault;
    private final Predicate<AppKeys> use;

    /// @param use takes new keys into use at once, and says whether it did
    KeptKeys(Map<String, String> environment, KeyVault vault, Predicate<AppKeys> use) {
        this.inEnvironment = !environment.getOrDefault("KIS_APP_KEY", "").isBlank();
        this.vault = vault;
        this.use = use;
    }

    @Override
    public Whereabouts whereabouts() {
        return inEnvironment ? new Whereabouts.Environment() : vault.whereabouts();
    }

    @Override
    public Use keep(String appKey, String secret) throws IOException {
        AppKeys keys = new AppKeys(appKey, secret);
        vault.save(keys);
        return !inEnvironment && use.test(keys) ? Use.NOW : Use.NEXT_START;
    }

    @Override
    public void forget() throws IOException {
        vault.forget();
    }
}
