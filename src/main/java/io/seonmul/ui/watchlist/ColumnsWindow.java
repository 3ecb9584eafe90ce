// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.ui.fx.EscapeKey;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.WholeWindow;
import io.seonmul.ui.fx.WindowIcons;
import io.seonmul.ui.fx.Words;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// The small window in which columns are chosen; what is chosen is seen in the table at once. FX thread only.
final class ColumnsWindow {

    private final ColumnsViewModel columns;
    private final Words words;
    private @Nullable Stage stage;

    ColumnsWindow(ColumnsViewModel columns, Words words) {
        this.columns = columns;
        this.words = words;
    }

    /// Shows the window for the table in the scene `owner`, whose look it takes on.
    void show(Scene owner) {
        Stage shown = stage;
        if (shown == null) {
            shown = new Stage();
            shown.initOwner(owner.getWindow());
            owner.getWindow().addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> close());
            shown.getIcons().setAll(WindowIcons.all());
            shown.setTitle(words.get("watch.columns"));
            Parent root = ViewLoader.load(new ColumnsView(columns, words), words);
            Scene scene = new Scene(root);
            scene.userAgentStylesheetProperty().bind(owner.userAgentStylesheetProperty());
            Bindings.bindContent(scene.getStylesheets(), owner.getStylesheets());
            root.getStyleClass()
                    .addAll(owner.getRoot().getStyleClass().stream()
                            .filter(style -> !root.getStyleClass().contains(style) && style.equals("green-up"))
                            .toList());
            EscapeKey.closes(scene, shown::hide);
            shown.setScene(scene);
            stage = shown;
        }
        WholeWindow.show(shown, owner.getWindow());
    }

    /// Closes it: its table is gone.
    void close() {
        if (stage != null) {
            stage.close();
        }
    }
}
