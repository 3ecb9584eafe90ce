// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The limit events of all watched contracts, newest first, and which of them were acknowledged. FX thread only.
///
/// It belongs to the window and outlives the panel, which is made anew when the language changes. It holds the newest
/// [#CAPACITY] events; what it had to drop is counted. A snapshot may be given any number of times: events carry a
/// sequence, and only new ones are taken.
public final class LimitLog {

    /// How many events are held.
    public static final int CAPACITY = 500;

    private final ObservableList<LimitEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<LimitEntry> readOnly = FXCollections.unmodifiableObservableList(entries);
    private final ReadOnlyIntegerWrapper unacknowledged = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper dropped = new ReadOnlyLongWrapper();
    private final Map<InstrumentCode, Seen> seen = new HashMap<>();
    private final SidecarBoard sidecars = new SidecarBoard();
    private final LimitJournal journal;
    private final InstantSource clock;
    private final Consumer<List<LimitEvent>> onNew;
    private long number;

    /// How far the events of one contract were taken, and by which version of its snapshot.
    private record Seen(long version, long sequence) {}

    /// @param journal keeps it over a restart; what it kept is in the log at once, and is not told again
    /// @param clock the time of day, for acknowledgements
    /// @param onNew told of events that were not there before, oldest first, once for each [#take] with any
    public LimitLog(LimitJournal journal, InstantSource clock, Consumer<List<LimitEvent>> onNew) {
        this.journal = journal;
        this.clock = clock;
        this.onNew = onNew;
        List<LimitEntry> kept = new ArrayList<>();
        for (LimitJournal.Kept each : journal.kept()) {
            LimitEntry entry = new LimitEntry(each.number(), each.event());
            each.acknowledgement().ifPresent(entry::acknowledge);
            kept.add(entry);
            number = Math.max(number, each.number());
        }
        add(kept);
    }

    /// Takes what is new in a snapshot of any watched contract. Constant time where nothing is.
    public void take(InstrumentSnapshot snapshot) {
        sidecars.take(snapshot);
        Seen before = seen.get(snapshot.code());
        // A contract that was dropped and added again counts its records and events from 1 again.
        long known = before == null || snapshot.version() < before.version() ? 0 : before.sequence();
        List<LimitEvent> events = snapshot.limitEvents();
        int from = events.size();
        while (from > 0 && events.get(from - 1).sequence() > known) {
            from--;
        }
        long newest = events.isEmpty() ? 0 : events.getLast().sequence();
        if (before == null || before.version() != snapshot.version() || before.sequence() != newest) {
            seen.put(snapshot.code(), new Seen(snapshot.version(), newest));
        }
        if (from < events.size()) {
            List<LimitEvent> fresh = List.copyOf(events.subList(from, events.size()));
            // What the session thread had to let go before it was seen here.
            dropped.set(dropped.get() + fresh.getFirst().sequence() - known - 1);
            List<LimitEntry> added = new ArrayList<>(fresh.size());
            for (LimitEvent event : fresh) {
                number++;
                journal.told(number, event);
                added.add(new LimitEntry(number, event));
            }
            add(added);
            onNew.accept(fresh);
        }
    }

    /// @param fresh oldest first
    private void add(List<LimitEntry> fresh) {
        int excess = Math.max(0, fresh.size() - CAPACITY);
        List<LimitEntry> added = fresh.subList(excess, fresh.size()).reversed();
        int tooMany = Math.max(0, entries.size() + added.size() - CAPACITY);
        List<LimitEntry> oldest = entries.subList(entries.size() - tooMany, entries.size());
        int notedAway = (int) oldest.stream()
                .filter(entry -> !entry.acknowledgedProperty().get())
                .count();
        if (tooMany > 0) {
            entries.remove(entries.size() - tooMany, entries.size());
        }
        entries.addAll(0, added);
        dropped.set(dropped.get() + excess + tooMany);
        int open = (int) added.stream()
                .filter(entry -> !entry.acknowledgedProperty().get())
                .count();
        unacknowledged.set(unacknowledged.get() + open - notedAway);
    }

    /// Only these codes are watched now: no other brings a sidecar. Their events stay, and how far they were taken too,
    /// because a code that is put back goes on where it was.
    public void watched(Collection<InstrumentCode> codes) {
        sidecars.retain(codes);
    }

    /// Which watched futures bring a sidecar, and how near.
    SidecarBoard sidecars() {
        return sidecars;
    }

    /// Takes note of one event, without a word; nothing happens if that was done.
    public void acknowledge(LimitEntry entry) {
        if (!entry.acknowledgedProperty().get()) {
            acknowledge(entry, "");
        }
    }

    /// Takes note of one event; another note takes the place of an earlier one, which the journal keeps.
    public void acknowledge(LimitEntry entry, String note) {
        if (entry.acknowledgedProperty().get() && entry.note().equals(note)) {
            return;
        }
        LimitJournal.Acknowledgement acknowledgement = new LimitJournal.Acknowledgement(clock.instant(), note);
        journal.acknowledged(entry.number(), acknowledgement);
        if (entry.acknowledge(acknowledgement)) {
            unacknowledged.set(unacknowledged.get() - 1);
        }
    }

    /// Takes note of all events.
    public void acknowledgeAll() {
        entries.forEach(this::acknowledge);
    }

    /// The events, newest first; cannot be changed from outside.
    public ObservableList<LimitEntry> entries() {
        return readOnly;
    }

    /// How many of them nobody has taken note of: the badge.
    public ReadOnlyIntegerProperty unacknowledgedProperty() {
        return unacknowledged.getReadOnlyProperty();
    }

    /// How many older events had to make room.
    public ReadOnlyLongProperty droppedProperty() {
        return dropped.getReadOnlyProperty();
    }
}
