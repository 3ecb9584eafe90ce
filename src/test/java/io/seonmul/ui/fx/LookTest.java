// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.ui.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// The looks of a window.
final class LookTest {
    @Test
    void hangulAndTabularDigitsComeWithTheMonitor() {
        double[] widths = Pictures.onFx(() -> {
            Label label = new Label("선물 1,080.30 ▲ 0.54 ▼");
            dress(label);
            Font font = label.getFont();
            assertThat(font.getFamily()).isEqualTo("IBM Plex Sans KR");
            return new double[] {width("1111", font), width("8888", font), width("선물", font)};
        });

        assertThat(widths[0]).isEqualTo(widths[1]).isPositive();
        assertThat(widths[2]).isPositive();
    }

    @Test
    void everyLookDraws() throws Exception {
        for (Theme theme : Theme.values()) {
            Path picture = Pictures.onFx(() -> Pictures.snap(
                    new VBox(8, new Label("미결제약정 1,080.30 ▲ 0.54"), new Button("내보내기"), new TextField("A01612")),
                    320,
                    140,
                    theme,
                    "look-" + theme));
            assertThat(Files.size(picture)).isPositive();
        }
    }

    private static double width(String text, Font font) {
        Text node = new Text(text);
        node.setFont(font);
        return node.getLayoutBounds().getWidth();
    }

    private static void dress(Label label) {
        javafx.scene.Scene scene = new javafx.scene.Scene(new VBox(label));
        new Look(Theme.LIGHT, false).apply(scene);
        scene.snapshot(null);
    }
}
