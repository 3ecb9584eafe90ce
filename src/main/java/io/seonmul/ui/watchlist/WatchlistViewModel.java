// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.ListedContracts;
import io.seonmul.market.ProductTable;
import io.seonmul.market.TradingCalendar;
import io.seonmul.session.CodeStatus;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.fx.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The watched codes in the user's order, and which of them is selected. FX thread only, but for [#suggest].
///
/// Rows are painted in the frame in which the panes are, so that one code has one price wherever it is
/// seen.
public final class WatchlistViewModel {

    private final WatchControl session;
    private final ProductTable products;
    private final Words words;
    private final InstantSource clock;
    private Optional<LocalDate> exchangeDate = Optional.empty();
    private final ObservableList<WatchRow> rows = FXCollections.observableArrayList();
    private final ObservableList<InstrumentCode> codes = FXCollections.observableArrayList();
    private final ColumnsViewModel columns;
    private final Ranking ranking;
    /// Grows whenever rows have changed places, so that a list can select anew.
    private final ReadOnlyLongWrapper arranged = new ReadOnlyLongWrapper();
    /// Held here: it listens to the codes weakly, and who listens to it must not lose it to the garbage collector.
    private final ObservableList<InstrumentCode> readOnlyCodes = FXCollections.unmodifiableObservableList(codes);

    /// The expired code that was typed last, of which the user was warned.
    private Optional<InstrumentCode> expired = Optional.empty();

    private final ObjectProperty<Optional<InstrumentCode>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<WatchlistSettings> settings;
    private final ReadOnlyObjectWrapper<Quota> quota = new ReadOnlyObjectWrapper<>(Quota.NONE);

    /// @param codes what is watched already, in the user's order
    /// @param kept what the user set before; the session has been asked for depth as it says
    /// @param chosen the selected code, if it is one of them; otherwise the first is selected
    public WatchlistViewModel(
            WatchControl session,
            ProductTable products,
            Words words,
            InstantSource clock,
            List<InstrumentCode> codes,
            Optional<InstrumentCode> chosen,
            WatchlistSettings kept) {
        this.session = session;
        this.products = products;
        this.words = words;
        this.clock = clock;
        settings = new ReadOnlyObjectWrapper<>(kept);
        columns = new ColumnsViewModel(settings, words, row -> name(row.code()));
        ranking = new Ranking(columns);
        codes.forEach(code -> rows.add(row(code)));
        publishOrder();
        settings.addListener((property, before, now) -> {
            if (!now.sorting().equals(before.sorting())) {
                arrange();
            }
        });
        selected.set(chosen.filter(code -> indexOf(code) >= 0).or(this::first));
    }

    /// A code that was removed, so that it can be put back where it was. Immutable.
    ///
    /// @param code the code
    /// @param index its place, from 0
    public record Removal(InstrumentCode code, int index) {}

    /// The rows in the order in which they are shown.
    ObservableList<WatchRow> rows() {
        return ranking.shown();
    }

    /// The table's columns and what the rows are ranked by.
    ColumnsViewModel columns() {
        return columns;
    }

    /// Grows whenever rows have changed places.
    ReadOnlyLongProperty arrangedProperty() {
        return arranged.getReadOnlyProperty();
    }

    /// Whether rows are changing places now: what a list makes of its selection meanwhile means nothing.
    boolean isArranging() {
        return ranking.isArranging();
    }

    /// Whether the pointer is on the rows: then they stay where they are.
    void hold(boolean pointed) {
        ranking.hold(pointed);
    }

    /// The time to which ages are told.
    Instant now() {
        return clock.instant();
    }

    /// Shows the table in place of the cards, or the other way round.
    public void toggleForm() {
        settings.set(settings.get()
                .withForm(
                        settings.get().form() == WatchlistSettings.Form.CARDS
                                ? WatchlistSettings.Form.TABLE
                                : WatchlistSettings.Form.CARDS));
    }

    /// Shows the rows in the user's own order again.
    public void unsort() {
        columns.unsort();
    }

    /// The selected row; empty only when nothing is watched.
    Optional<WatchRow> selectedRow() {
        return selected.get().map(this::indexOf).filter(index -> index >= 0).map(rows::get);
    }

    private void arrange() {
        if (ranking.rank(rows, clock.instant())) {
            arranged.set(arranged.get() + 1);
        }
    }

    Words words() {
        return words;
    }

