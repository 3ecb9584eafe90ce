// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.watchlist.WatchlistViewModel;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;

/// Which code each pane shows, by its link group or its pin, and what the user changes about it. FX thread only.
final class CodeLinks {

    private final ObjectProperty<UiSettings> settings;
    private final Supplier<WatchlistViewModel> watchlist;
    private final Runnable changed;

    /// @param settings in which the links are remembered
    /// @param watchlist the one that is shown at the moment
    /// @param changed run when panes may have another code
    CodeLinks(ObjectProperty<UiSettings> settings, Supplier<WatchlistViewModel> watchlist, Runnable changed) {
        this.settings = settings;
        this.watchlist = watchlist;
        this.changed = changed;
    }

    Links links() {
        return settings.get().desk().links();
    }

    private void set(Links links) {
        settings.set(settings.get().withDesk(settings.get().desk().withLinks(links)));
        changed.run();
    }

    /// Another code is selected in the watchlist, or none.
    void select(Optional<InstrumentCode> chosen) {
        set(links().with(links().active(), chosen));
    }

    /// Whose figures a pane shows: of a watched code, for nothing else comes.
    Optional<InstrumentCode> code(PaneSlot pane) {
        return pane.pinned()
                .or(() -> pane.group() == links().active()
                        ? watchlist.get().selectedProperty().get()
                        : links().code(pane.group()))
                .filter(watchlist.get().codes()::contains);
    }

    /// The watchlist's selection is for that group from now on, and goes to its code.
    void activate(LinkGroup group) {
        ObjectProperty<Optional<InstrumentCode>> selected = watchlist.get().selectedProperty();
        Optional<InstrumentCode> own =
                links().code(group).filter(watchlist.get().codes()::contains);
        Links activated = links().with(links().active(), selected.get()).activated(group);
        set(own.isPresent() ? activated : activated.with(group, selected.get()));
        if (own.isPresent()) {
            selected.set(own);
        }
    }

    /// Gives the groups of `desk` that have no code the next of the watched ones.
    void fill(Desk desk) {
        Links filled = links().with(
                        links().active(), watchlist.get().selectedProperty().get());
        for (PaneSlot pane : desk.panes()) {
            LinkGroup group = pane.group();
            if (filled.code(group).filter(watchlist.get().codes()::contains).isEmpty()) {
                Links known = filled;
                filled = filled.with(
                        group,
                        watchlist.get().codes().stream()
                                .filter(code -> known.codes().stream()
                                        .noneMatch(linked -> linked.code().equals(code)))
                                .findFirst()
                                .or(() -> watchlist.get().selectedProperty().get()));
            }
        }
        set(filled);
    }

    /// The current pane follows that group from now on; a group without a code takes the pane's.
    void follow(LiveDesk desk, LinkGroup group) {
        PaneSlot pane = desk.current();
        if (group != links().active() && links().code(group).isEmpty()) {
            set(links().with(group, code(pane)));
        }
        desk.replace(pane.withGroup(group));
        changed.run();
    }

    /// The current pane keeps its code from now on, or follows its group again.
    void pin(LiveDesk desk) {
        PaneSlot pane = desk.current();
        desk.replace(pane.withPinned(pane.pinned().isPresent() ? Optional.empty() : code(pane)));
        changed.run();
    }
}
