// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The page about another process with the same key, by its buttons; its pictures are in `target/pictures`.
final class BusyWindowTest {

    private final List<String> decided = new ArrayList<>();
    private boolean othersWindow = true;
    private boolean free;
    private Stage stage;

    @AfterEach
    void close() {
        Pictures.runOnFx(stage::close);
    }

    private Scene open(Language language, Theme theme) {
        return Pictures.onFx(() -> {
            stage = new Stage();
            BusyWindow window = new BusyWindow(
                    stage,
                    language,
                    new Look(theme, false),
                    OptionalLong.of(48_211),
                    new BusyWindow.Decisions(
                            () -> decided.add("show") && othersWindow,
                            () -> free,
                            () -> decided.add("taken"),
                            () -> decided.add("quit")));
            window.show();
            return stage.getScene();
        });
    }

    private void press(Scene scene, String button) {
        Pictures.runOnFx(() -> ((Button) scene.lookup("#" + button)).fire());
    }

    private static String text(Scene scene, String label) {
        return Pictures.onFx(() -> ((Label) scene.lookup("#" + label)).getText());
    }

    @Test
    void theOtherIsShownAndThisOneLeaves() {
        Scene scene = open(Language.ENGLISH, Theme.LIGHT);
        assertThat(text(scene, "holder")).contains("process 48211");

        press(scene, "show");

        assertThat(decided).containsExactly("show", "quit");
    }

    @Test
    void whereThereIsNothingToShowItSaysSoAndStays() {
        othersWindow = false;
        Scene scene = open(Language.ENGLISH, Theme.DARK);

        press(scene, "show");

        assertThat(decided).containsExactly("show");
        assertThat(text(scene, "answer")).contains("no window");
        Pictures.snap(scene, "busy-no-window");
    }

    @Test
    void whoeverWaitsTakesTheConnectionOnceItIsFree() {
        Scene scene = open(Language.KOREAN, Theme.DARK);
        press(scene, "await");
        assertThat(decided).isEmpty();
        assertThat(text(scene, "answer")).isNotEmpty();
        Pictures.snap(scene, "busy-waiting");

        free = true;
        io.seonmul.Await.until(
                "taken", () -> Pictures.onFx(() -> List.copyOf(decided).equals(List.of("taken"))));
    }

    @Test
    void nobodyTakesTheConnectionUnasked() {
        free = true;
        Scene scene = open(Language.KOREAN, Theme.LIGHT);
        Pictures.snap(scene, "busy");

        press(scene, "quit");

        assertThat(decided).containsExactly("quit");
    }
}
