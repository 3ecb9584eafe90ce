// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.fx.PaneFeed;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the price ladder shows of one contract, and where in its prices it stands. FX thread only; knows no view.
///
/// The rows follow the last price, but never while they are held ([#hold]): then a hint says where it went. Under a
/// pointer that moves the whole picture stands still ([HoverFreeze]) and says what it does not show.
public final class LadderViewModel implements PaneFeed {

    private final LadderTexts texts;
    private final LadderPage page = new LadderPage();
    private final LadderBook book = new LadderBook();
    private final TradeTrail trail = new TradeTrail();
    private final LadderPosition position = new LadderPosition();
    private final HoverFreeze freeze = new HoverFreeze();
    private final ProfileResets resets = new ProfileResets();
    private final QueueDoubt doubt = new QueueDoubt();
    private final ReadOnlyObjectWrapper<LadderSettings> settings;
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final LadderLines lines;
    private final ReadOnlyBooleanWrapper animated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

    private @Nullable InstrumentSnapshot newest;
    private @Nullable SessionStatus session;
    private LadderStanding standing = LadderStanding.UNTOLD;
    private Instant clock = Instant.MIN;
    private List<LadderMark> marks = List.of();
    private LevelNets nets = LevelNets.NONE;
    private LevelNets heldNets = LevelNets.NONE;
    private LastTrade lastTrade = LastTrade.NONE;
    private int hovered = -1;

    /// An empty ladder.
    ///
    /// @param words the language of its texts
    /// @param settings what the user set before
    public LadderViewModel(Words words, LadderSettings settings) {
        this.texts = new LadderTexts(words);
        this.lines = new LadderLines(texts);
        this.settings = new ReadOnlyObjectWrapper<>(settings);
    }

    /// What [#show] had last, also while an earlier picture stands still.
    Optional<InstrumentSnapshot> newest() {
        return Optional.ofNullable(newest);
    }

