// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.fx.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The list of all keys of the window, in two columns, scrolled where a small screen has no room for all. FX thread
/// only.
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

    private static final int COLUMNS = 2;

    /// What a screen of 1280x720 has room for.
    private static final double WIDTH = 920;

    private static final double HEIGHT = 620;

    /// Longer words are on two lines.
    private static final double WORDS = 240;

    /// What is done, and by which keys. Immutable.
    private record Line(String what, String keys) {}

    private ShortcutSheet() {}

    static ScrollPane of(Words words) {
        List<Line> lines = new ArrayList<>();
        for (Command command : Command.values()) {
            lines.add(new Line(words.get("command." + command), command.keys().getDisplayText()));
        }
        for (String key : OF_PANES) {
            lines.add(new Line(words.get(key), words.get(key + ".keys")));
        }
        HBox sheet = new HBox();
        sheet.getStyleClass().add("shortcuts");
        int rows = Math.ceilDiv(lines.size(), COLUMNS);
        for (int from = 0; from < lines.size(); from += rows) {
            sheet.getChildren().add(column(lines.subList(from, Math.min(from + rows, lines.size()))));
        }
        ScrollPane scrolled = new ScrollPane(sheet);
        scrolled.getStyleClass().add("shortcut-scroll");
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolled.setFitToWidth(true);
        scrolled.setPrefSize(WIDTH, HEIGHT);
        return scrolled;
    }

    private static GridPane column(List<Line> lines) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcut-column");
        int row = 0;
        for (Line line : lines) {
            Label cap = new Label(line.keys());
            cap.getStyleClass().add("key-cap");
            cap.setMinWidth(Region.USE_PREF_SIZE);
            Label what = new Label(line.what());
            what.setWrapText(true);
            what.setPrefWidth(WORDS);
            what.setMinHeight(Region.USE_PREF_SIZE);
            grid.addRow(row++, cap, what);
        }
        return grid;
    }
}
