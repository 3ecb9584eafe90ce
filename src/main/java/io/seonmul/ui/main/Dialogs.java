// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.fx.EscapeKey;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.WholeWindow;
import io.seonmul.ui.fx.WindowIcons;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.limits.AlertRulesView;
import io.seonmul.ui.limits.AlertRulesViewModel;
import io.seonmul.ui.settings.SettingsView;
import io.seonmul.ui.settings.SettingsViewModel;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The window's smaller windows: at most one of each. FX thread only.
final class Dialogs implements AutoCloseable {

    private final Window owner;
    private @Nullable Stage settings;
    private @Nullable Stage shortcuts;
    private @Nullable Stage alerts;

    Dialogs(Window owner) {
        this.owner = owner;
    }

    void showSettings(SettingsViewModel model, Words words, Look look) {
        settings =
                show(settings, ViewLoader.load(new SettingsView(model, words), words), "command.SETTINGS", words, look);
    }

    boolean isSettingsShown() {
        return settings != null && settings.isShowing();
    }

    void showAlerts(AlertRulesViewModel model, Words words, Look look) {
        alerts = show(alerts, ViewLoader.load(new AlertRulesView(model, words), words), "command.ALERTS", words, look);
    }

    boolean areAlertsShown() {
        return alerts != null && alerts.isShowing();
    }

    void showShortcuts(Words words, Look look) {
        shortcuts = show(shortcuts, ShortcutSheet.of(words), "command.SHORTCUTS", words, look);
    }

    private Stage show(@Nullable Stage earlier, Parent content, String title, Words words, Look look) {
        Stage stage = earlier;
        if (stage == null) {
            stage = new Stage();
            stage.initOwner(owner);
            stage.setResizable(false);
            stage.getIcons().setAll(WindowIcons.all());
        }
        stage.setTitle(words.get(title));
        Scene scene = new Scene(content);
        look.apply(scene);
        EscapeKey.closes(scene, stage::hide);
        stage.setScene(scene);
        stage.sizeToScene();
        WholeWindow.show(stage, owner);
        return stage;
    }

    void apply(Look look) {
        for (Stage stage : new @Nullable Stage[] {settings, shortcuts, alerts}) {
            if (stage != null) {
                look.apply(stage.getScene());
            }
        }
    }

    @Override
    public void close() {
        for (Stage stage : new @Nullable Stage[] {settings, shortcuts, alerts}) {
            if (stage != null) {
                stage.close();
            }
        }
    }
}
