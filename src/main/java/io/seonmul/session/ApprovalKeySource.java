// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.protocol.ApprovalKey;
import java.util.function.Consumer;

/// Where approval keys come from. Does not block.
public interface ApprovalKeySource {

    /// What came of a request for a key. Immutable.
    sealed interface Outcome {

        /// A key, good for 24 hours.
        record Issued(ApprovalKey key) implements Outcome {}

        /// There is none.
        ///
        /// @param reason why, in the session's terms
        /// @param detail what the server or the network said; never a key
        record Refused(FailureReason reason, String detail) implements Outcome {}
    }

    /// Asks for a key and gives the outcome to `then`, once, on any thread.
    void request(Consumer<Outcome> then);

    /// `text` without the app key and secret, which a server may send back to whoever sent them. Any thread.
    default String hide(String text) {
        return text;
    }
}
