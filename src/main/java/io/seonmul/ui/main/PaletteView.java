// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.fx.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The command palette: a field, and below it what can be done. It lies over the window and is driven by the keyboard;
/// it also asks for a name. FX thread only.
final class PaletteView {

    private static final int PAGE = 8;

    private final Words words;
    private Function<String, List<PaletteEntry>> find = query -> List.of();
    private Consumer<PaletteEntry> choose = entry -> {};
    private @Nullable Consumer<String> named;
    private Runnable onClosed = () -> {};

    @FXML
    private StackPane root;

    @FXML
    private TextField query;

    @FXML
    private ListView<PaletteEntry> list;

    PaletteView(Words words) {
        this.words = words;
    }

    @FXML
    private void initialize() {
        root.setVisible(false);
        root.managedProperty().bind(root.visibleProperty());
        root.setOnMousePressed(event -> {
            if (root.equals(event.getTarget())) {
                close();
            }
        });
        list.managedProperty().bind(list.visibleProperty());
        list.setCellFactory(cells -> new EntryCell());
        list.setOnMouseClicked(event -> run());
        query.textProperty().addListener((property, before, now) -> search());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(PAGE);
            case PAGE_UP -> move(-PAGE);
            case ENTER -> run();
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int steps) {
        int size = list.getItems().size();
        if (size > 0) {
            int index = Math.clamp((long) list.getSelectionModel().getSelectedIndex() + steps, 0, size - 1);
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - PAGE / 2));
        }
    }

    private void search() {
        if (named == null) {
            list.getItems().setAll(find.apply(query.getText()));
            list.getSelectionModel().selectFirst();
            list.scrollTo(0);
        }
    }

    private void run() {
        Consumer<String> name = named;
        PaletteEntry chosen = list.getSelectionModel().getSelectedItem();
        String typed = query.getText().strip();
        if (name != null && !typed.isEmpty()) {
            close();
            name.accept(typed);
        } else if (name == null && chosen != null) {
            close();
            choose.accept(chosen);
        }
    }

    boolean isOpen() {
        return root.isVisible();
    }

    /// Offers what `find` finds.
    ///
    /// @param choose told what was chosen
    /// @param closed run when it is closed, before that
    void open(Function<String, List<PaletteEntry>> find, Consumer<PaletteEntry> choose, Runnable closed) {
        this.find = find;
        this.choose = choose;
        this.named = null;
        this.onClosed = closed;
        list.setVisible(true);
        show(words.get("palette.prompt"), "");
        search();
    }

    /// Asks for a name.
    ///
    /// @param name told what was typed, if anything was
    void ask(String prompt, String proposal, Consumer<String> name, Runnable closed) {
        this.named = name;
        this.onClosed = closed;
        list.setVisible(false);
        show(prompt, proposal);
    }

    private void show(String prompt, String text) {
        query.setPromptText(prompt);
        query.setAccessibleText(prompt);
        query.setText(text);
        root.setVisible(true);
        query.requestFocus();
        query.selectAll();
    }

    void close() {
        if (root.isVisible()) {
            root.setVisible(false);
            onClosed.run();
        }
    }

    private static final class EntryCell extends ListCell<PaletteEntry> {
        private final Label word = new Label();
        private final Label keys = new Label();
        private final HBox line = new HBox();

        EntryCell() {
            Region room = new Region();
            HBox.setHgrow(room, Priority.ALWAYS);
            keys.getStyleClass().add("key-cap");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            keys.visibleProperty().bind(keys.textProperty().isNotEmpty());
            line.getStyleClass().add("palette-line");
            line.getChildren().setAll(word, room, keys);
        }

        @Override
        protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (entry == null || empty) {
                setGraphic(null);
                setAccessibleText("");
            } else {
                word.setText(entry.word());
                keys.setText(entry.keys());
                setGraphic(line);
                setAccessibleText(entry.word() + " " + entry.keys());
            }
        }
    }
}
