// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitEvent;
import io.seonmul.market.MarketBoard;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.watchlist.WatchlistViewModel;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The window in one language: takes what changed from the board and the session, once a frame, to the panes. FX thread
/// only.
final class MainViewModel {

    private final MarketBoard board;
    private final SessionControl session;
    private final InstantSource clock;
    private final WatchlistViewModel watchlist;
    private final StatusViewModel status;
    private final PaneFeeds panes;
    private final Others others;
    private final Alerts alerts;
    private final ReadOnlyObjectWrapper<Optional<InstrumentSnapshot>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper old = new ReadOnlyBooleanWrapper();

    /// Who hears of more than the selected code. Immutable.
    ///
    /// @param snapshots told of the newest figures of every watched code
    /// @param status told what the session does, as often as it is looked at
    record Others(Consumer<InstrumentSnapshot> snapshots, Consumer<SessionStatus> status) {}

    /// @param panes what shows one code each
    /// @param others what shows all of them
    /// @param notices told of losses and limits, seldom enough to be read
    MainViewModel(
            MainPorts ports,
            WatchlistViewModel watchlist,
            PaneFeeds panes,
            Others others,
            Words words,
            Consumer<Notice> notices) {
        this.board = ports.board();
        this.session = ports.session();
        this.clock = ports.clock();
        this.watchlist = watchlist;
        this.panes = panes;
        this.others = others;
        this.alerts = new Alerts(words, notices);
        this.status = new StatusViewModel(words, session.status(), clock.instant());
        watchlist.show(session.status());
        others.status().accept(session.status());
        watchlist
                .codes()
                .forEach(code -> board.latest(code).ifPresent(snapshot -> {
                    alerts.known(snapshot);
                    tellAll(snapshot);
                }));
        watchlist.codes().subscribe(() -> panes.watching(watchlist.codes()));
        watchlist.selectedProperty().addListener((property, before, now) -> showSelected());
        showSelected();
        watchlist.paintNow();
    }

    /// Tells of limit events that are new, seldom enough to be read.
    void tell(List<LimitEvent> events) {
        alerts.take(events);
    }

    WatchlistViewModel watchlist() {
        return watchlist;
    }

    StatusViewModel status() {
        return status;
    }

    SessionControl session() {
        return session;
    }

    /// The newest figures of the selected code; empty before its first record.
    ReadOnlyObjectProperty<Optional<InstrumentSnapshot>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// Whether the selected code's figures may not be the market's present ones.
    ReadOnlyBooleanProperty oldProperty() {
        return old.getReadOnlyProperty();
    }

    /// Exchange time of a code's newest record, where it may not be the market's present one; empty where there is
    /// none.
    Optional<LocalTime> oldSince(InstrumentCode code) {
        return session.status().isCurrent(code)
                ? Optional.empty()
                : board.latest(code).map(snapshot -> snapshot.tick().time());
    }

    /// Takes over what changed since the last frame.
    ///
    /// @return whether something waits to be painted, so that one more frame is needed
    boolean onFrame() {
        board.drain(this::take);
        takeStatus(clock.instant());
        return watchlist.paint();
    }

    /// A second went by: ages and countdowns are written anew.
    void second() {
        Instant now = clock.instant();
        takeStatus(now);
        watchlist.paintNow();
        alerts.second();
        panes.second(now);
    }

    private void takeStatus(Instant now) {
        SessionStatus newest = session.status();
        status.show(newest, session.toFrame(), now);
        watchlist.show(newest);
        others.status().accept(newest);
        showAge();
    }

    private void showAge() {
        old.set(watchlist.selectedProperty().get().flatMap(this::oldSince).isPresent());
    }

    private void take(InstrumentSnapshot snapshot) {
        if (!watchlist.codes().contains(snapshot.code())) {
            return;
        }
        alerts.take(snapshot);
        tellAll(snapshot);
        panes.show(snapshot);
        if (isSelected(snapshot.code())) {
            selected.set(Optional.of(snapshot));
        }
    }

    private void tellAll(InstrumentSnapshot snapshot) {
        watchlist.show(snapshot);
        others.snapshots().accept(snapshot);
        panes.watched(snapshot);
    }

    private boolean isSelected(InstrumentCode code) {
        return watchlist.selectedProperty().get().filter(code::equals).isPresent();
    }

    private void showSelected() {
        selected.set(watchlist.selectedProperty().get().flatMap(board::latest));
        showAge();
    }
}
