// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import javafx.geometry.Pos;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// A note on the user's desktop, seen while another program is in front. FX thread only.
final class DesktopNote {

    private DesktopNote() {}

    /// @param chosen run when it is clicked
    static void show(String title, String text, Runnable chosen) {
        Notifications.create()
                .title(title)
                .text(text)
                .graphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE))
                .styleClass("limit-note")
                .position(Pos.BOTTOM_RIGHT)
                .onAction(event -> chosen.run())
                .show();
    }
}
