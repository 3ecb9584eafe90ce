// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/// The chart in each of its states, for a person to look at.
final class ChartPicturesTest {

    private static final InstrumentSnapshot DAY = new ChartDay(7, "A05612", LocalTime.of(8, 40))
            .until(LocalTime.of(15, 50))
            .snapshot();

    private final ChartViewModel model = new ChartViewModel(ChartSettings.DEFAULT, new DrawnLevels(List.of()));

    @Test
    void empty() {
        picture(model, Locale.KOREAN, Theme.LIGHT, 900, 560, "empty-ko", canvas -> {});
        model.await(new InstrumentCode("A01612"));
        picture(model, Locale.ENGLISH, Theme.DARK, 900, 560, "awaited-en", canvas -> {});
    }

    @Test
    void justJoined() {
        model.show(new ChartDay(3, "A01612", LocalTime.of(10, 23, 35))
                .until(LocalTime.of(10, 28, 12))
                .snapshot());
        picture(model, Locale.KOREAN, Theme.LIGHT, 900, 560, "joined-ko", canvas -> {});
        picture(model, Locale.KOREAN, Theme.DARK, 900, 560, "joined-box-ko", canvas -> point(canvas, 800 - 86, 200));
    }

    @Test
    void wholeDay() {
        model.show(DAY);
        picture(model, Locale.KOREAN, Theme.DARK, 1100, 680, "live-ko", canvas -> {});
        model.fitDay();
        picture(model, Locale.KOREAN, Theme.LIGHT, 1100, 680, "day-ko", canvas -> {});
        picture(model, Locale.ENGLISH, Theme.DARK, 1600, 900, "day-large-en", canvas -> {});
    }

    @Test
    void crosshair() {
        model.show(DAY);
        picture(model, Locale.KOREAN, Theme.LIGHT, 1100, 680, "crosshair-ko", canvas -> {
            model.zoom(2, 500);
            point(canvas, 620, 240);
        });
        picture(model, Locale.ENGLISH, Theme.DARK, 1100, 680, "crosshair-left-en", canvas -> point(canvas, 90, 470));
    }

    @Test
    void panned() {
        ChartDay day = new ChartDay(7, "A05612", LocalTime.of(8, 40)).until(LocalTime.of(11, 0));
        model.show(day.snapshot());
        picture(model, Locale.KOREAN, Theme.LIGHT, 900, 560, "panned-before-ko", canvas -> model.pan(400));
        model.show(day.until(LocalTime.of(11, 12)).snapshot());
        picture(model, Locale.KOREAN, Theme.LIGHT, 900, 560, "panned-ko", canvas -> {});
        picture(model, Locale.ENGLISH, Theme.DARK, 900, 560, "panned-en", canvas -> {});
        assertThat(model.awayProperty().get()).isTrue();
        assertThat(model.missedProperty().get().bars()).isEqualTo(12);
    }

    @Test
    void gaps() {
        Random random = new Random(11);
        ChartDay day = new ChartDay(11, "A05612", LocalTime.of(9, 50))
                .receiving(tick -> random.nextInt(400) != 0
                        && !(tick.time().isAfter(LocalTime.of(10, 20))
                                && tick.time().isBefore(LocalTime.of(10, 27))))
                .until(LocalTime.of(10, 55));
        model.show(day.snapshot());
        picture(model, Locale.KOREAN, Theme.LIGHT, 900, 560, "gaps-ko", canvas -> point(canvas, 564, 200));
        picture(model, Locale.ENGLISH, Theme.DARK, 900, 560, "gaps-en", canvas -> point(canvas, 540, 200));
    }

    @Test
    void intervals() {
        model.show(DAY);
        for (Interval interval : new Interval[] {Interval.S10, Interval.M5, Interval.M15, Interval.M60}) {
            model.choose(interval);
            picture(model, Locale.KOREAN, Theme.DARK, 900, 560, "interval-" + interval.length(), canvas -> {});
        }
    }

    @Test
    void sizes() {
        model.show(DAY);
        picture(model, Locale.KOREAN, Theme.LIGHT, 420, 300, "small-ko", canvas -> {});
        picture(model, Locale.ENGLISH, Theme.DARK, 420, 300, "small-en", canvas -> point(canvas, 300, 120));
        picture(model, Locale.KOREAN, Theme.DARK, 1600, 900, "large-ko", canvas -> {});
        model.choose(bare());
        picture(model, Locale.KOREAN, Theme.LIGHT, 900, 560, "panes-off-ko", canvas -> {});
    }

    @Test
    void nearALimit() {
        Price base = Price.ofHundredths(116_500);
        model.show(new ChartDay(7, "A05612", LocalTime.of(8, 40))
                .changing(tick -> ChartDay.against(tick, base))
                .until(LocalTime.of(10, 20))
                .snapshot());
        picture(model, Locale.KOREAN, Theme.LIGHT, 900, 560, "near-limit-ko", canvas -> {});
        picture(model, Locale.ENGLISH, Theme.DARK, 900, 560, "near-limit-en", canvas -> {});
    }

    @Test
    void nightOverMidnight() {
        ChartDay night = new ChartDay(9, "A01612", LocalTime.of(8, 40))
                .changing(tick -> ChartDay.later(tick, Duration.ofMinutes(565)))
                .until(LocalTime.of(15, 50));
        InstrumentSnapshot snapshot = night.snapshot();
        assertThat(snapshot.second()).isGreaterThan(86_400);
        model.show(snapshot);
        model.fitDay();
        model.choose(Interval.M3);
        picture(model, Locale.KOREAN, Theme.DARK, 900, 560, "night-ko", canvas -> point(canvas, 800, 300));
        picture(model, Locale.ENGLISH, Theme.LIGHT, 900, 560, "night-en", canvas -> {});
    }