    /// The watched codes in order; for reading and listening only.
    public ObservableList<InstrumentCode> codes() {
        return readOnlyCodes;
    }

    /// The selected code; empty only when nothing is watched. Writable; a code that is not watched must not be set.
    public ObjectProperty<Optional<InstrumentCode>> selectedProperty() {
        return selected;
    }

    /// How much of the quota is taken.
    ReadOnlyObjectProperty<Quota> quotaProperty() {
        return quota.getReadOnlyProperty();
    }

    /// What is remembered of the watchlist.
    public ReadOnlyObjectProperty<WatchlistSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    private WatchRow row(InstrumentCode code) {
        return new WatchRow(products.contract(code), settings.get().wantsDepth(code));
    }

    /// Asks for the depth of the selected code, or lets it go, whichever it does not do now.
    public void toggleDepth() {
        selectedRow().ifPresent(row -> {
            boolean wanted = !row.wantsDepth();
            session.watchDepth(row.code(), wanted);
            settings.set(settings.get().withDepth(row.code(), wanted));
            row.wantDepth(wanted);
            paintNow();
        });
    }

    /// The month and product of a code as a person knows it.
    public String name(InstrumentCode code) {
        return products.contract(code).displayName(words.locale(), YearMonth.from(today()));
    }

    /// Whether a code is not traded any more.
    public boolean hasExpired(InstrumentCode code) {
        return TradingCalendar.builtIn().hasExpired(code, today());
    }

    /// Adds what a person typed at the end, if it can be watched, and selects it; an expired code at the second time.
    public Addition add(String typed) {
        return switch (InstrumentCode.parse(typed)) {
            case InstrumentCode.Parsed.OldStyle old -> new Addition.OldStyle(old.text());
            case InstrumentCode.Parsed.NotFutures not -> new Addition.NotFutures(not.text());
            case InstrumentCode.Parsed.Valid valid -> addLiving(valid.code());
        };
    }

    private Addition addLiving(InstrumentCode code) {
        boolean warned = expired.equals(Optional.of(code));
        expired = Optional.empty();
        if (!warned && indexOf(code) < 0 && hasExpired(code)) {
            expired = Optional.of(code);
            return new Addition.Expired(code, TradingCalendar.builtIn().lastTradingDay(code, today()));
        }
        return add(code, rows.size());
    }

    private Addition add(InstrumentCode code, int index) {
        if (indexOf(code) >= 0) {
            selected.set(Optional.of(code));
            return new Addition.AlreadyWatched(code);
        }
        if (rows.size() >= SessionStatus.QUOTA) {
            return new Addition.QuotaFull();
        }
        WatchRow row = row(code);
        rows.add(Math.min(index, rows.size()), row);
        session.watch(code);
        if (row.wantsDepth()) {
            session.watchDepth(code, true);
        }
        publishOrder();
        session.reorder(List.copyOf(codes));
        selected.set(Optional.of(code));
        return new Addition.Added(code);
    }

    /// Removes the selected code and selects its neighbour; empty if nothing is selected.
    public Optional<Removal> removeSelected() {
        int index = selected.get().map(this::indexOf).orElse(-1);
        if (index < 0) {
            return Optional.empty();
        }
        InstrumentCode code = rows.get(index).code();
        int place = shownIndexOf(code);
        Optional<InstrumentCode> neighbour = rows.size() == 1
                ? Optional.empty()
                : Optional.of(rows().get(place + 1 < rows.size() ? place + 1 : place - 1)
                        .code());
        selected.set(neighbour);
        rows.remove(index);
        session.unwatch(code);
        publishOrder();
        return Optional.of(new Removal(code, index));
    }

    /// Puts a removed code back where it was.
    public Addition restore(Removal removal) {
        return add(removal.code(), removal.index());
    }

    /// Moves the selected code by `steps` rows, down if positive, as far as the list goes; not while rows are ranked.
    public void moveSelected(int steps) {
        int from = selected.get().map(this::indexOf).orElse(-1);
        if (from >= 0) {
            move(from, from + steps);
        }
    }

    /// Moves the row at `from` to `to`, both from 0; `to` is brought within the list.
    void move(int from, int to) {
        int target = Math.clamp(to, 0, rows.size() - 1);
        if (target != from && columns.sortedBy().isEmpty()) {
            Optional<InstrumentCode> kept = selected.get();
            rows.add(target, rows.remove(from));
            publishOrder();
            selected.set(kept);
            session.reorder(List.copyOf(codes));
        }
    }

