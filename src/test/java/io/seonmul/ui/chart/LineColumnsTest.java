// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.seonmul.ui.Pictures;
import io.seonmul.ui.chart.LineColumns.Dashes;
import java.util.Random;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No extreme of a line is lost between its points and the screen, however many points a column of pixels has.
final class LineColumnsTest {

    private static final int WIDTH = 80;
    private static final int HEIGHT = 120;
    private static final double THICKNESS = 1.5;

    private final LineColumns columns = new LineColumns();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void eachColumnRunsFromTheLinesLowestToItsHighestPoint(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Line line = Line.random(random);
            line.gather(columns);
            for (int column = 0; column < WIDTH; column++) {
                String name = "seed %d, round %d, column %d".formatted(seed, round, column);
                double[] extremes = line.extremes(column);
                if (extremes[0] > extremes[1]) {
                    assertThat(columns.least(column)).as(name).isInfinite();
                } else {
                    assertThat(columns.least(column)).as(name).isCloseTo(extremes[0], within(1e-6));
                    assertThat(columns.most(column)).as(name).isCloseTo(extremes[1], within(1e-6));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theInkReachesBothExtremesAndNoFurtherThanTheLineIsThick(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            Line line = Line.random(random);
            line.gather(columns);
            PixelReader ink = draw(Dashes.NONE);
            for (int column = 0; column < WIDTH; column++) {
                String name = "seed %d, round %d, column %d".formatted(seed, round, column);
                double[] extremes = line.extremes(column);
                int first = -1;
                int last = -1;
                for (int y = 0; y < HEIGHT; y++) {
                    if (ink.getColor(column, y).getOpacity() > 0.02) {
                        first = first < 0 ? y : first;
                        last = y;
                    }
                }
                if (extremes[0] > extremes[1]) {
                    assertThat(first).as(name).isNegative();
                } else {
                    assertThat(extremes[0] - first).as(name).isBetween(-0.05, THICKNESS / 2 + 1);
                    assertThat(last + 1 - extremes[1]).as(name).isBetween(-0.05, THICKNESS / 2 + 1);
                }
            }
        }
    }

    @Test
    void aSlantHasAsMuchInkAsAStroke() {
        for (double slope : new double[] {0, 0.2, 0.7, 1.3}) {
            columns.clear(WIDTH);
            columns.moveTo(0, 10);
            columns.lineTo(WIDTH, 10 + slope * WIDTH);
            PixelReader ink = draw(Dashes.NONE);
            double opacity = 0;
            for (int x = 10; x < 60; x++) {
                for (int y = 0; y < HEIGHT; y++) {
                    opacity += ink.getColor(x, y).getOpacity();
                }
            }
            assertThat(opacity / 50).as("slope %s", slope).isCloseTo(THICKNESS * Math.hypot(1, slope), within(0.1));
        }
    }

    @Test
    void anUprightStretchIsAsWideAsTheLineIsThick() {
        columns.clear(WIDTH);
        columns.moveTo(10, 20);
        columns.lineTo(40.5, 20);
        columns.lineTo(40.5, 90);
        columns.lineTo(70, 90);
        PixelReader ink = draw(Dashes.NONE, 3);
        for (int x = 0; x < WIDTH; x++) {
            boolean covered = ink.getColor(x, 50).getOpacity() > 0.9;
            assertThat(covered).as("pixel %d", x).isEqualTo(x >= 39 && x <= 41);
        }
    }

    @Test
    void dashesStayWithWhatTheyBelongTo() {
        Dashes dashes = new Dashes(3, 2, 7);
        Dashes panned = new Dashes(3, 2, 7 - 1_000_004L);
        for (int column = 0; column < 40; column++) {
            assertThat(dashes.draws(column)).isEqualTo((column - 7 + 100) % 5 < 3);
            assertThat(panned.draws(column)).isEqualTo(dashes.draws(column + 4));
        }
    }

    @Test
    void aCalmLineIsDashedAlongItsRisesToo() {
        columns.clear(WIDTH);
        columns.moveTo(0, 20);
        columns.lineTo(40.5, 20);
        columns.lineTo(40.5, 90);
        columns.lineTo(WIDTH, 90);
        PixelReader ink = draw(new Dashes(3, 2, 0));
        int drawn = 0;
        for (int y = 20; y < 90; y++) {
            drawn += ink.getColor(40, y).getOpacity() > 0.9 ? 1 : 0;
        }
        assertThat(drawn).isBetween(35, 49);
    }

    private PixelReader draw(Dashes dashes) {
        return draw(dashes, THICKNESS);
    }

    private PixelReader draw(Dashes dashes, double thickness) {
        return Pictures.onFx(() -> {
            Canvas canvas = new Canvas(WIDTH, HEIGHT);
            canvas.getGraphicsContext2D().setFill(Color.BLACK);
            columns.fill(canvas.getGraphicsContext2D(), thickness, dashes, 0, HEIGHT);
            SnapshotParameters clear = new SnapshotParameters();
            clear.setFill(Color.TRANSPARENT);
            WritableImage image = canvas.snapshot(clear, null);
            return image.getPixelReader();
        });
    }

    /// A line of points from left to right, now dense, now far apart, with jumps; it may begin and end outside.
    private static final class Line {
        private final double[] xs;
        private final double[] ys;

        private Line(double[] xs, double[] ys) {
            this.xs = xs;
            this.ys = ys;
        }

        static Line random(Random random) {
            double[] xs = new double[random.nextInt(2, 400)];
            double[] ys = new double[xs.length];
            double stride = Math.pow(10, random.nextDouble(-1.5, 1.3));
            double x = random.nextDouble(-20, 40);
            double y = random.nextDouble(10, HEIGHT - 10);
            boolean restless = random.nextBoolean();
            for (int i = 0; i < xs.length; i++) {
                xs[i] = x;
                ys[i] = y;
                x += random.nextInt(8) == 0 ? 0 : random.nextDouble() * stride;
                y = restless
                        ? random.nextDouble(10, HEIGHT - 10)
                        : Math.clamp(y + random.nextGaussian(), 10, HEIGHT - 10);
            }
            return new Line(xs, ys);
        }

        void gather(LineColumns columns) {
            columns.clear(WIDTH);
            columns.moveTo(xs[0], ys[0]);
            for (int i = 1; i < xs.length; i++) {
                columns.lineTo(xs[i], ys[i]);
            }
        }

        /// The least and the most height on the column: those of its points, and of where the line crosses its borders.
        double[] extremes(int column) {
            double[] found = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            for (int i = 1; i < xs.length; i++) {
                for (double x : new double[] {xs[i - 1], xs[i], column, column + 1}) {
                    if (x >= column && x <= column + 1 && x >= xs[i - 1] && x <= xs[i]) {
                        double share = xs[i] > xs[i - 1] ? (x - xs[i - 1]) / (xs[i] - xs[i - 1]) : 0;
                        double y = x == xs[i] ? ys[i] : ys[i - 1] + share * (ys[i] - ys[i - 1]);
                        take(found, y);
                        take(found, xs[i] == xs[i - 1] ? ys[i - 1] : y);
                    }
                }
            }
            return found;
        }

        private static void take(double[] found, double y) {
            found[0] = Math.min(found[0], y);
            found[1] = Math.max(found[1], y);
        }
    }
}
