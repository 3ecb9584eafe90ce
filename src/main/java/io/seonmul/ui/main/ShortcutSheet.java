// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.fx.Words;
import java.util.ArrayList;
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
            "keys.trades",
            "keys.copy",
            "keys.ladder.scroll",
            "keys.ladder.last",
            "keys.ladder.group",
            "keys.ladder.reset",
            "keys.ladder.leave",
            "keys.chart.bars",
            "keys.chart.move",
            "keys.chart.zoom",
            "keys.chart.line",
            "keys.escape");

    private ShortcutSheet() {}

    /// In two columns: one would be higher than a small screen.
    static Parent of(Words words) {
        List<Label[]> lines = new ArrayList<>();
        for (Command command : Command.values()) {
            lines.add(line(words.get("command." + command), command.keys().getDisplayText()));
        }
        for (String key : OF_PANES) {
            lines.add(line(words.get(key), words.get(key + ".keys")));
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcuts");
        int rows = (lines.size() + 1) / 2;
        for (int i = 0; i < lines.size(); i++) {
            int column = 2 * (i / rows);
            Label[] line = lines.get(i);
            grid.add(line[0], column, i % rows);
            grid.add(line[1], column + 1, i % rows);
        }
        return grid;
    }

    private static Label[] line(String what, String keys) {
        Label cap = new Label(keys);
        cap.getStyleClass().add("key-cap");
        return new Label[] {cap, new Label(what)};
    }
}
