// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.Aggressor;
import io.seonmul.market.Direction;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.Tick;
import io.seonmul.ui.fx.PaneFeed;
import io.seonmul.ui.fx.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What the price ladder shows of one contract, and where in its prices it stands. FX thread only; knows no view.
///
/// The rows follow the last price, but never while they are held ([#hold]): then a hint says where it went.
public final class LadderViewModel implements PaneFeed {

    private static final int NOTICE_SECONDS = 3;

    /// What the line over the rows says, and where.
    enum Hint {
        /// Nothing to say.
        NONE,
        /// The last price is out of view, above.
        LAST_ABOVE,
        /// The last price is out of view, below.
        LAST_BELOW,
        /// The rows have just moved by themselves.
        MOVED
    }

    private final LadderTexts texts;
    private final LadderPage page = new LadderPage();
    private final TradeTrail trail = new TradeTrail();
    private final ReadOnlyObjectWrapper<LadderSettings> settings;
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<LadderHeader> header = new ReadOnlyObjectWrapper<>(LadderHeader.EMPTY);
    private final ReadOnlyObjectWrapper<Direction> direction = new ReadOnlyObjectWrapper<>(Direction.UNKNOWN);
    private final ReadOnlyDoubleWrapper askShare = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyObjectWrapper<Completeness> completeness = new ReadOnlyObjectWrapper<>(Completeness.NONE);
    private final ReadOnlyStringWrapper completenessText = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Hint> hint = new ReadOnlyObjectWrapper<>(Hint.NONE);
    private final ReadOnlyStringWrapper hintText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper upperLine = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper lowerLine = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

    private @Nullable InstrumentSnapshot snapshot;
    private @Nullable LadderRows window;
    private List<LadderMark> marks = List.of();
    private int rowCount;
    private boolean held;
    private int hovered = -1;
    private long moved;
    private int noticeSeconds;

    /// How complete the volume at price is.
    enum Completeness {
        /// Nothing selected.
        NONE,
        /// Every trade of the session is in it.
        COMPLETE,
        /// Joined after the start of the session; nothing lost since.
        PARTIAL,
        /// Contracts are missing since the monitor joined.
        LOSSY
    }

    /// An empty ladder.
    ///
    /// @param words the language of its texts
    /// @param settings what the user set before
    public LadderViewModel(Words words, LadderSettings settings) {
        this.texts = new LadderTexts(words);
        this.settings = new ReadOnlyObjectWrapper<>(settings);
        summary.set(texts.nothing());
    }

    /// Shows the newest snapshot of the selected code. Of another code than before: from its last price on.
    @Override
    public void show(InstrumentSnapshot next) {
        InstrumentSnapshot before = snapshot;
        snapshot = next;
        marks = LadderMark.of(next);
        boolean another = before == null || !before.contract().equals(next.contract());
        boolean traded = before == null || another || before.version() != next.version();
        if (another) {
            window = null;
            trail.clear();
            clearNotice();
            empty.set(false);
        }
        if (traded) {
            trail.trade(next.tick().last());
        }
        header.set(texts.header(next));
        direction.set(next.tick().direction());
        askShare.set(askShare(next.tick()));
        Completeness state = completenessOf(next);
        completeness.set(state);
        completenessText.set(texts.completeness(next, state));
        if (another) {
            summary.set(texts.summary(next));
        }
        follow();
        refill();
    }

    /// Shows that `code` is selected and its first trade has not come yet.
    @Override
    public void await(InstrumentCode code) {
        empty(texts.awaiting(code));
    }

    /// Shows that nothing is selected.
    @Override
    public void clear() {
        empty(texts.nothing());
    }

    private void empty(String why) {
        snapshot = null;
        window = null;
        marks = List.of();
        trail.clear();
        page.clear();
        clearNotice();
        empty.set(true);
        header.set(LadderHeader.EMPTY);
        direction.set(Direction.UNKNOWN);
        askShare.set(Double.NaN);
        completeness.set(Completeness.NONE);
        completenessText.set("");
        summary.set(why);
        refill();
    }

    /// A second has passed: fades the last trade and takes old notices away.
    ///
    /// @param now the time; the ladder shows no age, so only the beat matters
    @Override
    public void second(Instant now) {
        InstrumentSnapshot shown = snapshot;
        if (shown == null) {
            return;
        }
        summary.set(texts.summary(shown));
        boolean faded = trail.second();
        if (noticeSeconds > 0 && --noticeSeconds == 0) {
            clearNotice();
            faded = true;
        }
        if (faded) {
            refill();
        }
    }

