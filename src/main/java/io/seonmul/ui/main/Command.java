// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import javafx.scene.input.KeyCombination;

/// Everything the window can be told by a key. Any thread.
///
/// Its words have the key `command.` and the name; keys of a single pane are that pane's own.
enum Command {
    /// Goes to the field for codes.
    ADD("Shortcut+N"),
    /// Selects the code above.
    PREVIOUS("Shortcut+Page Up"),
    /// Selects the code below.
    NEXT("Shortcut+Page Down"),
    /// Moves the selected code up.
    MOVE_UP("Alt+Up"),
    /// Moves the selected code down.
    MOVE_DOWN("Alt+Down"),
    /// Asks for the depth of the selected code, or lets it go.
    DEPTH("Shortcut+D"),
    /// The watchlist as a table or as cards.
    TABLE("Shortcut+Shift+T"),
    /// Chooses the table's columns.
    COLUMNS("Shortcut+Shift+K"),
    /// The watchlist in the user's own order.
    OWN_ORDER("Shortcut+Shift+O"),
    /// Time and sales, or open interest.
    TRADES("Shortcut+J"),
    /// Writes a snapshot.
    EXPORT("Shortcut+S"),
    /// Light or dark.
    THEME("Shortcut+T"),
    /// Korean or English.
    LANGUAGE("Shortcut+L"),
    /// Red or green rises.
    RISE_COLOR("Shortcut+Shift+C"),
    /// Opens or closes the feed-health window.
    HEALTH("Shortcut+I"),
    /// Opens the user's alerts.
    ALERTS("Shortcut+B"),
    /// Connects now.
    RECONNECT("Shortcut+R"),
    /// Opens the settings.
    SETTINGS("Shortcut+Comma"),
    /// Shows this list.
    SHORTCUTS("F1");

    @SuppressWarnings("ImmutableEnumChecker") // key combinations are immutable, only not marked as such
    private final KeyCombination keys;

    Command(String keys) {
        this.keys = KeyCombination.valueOf(keys);
    }

    /// The keys that give it.
    KeyCombination keys() {
        return keys;
    }
}
