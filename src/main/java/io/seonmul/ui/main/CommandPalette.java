// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.watchlist.WatchlistViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;

/// What the command palette offers: every command, the watched codes, a code that is typed, and the saved layouts. FX
/// thread only.
final class CommandPalette {

    private static final int REMEMBERED = 12;

    private final ObjectProperty<UiSettings> settings;
    private final WatchlistViewModel watchlist;
    private final Layouts layouts;
    private final Consumer<Command> commands;
    private final Words words;
    private final Words otherWords;

    /// @param settings in which it is remembered what was used
    /// @param commands told what was chosen
    CommandPalette(
            ObjectProperty<UiSettings> settings,
            WatchlistViewModel watchlist,
            Layouts layouts,
            Consumer<Command> commands,
            Words words) {
        this.settings = settings;
        this.watchlist = watchlist;
        this.layouts = layouts;
        this.commands = commands;
        this.words = words;
        this.otherWords = new Words(
                words.locale().getLanguage().equals(Locale.KOREAN.getLanguage()) ? Locale.ENGLISH : Locale.KOREAN);
    }

    /// What is found by `query`, the best first.
    List<PaletteEntry> find(String query) {
        List<PaletteEntry> entries = new ArrayList<>();
        for (Command command : Command.values()) {
            if (command != Command.PALETTE) {
                entries.add(entry(
                        command.name(),
                        "command." + command,
                        "",
                        command.keys().getDisplayText(),
                        () -> commands.accept(command)));
            }
        }
        for (InstrumentCode code : watchlist.codes()) {
            entries.add(entry(
                    "code " + code,
                    "palette.show",
                    code + " " + watchlist.name(code),
                    "",
                    () -> watchlist.selectedProperty().set(Optional.of(code))));
        }
        for (NamedDesk named : layouts.saved()) {
            entries.add(entry("layout " + named.name(), "palette.layout", named.name(), "", () -> layouts.show(named)));
            entries.add(entry(
                    "rename " + named.name(), "palette.layout.rename", named.name(), "", () -> layouts.rename(named)));
            entries.add(entry(
                    "delete " + named.name(), "palette.layout.delete", named.name(), "", () -> layouts.delete(named)));
        }
        List<PaletteEntry> found = new ArrayList<>(
                PaletteSearch.of(entries, query, settings.get().desk().recent()));
        if (InstrumentCode.parse(query) instanceof InstrumentCode.Parsed.Valid typed
                && typed.code().text().chars().anyMatch(Character::isDigit) // a word, Hangul or not, is no code
                && !watchlist.codes().contains(typed.code())
                && !watchlist.hasExpired(typed.code())) {
            found.addFirst(entry(
                    "add",
                    "palette.add",
                    typed.code() + " " + watchlist.name(typed.code()),
                    "",
                    () -> watchlist.add(typed.code().toString())));
        }
        return found;
    }

    private PaletteEntry entry(String id, String key, String argument, String keys, Runnable run) {
        return new PaletteEntry(id, words.get(key, argument), otherWords.get(key, argument), keys, run);
    }

    /// Does what was chosen, and remembers it.
    void choose(PaletteEntry entry) {
        List<String> recent = new ArrayList<>(settings.get().desk().recent());
        recent.remove(entry.id());
        recent.addFirst(entry.id());
        settings.set(settings.get()
                .withDesk(settings.get().desk().withRecent(recent.subList(0, Math.min(REMEMBERED, recent.size())))));
        entry.run().run();
    }
}
