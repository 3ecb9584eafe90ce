// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Price;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// What a right click on a row of the ladder offers: an alert at its price, and to count its volume anew. FX thread
/// only.
final class RowMenu {

    private final ContextMenu menu = new ContextMenu();
    private final LadderViewModel model;
    private final Words words;
    private final BiConsumer<InstrumentCode, Price> alert;

    /// @param alert asked to set an alert at a price of a code
    RowMenu(LadderViewModel model, Words words, BiConsumer<InstrumentCode, Price> alert) {
        this.model = model;
        this.words = words;
        this.alert = alert;
    }

    /// Shows the menu of a row, if there is one.
    ///
    /// @param x of the screen
    /// @param y of the screen
    void show(Node on, int row, double x, double y) {
        menu.hide();
        menu.getItems().clear();
        model.priceAt(row).ifPresent(price -> {
            String written = Formats.price(price);
            model.code().ifPresent(code -> add("ladder.row.alert", written, () -> alert.accept(code, price)));
            add("ladder.row.reset", written, () -> model.resetRow(price));
            add("ladder.row.centre", written, () -> model.lookAt(price));
            menu.show(on, x, y);
        });
    }

    private void add(String key, String price, Runnable action) {
        MenuItem item = new MenuItem(words.get(key, price));
        item.setId(key);
        item.setOnAction(event -> action.run());
        menu.getItems().add(item);
    }
}
