// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The chart under a user's hands: pointer, keys and buttons, and what is on the screen then.
final class ChartCanvasTest {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;
    private static final Color FALL = Color.web("#1760c4");
    private static final Color RISE = Color.web("#c9302c");

    private final ChartViewModel model = new ChartViewModel(ChartSettings.DEFAULT, new DrawnLevels(List.of()));
    private final ChartDay day = new ChartDay(7, "A05612", LocalTime.of(8, 40)).until(LocalTime.of(12, 0));
    private Scene scene;
    private ChartCanvas canvas;

    @BeforeEach
    void show() {
        model.show(day.snapshot());
        Pictures.runOnFx(() -> {
            Words words = new Words(Locale.ENGLISH);
            ChartView view = new ChartView(model, words);
            scene = new Scene(ViewLoader.load(view, words), WIDTH, HEIGHT);
            new Look(Theme.LIGHT, false).apply(scene);
            scene.snapshot(null);
            canvas = view.canvas();
        });
    }

    @Test
    void theWheelZoomsAboutThePointer() {
        onFx(canvas -> {
            double second = model.scale().place(300);
            double before = model.scale().placesPerPixel();
            scroll(0, 120, false);
            assertThat(model.scale().placesPerPixel()).isLessThan(before * 0.7);
            assertThat(model.scale().x(second)).isCloseTo(300, within(1e-6));
            scroll(0, -40, false);
            assertThat(model.scale().x(second)).isCloseTo(300, within(1e-6));
        });
    }

    @Test
    void whatLiesBetweenTwoFingersStaysThere() {
        onFx(canvas -> {
            double second = model.scale().place(300);
            double before = model.scale().placesPerPixel();
            mouse(MouseEvent.MOUSE_PRESSED, 280, 200);
            zoom(ZoomEvent.ZOOM_STARTED, 1, 300);
            zoom(ZoomEvent.ZOOM, 1.5, 310);
            mouse(MouseEvent.MOUSE_DRAGGED, 120, 200);
            scroll(-160, 90, false, true);
            zoom(ZoomEvent.ZOOM, 1.2, 340);
            zoom(ZoomEvent.ZOOM_FINISHED, 1, 340);
            assertThat(model.scale().placesPerPixel()).isCloseTo(before / 1.8, within(1e-9));
            assertThat(model.scale().x(second)).isCloseTo(340, within(1e-6));
        });
    }

    @Test
    void theWheelWithShiftAndTheDragPan() {
        onFx(canvas -> {
            double second = model.scale().place(300);
            scroll(80, 0, true);
            assertThat(model.scale().x(second)).isCloseTo(380, within(1e-6));
            mouse(MouseEvent.MOUSE_PRESSED, 200, 100);
            mouse(MouseEvent.MOUSE_DRAGGED, 250, 100);
            mouse(MouseEvent.MOUSE_DRAGGED, 270, 100);
            mouse(MouseEvent.MOUSE_RELEASED, 270, 100);
            assertThat(model.scale().x(second)).isCloseTo(450, within(1e-6));
            mouse(MouseEvent.MOUSE_DRAGGED, 400, 100);
            assertThat(model.scale().x(second)).as("the button is up").isCloseTo(450, within(1e-6));
        });
    }

    @Test
    void theKeysZoomAndMove() {
        onFx(canvas -> {
            double before = model.settings().barWidth();
            key(KeyCode.PLUS);
            assertThat(model.settings().barWidth()).isGreaterThan(before);
            key(KeyCode.MINUS);
            assertThat(model.settings().barWidth()).isCloseTo(before, within(1e-9));
            key(KeyCode.PAGE_UP);
            assertThat(model.awayProperty().get()).isTrue();
            key(KeyCode.PAGE_DOWN);
            assertThat(model.awayProperty().get()).isFalse();
            key(KeyCode.HOME);
            assertThat(model.scale().x(8 * 3600 + 45 * 60)).isBetween(0.0, 20.0);
            key(KeyCode.END);
            assertThat(model.awayProperty().get()).isFalse();
            key(KeyCode.DIGIT0);
            assertThat(model.settings().fitDay()).isTrue();
        });
    }