    private static double askShare(Tick tick) {
        long ask = tick.quote().totalAskSize();
        long bid = tick.quote().totalBidSize();
        return ask + bid <= 0 ? Double.NaN : (double) ask / (ask + bid);
    }

    private static Completeness completenessOf(InstrumentSnapshot snapshot) {
        if (snapshot.audit().lostContracts() > 0 || snapshot.profile().unplaced() > 0) {
            return Completeness.LOSSY;
        }
        return snapshot.joinedAtStart() ? Completeness.COMPLETE : Completeness.PARTIAL;
    }

    /// Says how many rows there is room for.
    void setRowCount(int rows) {
        if (rows != rowCount) {
            rowCount = rows;
            if (window != null) {
                window = window.count() == 0 ? null : window.resized(rows);
            }
            follow();
            refill();
        }
    }

    /// Says whether the pointer or the keyboard is on the rows: they then stay where they are.
    void hold(boolean now) {
        if (held != now) {
            held = now;
            follow();
            refill();
        }
    }

    /// Says over which row the pointer is; -1 for none.
    void hover(int row) {
        if (hovered != row) {
            hovered = row;
            refill();
        }
    }

    /// Shows prices that lie `rows` rows higher (lower for a negative number).
    void scroll(int rows) {
        if (window != null) {
            place(window.raised(rows));
        }
    }

    /// Shows the prices one window height further up or down, less one row to hold on to.
    void page(int direction) {
        scroll(direction * Math.max(1, rowCount - 1));
    }

    /// Puts the last price into the middle.
    void recentre() {
        InstrumentSnapshot shown = snapshot;
        if (shown != null) {
            lookAt(shown.tick().last());
        }
    }

    /// Puts `price` into the middle.
    void lookAt(Price price) {
        if (window != null) {
            place(window.centredOn(price));
        }
    }

    /// Joins that many ticks in a row.
    void group(int ticks) {
        set(new LadderSettings(ticks));
    }

    /// Joins more ticks in a row.
    void coarser() {
        set(settings.get().coarser());
    }

    /// Joins fewer ticks in a row.
    void finer() {
        set(settings.get().finer());
    }

    private void set(LadderSettings next) {
        if (!settings.get().equals(next)) {
            settings.set(next);
            if (window != null && snapshot != null) {
                place(window.grouped(next.grouping(), snapshot.tick().last()));
            }
        }
    }

    private void place(LadderRows next) {
        clearNotice();
        window = limited(next);
        refill();
    }

    /// A user can scroll as far as the outermost mark, a static limit: beyond it nothing can trade.
    private LadderRows limited(LadderRows next) {
        InstrumentSnapshot shown = snapshot;
        if (shown == null) {
            return next;
        }
        Price lowest = shown.tick().last();
        Price highest = lowest;
        for (LadderMark mark : marks) {
            lowest = mark.price().compareTo(lowest) < 0 ? mark.price() : lowest;
            highest = mark.price().compareTo(highest) > 0 ? mark.price() : highest;
        }
        return next.within(lowest, highest);
    }

    /// Lets the window follow the last price where that is allowed and needed.
    private void follow() {
        InstrumentSnapshot shown = snapshot;
        if (shown == null || rowCount == 0) {
            return;
        }
        Price last = shown.tick().last();
        LadderRows now = window;
        if (now == null) {
            window = LadderRows.around(
                    last, shown.contract().tickSize(), settings.get().grouping(), rowCount);
        } else if (!held && now.isNearEdge(last)) {
            LadderRows next = now.centredOn(last);
            moved = noticeSeconds > 0 ? moved + next.ticksAbove(now) : next.ticksAbove(now);
            noticeSeconds = moved == 0 ? 0 : NOTICE_SECONDS;
            window = next;
        }
    }

    private void clearNotice() {
        moved = 0;
        noticeSeconds = 0;
    }

