// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.fx.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with one pane, as its menu. FX thread only.
final class PaneMenu {

    private static final List<Command> PLACES =
            List.of(Command.PANE_LEFT, Command.PANE_RIGHT, Command.PANE_UP, Command.PANE_DOWN, Command.PANE_TAB);

    private PaneMenu() {}

    /// @param detached whether the pane has a window of its own
    /// @param commands told what is chosen
    static List<MenuItem> of(Words words, PaneSlot pane, boolean detached, Consumer<Command> commands) {
        List<MenuItem> items = new ArrayList<>();
        if (pane.kind() != PaneKind.WATCHLIST) {
            Menu link = new Menu(words.get("pane.link"));
            for (LinkGroup group : LinkGroup.values()) {
                CheckMenuItem item = new CheckMenuItem(words.get("pane.link.group", group.name()));
                item.setSelected(pane.pinned().isEmpty() && pane.group() == group);
                item.setOnAction(event -> commands.accept(
                        switch (group) {
                            case A -> Command.PANE_LINK_A;
                            case B -> Command.PANE_LINK_B;
                            case C -> Command.PANE_LINK_C;
                            case D -> Command.PANE_LINK_D;
                        }));
                link.getItems().add(item);
            }
            CheckMenuItem pin = new CheckMenuItem(
                    pane.pinned().map(code -> words.get("pane.pinned", code)).orElse(words.get("command.PANE_PIN")));
            pin.setSelected(pane.pinned().isPresent());
            pin.setAccelerator(Command.PANE_PIN.keys());
            pin.setOnAction(event -> commands.accept(Command.PANE_PIN));
            items.addAll(List.of(link, pin, new SeparatorMenuItem()));
        }
        Menu move = new Menu(words.get("pane.move"));
        PLACES.forEach(command -> move.getItems().add(item(words, command, commands)));
        items.add(move);
        items.add(item(words, Command.PANE_MAXIMIZE, commands));
        MenuItem detach = item(words, Command.PANE_DETACH, commands);
        detach.setText(words.get(detached ? "pane.dock" : "pane.detach"));
        items.add(detach);
        items.add(new SeparatorMenuItem());
        Menu more = new Menu(words.get("pane.add"));
        for (Command command : List.of(
                Command.NEW_LADDER, Command.NEW_CHART, Command.NEW_INTEREST, Command.NEW_TRADES, Command.NEW_LIMITS)) {
            more.getItems().add(item(words, command, commands));
        }
        items.add(more);
        if (pane.kind() != PaneKind.WATCHLIST) {
            items.add(item(words, Command.PANE_SPLIT, commands));
        }
        items.add(item(words, Command.PANE_CLOSE, commands));
        return items;
    }

    private static MenuItem item(Words words, Command command, Consumer<Command> commands) {
        MenuItem item = new MenuItem(words.get("command." + command));
        item.setAccelerator(command.keys());
        item.setOnAction(event -> commands.accept(command));
        return item;
    }
}
