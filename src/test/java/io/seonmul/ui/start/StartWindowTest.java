// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StartWindowTest {
    private final List<StartWindow.Choice> choices = new ArrayList<>();
    private Stage stage;
    private StartWindow window;

    @AfterEach
    void close() {
        Pictures.onFx(() -> {
            window.close();
            return null;
        });
    }

    @Test
    void offersTheDemo() {
        show(Language.KOREAN, Theme.LIGHT);
        Pictures.snap(stage.getScene(), "start-korean-light");

        press("demo");

        assertThat(choices).containsExactly(new StartWindow.Choice.Demo());
    }

    @Test
    void takesBothKeysOrSaysWhatIsMissing() {
        show(Language.ENGLISH, Theme.DARK);
        type("appKey", " key ");
        press("connect");

        assertThat(choices).isEmpty();
        assertThat(complaint()).isEqualTo("Both app key and app secret are needed.");
        Pictures.snap(stage.getScene(), "start-english-dark-complaint");

        type("secret", "secret");
        press("connect");

        assertThat(choices).containsExactly(new StartWindow.Choice.Keys("key", "secret"));
        assertThat(choices.toString()).doesNotContain("secret");
        assertThat(complaint()).startsWith("Asking the system's keychain");
        Pictures.snap(stage.getScene(), "start-english-dark-asking");
        press("connect");
        press("demo");
        assertThat(choices).as("one thing at a time").hasSize(1);

        Pictures.runOnFx(() -> window.complain("it stays locked"));
        press("demo");
        assertThat(choices).endsWith(new StartWindow.Choice.Demo());
    }

    @Test
    void saysWhyKeysCannotBeUsed() {
        show(Language.ENGLISH, Theme.LIGHT);

        Pictures.onFx(() -> {
            window.complain("the disk is full");
            return null;
        });

        assertThat(complaint()).isEqualTo("That did not work: the disk is full");
    }

    @Test
    void saysThatTheKeychainMayHaveKeysInEitherLanguage() {
        show(Language.KOREAN, Theme.LIGHT);

        Pictures.runOnFx(window::keysWithheld);
        Pictures.snap(stage.getScene(), "start-korean-light-withheld");
        assertThat(complaint()).contains("키체인");
        press("language");

        assertThat(complaint()).contains("keychain may have your keys");
        Pictures.snap(stage.getScene(), "start-english-light-withheld");
    }

    @Test
    void speaksTheOtherLanguageAtOnce() {
        show(Language.KOREAN, Theme.LIGHT);

        press("language");

        assertThat(window.language()).isEqualTo(Language.ENGLISH);
        assertThat(text("demo")).isEqualTo("Start the demo");
    }

    @Test
    void closingItIsAnAnswer() {
        show(Language.KOREAN, Theme.LIGHT);

        Pictures.onFx(() -> {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return null;
        });

        assertThat(choices).containsExactly(new StartWindow.Choice.Leave());
    }

    private void show(Language language, Theme theme) {
        Pictures.onFx(() -> {
            stage = new Stage();
            window = new StartWindow(stage, language, new Look(theme, false), choices::add);
            window.show();
            return null;
        });
    }

    private void press(String id) {
        Pictures.onFx(() -> {
            ((Button) node(id)).fire();
            return null;
        });
    }

    private void type(String id, String text) {
        Pictures.onFx(() -> {
            ((TextInputControl) node(id)).setText(text);
            return null;
        });
    }

    private String text(String id) {
        return Pictures.onFx(() -> ((Button) node(id)).getText());
    }

    private String complaint() {
        return Pictures.onFx(() -> ((Label) node("complaint")).getText());
    }

    private Node node(String id) {
        return stage.getScene().lookup("#" + id);
    }
}
