// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.export.LimitLogRow;
import io.seonmul.market.LimitEvent;
import io.seonmul.ui.limits.LimitJournal.Acknowledgement;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A limit event in the log, and whether somebody has taken note of it. FX thread only.
public final class LimitEntry {

    private final long number;
    private final LimitEvent event;
    private final ReadOnlyBooleanWrapper acknowledged = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private Optional<Acknowledgement> acknowledgement = Optional.empty();

    /// @param number counts the day's events from 1
    LimitEntry(long number, LimitEvent event) {
        this.number = number;
        this.event = event;
    }

    long number() {
        return number;
    }

    /// What happened.
    public LimitEvent event() {
        return event;
    }

    /// Whether somebody has taken note of it; never goes back.
    public ReadOnlyBooleanProperty acknowledgedProperty() {
        return acknowledged.getReadOnlyProperty();
    }

    /// The newest acknowledgement.
    Optional<Acknowledgement> acknowledgement() {
        return acknowledgement;
    }

    /// What was noted; empty where nothing was.
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    String note() {
        return note.get();
    }

    /// Takes note.
    ///
    /// @return whether it was not noted before
    boolean acknowledge(Acknowledgement now) {
        acknowledgement = Optional.of(now);
        note.set(now.note());
        boolean news = !acknowledged.get();
        acknowledged.set(true);
        return news;
    }

    LimitLogRow row() {
        return new LimitLogRow(event, acknowledgement.map(Acknowledgement::at), note());
    }
}
