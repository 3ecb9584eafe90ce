// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app.keychain;

/// Says why a keychain did not do what it was asked. Its message is for the log, and has no secret in it.
public final class KeychainException extends Exception {

    private static final long serialVersionUID = 1L;

    /// What stood in the way.
    public enum Kind {
        /// There is none, or no service answers for it.
        ABSENT,
        /// The user did not unlock it.
        LOCKED,
        /// It is there and open, and declines.
        REFUSED
    }

    private final Kind kind;

    /// @param detail what the system said
    public KeychainException(Kind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    /// What stood in the way.
    public Kind kind() {
        return kind;
    }
}
