// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.market.Delay;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitEvent;
import io.seonmul.session.FeedCounters;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.PaneFeed;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What the feed has proved about its own completeness for the selected code, and its newest record. FX thread only;
/// knows no view.
///
/// However often it is shown something, it writes at most [#MOST_PER_SECOND] times a second; what waits then comes with
/// the next frame or second. Another code is shown at once.
public final class HealthViewModel implements PaneFeed {

    /// How often figures and record change at most, so that an eye can follow.
    static final int MOST_PER_SECOND = 4;

    private static final Duration PAUSE = Duration.ofSeconds(1).dividedBy(MOST_PER_SECOND);

    private final Words words;
    private final InstantSource clock;
    private final ObjectProperty<HealthSettings> settings;
    private final RecordInspector inspector = new RecordInspector();
    private final GapList gaps = new GapList();
    private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Statement> statement;
    private final ReadOnlyObjectWrapper<Completeness> completeness =
            new ReadOnlyObjectWrapper<>(Completeness.NOT_KNOWN);
    private final ReadOnlyObjectWrapper<DepthFeed> depth = new ReadOnlyObjectWrapper<>(DepthFeed.NOT_KNOWN);
    private final ReadOnlyObjectWrapper<List<Relation>> relations = new ReadOnlyObjectWrapper<>(Relation.UNTRIED);
    private final ReadOnlyStringWrapper gapsNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper recordNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Hops> hops = new ReadOnlyObjectWrapper<>(Hops.NOT_KNOWN);
    private final ReadOnlyStringWrapper session = new ReadOnlyStringWrapper("");
    private Optional<InstrumentSnapshot> newest = Optional.empty();
    private SessionStatus status = SessionStatus.OFFLINE;
    private Optional<Delay> toFrame = Optional.empty();
    private Instant written = Instant.MIN;
    private boolean waiting;

    /// @param settings what the user chose before
    /// @param words the texts of the language
    /// @param clock tells when the figures may change again
    public HealthViewModel(HealthSettings settings, Words words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
        this.settings = new SimpleObjectProperty<>(settings);
        this.statement = new ReadOnlyObjectWrapper<>(Statement.ofNothing(words.get("health.nothing")));
        inspector.filterProperty().set(settings.filter());
        inspector
                .filterProperty()
                .addListener((property, before, now) ->
                        this.settings.set(this.settings.get().withFilter(now)));
        inspector.shownProperty().addListener((property, before, now) -> writeRecordNote());
        inspector.cameSinceProperty().addListener((property, before, now) -> writeRecordNote());
        inspector.pausedProperty().addListener((property, before, now) -> writeRecordNote());
        writeSession();
        writeRecordNote();
    }

    /// Holds the record that `earlier`, a model in another language, holds.
    public void takeOver(HealthViewModel earlier) {
        inspector.takeOver(earlier.inspector);
    }

    /// Shows the newest figures of the selected code.
    @Override
    public void show(InstrumentSnapshot snapshot) {
        boolean another = newest.filter(
                        old -> old.code().equals(snapshot.code()) && old.version() <= snapshot.version())
                .isEmpty();
        if (another) {
            gaps.clear();
        }
        newest = Optional.of(snapshot);
        writeSoon(another);
    }

    /// Shows with the next status how long what the session publishes takes to the frame that shows it; empty if that
    /// is not measured.
    public void showToFrame(Optional<Delay> newToFrame) {
        toFrame = newToFrame;
    }

    /// Shows what the session does.
    public void show(SessionStatus newStatus) {
        boolean another = !newStatus.state().getClass().equals(status.state().getClass());
        status = newStatus;
        writeSoon(another);
    }

    /// Shows the record that caused `event`, until the user goes on to the newest.
    public void showCause(LimitEvent event) {
        inspector.showCause(event);
        choose(HealthSettings.Page.RECORD);
    }

    /// Shows that `newCode` is selected and nothing of it has come.
    @Override
    public void await(InstrumentCode newCode) {
        empty(newCode.text(), words.get("health.awaited", newCode.text()));
    }

    /// Shows that nothing is selected.
    @Override
    public void clear() {
        empty("", words.get("health.nothing"));
    }

    /// A second went by: writes what waits.
    @Override
    public void second(Instant now) {
        if (waiting) {
            write(now);
        }
    }

