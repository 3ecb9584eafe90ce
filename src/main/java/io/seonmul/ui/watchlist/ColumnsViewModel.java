// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.ui.fx.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which columns the watchlist's table has, in which order, and by which one it is ranked. FX thread only.
final class ColumnsViewModel {

    private final ReadOnlyObjectWrapper<WatchlistSettings> settings;
    private final List<WatchColumn> all;
    private final ReadOnlyObjectWrapper<List<WatchColumn>> chosen = new ReadOnlyObjectWrapper<>();
    private final ObservableList<WatchColumn> listed = FXCollections.observableArrayList();
    private String searched = "";

    /// @param settings where what the user sets is kept
    /// @param names what a person calls a row's contract
    ColumnsViewModel(ReadOnlyObjectWrapper<WatchlistSettings> settings, Words words, Function<WatchRow, String> names) {
        this.settings = settings;
        all = Stream.concat(DerivedColumns.of(words, names).stream(), FieldColumns.of(words).stream())
                .toList();
        chosen.set(WatchColumn.chosen(all, settings.get().columns()));
        list();
    }

    /// The table's columns, from left to right.
    ReadOnlyObjectProperty<List<WatchColumn>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// All columns that the search finds, in an order that never changes.
    ObservableList<WatchColumn> listed() {
        return listed;
    }

    boolean isChosen(WatchColumn column) {
        return chosen.get().contains(column);
    }

    /// Lists only the columns that have every word of `text`.
    void search(String text) {
        searched = text;
        list();
    }

    private void list() {
        listed.setAll(all.stream().filter(column -> column.matches(searched)).toList());
    }

    /// Shows a column at the right end of the table, or takes it out.
    void toggle(WatchColumn column) {
        List<WatchColumn> next = new ArrayList<>(chosen.get());
        if (!next.remove(column)) {
            next.add(column);
        }
        choose(next);
    }

    /// Moves a chosen column by `steps`, to the right if positive, as far as the table goes.
    void move(WatchColumn column, int steps) {
        moveTo(column, chosen.get().indexOf(column) + steps);
    }

    /// Moves a chosen column to the place `index`, from 0; it is brought within the table.
    void moveTo(WatchColumn column, int index) {
        List<WatchColumn> next = new ArrayList<>(chosen.get());
        if (next.remove(column)) {
            next.add(Math.clamp(index, 0, next.size()), column);
            choose(next);
        }
    }

    /// The columns that a new user has.
    void reset() {
        choose(WatchColumn.chosen(all, WatchlistSettings.DEFAULT.columns()));
    }

    private void choose(List<WatchColumn> next) {
        if (!next.equals(chosen.get())) {
            chosen.set(List.copyOf(next));
            settings.set(settings.get()
                    .withColumns(next.stream().map(WatchColumn::key).toList()));
        }
    }

    /// By which column the rows are ranked; empty for the user's own order.
    Optional<WatchColumn> sortedBy() {
        return settings.get()
                .sorting()
                .flatMap(sorting -> all.stream()
                        .filter(column -> column.key().equals(sorting.column()))
                        .findFirst());
    }

    boolean isDescending() {
        return settings.get()
                .sorting()
                .map(WatchlistSettings.Sorting::descending)
                .orElse(false);
    }

    /// Ranks by `column`: figures largest first and texts in their order, then the other way round, then not at all.
    void sort(WatchColumn column) {
        boolean first = column.kind() != WatchColumn.Kind.TEXT;
        Optional<WatchColumn> before = sortedBy();
        if (before.isEmpty() || !before.get().equals(column)) {
            sort(Optional.of(new WatchlistSettings.Sorting(column.key(), first)));
        } else if (isDescending() == first) {
            sort(Optional.of(new WatchlistSettings.Sorting(column.key(), !first)));
        } else {
            unsort();
        }
    }

    /// Goes back to the user's own order.
    void unsort() {
        sort(Optional.empty());
    }

    private void sort(Optional<WatchlistSettings.Sorting> sorting) {
        settings.set(settings.get().withSorting(sorting));
    }
}
