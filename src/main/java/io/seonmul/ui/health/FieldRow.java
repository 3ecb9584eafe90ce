// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.protocol.TickField;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One field of the record that the inspector shows; its place never changes, its content does. FX thread only.
final class FieldRow {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

    private final int index;
    private final Optional<TickField> field;
    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(Content.NOTHING);

    /// How a field's text differs from that of the record before.
    enum Change {
        /// Not at all, or there was no record before.
        NONE,
        /// A larger number.
        UP,
        /// A smaller number.
        DOWN,
        /// Another text.
        OTHER
    }

    /// What a field says. Immutable.
    ///
    /// @param text exactly as on the wire
    /// @param absence why the text is no value; empty where it is one
    /// @param previous the text in the record before; empty where there was none
    /// @param previousAbsence why that text was no value; empty where it was one
    /// @param change how they differ
    record Content(
            String text,
            Optional<Absence> absence,
            Optional<String> previous,
            Optional<Absence> previousAbsence,
            Change change) {

        /// Before any record.
        static final Content NOTHING =
                new Content("", Optional.of(Absence.NOT_SENT), Optional.empty(), Optional.empty(), Change.NONE);

        private static Content of(FieldRow row, String text, Optional<String> previous, boolean spread) {
            Optional<Absence> absence = row.absence(text, spread);
            Optional<Absence> previousAbsence = previous.flatMap(before -> row.absence(before, spread));
            boolean comparable = row.isMeasured() && absence.isEmpty() && previousAbsence.isEmpty();
            return new Content(
                    text,
                    absence,
                    previous,
                    previousAbsence,
                    previous.map(before -> change(before, text, comparable)).orElse(Change.NONE));
        }

        private static Change change(String before, String now, boolean comparable) {
            if (before.equals(now)) {
                return Change.NONE;
            }
            if (!comparable
                    || !NUMBER.matcher(before).matches()
                    || !NUMBER.matcher(now).matches()) {
                return Change.OTHER;
            }
            int difference = new BigDecimal(now).compareTo(new BigDecimal(before));
            return difference > 0 ? Change.UP : difference < 0 ? Change.DOWN : Change.OTHER;
        }
    }

    private FieldRow(int index, Optional<TickField> field) {
        this.index = index;
        this.field = field;
    }

    /// The row of a field that KIS documents.
    static FieldRow of(TickField field) {
        return new FieldRow(TickField.WIRE_ORDER.indexOf(field), Optional.of(field));
    }

    /// The row of a field that KIS appended without notice.
    static FieldRow extra(int index) {
        return new FieldRow(index, Optional.empty());
    }

    /// The field's place in the record, from 0.
    int index() {
        return index;
    }

    /// Which field it is; empty for one that KIS appended without notice.
    Optional<TickField> field() {
        return field;
    }

    /// What it says now. It changes only where something differs.
    ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /// Whether its texts are amounts, of which one can be larger than another.
    private boolean isMeasured() {
        return field.map(TickField::unit)
                .map(unit -> switch (unit) {
                    case POINTS, PERCENT, FRACTION, CONTRACTS, TRADES, ORDERS, THOUSAND_WON -> true;
                    case CODE, TIME, SIGN, RAW -> false;
                })
                .orElse(false);
    }

    private Optional<Absence> absence(String text, boolean spread) {
        return field.map(known -> Absence.of(known, text, spread)).orElseGet(() -> Absence.of(text));
    }

    /// Shows `text`, or that the record has no such field.
    ///
    /// @param previous the text of the record before
    /// @param spread whether the contract is a calendar spread
    void show(Optional<String> text, Optional<String> previous, boolean spread) {
        show(text.map(known -> Content.of(this, known, previous, spread)).orElse(Content.NOTHING));
    }

    /// Shows that there is no record.
    void clear() {
        show(Content.NOTHING);
    }

    private void show(Content now) {
        if (!now.equals(content.get())) {
            content.set(now);
        }
    }

    /// Whether index, wire name, Korean or English name contain what is searched for, in any case; nothing searched for
    /// is in every field.
    boolean matches(String searched) {
        String wanted = searched.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || Integer.toString(index).equals(wanted)
                || field.stream()
                        .flatMap(known -> Stream.of(known.name(), known.korean(), known.english()))
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
