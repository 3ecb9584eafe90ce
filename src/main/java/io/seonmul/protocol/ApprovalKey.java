// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

/// The key that opens a WebSocket session; a secret, so it never shows itself. Immutable; any thread.
///
/// @param value 36 characters as issued by `POST /oauth2/Approval`; lives 24 hours
public record ApprovalKey(String value) {

    /// Says only that there is one.
    @Override
    public String toString() {
        return "ApprovalKey[…]";
    }
}
