// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// All that the ladder says in words around its rows. FX thread only; written by [LadderViewModel], bound by the view.
final class LadderLines {

    private final LadderTexts texts;
    private final ReadOnlyObjectWrapper<LadderHeader> header = new ReadOnlyObjectWrapper<>(LadderHeader.EMPTY);
    private final ReadOnlyObjectWrapper<Completeness> completeness = new ReadOnlyObjectWrapper<>(Completeness.NONE);
    private final ReadOnlyStringWrapper completenessText = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper reset = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<LadderPosition.Hint> hint =
            new ReadOnlyObjectWrapper<>(LadderPosition.Hint.NONE);
    private final ReadOnlyStringWrapper hintText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper frozen = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper upper = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper lower = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper book = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper bookWanting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    LadderLines(LadderTexts texts) {
        this.texts = texts;
        summary.set(texts.nothing());
    }

    /// How complete the volume at price is.
    enum Completeness {
        /// Nothing selected.
        NONE,
        /// Every trade of the session, or since the user's reset, is in it.
        COMPLETE,
        /// Joined after the start of the session; nothing lost since.
        PARTIAL,
        /// Contracts are missing since the monitor joined, or since the user's reset.
        LOSSY
    }

    /// Says nothing.
    void clear() {
        header.set(LadderHeader.EMPTY);
        completeness.set(Completeness.NONE);
        List.of(completenessText, hintText, frozen, upper, lower, book).forEach(text -> text.set(""));
        hint.set(LadderPosition.Hint.NONE);
        reset.set(false);
        bookWanting.set(false);
    }

    /// The totals of both sides, and how complete the volume at price is.
    void tellFigures(InstrumentSnapshot picture, ProfileResets.Traded traded) {
        header.set(texts.header(picture));
        Completeness state = completenessOf(picture, traded);
        completeness.set(state);
        completenessText.set(texts.completeness(picture, traded, state));
        reset.set(traded.isReset());
    }

    /// Where the rows stand against the last price.
    void tellPosition(LadderPosition position, Price last) {
        LadderPosition.Hint kind = position.hint(last);
        hintText.set(
                switch (kind) {
                    case NONE -> "";
                    case LAST_ABOVE, LAST_BELOW ->
                        texts.lastOutside(position.window().orElseThrow().ticksOutside(last));
                    case ABOUT_TO_MOVE -> texts.aboutToMove();
                    case MOVED -> texts.moved(position.moved());
                });
        hint.set(kind);
    }

    /// What a frozen picture does not show of `now`.
    void tellFrozen(Optional<InstrumentSnapshot> picture, InstrumentSnapshot now) {
        frozen.set(picture.map(then -> texts.missed(HoverFreeze.Missed.between(then, now)))
                .orElse(""));
    }

    /// What is below the rows: of the row under the pointer, or else of the whole.
    ///
    /// @param pointed number of the row under the pointer
    /// @param depthAge seconds since the newest depth record
    void tellBelow(
            InstrumentSnapshot picture,
            LadderRows window,
            LadderPage page,
            OptionalInt pointed,
            LadderPage.Content content,
            LadderStanding standing,
            long depthAge) {
        if (pointed.isPresent()) {
            LadderRow row = page.rows().get(pointed.getAsInt());
            upper.set(texts.distance(window, pointed.getAsInt(), picture.tick()));
            lower.set(texts.traded(row.traded()));
            book.set(texts.book(row));
            bookWanting.set(false);
        } else {
            upper.set(texts.lastTrade(picture, LastTrade.of(picture)));
            lower.set(texts.quote(content.book(), window, content.askNet(), content.bidNet()));
            book.set(texts.depth(picture, standing, depthAge));
            bookWanting.set(picture.quote().isEmpty() || standing.link() != LadderStanding.Link.LIVE);
        }
    }

    /// The whole ladder in a few sentences.
    void tellSummary(InstrumentSnapshot now, LadderBook levels, LadderRows window, LadderStanding standing, long age) {
        summary.set(texts.summary(now, levels, window, texts.depth(now, standing, age)));
    }

    /// Why there is nothing to see.
    void tellNothing(String why) {
        summary.set(why);
    }

    private static Completeness completenessOf(InstrumentSnapshot snapshot, ProfileResets.Traded traded) {
        if (traded.lost() > 0 || traded.unplaced() > 0) {
            return Completeness.LOSSY;
        }
        return snapshot.joinedAtStart() || traded.resetAt().isPresent() ? Completeness.COMPLETE : Completeness.PARTIAL;
    }

    /// The figures above the rows.
    ReadOnlyObjectProperty<LadderHeader> header() {
        return header.getReadOnlyProperty();
    }

    /// How complete the volume at price is.
    ReadOnlyObjectProperty<Completeness> completeness() {
        return completeness.getReadOnlyProperty();
    }

    /// The same in words.
    ReadOnlyStringProperty completenessText() {
        return completenessText.getReadOnlyProperty();
    }

    /// Whether the user has reset the volume at price, so that there is something to undo.
    ReadOnlyBooleanProperty reset() {
        return reset.getReadOnlyProperty();
    }

    /// What the line over the rows is about.
    ReadOnlyObjectProperty<LadderPosition.Hint> hint() {
        return hint.getReadOnlyProperty();
    }

    /// The line over the rows; empty where there is nothing to say.
    ReadOnlyStringProperty hintText() {
        return hintText.getReadOnlyProperty();
    }

    /// What a frozen picture does not show; empty while the present is shown.
    ReadOnlyStringProperty frozen() {
        return frozen.getReadOnlyProperty();
    }

    /// The first line below the rows: the row under the pointer, or else the last trade.
    ReadOnlyStringProperty upper() {
        return upper.getReadOnlyProperty();
    }

    /// The second line below the rows: the volume of the row under the pointer, or else spread and best queues.
    ReadOnlyStringProperty lower() {
        return lower.getReadOnlyProperty();
    }

    /// The third line below the rows: the queue of the row under the pointer, or else what is known of the book.
    ReadOnlyStringProperty book() {
        return book.getReadOnlyProperty();
    }

    /// Whether that line says that something is missing.
    ReadOnlyBooleanProperty bookWanting() {
        return bookWanting.getReadOnlyProperty();
    }

    /// The ladder in a few sentences, for a screen reader; no newer than a second.
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }
}
