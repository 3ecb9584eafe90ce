// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import javafx.scene.input.KeyCombination;

/// Everything the window can be told by a key. Any thread.
///
/// Its words have the key `command.` and the name; keys of a single pane are that pane's own.
enum Command {
    /// Opens the command palette.
    PALETTE("Shortcut+K"),
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
    /// Goes to the next place of the desk.
    PANE_NEXT("F6"),
    /// Goes to the place before.
    PANE_PREVIOUS("Shift+F6"),
    /// Shows the next tab of the pane's place.
    PANE_TURN("Shortcut+Tab"),
    /// Opens the pane's menu.
    PANE_MENU("Shift+F10"),
    /// Moves the pane to the left.
    PANE_LEFT("Shortcut+Shift+Left"),
    /// Moves the pane to the right.
    PANE_RIGHT("Shortcut+Shift+Right"),
    /// Moves the pane up.
    PANE_UP("Shortcut+Shift+Up"),
    /// Moves the pane down.
    PANE_DOWN("Shortcut+Shift+Down"),
    /// Makes the pane a tab of the next place.
    PANE_TAB("Shortcut+Shift+G"),
    /// Lets the pane fill the window, or puts it back.
    PANE_MAXIMIZE("F11"),
    /// Gives the pane a window of its own, or docks it.
    PANE_DETACH("Shortcut+Shift+W"),
    /// One more pane of the same kind.
    PANE_SPLIT("Shortcut+Shift+D"),
    /// Closes the pane.
    PANE_CLOSE("Shortcut+W"),
    /// Keeps the pane at its code, or lets it follow its group.
    PANE_PIN("Shortcut+Shift+P"),
    /// The pane follows group A.
    PANE_LINK_A("Shortcut+Shift+1"),
    /// The pane follows group B.
    PANE_LINK_B("Shortcut+Shift+2"),
    /// The pane follows group C.
    PANE_LINK_C("Shortcut+Shift+3"),
    /// The pane follows group D.
    PANE_LINK_D("Shortcut+Shift+4"),
    /// The watchlist's selection is for group A.
    LINK_A("Shortcut+1"),
    /// The watchlist's selection is for group B.
    LINK_B("Shortcut+2"),
    /// The watchlist's selection is for group C.
    LINK_C("Shortcut+3"),
    /// The watchlist's selection is for group D.
    LINK_D("Shortcut+4"),
    /// One more ladder.
    NEW_LADDER("Alt+Shift+1"),
    /// One more chart.
    NEW_CHART("Alt+Shift+2"),
    /// One more pane of open interest.
    NEW_INTEREST("Alt+Shift+3"),
    /// One more pane of time and sales.
    NEW_TRADES("Alt+Shift+5"),
    /// One more pane of limits.
    NEW_LIMITS("Alt+Shift+4"),
    /// The usual layout.
    LAYOUT_USUAL("Alt+1"),
    /// The layout with two ladders.
    LAYOUT_LADDERS("Alt+2"),
    /// The layout with four charts.
    LAYOUT_CHARTS("Alt+3"),
    /// Saves the layout under a name.
    LAYOUT_SAVE("Shortcut+Shift+S"),
    /// Writes a snapshot.
    EXPORT("Shortcut+S"),
    /// Light or dark.
    THEME("Shortcut+T"),
    /// Korean or English.
    LANGUAGE("Shortcut+L"),
    /// Red or green rises.
    RISE_COLOR("Shortcut+Shift+C"),
    /// Usual or strong contrast.
    CONTRAST("Shortcut+Shift+H"),
    /// Everything larger.
    LARGER("Shortcut+Equals"),
    /// Everything smaller.
    SMALLER("Shortcut+Minus"),
    /// Everything in its usual size.
    USUAL_SIZE("Shortcut+0"),
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