    @Test
    void theWayBackAppearsAndSaysWhatCame() {
        onFx(canvas -> {
            Button live = (Button) scene.lookup("#live");
            assertThat(live.isVisible()).isFalse();
            key(KeyCode.PAGE_UP);
            assertThat(live.isVisible()).isTrue();
            InstrumentSnapshot later = day.pass(Duration.ofMinutes(2)).snapshot();
            model.show(later);
            assertThat(live.getText())
                    .startsWith("Back to live · 2 new bars · ")
                    .contains(" trades, ");
            live.fire();
            assertThat(live.isVisible()).isFalse();
            assertThat(model.awayProperty().get()).isFalse();
        });
    }

    @Test
    void theButtonsSwitchPanesAndIntervals() {
        onFx(canvas -> {
            MenuButton shown = (MenuButton) scene.lookup("#shown");
            for (MenuItem item : shown.getItems()) {
                if (item instanceof CheckMenuItem check) {
                    boolean before = check.isSelected();
                    check.setSelected(!before);
                    check.getOnAction().handle(null);
                    assertThat(check.isSelected()).as(check.getText()).isNotEqualTo(before);
                }
            }
            assertThat(model.settings().panes()).containsExactly(Pane.DELTA, Pane.MISPRICING, Pane.STRENGTH);
            assertThat(model.settings().overlays()).isEmpty();
            @SuppressWarnings("unchecked")
            ComboBox<Interval> narrow = (ComboBox<Interval>) scene.lookup("#interval");
            narrow.setValue(Interval.M15);
            narrow.getOnAction().handle(null);
            assertThat(model.settings().interval()).isEqualTo(900);
            model.choose(Interval.M5);
            assertThat(narrow.getValue()).isEqualTo(Interval.M5);
            assertThat(narrow.getConverter().toString(Interval.M5)).isEqualTo("5m");
            assertThat(narrow.getConverter().fromString("5m")).isEqualTo(Interval.M5);
        });
    }

    @Test
    void aLineIsDrawnMovedAndRemoved() {
        onFx(canvas -> {
            double price = canvas.priceAt(150).orElseThrow();
            mouse(MouseEvent.MOUSE_PRESSED, 300, 150, true);
            mouse(MouseEvent.MOUSE_RELEASED, 300, 150);
            assertThat(model.levels()).hasSize(1);
            assertThat((double) model.levels().getFirst().hundredths()).isCloseTo(price, within(2.0));
            canvas.layout();
            mouse(MouseEvent.MOUSE_PRESSED, 500, 150);
            mouse(MouseEvent.MOUSE_DRAGGED, 500, 190);
            mouse(MouseEvent.MOUSE_RELEASED, 500, 190);
            long moved = model.levels().getFirst().hundredths();
            assertThat((double) moved)
                    .isCloseTo(canvas.priceAt(190).orElseThrow(), within(4.0))
                    .isLessThan(price - 20);
            key(KeyCode.UP);
            assertThat(model.levels()).extracting(DrawnLevel::hundredths).containsExactly(moved + 2);
            key(KeyCode.DELETE);
            assertThat(model.levels()).isEmpty();
            key(KeyCode.ESCAPE);
            mouse(MouseEvent.MOUSE_EXITED, -10, -10);
            key(KeyCode.RIGHT);
            key(KeyCode.L);
            assertThat(model.levels().getFirst().price())
                    .isEqualTo(model.snapshot().orElseThrow().tick().last());
        });
    }

    @Test
    void theBorderUnderThePriceIsDragged() {
        onFx(canvas -> {
            double border = canvas.panes().orElseThrow().price().bottom();
            mouse(MouseEvent.MOUSE_PRESSED, 300, border);
            mouse(MouseEvent.MOUSE_DRAGGED, 300, border - 60);
            mouse(MouseEvent.MOUSE_RELEASED, 300, border - 60);
            canvas.layout();
            assertThat(canvas.panes().orElseThrow().price().bottom()).isCloseTo(border - 60, within(4.0));
            assertThat(model.awayProperty().get()).isFalse();
        });
    }

    @Test
    void theKeysReadBarByBar() {
        onFx(canvas -> {
            key(KeyCode.LEFT);
            key(KeyCode.LEFT);
            canvas.layout();
            assertThat(canvas.summary())
                    .startsWith("Chart of A05612, 1m bars: last ")
                    .contains(", Open 1,", "Volume ", "CVD ", "Trade strength ");
            key(KeyCode.ESCAPE);
            assertThat(canvas.summary()).doesNotContain("CVD");
        });
    }

