// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.fx.Words;
import java.util.Optional;

/// What the user must know of a file of the monitor's own. Immutable.
///
/// @param kind what it is
/// @param detail which file, who or why, as the system says it
/// @param failure why a file could not be written, which the window words itself
public record FileNote(Kind kind, String detail, Optional<WriteFailure> failure) {

    /// A note about something else than a file that could not be written.
    public FileNote(Kind kind, String detail) {
        this(kind, detail, Optional.empty());
    }

    /// What there is to know.
    public enum Kind {
        /// The settings cannot be written; it is tried again.
        SETTINGS_NOT_KEPT(Notice.Kind.FAILURE, "settings"),
        /// They are written again.
        SETTINGS_KEPT_AGAIN(Notice.Kind.DONE, "settings"),
        /// Another window has these settings; what is changed in this one is kept when that one is closed.
        SETTINGS_ELSEWHERE(Notice.Kind.WARNING, "settings"),
        /// The other window changed them: those of this one are never kept.
        SETTINGS_SUPERSEDED(Notice.Kind.WARNING, "settings"),
        /// The settings file could not be read.
        SETTINGS_UNREADABLE(Notice.Kind.FAILURE, "unreadable"),
        /// The user's product table could not be read.
        PRODUCTS_LEFT_OUT(Notice.Kind.FAILURE, "products");

        private final Notice.Kind shown;
        private final String topic;

        Kind(Notice.Kind shown, String topic) {
            this.shown = shown;
            this.topic = topic;
        }
    }

    /// As a notice, which stays until it is dismissed unless it is good news.
    Notice notice(Words words) {
        Notice notice = Notice.of(kind.shown, kind.topic, words.get("notice.file." + kind, shown(words)));
        return kind.shown == Notice.Kind.DONE ? notice : notice.staying();
    }

    private String shown(Words words) {
        return failure.map(why -> why.text(words)).orElse(detail);
    }
}