    /// Brings the rows and all texts that depend on where they stand up to date.
    private void refill() {
        InstrumentSnapshot shown = snapshot;
        LadderRows now = window;
        if (shown == null || now == null) {
            page.clear();
            setHint(Hint.NONE, "");
            upperLine.set("");
            lowerLine.set("");
        } else {
            page.fill(now, shown, marks, trail);
            long outside = now.ticksOutside(shown.tick().last());
            if (outside != 0) {
                setHint(outside > 0 ? Hint.LAST_ABOVE : Hint.LAST_BELOW, texts.lastOutside(outside));
            } else if (noticeSeconds > 0) {
                setHint(Hint.MOVED, texts.moved(moved));
            } else {
                setHint(Hint.NONE, "");
            }
            OptionalInt row = hoveredRow();
            upperLine.set(row.isPresent() ? texts.distance(now, row.getAsInt(), shown.tick()) : texts.lastTrade(shown));
            lowerLine.set(
                    row.isPresent()
                            ? texts.traded(page.rows().get(row.getAsInt()).traded())
                            : texts.quote(shown, now));
        }
        changes.set(changes.get() + 1);
    }

    private void setHint(Hint kind, String text) {
        hintText.set(text);
        hint.set(kind);
    }

    /// The row under the pointer; empty where there is none.
    OptionalInt hoveredRow() {
        return hovered >= 0 && hovered < page.rows().size() ? OptionalInt.of(hovered) : OptionalInt.empty();
    }

    /// What the rows hold.
    LadderPage page() {
        return page;
    }

    /// Where the rows stand; empty while nothing is shown.
    Optional<LadderRows> window() {
        return Optional.ofNullable(window);
    }

    /// All marks, the highest price first.
    List<LadderMark> marks() {
        return marks;
    }

    /// The lines that explain the marks of a row, as name and exact price.
    List<String> explain(LadderRow row) {
        return row.marks.stream().map(texts::mark).toList();
    }

    /// A mark as a line of the legend: label, name, price and distance from the last price.
    String legend(LadderMark mark) {
        InstrumentSnapshot shown = snapshot;
        LadderRows now = window;
        return shown == null || now == null
                ? texts.mark(mark)
                : texts.legend(mark, now.ticksBetween(mark.price(), shown.tick().last()));
    }

    /// The newest trade's size; 0 while nothing is shown.
    long lastSize() {
        return snapshot == null ? 0 : snapshot.tick().size();
    }

    /// The side that the exchange's totals give the newest trade.
    Aggressor aggressor() {
        return snapshot == null ? Aggressor.NONE : snapshot.aggressor();
    }

    /// What the user has set: to be kept by whoever makes the next view model.
    public ReadOnlyObjectProperty<LadderSettings> settings() {
        return settings.getReadOnlyProperty();
    }

    /// Whether nothing is selected.
    ReadOnlyBooleanProperty empty() {
        return empty.getReadOnlyProperty();
    }

    /// The figures above the rows.
    ReadOnlyObjectProperty<LadderHeader> header() {
        return header.getReadOnlyProperty();
    }

    /// Which way the last price stands against the previous settlement.
    ReadOnlyObjectProperty<Direction> direction() {
        return direction.getReadOnlyProperty();
    }

    /// The asks' share of all contracts in the book, a fraction; NaN where the book is empty.
    ReadOnlyDoubleProperty askShare() {
        return askShare.getReadOnlyProperty();
    }

    /// How complete the volume at price is.
    ReadOnlyObjectProperty<Completeness> completeness() {
        return completeness.getReadOnlyProperty();
    }

    /// The same in words.
    ReadOnlyStringProperty completenessText() {
        return completenessText.getReadOnlyProperty();
    }

    /// What the line over the rows is about.
    ReadOnlyObjectProperty<Hint> hint() {
        return hint.getReadOnlyProperty();
    }

    /// The line over the rows; empty where there is nothing to say.
    ReadOnlyStringProperty hintText() {
        return hintText.getReadOnlyProperty();
    }

    /// The first line below the rows: the row under the pointer, or else the last trade.
    ReadOnlyStringProperty upperLine() {
        return upperLine.getReadOnlyProperty();
    }

    /// The second line below the rows: the volume of the row under the pointer, or else the best quote.
    ReadOnlyStringProperty lowerLine() {
        return lowerLine.getReadOnlyProperty();
    }

    /// The ladder in one sentence, for a screen reader; no newer than a second.
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /// Grows whenever the rows have to be drawn again.
    ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }
}
