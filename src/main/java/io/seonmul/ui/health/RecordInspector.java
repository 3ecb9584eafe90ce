// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.market.InstrumentSnapshot;
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

/// The newest record field by field, or an earlier one that is held. FX thread only; knows no view.
///
/// Rows stay and only their content changes, so that nothing jumps. Extra trailing fields get rows of their own.
final class RecordInspector {

    private final ObservableList<FieldRow> all = FXCollections.observableArrayList(
            TickField.WIRE_ORDER.stream().map(FieldRow::of).toList());
    private final StringProperty filter = new SimpleStringProperty("");
    private final FilteredList<FieldRow> rows = new FilteredList<>(all);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyLongWrapper cameSince = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Optional<InstrumentSnapshot>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
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

    /// Whose record is shown; empty where there is none.
    ReadOnlyObjectProperty<Optional<InstrumentSnapshot>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Takes the newest record of the selected code; the record of another code is never held over.
    void show(InstrumentSnapshot snapshot) {
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

    private void take(InstrumentSnapshot snapshot) {
        if (paused.get() && shown.get().isPresent()) {
            cameSince.set(snapshot.version() - shown.get().get().version());
            return;
        }
        cameSince.set(0);
        shown.set(Optional.of(snapshot));
        write(snapshot);
    }

    /// Holds what an earlier inspector held.
    void takeOver(RecordInspector earlier) {
        if (earlier.paused.get()) {
            earlier.shown.get().ifPresent(held -> {
                show(held);
                paused.set(true);
                earlier.newest.ifPresent(this::show);
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

    private void write(InstrumentSnapshot snapshot) {
        List<String> now = fields(snapshot.tick().raw());
        boolean first = snapshot.previous().equals(snapshot.tick());
        List<String> before = first ? List.of() : fields(snapshot.previous().raw());
        boolean spread = snapshot.code().isSpread();
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

    private static List<String> fields(String record) {
        return List.of(record.split("\\^", -1));
    }

    private static Optional<String> text(List<String> fields, int index) {
        return index < fields.size() ? Optional.of(fields.get(index)) : Optional.empty();
    }
}
