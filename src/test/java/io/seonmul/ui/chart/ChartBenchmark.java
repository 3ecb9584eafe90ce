// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Bar;
import io.seonmul.market.Bars;
import io.seonmul.market.DynamicLimits;
import io.seonmul.market.FairValue;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one frame of panning or zooming over a million bars costs, drawn and rendered by software at 1600x900, beside
/// drawing every bar in view.
///
/// 60 frames a second leave 16.7 ms. [#shownPan] is the true figure, as the FX thread draws a frame while the renderer
/// paints the one before; the others do one after the other and copy the picture besides.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Dglass.platform=Headless", "-Dprism.order=sw", "-Djavafx.animation.pulse=500", "-Xmx3g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ChartBenchmark {

    private static final int POINTS = 1_000_000;
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;

    /// Bars in view.
    @Param({"1000000", "100000", "1000", "60"})
    private int inView;

    /// Whether VWAP, bands and limits are drawn over the candles.
    @Param({"true", "false"})
    private boolean overlays;

    /// Bars that wander as a market does and have every line; or that leap about as no market
    /// does, without limits and basis.
    @Param({"market", "noise"})
    private String bars = "";

    private final ChartViewModel model = new ChartViewModel(ChartSettings.DEFAULT, new DrawnLevels(List.of()));
    private final Canvas naive = Pictures.onFx(() -> new Canvas(WIDTH, HEIGHT));
    private @Nullable Scene scene;
    private @Nullable ChartCanvas canvas;
    private @Nullable WritableImage image;
    private int direction = 1;

    /// Makes the bars, shows them, and zooms so far that `inView` of them are seen.
    @Setup
    public void show() {
        InstrumentSnapshot day = new ChartDay(7, "A05612", LocalTime.of(8, 40))
                .until(LocalTime.of(9, 0))
                .snapshot();
        Random random = new Random(1);
        List<Bar> made = new ArrayList<>(POINTS);
        Market market = new Market(random, day.tick().last().hundredths());
        for (int i = 0; i < POINTS; i++) {
            made.add(bars.equals("market") ? market.next(10L * i) : BarColumnsTest.bar(random, 10L * i));
        }
        InstrumentSnapshot million = new InstrumentSnapshot(
                day.contract(),
                day.version(),
                day.tick(),
                day.previous(),
                day.aggressor(),
                day.doubts(),
                day.depth(),
                day.joinedAt(),
                day.joinedAtStart(),
                day.second(),
                day.extremes(),
                new Bars(10, made, List.of(), 1, 1),
                day.trades(),
                day.profile(),
                day.openInterestSteps(),
                day.limits(),
                day.limitEvents(),
                day.audit());
        model.choose(Interval.S10);
        Pictures.runOnFx(() -> {
            Words words = new Words(Locale.KOREAN);
            ChartView view = new ChartView(model, words);
            scene = new Scene(ViewLoader.load(view, words), WIDTH, HEIGHT);
            new Look(Theme.DARK, false).apply(scene);
            model.show(million);
            image = scene.snapshot(image);
            canvas = view.canvas();
            model.choose(model.settings().withZoom(canvas.plot() / inView, false));
            model.pan(canvas.plot() * 0.3);
            for (Overlay overlay : Overlay.values()) {
                model.choose(model.settings().with(overlay, overlays));
            }
        });
    }

    /// One step of a pan, there and back, as far as the FX thread goes: the renderer's part is left out.
    @Benchmark
    public long drawPan() {
        return Pictures.onFx(() -> {
            stepAside();
            ChartCanvas drawn = Optional.ofNullable(canvas).orElseThrow();
            drawn.layout();
            return drawn.drawNanos();
        });
    }

    /// The same, and rendered.
    @Benchmark
    public @Nullable WritableImage pan() {
        return frame(this::stepAside);
    }

    /// A frame of a window that is shown and pans at every pulse; pulses come every 2 ms, as far as frames are done.
    @Benchmark
    public void shownPan(Panning window) throws InterruptedException {
        window.frames.acquire();
    }

    /// The same, with a notch of the wheel at every pulse.
    @Benchmark
    public void shownZoom(Zooming window) throws InterruptedException {
        window.frames.acquire();
    }

    /// A window that shows the chart and changes what is in view at every pulse.
    @State(Scope.Thread)
    public abstract static class Shown {
        final Semaphore frames = new Semaphore(0);

        abstract void change(ChartBenchmark chart);

        /// Shows the chart, and changes it from now on.
        @Setup
        public void show(ChartBenchmark chart) {
            Pictures.runOnFx(() -> {
                Stage stage = new Stage(StageStyle.UNDECORATED);
                stage.setScene(chart.scene);
                stage.show();
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        change(chart);
                        frames.release();
                    }
                }.start();
            });
        }

        /// Only the frames of this iteration are counted.
        @Setup(Level.Iteration)
        public void forget() {
            frames.drainPermits();
        }
    }

    /// The window of [#shownPan].
    public static class Panning extends Shown {
        @Override
        void change(ChartBenchmark chart) {
            chart.stepAside();
        }
    }

    /// The window of [#shownZoom].
    public static class Zooming extends Shown {
        @Override
        void change(ChartBenchmark chart) {
            chart.turnWheel();
        }
    }

    /// One notch of the wheel, in and out.
    @Benchmark
    public @Nullable WritableImage zoom() {
        return frame(this::turnWheel);
    }

    /// The baseline: a wick for every bar in view, and nothing else.
    @Benchmark
    public @Nullable WritableImage everyBar() {
        return Pictures.onFx(() -> {
            BarColumns bars = model.series().orElseThrow().finest();
            GraphicsContext g = naive.getGraphicsContext2D();
            g.clearRect(0, 0, WIDTH, HEIGHT);
            g.setFill(Color.RED);
            int from = bars.size() - inView;
            for (int i = Math.max(0, from); i < bars.size(); i++) {
                double x = (double) (i - from) / inView * WIDTH;
                double high = (bars.high[i] - 107_000) / 2000 * HEIGHT;
                double low = (bars.low[i] - 107_000) / 2000 * HEIGHT;
                g.fillRect(x, low, Math.max(1, 0.7 * WIDTH / inView), Math.max(1, high - low));
            }
            image = naive.snapshot(null, image);
            return image;
        });
    }

    private void stepAside() {
        model.pan(7.0 * turn());
    }

    private void turnWheel() {
        model.zoom(turn() > 0 ? 1.15 : 1 / 1.15, 700);
    }

    private int turn() {
        direction = -direction;
        return direction;
    }

    private @Nullable WritableImage frame(Runnable change) {
        return Pictures.onFx(() -> {
            change.run();
            image = Optional.ofNullable(scene).orElseThrow().snapshot(image);
            return image;
        });
    }

    /// A market of ten-second bars without end.
    private static final class Market {
        private final Random random;
        private final double home;
        private double price;
        private double vwap;
        private double deviation = 1;
        private double basis = 80;
        private double theory = 90;
        private double strength = 100;
        private double limits;
        private long volume;
        private long delta;
        private long interest = 76_000;

        Market(Random random, long price) {
            this.random = random;
            home = price;
            this.price = price;
            vwap = price;
            limits = price;
        }

        Bar next(long start) {
            double open = price;
            price += random.nextGaussian() * 6 + (home - price) * 2e-5;
            double high = Math.max(open, price) + Math.abs(random.nextGaussian()) * 4;
            double low = Math.min(open, price) - Math.abs(random.nextGaussian()) * 4;
            long buy = random.nextInt(60);
            long sell = random.nextInt(1, 60);
            volume += buy + sell;
            delta += buy - sell;
            vwap += (price - vwap) * 0.002;
            deviation += (Math.abs(price - vwap) / 100 - deviation) * 0.001;
            basis += random.nextGaussian() * 3 + (80 - basis) * 0.01;
            theory += random.nextGaussian() * 0.3 + (90 - theory) * 0.01;
            strength += random.nextGaussian() * 0.3 + (100 - strength) * 0.01;
            interest += random.nextInt(4) == 0 ? random.nextInt(-8, 9) : 0;
            limits = Math.abs(price - limits) > 30 ? price : limits;
            return new Bar(
                    start,
                    price(open),
                    price(high),
                    price(low),
                    price(price),
                    buy + sell,
                    buy,
                    sell,
                    10,
                    0,
                    0,
                    volume,
                    Math.round(vwap / 100 * volume * 50),
                    OptionalLong.of(delta),
                    deviation,
                    strength,
                    OptionalLong.of(interest),
                    new FairValue(
                            Optional.empty(),
                            Optional.of(price(price - basis + theory)),
                            Optional.of(price(basis)),
                            Optional.of(price(theory)),
                            Optional.of(price(basis - theory)),
                            (basis - theory) / price * 100),
                    Optional.of(new DynamicLimits(price(limits + 1080), price(limits - 1080), "2")),
                    false);
        }

        private static Price price(double hundredths) {
            return Price.ofHundredths(Math.round(hundredths));
        }
    }
}
