// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Witness;
import io.seonmul.session.CodeState;
import io.seonmul.ui.fx.DoubtTexts;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// How a registration's state is shown: icon, word, explanation. Immutable.
///
/// @param icon its icon
/// @param look the pseudo-class that colours it
/// @param word one short word
/// @param explanation a sentence for the tooltip
record FeedMark(Ikon icon, PseudoClass look, String word, String explanation) {

    static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    static final PseudoClass CALM = PseudoClass.getPseudoClass("calm");
    static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
    static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    static final List<PseudoClass> LOOKS = List.of(GOOD, CALM, DOUBTFUL, BAD);

    /// The state of a row or, while records flow, the doubt of its newest; in the explanation also what of its records
    /// could not be read.
    static FeedMark of(WatchRow row, Words words) {
        Set<Witness> doubts = row.snapshot().map(InstrumentSnapshot::doubts).orElse(Set.of());
        FeedMark mark = row.state() instanceof CodeState.Flowing && !doubts.isEmpty()
                ? new FeedMark(
                        MaterialDesignH.HELP_CIRCLE_OUTLINE,
                        DOUBTFUL,
                        words.get("watch.feed.doubtful"),
                        new DoubtTexts(words).explanation(doubts))
                : of(row.state(), words);
        return row.lastRejection()
                .map(why -> new FeedMark(
                        mark.icon,
                        mark.look,
                        mark.word,
                        mark.explanation + " "
                                + words.get(
                                        "watch.feed.rejected",
                                        Formats.count(row.rejected()),
                                        RejectionTexts.of(why, words))))
                .orElse(mark);
    }

    private static FeedMark of(CodeState state, Words words) {
        return switch (state) {
            case CodeState.Requested requested -> mark(MaterialDesignC.CLOCK_OUTLINE, CALM, "requested", words);
            case CodeState.Registered registered ->
                mark(MaterialDesignC.CHECK_CIRCLE_OUTLINE, CALM, "registered", words, Formats.time(registered.since()));
            case CodeState.Flowing flowing -> mark(MaterialDesignP.PULSE, GOOD, "flowing", words);
            case CodeState.Quiet quiet ->
                mark(MaterialDesignS.SLEEP, CALM, "quiet", words, Formats.time(quiet.since()));
            case CodeState.Closed closed ->
                mark(
                        MaterialDesignS.SLEEP,
                        CALM,
                        switch (closed.closure()) {
                            case BEFORE_OPENING -> "before";
                            case HOURS -> "closed";
                            case NO_TRADING_DAY -> "holiday";
                            case EXPIRED -> "expired";
                        },
                        words,
                        Formats.time(closed.since()));
            case CodeState.Stalled stalled ->
                mark(MaterialDesignA.ALERT_OUTLINE, DOUBTFUL, "stalled", words, Formats.time(stalled.since()));
            case CodeState.NotTaken(var since, var unreadable) ->
                unreadable
                        .map(why -> mark(
                                MaterialDesignA.ALERT_OCTAGON_OUTLINE,
                                BAD,
                                "unread",
                                words,
                                Formats.time(since),
                                RejectionTexts.of(why, words)))
                        .orElseGet(() ->
                                mark(MaterialDesignA.ALERT_OCTAGON_OUTLINE, BAD, "frozen", words, Formats.time(since)));
            case CodeState.Refused refused ->
                mark(
                        MaterialDesignC.CLOSE_OCTAGON_OUTLINE,
                        BAD,
                        "refused",
                        words,
                        refused.messageCode(),
                        refused.message());
        };
    }

    private static FeedMark mark(Ikon icon, PseudoClass look, String state, Words words, Object... arguments) {
        return new FeedMark(
                icon, look, words.get("watch.feed." + state), words.get("watch.feed." + state + ".tip", arguments));
    }
}
