// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.fx.Words;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// The list of all keys of the window. FX thread only.
final class ShortcutSheet {

    /// Keys that belong to a pane: what they do, and how they are written.
    private static final List<String> OF_PANES = List.of(
            "keys.rows",
            "keys.remove",
            "keys.watch",
            "keys.slash",
            "keys.pause",
            "keys.filter",
            "keys.copy",
            "keys.escape");

    private ShortcutSheet() {}

    static Parent of(Words words) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcuts");
        int row = 0;
        for (Command command : Command.values()) {
            line(grid, row++, words.get("command." + command), command.keys().getDisplayText());
        }
        for (String key : OF_PANES) {
            line(grid, row++, words.get(key), words.get(key + ".keys"));
        }
        return grid;
    }

    private static void line(GridPane grid, int row, String what, String keys) {
        Label cap = new Label(keys);
        cap.getStyleClass().add("key-cap");
        grid.addRow(row, cap, new Label(what));
    }
}
