// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app.keychain;

import java.util.Locale;
import java.util.Optional;

/// The place of the operating system where programs keep what is secret, opened by the user's own password.
///
/// One thread at a time. Every method may block for as long as the system likes: it may ask the user to unlock it. A
/// secret is handed over in memory only: it is on no command line, in no environment and in no file of ours.
public interface Keychain {

    /// Whether it has a secret of `account`. Never asks the user anything.
    boolean holds(String account) throws KeychainException;

    /// The secret of `account`; empty if there is none.
    Optional<String> read(String account) throws KeychainException;

    /// Keeps `secret` in the place of an earlier one of `account`.
    void write(String account, String secret) throws KeychainException;

    /// Removes the secret of `account`, if there is one.
    void delete(String account) throws KeychainException;

    /// The keychain of this system; one that is always absent where there is none.
    static Keychain ofThisSystem() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        try {
            if (system.startsWith("windows")) {
                return new WindowsCredentials();
            }
            return system.startsWith("mac") ? new MacKeychain() : new SecretService();
        } catch (KeychainException e) {
            return new NoKeychain(String.valueOf(e.getMessage()));
        }
    }
}
