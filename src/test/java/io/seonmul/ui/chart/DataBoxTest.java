// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The figures of the bar under the pointer, and where they stand.
final class DataBoxTest {

    private final ChartViewModel model = new ChartViewModel(ChartSettings.DEFAULT, new DrawnLevels(List.of()));

    private ChartCanvas canvas(int width, int height) {
        model.show(new ChartDay(7, "A05612", LocalTime.of(8, 40))
                .until(LocalTime.of(10, 40))
                .snapshot());
        ChartView view = new ChartView(model, new Words(Locale.ENGLISH));
        Scene scene = new Scene(ViewLoader.load(view, new Words(Locale.ENGLISH)), width, height);
        new Look(Theme.DARK, false).apply(scene);
        scene.snapshot(null);
        return view.canvas();
    }

    @ParameterizedTest
    @CsvSource({"420, 300", "560, 420", "700, 480", "1100, 680"})
    void theyNeverStandOverTheBarUnderThePointer(int width, int height) {
        Pictures.runOnFx(() -> {
            ChartCanvas canvas = canvas(width, height);
            for (BoxSide side : List.of(BoxSide.LEFT, BoxSide.RIGHT)) {
                model.choose(model.settings().withBox(side));
                int shown = 0;
                int looked = 0;
                for (double x = 3; x < canvas.plot(); x += 11) {
                    double at = x;
                    ChartPicturesTest.point(canvas, x, 100);
                    canvas.layout();
                    looked++;
                    shown += canvas.figures().isPresent() ? 1 : 0;
                    assertThat(canvas.figures().stream())
                            .allSatisfy(box -> assertThat(at < box.left() || at > box.left() + box.width())
                                    .as("%s: %s at %s", side, box, at)
                                    .isTrue());
                }
                assertThat(shown).as("places with figures of " + looked).isGreaterThan(looked * 3 / 4);
            }
        });
    }

    @Test
    void theyStandOnTheSideThatTheUserChose() {
        Pictures.runOnFx(() -> {
            ChartCanvas canvas = canvas(1100, 680);
            ChartPicturesTest.point(canvas, 500, 100);
            for (BoxSide side : BoxSide.values()) {
                model.choose(model.settings().withBox(side));
                canvas.layout();
                assertThat(canvas.figures().map(box -> box.left() < 400))
                        .isEqualTo(
                                switch (side) {
                                    case LEFT -> Optional.of(true);
                                    case RIGHT -> Optional.of(false);
                                    case OFF -> Optional.empty();
                                });
            }
        });
    }
}
