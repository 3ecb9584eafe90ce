// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.ui.fx.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// All that can be done with the watchlist and its selected code, as menu items. FX thread only.
///
/// Each item says its key in words: an accelerator of a menu would hold in every pane.
final class WatchMenu {

    private final WatchlistViewModel model;
    private final Words words;
    private final Runnable remove;
    private final Runnable chooseColumns;

    /// @param remove removes the selected code
    /// @param chooseColumns opens the chooser of columns
    WatchMenu(WatchlistViewModel model, Words words, Runnable remove, Runnable chooseColumns) {
        this.model = model;
        this.words = words;
        this.remove = remove;
        this.chooseColumns = chooseColumns;
    }

    /// The items as they are to be shown now.
    List<MenuItem> items() {
        Optional<WatchRow> row = model.selectedRow();
        CheckMenuItem depth = new CheckMenuItem(words.get("watch.menu.depth"));
        depth.setSelected(row.map(WatchRow::wantsDepth).orElse(false));
        depth.setOnAction(event -> model.toggleDepth());
        MenuItem up = item("watch.up.tip", () -> model.moveSelected(-1));
        MenuItem down = item("watch.down.tip", () -> model.moveSelected(1));
        MenuItem away = item("watch.remove.tip", remove);
        List.of(depth, up, down, away).forEach(item -> item.setDisable(row.isEmpty()));
        boolean ranked = model.columns().sortedBy().isPresent();
        up.setDisable(row.isEmpty() || ranked);
        down.setDisable(row.isEmpty() || ranked);

        boolean table = model.settingsProperty().get().form() == WatchlistSettings.Form.TABLE;
        CheckMenuItem form = new CheckMenuItem(words.get("watch.menu.table"));
        form.setSelected(table);
        form.setOnAction(event -> model.toggleForm());
        return List.of(
                depth,
                new SeparatorMenuItem(),
                form,
                item("watch.menu.columns", chooseColumns),
                sorting(),
                new SeparatorMenuItem(),
                up,
                down,
                away);
    }

    private Menu sorting() {
        ColumnsViewModel columns = model.columns();
        Optional<WatchColumn> sortedBy = columns.sortedBy();
        List<MenuItem> items = new ArrayList<>();
        RadioMenuItem own = new RadioMenuItem(words.get("watch.menu.own"));
        own.setSelected(sortedBy.isEmpty());
        own.setOnAction(event -> model.unsort());
        items.add(own);
        items.add(new SeparatorMenuItem());
        for (WatchColumn column : columns.chosenProperty().get()) {
            boolean sorted = sortedBy.equals(Optional.of(column));
            RadioMenuItem item =
                    new RadioMenuItem(column.title() + (sorted ? columns.isDescending() ? "  ▼" : "  ▲" : ""));
            item.setMnemonicParsing(false);
            item.setSelected(sorted);
            item.setOnAction(event -> columns.sort(column));
            items.add(item);
        }
        Menu menu = new Menu(words.get("watch.menu.sort"));
        menu.getItems().setAll(items);
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(words.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }
}
