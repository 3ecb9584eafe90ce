// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.seonmul.ui.Pictures;
import java.util.Random;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Mixed tints look as translucent ones laid over one another.
final class GroundTest {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 8;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void mixedTintsLookAsTranslucentOnesLaidOverOneAnother(long seed) {
        Palette palette = Palette.of(token -> Color.hsb(37.0 * token.name().length(), 0.6, 0.7));
        Random random = new Random(seed);
        Pictures.runOnFx(() -> {
            Canvas mixed = new Canvas(WIDTH, HEIGHT);
            GraphicsContext laid = new Canvas(WIDTH, HEIGHT).getGraphicsContext2D();
            mixed.getGraphicsContext2D().setFill(palette.surface());
            mixed.getGraphicsContext2D().fillRect(0, 0, WIDTH, HEIGHT);
            laid.setFill(palette.surface());
            laid.fillRect(0, 0, WIDTH, HEIGHT);
            Ground ground = new Ground(new Pen(mixed.getGraphicsContext2D(), palette), WIDTH, 0, HEIGHT);
            for (int i = 0; i < 20; i++) {
                int x1 = random.nextInt(WIDTH);
                int x2 = random.nextInt(x1, WIDTH + 1);
                Color tint = Color.hsb(random.nextInt(360), 1, 1, random.nextDouble(0.05, 0.5));
                ground.tint(x1, x2, tint);
                laid.setFill(tint);
                laid.fillRect(x1, 0, x2 - x1, HEIGHT);
            }
            ground.paint(30, 90, HEIGHT / 2, HEIGHT, palette.lost());
            laid.setFill(palette.lost());
            laid.fillRect(30, HEIGHT / 2, 60, HEIGHT / 2);
            PixelReader is = mixed.snapshot(null, null).getPixelReader();
            PixelReader should = laid.getCanvas().snapshot(null, null).getPixelReader();
            for (int x = 0; x < WIDTH; x++) {
                for (int y : new int[] {1, HEIGHT - 2}) {
                    Color one = is.getColor(x, y);
                    Color other = should.getColor(x, y);
                    String at = "seed %d at %d, %d".formatted(seed, x, y);
                    assertThat(one.getRed()).as(at).isCloseTo(other.getRed(), within(0.03));
                    assertThat(one.getGreen()).as(at).isCloseTo(other.getGreen(), within(0.03));
                    assertThat(one.getBlue()).as(at).isCloseTo(other.getBlue(), within(0.03));
                }
            }
        });
    }
}