    private void empty(String name, String why) {
        newest = Optional.empty();
        gaps.clear();
        inspector.clear();
        code.set(name);
        statement.set(Statement.ofNothing(why));
        completeness.set(Completeness.NOT_KNOWN);
        depth.set(DepthFeed.NOT_KNOWN);
        relations.set(Relation.UNTRIED);
        gapsNote.set("");
    }

    private void writeSoon(boolean now) {
        Instant instant = clock.instant();
        boolean early =
                !written.equals(Instant.MIN) && !instant.isBefore(written) && instant.isBefore(written.plus(PAUSE));
        if (early && !now) {
            waiting = true;
        } else {
            write(instant);
        }
    }

    private void write(Instant instant) {
        written = instant;
        waiting = false;
        newest.ifPresent(this::write);
        writeSession();
    }

    private void write(InstrumentSnapshot snapshot) {
        gaps.show(snapshot.audit());
        code.set(snapshot.code().text());
        statement.set(Statement.of(snapshot, status, words));
        completeness.set(Completeness.of(snapshot.audit()));
        depth.set(DepthFeed.of(snapshot, status, words));
        relations.set(Relation.of(snapshot.audit().invariants()));
        gapsNote.set(gapsNoteText());
        inspector.show(snapshot);
    }

    private String gapsNoteText() {
        StringBuilder note = new StringBuilder();
        if (gaps.size() > gaps.newest().size()) {
            add(
                    note,
                    words.get("health.gaps.bounded", Formats.count(gaps.newest().size()), Formats.count(gaps.size())));
        }
        if (gaps.disagreeing() > 0) {
            add(note, words.get("health.gaps.disagreeing", Formats.count(gaps.disagreeing())));
        }
        if (gaps.inferred() > 0) {
            add(note, words.get("health.gaps.inferred"));
        }
        return note.toString();
    }

    private static void add(StringBuilder note, String sentence) {
        note.append(note.isEmpty() ? "" : "  ·  ").append(sentence);
    }

    private void writeRecordNote() {
        recordNote.set(
                inspector.shownProperty().get().map(this::recordNote).orElseGet(() -> words.get("health.record.none")));
    }

    private String recordNote(ShownRecord shown) {
        String held = inspector.pausedProperty().get() ? "health.record.held" : "health.record.newest";
        return words.get(
                shown.cause().isPresent() ? "health.record.cause" : held,
                Formats.time(shown.time()),
                Formats.count(shown.version()),
                Formats.count(shown.fields().size()),
                Formats.count(inspector.cameSinceProperty().get()),
                shown.cause()
                        .map(event -> words.get("notice.limit." + event.kind()))
                        .orElse(""),
                shown.code().text());
    }

    private void writeSession() {
        hops.set(Hops.of(status.passage(), toFrame));
        FeedCounters counters = status.counters();
        session.set(words.get(
                "health.session",
                Formats.count(counters.frames()),
                Formats.count(counters.records()),
                Formats.count(counters.rejected()),
                Formats.count(counters.unasked()),
                Formats.count(counters.widerFrames()),
                Formats.count(counters.connects()),
                Formats.count(counters.overflows()),
                Formats.count(counters.mailbox()),
                Formats.count(counters.mailboxPeak()),
                Formats.count(counters.joined()),
                Formats.count(counters.unreadFields()),
                Formats.count(counters.notTaken())));
    }

    /// What the user chose.
    public ReadOnlyObjectProperty<HealthSettings> settingsProperty() {
        return settings;
    }

    void choose(HealthSettings.Page page) {
        settings.set(settings.get().withPage(page));
    }

    ReadOnlyStringProperty codeProperty() {
        return code.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Statement> statementProperty() {
        return statement.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Completeness> completenessProperty() {
        return completeness.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<DepthFeed> depthProperty() {
        return depth.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Relation>> relationsProperty() {
        return relations.getReadOnlyProperty();
    }

    GapList gaps() {
        return gaps;
    }

    ReadOnlyStringProperty gapsNoteProperty() {
        return gapsNote.getReadOnlyProperty();
    }

    RecordInspector inspector() {
        return inspector;
    }

    ReadOnlyStringProperty recordNoteProperty() {
        return recordNote.getReadOnlyProperty();
    }

    /// How long frames take from hop to hop.
    ReadOnlyObjectProperty<Hops> hopsProperty() {
        return hops.getReadOnlyProperty();
    }

    /// The session's counters over all codes.
    ReadOnlyStringProperty sessionProperty() {
        return session.getReadOnlyProperty();
    }
}
