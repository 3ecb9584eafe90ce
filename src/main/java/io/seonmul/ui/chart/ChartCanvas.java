// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.ui.chart.PaneLayout.Box;
import io.seonmul.ui.fx.DoubtTexts;
import io.seonmul.ui.fx.DrawnPane;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Shown;
import io.seonmul.ui.fx.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/// The drawn part of the chart; [ChartPointer] and [ChartKeys] are its hands. FX thread only.
///
/// A draw costs what the width holds, not what the session holds: bars thinner than [#LEAST_SLOT] pixels are drawn from
/// a coarser level of the [BarPyramid].
final class ChartCanvas extends DrawnPane {

    private static final double LEAST_SLOT = 2;
    private static final double LEAST_AXIS = 60;

    private final ChartViewModel model;
    private final Words words;
    private final ChartPointer pointer;
    private final Map<Pane, ValueScale> scales = new EnumMap<>(Pane.class);
    private @Nullable PaneLayout layout;
    private @Nullable Pen pen;
    private Optional<DataBox.Placed> figures = Optional.empty();
    private double plot = 1;
    private long draws;
    private long drawNanos;

    @SuppressWarnings("this-escape") // its hands only keep it
    ChartCanvas(ChartViewModel model, Words words) {
        this.model = model;
        this.words = words;
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 120);
        model.revisionProperty().addListener(revision -> requestDraw());
        focusVisibleProperty().addListener(focused -> requestDraw());
        pointer = new ChartPointer(this, model, words);
        new ChartKeys(this, model);
    }

    /// How often the chart was drawn.
    long draws() {
        return draws;
    }

    /// What the last draw cost the FX thread, in nanoseconds; what the renderer does with it comes on top.
    long drawNanos() {
        return drawNanos;
    }

    /// Width of the plot in pixels, as last drawn.
    double plot() {
        return plot;
    }

    /// The theme's colours.
    Palette palette() {
        return Palette.of(this::color);
    }

    /// Where the panes lay when last drawn.
    Optional<PaneLayout> panes() {
        return Optional.ofNullable(layout);
    }

    /// Where the figures of the bar under the pointer were last written.
    Optional<DataBox.Placed> figures() {
        return figures;
    }

    /// The price at the height `y` in hundredths of a point; empty outside of the price pane.
    Optional<Double> priceAt(double y) {
        ValueScale scale = scales.get(Pane.PRICE);
        return panes().filter(shown -> shown.price().contains(y))
                .flatMap(shown -> Optional.ofNullable(scale))
                .map(known -> known.value(y));
    }

    /// The price that keys mean: under the pointer, else of the bar that they chose, else the last.
    Optional<Double> keyboardPrice() {
        Optional<Double> pointed = Double.isNaN(pointer.x()) ? Optional.empty() : priceAt(pointer.y());
        return pointed.or(() -> cursorBar().map(at -> at.bars().close[at.index()]))
                .or(() -> model.snapshot()
                        .map(shown -> (double) shown.tick().last().hundredths()));
    }

    /// The line within `reach` pixels of the height `y`.
    Optional<DrawnLevel> levelAt(double y, double reach) {
        ValueScale scale = scales.get(Pane.PRICE);
        return scale == null || priceAt(y).isEmpty()
                ? Optional.empty()
                : model.levels().stream()
                        .filter(level -> Math.abs(scale.y(level.hundredths()) - y) <= reach)
                        .min((one, other) -> Double.compare(
                                Math.abs(scale.y(one.hundredths()) - y), Math.abs(scale.y(other.hundredths()) - y)));
    }

    /// The tick nearest to a price.
    Price onTick(double hundredths) {
        return Price.ofHundredths(Math.round(hundredths / tick()) * tick());
    }

    /// The contract's tick in hundredths of a point.
    long tick() {
        return model.snapshot()
                .map(shown -> shown.contract().tickSize().hundredths())
                .orElse(1L);
    }

    /// The bar that the keys chose.
    private Optional<At> cursorBar() {
        return model.series().filter(series -> !Double.isNaN(model.cursor())).flatMap(series -> {
            int index = series.finest().at(model.cursor());
            return index < 0 ? Optional.empty() : Optional.of(new At(series.finest(), index));
        });
    }

    private record At(BarColumns bars, int index) {}

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        long begun = System.nanoTime();
        Palette palette = palette();
        Pen drawn = pen;
        if (drawn == null) {
            drawn = new Pen(g, palette);
            pen = drawn;
        }
        drawn.begin(palette, density());
        scales.clear();
        layout = null;
        figures = Optional.empty();
        Optional<InstrumentSnapshot> snapshot = model.snapshot();
        Shown.mark(this, snapshot);
        Optional<ChartSeries> series = model.series();
        if (snapshot.isPresent() && series.isPresent()) {
            chart(drawn, snapshot.get(), series.get(), width, height);
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

    private void chart(Pen drawn, InstrumentSnapshot snapshot, ChartSeries series, double width, double height) {
        String widest =
                Formats.price(snapshot.limits().base().orElse(snapshot.tick().last()));
        double axis = Math.ceil(Math.max(LEAST_AXIS, drawn.width(widest) + 14) / 4) * 4;
        plot = Math.max(1, width - axis);
        model.plotWidth(plot);
        TimeScale time = model.scale();
        BarColumns bars = series.pyramid().atLeast(LEAST_SLOT, time.placesPerPixel());
        int from = bars.firstEndingAfter(time.left());
        int to = bars.firstEndingAfter(time.right());
        to = to < bars.size() && bars.start[to] < time.right() ? to + 1 : to;
        PaneLayout panes = PaneLayout.of(height, model.settings());
        layout = panes;
        double pointed = pointer.y() < panes.bottom() ? pointer.x() : Double.NaN;
        double cross = Double.isNaN(pointed) ? cursorX(time) : pointed;
        Drawing d = new Drawing(
                drawn,
                words,
                snapshot,
                model.settings(),
                series,
                bars,
                from,
                Math.max(from, to),
                time,
                panes,
                plot,
                width,
                model.levels(),
                model.selectedLevel(),
                model.quietSeconds());
        panes.boxes().forEach((pane, box) -> scales.put(pane, IndicatorPainter.scale(d, pane, box)));
        Optional<CrosshairPainter> crosshair = Double.isNaN(cross)
                ? Optional.empty()
                : Optional.of(new CrosshairPainter(d, cross, Double.isNaN(pointed) ? cursorY() : pointer.y()));
        int shown = Double.isNaN(cross) ? d.to() - 1 : bars.at(time.place(cross));
        write(d, crosshair, shown);
        BackdropPainter.paint(d, scale(Pane.PRICE));
        panes.boxes().forEach((pane, box) -> paint(d, pane, box));
        drawn.paintAbove();
        crosshair.ifPresent(CrosshairPainter::paint);
        figures = crosshair.flatMap(CrosshairPainter::figures);
    }

    /// Gives every text its place, the most important first, before anything is drawn: who comes first, stays.
    private void write(Drawing d, Optional<CrosshairPainter> crosshair, int shown) {
        ValueScale price = scale(Pane.PRICE);
        PricePainter.lastTag(d, price);
        crosshair.ifPresent(cross -> cross.claim(scales));
        LevelPainter.tags(d, price);
        LegendPainter.paint(d, FootprintPainter.grouping(d, price));
        d.layout().boxes().forEach((pane, box) -> {
            if (pane != Pane.PRICE) {
                PaneTitle.paint(d, pane, box, shown);
            }
        });
        LevelPainter.labels(d, price);
        PricePainter.labels(d, price);
        GapPainter.labels(d);
        BackdropPainter.phaseNames(d);
    }

    private ValueScale scale(Pane pane) {
        return Objects.requireNonNull(scales.get(pane), pane::name);
    }

    private double cursorX(TimeScale time) {
        double x = cursorBar()
                .map(at -> time.x(at.bars().start[at.index()] + at.bars().length() / 2.0))
                .orElse(Double.NaN);
        return x >= 0 && x < plot ? x : Double.NaN;
    }

    private double cursorY() {
        return cursorBar()
                .map(at -> scale(Pane.PRICE).y(at.bars().close[at.index()]))
                .orElse(Double.NaN);
    }

    private void paint(Drawing d, Pane pane, Box box) {
        if (pane == Pane.PRICE) {
            PricePainter.paint(d, scale(pane));
        } else {
            IndicatorPainter.paint(d, pane, box, scale(pane));
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

    /// Says to a screen reader that [#summary] is another.
    void tellChange() {
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /// One line that says what is drawn, and the bar that the keys chose, for those who hear it.
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? summary()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    String summary() {
        Optional<InstrumentSnapshot> snapshot = model.snapshot();
        if (snapshot.isEmpty()) {
            return words.get(
                    model.awaited().isPresent() ? "chart.awaited" : "chart.empty",
                    model.awaited().map(InstrumentCode::text).orElse(""));
        }
        InstrumentSnapshot shown = snapshot.get();
        String all = words.get(
                "chart.summary",
                shown.code().text(),
                model.settings().bar().name(words),
                DoubtTexts.marked(Formats.price(shown.tick().last()), shown.doubts()),
                Formats.change(shown.tick().change()),
                Formats.price(shown.tick().dayRange().high()),
                Formats.price(shown.tick().dayRange().low()));
        long lost = shown.audit().lostContracts();
        String losses = lost == 0
                ? ""
                : ". "
                        + words.get(
                                "chart.legend.lost",
                                words.count("contracts", lost),
                                words.count("trades", shown.audit().lostTrades()));
        String chosen = model.series()
                .flatMap(series -> cursorBar()
                        .map(at -> ". "
                                + DataBox.spoken(DataBox.rows(
                                        words,
                                        series,
                                        at.bars(),
                                        at.index(),
                                        shown.limits().base()))))
                .orElse("");
        return all + losses + chosen;
    }
}
