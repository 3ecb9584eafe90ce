// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.settings.KeySafe.Obstacle;
import io.seonmul.ui.settings.KeySafe.Outcome;
import io.seonmul.ui.settings.KeySafe.Whereabouts;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// The settings with keys in each place, for a person to look at; the window has room for what it says later.
final class SettingsPicturesTest {

    private static final Whereabouts IN_FILE =
            new Whereabouts.OwnerOnlyFile("/home/hong/.config/seonmul/keys.json", Obstacle.ABSENT);

    @Test
    void ofEachPlace() {
        for (Language language : Language.values()) {
            for (Theme theme : Theme.values()) {
                FakeSafe safe = new FakeSafe(true);
                Stage stage = show(safe, language, theme);
                String name = "settings-" + language.name().toLowerCase(java.util.Locale.ROOT) + "-"
                        + theme.name().toLowerCase(java.util.Locale.ROOT);
                press(stage);
                Pictures.snap(stage.getScene(), name + "-asking");
                Pictures.runOnFx(() -> safe.answer(new Outcome.UsedNow(), IN_FILE));
                Pictures.snap(stage.getScene(), name + "-file");
                press(stage);
                Pictures.runOnFx(() -> safe.answer(
                        new Outcome.Obstructed(Obstacle.LOCKED), new Whereabouts.Withheld(Obstacle.LOCKED)));
                Pictures.snap(stage.getScene(), name + "-withheld");

                assertThat(Pictures.onFx(() -> {
                            Region root = (Region) stage.getScene().getRoot();
                            return root.getHeight() - root.prefHeight(root.getWidth());
                        }))
                        .as("room for all that is said")
                        .isBetween(0.0, 1.0);
                Pictures.runOnFx(stage::close);
            }
        }
    }

    private static Stage show(KeySafe safe, Language language, Theme theme) {
        return Pictures.onFx(() -> {
            Words words = new Words(language.locale());
            Look look = new Look(theme, false);
            SettingsViewModel model = new SettingsViewModel(language, look, safe, words, _ -> {}, _ -> {});
            Stage stage = new Stage();
            stage.setScene(new Scene(ViewLoader.load(new SettingsView(model, words), words)));
            look.apply(stage.getScene());
            stage.show();
            return stage;
        });
    }

    private static void press(Stage stage) {
        Pictures.runOnFx(() -> {
            ((TextInputControl) stage.getScene().lookup("#appKey")).setText("key");
            ((TextInputControl) stage.getScene().lookup("#secret")).setText("secret");
            ((Button) stage.getScene().lookup("#keep")).fire();
        });
    }
}