    /// Selects the row that lies `steps` below the selected one, as far as the list goes.
    public void select(int steps) {
        if (!rows.isEmpty()) {
            int from = selected.get().map(this::shownIndexOf).orElse(0);
            selected.set(Optional.of(
                    rows().get(Math.clamp(from + steps, 0, rows.size() - 1)).code()));
        }
    }

    /// The listed contracts of which code, names or month have every word of what was typed, near month first. Any
    /// thread.
    public List<Suggestion> suggest(String typed) {
        String wanted = typed.strip().toUpperCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        LocalDate today = today();
        List<String> parts = List.of(wanted.split("\\s+", -1));
        return ListedContracts.PREFIXES.stream()
                .flatMap(prefix -> ListedContracts.of(prefix, today).stream())
                .filter(code -> fits(code, parts, YearMonth.from(today)))
                .map(code -> new Suggestion(code, name(code), typed))
                .toList();
    }

    /// What Enter after `typed` means: a code that is whole, else the first of what would be proposed
    /// for it, whether that is on the screen already or not.
    String meant(String typed) {
        return switch (InstrumentCode.parse(typed)) {
            case InstrumentCode.Parsed.Valid valid -> valid.code().text();
            case InstrumentCode.Parsed.OldStyle old -> old.text();
            case InstrumentCode.Parsed.NotFutures _ ->
                suggest(typed).stream()
                        .findFirst()
                        .map(first -> first.code().text())
                        .orElse(typed);
        };
    }

    private boolean fits(InstrumentCode code, List<String> parts, YearMonth today) {
        String names = Stream.of(Locale.KOREAN, Locale.ENGLISH)
                .map(locale -> products.contract(code).displayName(locale, today) + " "
                        + code.month(today).getMonth().getDisplayName(TextStyle.FULL, locale))
                .collect(Collectors.joining(" "))
                .toUpperCase(Locale.ROOT);
        // A month is a whole word: 1월 is no part of 11월.
        return parts.stream()
                .allMatch(part -> part.endsWith("월")
                        ? (names + " ").contains(" " + part + " ")
                        : names.contains(part) || code.text().startsWith(part));
    }

    /// Selects a code, if it is watched.
    public void show(InstrumentCode code) {
        if (indexOf(code) >= 0) {
            selected.set(Optional.of(code));
        }
    }

    /// Takes over the newest figures of a code; others than the watched ones are left out.
    public void show(InstrumentSnapshot snapshot) {
        int index = indexOf(snapshot.code());
        if (index >= 0) {
            rows.get(index).take(snapshot);
        }
    }

    /// Takes over how the registrations stand.
    public void show(SessionStatus status) {
        exchangeDate = status.market().date();
        boolean live = status.state().isLive();
        quota.set(Quota.of(status, words));
        for (CodeStatus code : status.codes()) {
            int index = indexOf(code.code());
            if (index >= 0) {
                rows.get(index).take(code, live, status.latency().isPresent());
            }
        }
    }

    /// Paints everything: ages have grown.
    public void paintNow() {
        rows.forEach(WatchRow::touch);
        boolean _ = paint();
    }

    /// Paints what changed.
    ///
    /// @return whether a price is lit, so that one more frame is needed
    public boolean paint() {
        Instant now = clock.instant();
        if (ranking.rankIfDue(rows, now)) {
            arranged.set(arranged.get() + 1);
        }
        boolean lit = false;
        for (WatchRow row : rows) {
            lit |= row.paintIfChanged(now);
        }
        return lit;
    }

    /// The place at which `code` is shown, from 0; -1 if it is not watched.
    int shownIndexOf(InstrumentCode code) {
        List<WatchRow> shown = rows();
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).code().equals(code)) {
                return i;
            }
        }
        return -1;
    }

    /// The place of `code` in the user's own order, likewise.
    int indexOf(InstrumentCode code) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).code().equals(code)) {
                return i;
            }
        }
        return -1;
    }

    private Optional<InstrumentCode> first() {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst().code());
    }

    /// The exchange's date, as the session knows it; by this computer's clock before there is one.
    private LocalDate today() {
        return exchangeDate.orElseGet(() -> LocalDate.ofInstant(clock.instant(), TradingCalendar.SEOUL));
    }

    private void publishOrder() {
        arrange();
        codes.setAll(rows.stream().map(WatchRow::code).toList());
    }
}
