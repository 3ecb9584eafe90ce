// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitEvent;
import io.seonmul.protocol.TickField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// The newest record field by field, or an earlier one that is held: where the user paused, or the one that caused an
/// event. FX thread only; knows no view.
///
/// Rows stay and only their content changes, so that nothing jumps. Extra trailing fields get rows of their own.
final class RecordInspector {

    private final ObservableList<FieldRow> all = FXCollections.observableArrayList(
            TickField.WIRE_ORDER.stream().map(FieldRow::of).toList());
    private final StringProperty filter = new SimpleStringProperty("");
    private final FilteredList<FieldRow> rows = new FilteredList<>(all);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyLongWrapper cameSince = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Optional<ShownRecord>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<InstrumentSnapshot> newest = Optional.empty();

    RecordInspector() {
        filter.addListener((property, before, now) -> rows.setPredicate(matching(now)));
        paused.addListener((property, before, now) -> newest.ifPresent(this::take));
    }

    private static Predicate<FieldRow> matching(String searched) {
        return row -> row.matches(searched);
    }

    /// The fields that the filter lets through, in wire order.
    ObservableList<FieldRow> rows() {
        return rows;
    }

    /// What the fields' names are searched for.
    StringProperty filterProperty() {
        return filter;
    }

    /// Whether the record is held.
    BooleanProperty pausedProperty() {
        return paused;
    }

    /// Records that came since the one that is held; 0 where none is.
    ReadOnlyLongProperty cameSinceProperty() {
        return cameSince.getReadOnlyProperty();
    }

    /// The record that is shown; empty where there is none.
    ReadOnlyObjectProperty<Optional<ShownRecord>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Takes the newest record of the selected code. A record of another code is never held over, but for one that is
    /// shown because of an event.
    void show(InstrumentSnapshot snapshot) {
        if (paused.get() && isCause()) {
            newest = Optional.of(snapshot);
            shown.get()
                    .filter(cause -> cause.code().equals(snapshot.code()))
                    .ifPresent(cause -> cameSince.set(Math.max(0, snapshot.version() - cause.version())));
            return;
        }
        boolean same = shown.get()
                .filter(old -> old.code().equals(snapshot.code()) && old.version() <= snapshot.version())
                .isPresent();
        newest = Optional.of(snapshot);
        if (!same && paused.get()) {
            paused.set(false);
        } else {
            take(snapshot);
        }
    }

    /// Holds the record that caused `event`, until the user goes on.
    void showCause(LimitEvent event) {
        paused.set(false);
        ShownRecord cause = ShownRecord.of(
                event,
                newest.filter(snapshot -> snapshot.code().equals(event.code()))
                        .map(InstrumentSnapshot::version)
                        .orElse(0L));
        show(cause);
        paused.set(true);
    }

    private boolean isCause() {
        return shown.get().filter(record -> record.cause().isPresent()).isPresent();
    }

    private void take(InstrumentSnapshot snapshot) {
        if (paused.get() && shown.get().isPresent()) {
            cameSince.set(snapshot.version() - shown.get().get().version());
            return;
        }
        show(ShownRecord.of(snapshot));
    }

    private void show(ShownRecord record) {
        cameSince.set(0);
        shown.set(Optional.of(record));
        write(record);
    }

    /// Holds what an earlier inspector held.
    void takeOver(RecordInspector earlier) {
        if (earlier.paused.get()) {
            earlier.shown.get().ifPresent(held -> {
                newest = earlier.newest;
                show(held);
                paused.set(true);
            });
        }
    }

    /// Shows that there is no record.
    void clear() {
        newest = Optional.empty();
        shown.set(Optional.empty());
        paused.set(false);
        cameSince.set(0);
        all.remove(TickField.WIDTH, all.size());
        all.forEach(FieldRow::clear);
    }

    private void write(ShownRecord record) {
        List<String> now = record.fields();
        List<String> before = record.fieldsBefore();
        boolean spread = record.code().isSpread();
        fitRows(Math.max(now.size(), TickField.WIDTH));
        for (FieldRow row : all) {
            row.show(text(now, row.index()), text(before, row.index()), spread);
        }
    }

    private void fitRows(int width) {
        if (all.size() > width) {
            all.remove(width, all.size());
        }
        List<FieldRow> extra = new ArrayList<>();
        for (int index = all.size(); index < width; index++) {
            extra.add(FieldRow.extra(index));
        }
        if (!extra.isEmpty()) {
            all.addAll(extra);
        }
    }

    private static Optional<String> text(List<String> fields, int index) {
        return index < fields.size() ? Optional.of(fields.get(index)) : Optional.empty();
    }
}
