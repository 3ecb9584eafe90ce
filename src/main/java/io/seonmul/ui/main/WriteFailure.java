// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.export.ExportException;
import io.seonmul.ui.fx.Words;

/// Why a file could not be written, for a text in the window's own language. Immutable; any thread.
///
/// @param reason what is in the way
/// @param file which file
/// @param detail as the system says it, shown only where the reason has no words of its own
public record WriteFailure(ExportException.Reason reason, String file, String detail) {

    /// The failure that `thrown` reports.
    public static WriteFailure of(ExportException thrown) {
        Throwable cause = thrown.getCause();
        return new WriteFailure(
                thrown.reason(),
                String.valueOf(thrown.file()),
                String.valueOf(cause == null ? thrown.getMessage() : cause.getMessage()));
    }

    /// What `thrown` says in the language of `words`; what is no such failure says it as the system does.
    static String text(Words words, Throwable thrown) {
        return thrown instanceof ExportException failure
                ? of(failure).text(words)
                : String.valueOf(thrown.getMessage());
    }

    /// One sentence.
    String text(Words words) {
        return words.get("write." + reason, file, detail);
    }
}
