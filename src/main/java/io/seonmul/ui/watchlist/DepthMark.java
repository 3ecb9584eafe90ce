// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.session.CodeState;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.time.Instant;
import java.util.Optional;
import javafx.css.PseudoClass;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// How the registration of a code's depth is shown: icon, word, explanation. Immutable.
///
/// @param icon its icon
/// @param look the pseudo-class that colours it, one of [FeedMark#LOOKS]
/// @param word one or two words
/// @param explanation a sentence for the tooltip
record DepthMark(Ikon icon, PseudoClass look, String word, String explanation) {

    /// @param wanted whether the user wants it
    /// @param state how the registration stands; empty where the session has not been asked for it
    static DepthMark of(boolean wanted, Optional<CodeState> state, Words words) {
        if (!wanted) {
            return mark(MaterialDesignL.LAYERS_OFF_OUTLINE, FeedMark.CALM, "off", words);
        }
        if (state.isEmpty()) {
            return mark(MaterialDesignL.LAYERS_SEARCH_OUTLINE, FeedMark.CALM, "requested", words);
        }
        return switch (state.get()) {
            case CodeState.Requested _ ->
                mark(MaterialDesignL.LAYERS_SEARCH_OUTLINE, FeedMark.CALM, "requested", words);
            case CodeState.Registered registered -> registered("registered", registered.since(), words);
            case CodeState.Flowing _ -> mark(MaterialDesignL.LAYERS, FeedMark.GOOD, "flowing", words);
            // The session never says these three of depth: a book may stand still.
            case CodeState.Quiet quiet -> registered("registered", quiet.since(), words);
            case CodeState.Closed closed -> registered("registered", closed.since(), words);
            case CodeState.Stalled stalled -> registered("registered", stalled.since(), words);
            case CodeState.NotTaken notTaken ->
                mark(
                        MaterialDesignL.LAYERS_MINUS,
                        FeedMark.BAD,
                        "unread",
                        words,
                        Formats.time(notTaken.since()),
                        notTaken.unreadable()
                                .map(why -> RejectionTexts.of(why, words))
                                .orElse(""));
            case CodeState.Refused refused ->
                refused.isForLackOfRoom()
                        ? mark(MaterialDesignL.LAYERS_MINUS, FeedMark.DOUBTFUL, "back", words)
                        : mark(
                                MaterialDesignL.LAYERS_REMOVE,
                                FeedMark.BAD,
                                "refused",
                                words,
                                refused.messageCode(),
                                refused.message());
        };
    }

    private static DepthMark registered(String state, Instant since, Words words) {
        return mark(MaterialDesignL.LAYERS_OUTLINE, FeedMark.CALM, state, words, Formats.time(since));
    }

    private static DepthMark mark(Ikon icon, PseudoClass look, String state, Words words, Object... arguments) {
        return new DepthMark(
                icon, look, words.get("watch.depth." + state), words.get("watch.depth." + state + ".tip", arguments));
    }
}
