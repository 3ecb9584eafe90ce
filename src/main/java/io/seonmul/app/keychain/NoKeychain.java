// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app.keychain;

import java.util.Optional;

/// Stands where a system has no keychain. Immutable; any thread.
///
/// @param why for the log
record NoKeychain(String why) implements Keychain {

    @Override
    public boolean holds(String account) throws KeychainException {
        throw absent();
    }

    @Override
    public Optional<String> read(String account) throws KeychainException {
        throw absent();
    }

    @Override
    public void write(String account, String secret) throws KeychainException {
        throw absent();
    }

    @Override
    public void delete(String account) throws KeychainException {
        throw absent();
    }

    private KeychainException absent() {
        return new KeychainException(KeychainException.Kind.ABSENT, why);
    }
}
