// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.input.MouseEvent;

/// Gives the keyboard to a pane's picture after its tools were used with the mouse: the picture's keys
/// would otherwise do nothing until somebody clicks on it. FX thread only.
///
/// Whoever goes to a tool by the keyboard stays there.
public final class ToolFocus {

    private ToolFocus() {}

    /// From now on a click on one of `tools`, or a list of theirs that closes, leaves the keyboard to
    /// `picture`.
    public static void leaveTo(Node picture, Parent tools) {
        tools.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (isButton(event.getTarget())) {
                picture.requestFocus();
            }
        });
        for (Node tool : tools.getChildrenUnmodifiable()) {
            switch (tool) {
                case ComboBoxBase<?> list ->
                    list.showingProperty().addListener((property, before, now) -> leave(picture, now));
                case MenuButton menu ->
                    menu.showingProperty().addListener((property, before, now) -> leave(picture, now));
                default -> {}
            }
        }
    }

    private static void leave(Node picture, boolean showing) {
        if (!showing) {
            picture.requestFocus();
        }
    }

    private static boolean isButton(EventTarget target) {
        for (Node node = target instanceof Node hit ? hit : null; node != null; node = node.getParent()) {
            if (node instanceof ButtonBase) {
                return !(node instanceof MenuButton);
            }
        }
        return false;
    }
}
