// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Escape closes a smaller window, whichever control has the keyboard. FX thread only.
public final class EscapeKey {

    private EscapeKey() {}

    /// Calls `close` at Escape, unless the focused control does something with that key: an open list closes first, a
    /// search is emptied first.
    public static void closes(Scene scene, Runnable close) {
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), close);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && swallows(scene.getFocusOwner())) {
                event.consume();
                close.run();
            }
        });
    }

    /// Whether a control takes the key and does nothing: lists end an edit that there is none of.
    private static boolean swallows(@Nullable Node focused) {
        return focused instanceof ListView<?>
                || focused instanceof TableView<?>
                || (focused instanceof ComboBoxBase<?> box && !box.isShowing());
    }
}
