// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.protocol.Rejection;
import io.seonmul.ui.fx.Words;

/// Why a text of the wire was rejected, in the user's language. No state; any thread.
public final class RejectionTexts {

    private RejectionTexts() {}

    /// The reason, and the text at fault.
    public static String of(Rejection rejection, Words words) {
        return words.get("rejection." + rejection.problem(), rejection.details().toArray()) + " '" + rejection.text()
                + "'";
    }
}