    @Test
    void barsOfTrades() {
        model.show(DAY);
        model.choose(Interval.T100);
        picture(model, Locale.KOREAN, Theme.LIGHT, 900, 560, "ticks-ko", canvas -> point(canvas, 500, 200));
        model.choose(Interval.V500);
        picture(model, Locale.ENGLISH, Theme.DARK, 900, 560, "volume-bars-en", canvas -> {});
        model.fitDay();
        picture(model, Locale.KOREAN, Theme.DARK, 900, 560, "volume-bars-day-ko", canvas -> {});
    }

    @Test
    void footprint() {
        model.show(DAY);
        model.zoom(14, 500);
        picture(model, Locale.KOREAN, Theme.LIGHT, 1100, 680, "footprint-ko", canvas -> {});
        model.choose(Interval.T200);
        picture(model, Locale.ENGLISH, Theme.DARK, 1100, 680, "footprint-ticks-en", canvas -> model.moveCursor(-3));
        picture(model, Locale.KOREAN, Theme.LIGHT, 420, 300, "footprint-small-ko", canvas -> {});
    }

    @Test
    void everyPane() {
        Random random = new Random(5);
        ChartDay day = new ChartDay(5, "A01612", LocalTime.of(9, 20))
                .receiving(tick -> random.nextInt(300) != 0)
                .until(LocalTime.of(11, 0));
        model.show(day.snapshot());
        for (Pane pane : Pane.values()) {
            model.choose(model.settings().with(pane, true));
        }
        model.zoom(2.5, 800);
        picture(model, Locale.KOREAN, Theme.LIGHT, 1100, 800, "panes-ko", canvas -> {});
        picture(model, Locale.ENGLISH, Theme.DARK, 640, 420, "panes-small-en", canvas -> model.moveCursor(-4));
        model.second(day.snapshot().tick().receivedAt().plusSeconds(42));
        picture(model, Locale.KOREAN, Theme.DARK, 900, 700, "quiet-ko", canvas -> {});
    }

    @Test
    void levels() {
        model.show(new ChartDay(7, "A05612", LocalTime.of(8, 40))
                .until(LocalTime.of(11, 0))
                .snapshot());
        model.addLevel(107_950);
        model.addLevel(108_204);
        model.addLevel(112_000);
        model.addLevel(107_600);
        picture(model, Locale.KOREAN, Theme.LIGHT, 900, 560, "levels-ko", canvas -> {});
        model.selectNextLevel();
        picture(model, Locale.ENGLISH, Theme.DARK, 640, 400, "levels-en", canvas -> {});
    }

    /// A figure to look at, not a test: what a draw of a whole day costs the FX thread, by this machine.
    @Test
    void costOfADraw() {
        model.show(DAY);
        for (Interval interval : new Interval[] {Interval.S10, Interval.M1}) {
            for (boolean fit : new boolean[] {true, false}) {
                model.choose(ChartSettings.DEFAULT.with(interval).withZoom(8, fit));
                long[] nanos = Pictures.onFx(() -> {
                    Words words = new Words(Locale.KOREAN);
                    ChartView view = new ChartView(model, words);
                    Scene scene = new Scene(ViewLoader.load(view, words), 1600, 900);
                    new Look(Theme.DARK, false).apply(scene);
                    scene.snapshot(null);
                    long[] each = new long[200];
                    for (int i = -100; i < each.length; i++) {
                        point(view.canvas(), 300 + i, 300);
                        view.canvas().layout();
                        if (i % 20 == 0) {
                            scene.snapshot(null);
                        }
                        if (i >= 0) {
                            each[i] = view.canvas().drawNanos();
                        }
                    }
                    assertThat(view.canvas().draws()).isGreaterThanOrEqualTo(300);
                    return each;
                });
                Arrays.sort(nanos);
                System.out.printf(
                        Locale.ROOT,
                        "chart 1600x900, %d s bars, %s, crosshair: median %d us, 95th %d us a draw%n",
                        interval.length(),
                        fit ? "whole day" : "8 px a bar",
                        nanos[100] / 1000,
                        nanos[190] / 1000);
            }
        }
    }

    private static ChartSettings bare() {
        ChartSettings all = ChartSettings.DEFAULT;
        return new ChartSettings(
                all.unit(), all.interval(), 8, false, List.of(), List.of(), all.paneShare(), all.box());
    }

    static Path picture(
            ChartViewModel model,
            Locale locale,
            Theme theme,
            int width,
            int height,
            String name,
            Consumer<ChartCanvas> before) {
        return Pictures.onFx(() -> {
            Words words = new Words(locale);
            ChartView view = new ChartView(model, words);
            Parent root = ViewLoader.load(view, words);
            Pictures.snap(root, width, height, theme, "chart-" + name);
            before.accept(view.canvas());
            return Pictures.snap(root, width, height, theme, "chart-" + name);
        });
    }

    static void point(ChartCanvas canvas, double x, double y) {
        Event.fireEvent(canvas, mouse(MouseEvent.MOUSE_MOVED, x, y));
    }

    static MouseEvent mouse(javafx.event.EventType<MouseEvent> type, double x, double y) {
        return mouse(type, x, y, false);
    }

    static MouseEvent mouse(javafx.event.EventType<MouseEvent> type, double x, double y, boolean alt) {
        boolean down = type != MouseEvent.MOUSE_MOVED;
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                down ? MouseButton.PRIMARY : MouseButton.NONE,
                1,
                false,
                false,
                alt,
                false,
                down,
                false,
                false,
                false,
                false,
                true,
                null);
    }
}