    /// Shows the newest snapshot of the selected code. Of another code than before: from its last price on.
    @Override
    public void show(InstrumentSnapshot next) {
        InstrumentSnapshot before = newest;
        newest = next;
        boolean another = before == null || !before.contract().equals(next.contract());
        if (another) {
            position.forget();
            trail.clear();
            doubt.forget();
            nets = LevelNets.NONE;
            empty.set(false);
        }
        if (before == null || another || before.version() != next.version()) {
            trail.trade(next.tick().last());
        }
        freeze.newest(next);
        doubt.take(next);
        nets = nets.next(next);
        clock = latest(clock, next.tick().receivedAt());
        next.quote().ifPresent(quote -> clock = latest(clock, quote.receivedAt()));
        judgeSession();
        follow();
        refill();
        if (another) {
            summarize();
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
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
        newest = null;
        marks = List.of();
        position.forget();
        freeze.thaw();
        trail.clear();
        empty.set(true);
        lines.tellNothing(why);
        refill();
    }

    /// Takes what the session does, which it is told at every frame.
    public void session(SessionStatus status) {
        session = status;
        if (judgeSession()) {
            refill();
        }
    }

    private boolean judgeSession() {
        LadderStanding before = standing;
        standing =
                session == null || newest == null ? LadderStanding.UNTOLD : LadderStanding.of(session, newest.code());
        return !standing.equals(before);
    }

    /// A second has passed: ages grow, old notices go, and so does the picture under a pointer that rests.
    @Override
    public void second(Instant now) {
        clock = now;
        if (newest == null) {
            return;
        }
        position.second();
        freeze.second();
        refill();
        summarize();
    }

    /// Lets time pass for what glows and flashes.
    ///
    /// @return whether anything still does
    boolean pass(long nanos) {
        InstrumentSnapshot now = newest;
        if (now != null) {
            trail.pass(nanos);
            position.pass(nanos, now.tick().last());
            refill();
        }
        return animated.get();
    }

    /// Says how many rows there is room for.
    void setRowCount(int rows) {
        if (position.setRowCount(rows)) {
            follow();
            refill();
        }
    }

    /// Says whether the pointer or the keyboard is on the rows: they then stay where they are.
    void hold(boolean now) {
        if (position.hold(now)) {
            follow();
            refill();
        }
    }

    /// The pointer moved over a row. The picture freezes, if the user wants it.
    void point(int row) {
        InstrumentSnapshot now = newest;
        boolean begins =
                now != null && settings.get().freezes() && freeze.picture().isEmpty();
        if (now != null && settings.get().freezes()) {
            freeze.pointed(now);
        }
        if (begins || hovered != row) {
            hovered = row;
            refill();
        }
    }

    /// The pointer is over no row, though still near: over a button that lies on them.
    void unpoint() {
        hovered = -1;
        refill();
    }

    /// The pointer left the rows: the present is shown.
    void leave() {
        hovered = -1;
        freeze.thaw();
        refill();
    }

    /// Shows the present, also under a pointer.
    void thaw() {
        if (freeze.thaw()) {
            refill();
        }
    }

    /// Shows prices that lie `rows` rows higher (lower for a negative number).
    void scroll(int rows) {
        position.window().ifPresent(now -> place(now.raised(rows)));
    }

    /// Shows the prices one window height further up or down, less one row to hold on to.
    void page(int direction) {
        scroll(direction * Math.max(1, position.rowCount() - 1));
    }

    /// Puts the last price into the middle, the present one.
    void recentre() {
        InstrumentSnapshot now = newest;
        if (now != null) {
            freeze.thaw();
            lookAt(now.tick().last());
        }
    }

    /// Puts `price` into the middle.
    void lookAt(Price price) {
        position.window().ifPresent(now -> place(now.centredOn(price)));
    }

    /// Takes what the user has set otherwise.
    void choose(UnaryOperator<LadderSettings> change) {
        LadderSettings before = settings.get();
        LadderSettings next = change.apply(before);
        InstrumentSnapshot now = newest;
        if (before.equals(next)) {
            return;
        }
        settings.set(next);
        if (before.freezes() != next.freezes()) {
            freeze.thaw();
        }
        if (now != null && before.grouping() != next.grouping()) {
            position.window()
                    .ifPresent(rows ->
                            place(rows.grouped(next.grouping(), now.tick().last())));
        }
        follow();
        refill();
    }

    /// Counts volume at price from now on.
    void resetProfile() {
        InstrumentSnapshot now = newest;
        if (now != null) {
            freeze.thaw();
            resets.reset(now);
            refill();
        }
    }

    /// Counts volume at the price of one row from now on.
    ///
    /// @param lowest the lowest price of the row
    void resetRow(Price lowest) {
        InstrumentSnapshot now = newest;
        if (now != null) {
            long ticks = settings.get().grouping() - 1L;
            Price highest = Price.ofHundredths(
                    lowest.hundredths() + ticks * now.contract().tickSize().hundredths());
            freeze.thaw();
            resets.reset(now, lowest, highest);
            refill();
        }
    }

    /// Takes the latest reset back.
    void undoReset() {
        InstrumentSnapshot now = newest;
        if (now != null) {
            freeze.thaw();
            resets.undo(now.code());
            refill();
        }
    }

    private void place(LadderRows next) {
        position.put(limited(next));
        refill();
    }

    /// A user can scroll as far as the outermost mark, a static limit: beyond it nothing can trade.
    private LadderRows limited(LadderRows next) {
        InstrumentSnapshot now = newest;
        if (now == null) {
            return next;
        }
        Price lowest = now.tick().last();
        Price highest = lowest;
        for (LadderMark mark : marks) {
            lowest = mark.price().compareTo(lowest) < 0 ? mark.price() : lowest;
            highest = mark.price().compareTo(highest) > 0 ? mark.price() : highest;
        }
        return next.within(lowest, highest);
    }

    private void follow() {
        InstrumentSnapshot now = newest;
        if (now != null) {
            position.follow(
                    now.tick().last(),
                    now.contract().tickSize(),
                    settings.get().grouping(),
                    settings.get().recentre());
        }
    }

    /// Brings the rows and all texts that depend on them up to date.
    private void refill() {
        InstrumentSnapshot now = newest;
        LadderRows rows = position.window().orElse(null);
        if (now == null || rows == null) {
            page.clear();
            lines.clear();
            animated.set(false);
        } else {
            fill(now, freeze.picture().orElse(now), rows);
        }
        changes.set(changes.get() + 1);
    }

    private void fill(InstrumentSnapshot now, InstrumentSnapshot picture, LadderRows rows) {
        marks = LadderMark.of(picture);
        List<LadderMark> drawn = marks.stream()
                .filter(mark -> settings.get().shows(mark.family()))
                .toList();
        ProfileResets.Traded traded = resets.of(picture);
        long depthAge = depthAge(picture);
        book.fill(picture, standing.link() == LadderStanding.Link.DOWN, depthAge);
        heldNets = freeze.picture().isEmpty() ? nets : heldNets;
        lastTrade = LastTrade.of(picture);
        LadderPage.Content content = new LadderPage.Content(
                picture,
                now.tick().last(),
                drawn,
                trail,
                traded,
                book,
                heldNets,
                doubt.known(picture.depth().ask()),
                doubt.known(picture.depth().bid()),
                age(picture.tick().receivedAt()),
                depthAge);
        page.fill(rows, content);
        lines.tellFigures(picture, traded);
        lines.tellPosition(position, now.tick().last());
        lines.tellFrozen(freeze.picture(), now);
        lines.tellBelow(picture, rows, page, hoveredRow(), content, standing, depthAge);
        animated.set(trail.isWarm() || position.isFlashing());
    }

    private long depthAge(InstrumentSnapshot picture) {
        return picture.quote().map(quote -> age(quote.receivedAt())).orElse(LadderBook.UNKNOWN);
    }

    private long age(Instant told) {
        return Math.max(0, Duration.between(told, clock).toSeconds());
    }

    private void summarize() {
        InstrumentSnapshot now = newest;
        LadderRows rows = position.window().orElse(null);
        if (now != null && rows != null) {
            lines.tellSummary(now, book, rows, standing, depthAge(now));
        }
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
        return position.window();
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
        InstrumentSnapshot now = newest;
        LadderRows rows = position.window().orElse(null);
        return now == null || rows == null
                ? texts.mark(mark)
                : texts.legend(mark, rows.ticksBetween(mark.price(), now.tick().last()));
    }

    /// What a family of marks is called.
    String family(String family) {
        return texts.family(family);
    }

    /// The picture's last trade.
    LastTrade lastTrade() {
        return lastTrade;
    }

    /// The spread in ticks, as it is written; empty where it is not known.
    String spread() {
        return position.window().map(rows -> texts.spread(book, rows)).orElse("");
    }

    /// The code that is shown.
    Optional<InstrumentCode> code() {
        return Optional.ofNullable(newest).map(InstrumentSnapshot::code);
    }

    /// The lowest price of a row; empty where there is no such row.
    Optional<Price> priceAt(int row) {
        return position.window().filter(rows -> row >= 0 && row < rows.count()).map(rows -> rows.lowest(row));
    }

    /// Whether the picture stands still.
    boolean isFrozen() {
        return freeze.picture().isPresent();
    }

    /// Whether the row of the last price is lit at this moment, because the rows are about to move.
    boolean isFlashBright() {
        return position.isBright();
    }

    /// The row of the last price; none of them where it is out of view.
    int lastRow() {
        InstrumentSnapshot now = newest;
        return now == null
                ? -1
                : position.window().map(rows -> rows.rowOf(now.tick().last())).orElse(-1);
    }

    /// What the user has set: to be kept by whoever makes the next view model.
    public ReadOnlyObjectProperty<LadderSettings> settings() {
        return settings.getReadOnlyProperty();
    }

    /// Whether nothing is selected.
    ReadOnlyBooleanProperty empty() {
        return empty.getReadOnlyProperty();
    }

    /// All that is said in words around the rows.
    LadderLines lines() {
        return lines;
    }

    /// Whether something glows or flashes, so that [#pass] wants to be called.
    ReadOnlyBooleanProperty animated() {
        return animated.getReadOnlyProperty();
    }

    /// Grows whenever the rows have to be drawn again.
    ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }
}