    @Test
    void theLastPriceIsTaggedInTheColourOfItsDirection() {
        onFx(canvas -> {
            assertThat(model.snapshot()
                            .orElseThrow()
                            .tick()
                            .change()
                            .orElseThrow()
                            .hundredths())
                    .isNegative();
            WritableImage image = canvas.snapshot(null, null);
            int x = (int) canvas.getWidth() - 4;
            assertThat(count(image, x, FALL)).isBetween(12, 17);
            assertThat(count(image, x, RISE)).isZero();
        });
    }

    @Test
    void barsLieWhereTheirTimeIs() {
        onFx(canvas -> {
            model.choose(ChartSettings.DEFAULT
                    .with(Overlay.VWAP, false)
                    .with(Overlay.BANDS, false)
                    .with(Overlay.LIMITS, false)
                    .with(Pane.INTEREST, false)
                    .with(Pane.BASIS, false));
            canvas.layout();
            WritableImage image = canvas.snapshot(null, null);
            BarColumns bars = model.series().orElseThrow().finest();
            int coloured = 0;
            for (int i = bars.size() - 20; i < bars.size(); i++) {
                int x = (int) Math.floor(model.scale().x(bars.start[i] + 30.0));
                boolean rise = bars.close[i] > bars.open[i];
                boolean fall = bars.close[i] < bars.open[i];
                if (rise || fall) {
                    assertThat(count(image, x, rise ? RISE : FALL))
                            .as("bar %d", i)
                            .isGreaterThan(2);
                    coloured++;
                }
            }
            assertThat(coloured).isGreaterThan(10);
        });
    }

    @Test
    void drawsOnceHoweverMuchChanged() {
        onFx(canvas -> {
            canvas.layout();
            long before = canvas.draws();
            for (int i = 0; i < 50; i++) {
                model.pan(3);
                model.show(day.snapshot());
            }
            canvas.layout();
            assertThat(canvas.draws()).isEqualTo(before + 1);
        });
    }

    @Test
    void saysInOneLineWhatItShows() {
        onFx(canvas -> {
            assertThat(canvas.queryAccessibleAttribute(AccessibleAttribute.TEXT).toString())
                    .startsWith("Chart of A05612, 1m bars: last ")
                    .contains(", change ▼ ");
            model.clear();
            assertThat(canvas.summary()).isEqualTo("No contract selected");
        });
    }

    private void onFx(Consumer<ChartCanvas> check) {
        Pictures.runOnFx(() -> check.accept(canvas));
    }

    private void key(KeyCode code) {
        Event.fireEvent(canvas, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private void mouse(javafx.event.EventType<MouseEvent> type, double x, double y) {
        mouse(type, x, y, false);
    }

    private void mouse(javafx.event.EventType<MouseEvent> type, double x, double y, boolean alt) {
        Point2D at = canvas.localToScene(x, y);
        Event.fireEvent(canvas, ChartPicturesTest.mouse(type, at.getX(), at.getY(), alt));
    }

    private void zoom(javafx.event.EventType<ZoomEvent> type, double factor, double x) {
        Event.fireEvent(
                canvas,
                new ZoomEvent(type, x, 200, x, 200, false, false, false, false, true, false, factor, factor, null));
    }

    private void scroll(double deltaX, double deltaY, boolean shift) {
        scroll(deltaX, deltaY, shift, false);
    }

    /// @param direct as fingers on the screen make it
    private void scroll(double deltaX, double deltaY, boolean shift, boolean direct) {
        Event.fireEvent(
                canvas,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        300,
                        200,
                        300,
                        200,
                        shift,
                        false,
                        false,
                        false,
                        direct,
                        false,
                        deltaX,
                        deltaY,
                        deltaX,
                        deltaY,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private static int count(WritableImage image, int x, Color color) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            Color pixel = image.getPixelReader().getColor(x, y);
            double off = Math.abs(pixel.getRed() - color.getRed())
                    + Math.abs(pixel.getGreen() - color.getGreen())
                    + Math.abs(pixel.getBlue() - color.getBlue());
            count += off < 0.02 ? 1 : 0;
        }
        return count;
    }
}
