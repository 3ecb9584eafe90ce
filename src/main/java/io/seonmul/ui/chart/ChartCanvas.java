// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.ui.chart.PaneLayout.Box;
import io.seonmul.ui.fx.DrawnPane;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// The drawn part of the chart, with its pointer and its keys. FX thread only.
///
/// A draw costs what the width holds, not what the session holds: bars thinner than [#LEAST_SLOT] pixels are drawn from
/// a coarser level of the [BarPyramid].
final class ChartCanvas extends DrawnPane {

    private static final double LEAST_SLOT = 2;
    private static final double WHEEL_NOTCH = 40;
    private static final double WHEEL_FACTOR = 1.15;
    private static final double KEY_FACTOR = 1.25;
    private static final double LEAST_AXIS = 60;

    private final ChartViewModel model;
    private final Words words;
    private final Map<Pane, ValueScale> scales = new EnumMap<>(Pane.class);
    private @Nullable Pen pen;
    private double pointerX = Double.NaN;
    private double pointerY = Double.NaN;
    private double dragX = Double.NaN;
    private double plot = 1;
    private long draws;
    private long drawNanos;

    ChartCanvas(ChartViewModel model, Words words) {
        this.model = model;
        this.words = words;
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 120);
        model.revisionProperty().addListener(revision -> requestDraw());
        focusVisibleProperty().addListener(focused -> requestDraw());
        setOnMouseMoved(this::pointAt);
        setOnMouseExited(event -> pointAway());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(event -> release());
        setOnScroll(this::scroll);
        setOnKeyPressed(this::key);
        setOnZoom(event -> model.zoom(event.getZoomFactor(), event.getX()));
    }

    /// How often the chart was drawn.
    long draws() {
        return draws;
    }

    /// What the last draw cost the FX thread, in nanoseconds; what the renderer does with it comes on top.
    long drawNanos() {
        return drawNanos;
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        long begun = System.nanoTime();
        Palette palette = Palette.of(this::color);
        Pen drawn = pen;
        if (drawn == null) {
            drawn = new Pen(g, palette);
            pen = drawn;
        }
        drawn.palette(palette);
        scales.clear();
        Optional<InstrumentSnapshot> snapshot = model.snapshot();
        Optional<BarPyramid> bars = model.bars();
        if (snapshot.isPresent() && bars.isPresent()) {
            chart(drawn, snapshot.get(), bars.get(), width, height);
        } else {
            nothing(drawn, width, height);
        }
        if (isFocusVisible()) {
            g.setStroke(palette.accent());
            g.strokeRect(0.5, 0.5, width - 1, height - 1);
        }
        draws++;
        drawNanos = System.nanoTime() - begun;
    }

    private void chart(Pen drawn, InstrumentSnapshot snapshot, BarPyramid pyramid, double width, double height) {
        String widest = Formats.price(snapshot.limits().base());
        double axis = Math.ceil(Math.max(LEAST_AXIS, drawn.width(widest) + 14) / 4) * 4;
        plot = Math.max(1, width - axis);
        model.plotWidth(plot);
        TimeScale time = model.scale();
        BarColumns bars = pyramid.atLeast(LEAST_SLOT, time.secondsPerPixel());
        int from = bars.firstEndingAfter(time.left());
        int to = bars.firstEndingAfter(time.right());
        to = to < bars.size() && bars.start[to] < time.right() ? to + 1 : to;
        PaneLayout layout = PaneLayout.of(height, model.settings());
        boolean pointed = Double.isNaN(dragX) && pointerX >= 0 && pointerX < plot && pointerY < layout.bottom();
        Drawing d = new Drawing(
                drawn,
                words,
                snapshot,
                model.settings(),
                bars,
                from,
                Math.max(from, to),
                time,
                layout,
                plot,
                width,
                model.gaps(),
                pointed ? pointerX : Double.NaN);
        BackdropPainter.paint(d);
        int shown = pointed ? bars.at(time.second(pointerX)) : bars.size() - 1;
        d.layout().boxes().forEach((pane, box) -> paint(d, pane, box, shown));
        BackdropPainter.phaseNames(d);
        LegendPainter.paint(d);
        if (pointed) {
            CrosshairPainter.paint(d, pointerX, pointerY, scales);
        }
    }

    private void paint(Drawing d, Pane pane, Box box, int shown) {
        ValueScale scale = IndicatorPainter.scale(d, pane, box);
        scales.put(pane, scale);
        switch (pane) {
            case PRICE -> PricePainter.paint(d, scale);
            case VOLUME, INTEREST, BASIS -> IndicatorPainter.paint(d, pane, box, scale, shown);
        }
    }

    private void nothing(Pen drawn, double width, double height) {
        Palette palette = drawn.palette();
        String title = model.awaited()
                .map(code -> words.get("chart.awaited", code.text()))
                .orElseGet(() -> words.get("chart.empty"));
        String hint = words.get(model.awaited().isPresent() ? "chart.awaited.hint" : "chart.empty.hint");
        double middle = Math.rint(height / 2);
        drawn.heading(title, width / 2, middle - 12, palette.text());
        drawn.text(hint, (width - drawn.width(hint)) / 2, middle + 10, palette.muted());
    }

    private void pointAt(MouseEvent event) {
        pointerX = event.getX();
        pointerY = event.getY();
        setCursor(pointerX < plot ? Cursor.CROSSHAIR : Cursor.DEFAULT);
        requestDraw();
    }

    private void pointAway() {
        pointerX = Double.NaN;
        pointerY = Double.NaN;
        requestDraw();
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            if (event.getClickCount() == 2) {
                model.backToLive();
            }
            dragX = event.getX();
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (!Double.isNaN(dragX)) {
            model.pan(event.getX() - dragX);
            dragX = event.getX();
            pointAt(event);
            setCursor(Cursor.CLOSED_HAND);
        }
    }

    private void release() {
        dragX = Double.NaN;
        setCursor(Cursor.CROSSHAIR);
        requestDraw();
    }

    private void scroll(ScrollEvent event) {
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            model.pan(event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX());
        } else if (event.getDeltaY() != 0) {
            model.zoom(Math.pow(WHEEL_FACTOR, event.getDeltaY() / WHEEL_NOTCH), Math.min(event.getX(), plot));
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        double step = event.isShiftDown() ? plot * 0.9 : Math.max(24, plot * 0.1);
        KeyCode code = event.getCode();
        if (code == KeyCode.PLUS || code == KeyCode.EQUALS || code == KeyCode.ADD) {
            model.zoomInPlace(KEY_FACTOR);
        } else if (code == KeyCode.MINUS || code == KeyCode.SUBTRACT) {
            model.zoomInPlace(1 / KEY_FACTOR);
        } else if (code == KeyCode.LEFT) {
            model.pan(step);
        } else if (code == KeyCode.RIGHT) {
            model.pan(-step);
        } else if (code == KeyCode.HOME) {
            model.home();
        } else if (code == KeyCode.END) {
            model.backToLive();
        } else if (code == KeyCode.DIGIT0 || code == KeyCode.NUMPAD0) {
            model.fitDay();
        } else {
            return;
        }
        event.consume();
    }

    /// One line that says what is drawn, for those who hear it.
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? summary()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    String summary() {
        Optional<InstrumentSnapshot> snapshot = model.snapshot();
        if (snapshot.isEmpty()) {
            return words.get("chart.empty");
        }
        InstrumentSnapshot shown = snapshot.get();
        return words.get(
                "chart.summary",
                shown.code().text(),
                words.get(Interval.nearest(model.settings().interval()).key()),
                Formats.price(shown.tick().last()),
                Formats.change(shown.tick().change()),
                Formats.price(shown.tick().dayRange().high()),
                Formats.price(shown.tick().dayRange().low()));
    }
}
