// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.openinterest;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Contract;
import io.seonmul.market.SampleTick;
import io.seonmul.market.Tick;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.SampleSession;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

final class OpenInterestViewTest {
    private static final Contract MINI = SampleSession.contract("A05612");
    /// The tokens of light.css.
    private static final Color RISE = Color.web("#c9302c");

    private static final Color FALL = Color.web("#1760c4");

    private final Words words = new Words(Locale.KOREAN);
    private final OpenInterestViewModel model = new OpenInterestViewModel(OpenInterestSettings.DEFAULT, words);
    private final Scene scene = Pictures.onFx(() -> {
        Parent root = ViewLoader.load(new OpenInterestView(model, words), words);
        Scene made = new Scene(root, 420, 300);
        new Look(Theme.LIGHT, false).apply(made);
        root.applyCss();
        return made;
    });

    @Test
    void theOptionsChangeTheSettingsThatTheShellKeeps() {
        Pictures.runOnFx(() -> {
            MenuButton options = (MenuButton) scene.lookup("#options");
            Menu span = (Menu) options.getItems().get(0);
            Menu trail = (Menu) options.getItems().get(1);
            span.getItems().get(1).fire();
            trail.getItems().get(2).fire();
            ((CheckMenuItem) options.getItems().get(2)).setSelected(false);
            assertThat(span.getItems()).extracting(MenuItem::getText).containsExactly("당일 전체", "최근 1시간", "최근 10분");
            assertThat(trail.getItems().getFirst().getText()).isEqualTo("최근 5회");
        });
        assertThat(model.settingsProperty().get())
                .isEqualTo(new OpenInterestSettings(OpenInterestSettings.Span.HOUR, 20, false, false));
    }

    @Test
    void aNewestLongBuildUpIsDrawnUpperRightInTheColourOfARise() {
        show(true, 12);
        assertThat(quarters(RISE)).containsExactly(false, true, false, false);
        assertThat(quarters(FALL)).containsExactly(false, false, false, false);
        assertThat(scene.lookup("#quadrant").getAccessibleText()).startsWith("신규 매수 · 가격 +1.00");
    }

    @Test
    void aNewestLongLiquidationIsDrawnLowerLeftInTheColourOfAFall() {
        show(false, -12);
        assertThat(quarters(RISE)).containsExactly(false, false, false, false);
        assertThat(quarters(FALL)).containsExactly(false, false, true, false);
        assertThat(scene.lookup("#quadrant").getAccessibleText()).startsWith("전매 · 가격 -1.00");
    }

    private void show(boolean up, long step) {
        SampleTick market = new SampleTick(MINI, "1000.00");
        List<Tick> ticks = new ArrayList<>();
        ticks.add(market.openInterest(5000, 0, 0).buy("1000.00", 1));
        market.later(10).openInterest(5000 + step, step, step);
        ticks.add(up ? market.buy("1001.00", 40) : market.sell("999.00", 40));
        Pictures.runOnFx(() -> model.show(SampleSession.of(MINI, ticks)));
    }

    /// Whether the quadrant's quarters, from upper left by rows, have a pixel of that colour apart from their names.
    private List<Boolean> quarters(Color color) {
        return Pictures.onFx(() -> {
            scene.snapshot(null);
            Node quadrant = scene.lookup("#quadrant");
            WritableImage image = quadrant.snapshot(null, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            boolean[] found = new boolean[4];
            for (int y = 20; y < height - 20; y++) {
                for (int x = 0; x < width; x++) {
                    if (image.getPixelReader().getColor(x, y).equals(color)) {
                        found[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] = true;
                    }
                }
            }
            return List.of(found[0], found[1], found[2], found[3]);
        });
    }
}
