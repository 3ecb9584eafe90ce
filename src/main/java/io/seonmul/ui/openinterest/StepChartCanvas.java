// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.openinterest;

import io.seonmul.market.Bars;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.OpenInterestStep;
import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.DrawnPane;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Shown;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// The open interest of a session as the step function that it is, with the price as a thin line behind. FX thread.
///
/// Left axis: contracts. Right axis: price. Before the first publication seen nothing is drawn.
public final class StepChartCanvas extends DrawnPane {

    private static final double LEFT = 54;
    private static final double RIGHT = 58;
    private static final double TOP = 8;
    private static final double BOTTOM = 18;
    private static final int LABEL_HEIGHT = 26;
    private static final int SMALL = 11;

    private Optional<InstrumentSnapshot> shown = Optional.empty();
    private OpenInterestSettings settings = OpenInterestSettings.DEFAULT;
    private String empty = "";
    private double[] xs = new double[512];
    private double[] ys = new double[512];
    private int points;

    /// An empty chart.
    public StepChartCanvas() {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 72);
    }

    void show(Optional<InstrumentSnapshot> snapshot, OpenInterestSettings chosen, String whenEmpty) {
        shown = snapshot;
        settings = chosen;
        empty = whenEmpty;
        requestDraw();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        Shown.mark(this, shown);
        g.setFont(Font.font("IBM Plex Sans KR", SMALL));
        List<OpenInterestStep> steps =
                shown.map(InstrumentSnapshot::openInterestSteps).orElse(List.of());
        if (steps.isEmpty()) {
            g.setFill(color(Token.MUTED));
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.CENTER);
            Brush.text(g, empty, width / 2, height / 2);
            return;
        }
        InstrumentSnapshot snapshot = shown.orElseThrow();
        double right = width - (settings.priceLine() ? RIGHT : 8);
        Axis time = new Axis(
                settings.span().from(steps.getFirst().second(), snapshot.second()), snapshot.second(), LEFT, right);
        int from = firstVisible(steps, time.low());
        Axis contracts = range(steps, from, height);
        grid(g, contracts, right);
        timeLabels(g, time, height);
        gaps(g, snapshot.bars(), time, height);
        if (settings.priceLine()) {
            price(g, snapshot.bars(), time, height);
        }
        g.setFill(color(Token.INTEREST));
        interest(g, steps, from, time, contracts, height);
    }

    /// A linear scale from values to pixels.
    private record Axis(double low, double high, double start, double end) {

        double at(double value) {
            return high <= low ? (start + end) / 2 : start + (value - low) / (high - low) * (end - start);
        }

        double clamped(double value) {
            return at(Math.clamp(value, low, Math.max(low, high)));
        }
    }

    /// The last step at or before `second`, which still holds there.
    private static int firstVisible(List<OpenInterestStep> steps, double second) {
        int index = steps.size() - 1;
        while (index > 0 && steps.get(index).second() > second) {
            index--;
        }
        return index;
    }

    private static Axis range(List<OpenInterestStep> steps, int from, double height) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int i = from; i < steps.size(); i++) {
            low = Math.min(low, steps.get(i).contracts());
            high = Math.max(high, steps.get(i).contracts());
        }
        double margin = Math.max(1, (high - low) * 0.06);
        return new Axis(low - margin, high + margin, height - BOTTOM, TOP);
    }

    private void grid(GraphicsContext g, Axis contracts, double right) {
        double step =
                niceStep(contracts.high() - contracts.low(), (contracts.start() - contracts.end()) / LABEL_HEIGHT, 1);
        g.setLineWidth(1);
        g.setStroke(color(Token.GRID));
        g.setFill(color(Token.INTEREST));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (double value = Math.ceil(contracts.low() / step) * step; value <= contracts.high(); value += step) {
            double y = Math.floor(contracts.at(value)) + 0.5;
            g.strokeLine(LEFT, y, right, y);
            Brush.text(g, Formats.count(Math.round(value)), LEFT - 6, y);
        }
    }

    static double niceStep(double range, double labels, double smallest) {
        double rough = range / Math.max(1, labels);
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(rough, smallest))));
        for (int factor : new int[] {1, 2, 5}) {
            if (power * factor >= rough) {
                return Math.max(smallest, power * factor);
            }
        }
        return Math.max(smallest, power * 10);
    }

    /// Tints the bars in which contracts were lost: what the open interest did there was not watched.
    private void gaps(GraphicsContext g, Bars bars, Axis time, double height) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        double marked = Double.NEGATIVE_INFINITY;
        for (int i = bars.size() - 1; i >= 0 && bars.get(i).start() + bars.seconds() > time.low(); i--) {
            if (bars.get(i).lostContracts() <= 0) {
                continue;
            }
            double from = time.clamped((double) bars.get(i).start());
            double to = Math.max(from + 2, time.clamped((double) bars.get(i).start() + bars.seconds()));
            g.setFill(color(Token.DANGER).deriveColor(0, 1, 1, 0.25));
            Brush.fill(g, from, TOP, to - from, height - BOTTOM - TOP);
            if (Math.abs(marked - from) > SMALL) {
                g.setFill(color(Token.DANGER));
                Brush.text(g, "✕", (from + to) / 2, 0);
                marked = from;
            }
        }
    }

    private void timeLabels(GraphicsContext g, Axis time, double height) {
        g.setFill(color(Token.MUTED));
        g.setTextBaseline(VPos.BOTTOM);
        g.setTextAlign(TextAlignment.LEFT);
        Brush.text(g, Formats.timeOfSecond((long) time.low()), LEFT, height - 1);
        g.setTextAlign(TextAlignment.RIGHT);
        if (time.end() - time.start() > 130) {
            Brush.text(g, Formats.timeOfSecond((long) time.high()), time.end(), height - 1);
        }
    }

    /// One point a pixel column at most: the column's last close.
    private void price(GraphicsContext g, Bars bars, Axis time, double height) {
        int first = bars.size();
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        while (first > 0 && bars.get(first - 1).start() + bars.seconds() > time.low()) {
            first--;
            long close = bars.get(first).close().hundredths();
            low = Math.min(low, close);
            high = Math.max(high, close);
        }
        if (first == bars.size()) {
            return;
        }
        double margin = Math.max(2, (high - low) * 0.06);
        Axis prices = new Axis(low - margin, high + margin, height - BOTTOM, TOP);
        points = 0;
        for (int i = first; i < bars.size(); i++) {
            double x = time.clamped(bars.get(i).start() + bars.seconds() / 2.0);
            double y = prices.at((double) bars.get(i).close().hundredths());
            if (points > 0 && Math.floor(xs[points - 1]) == Math.floor(x)) {
                ys[points - 1] = y;
            } else {
                add(x, y);
            }
        }
        g.setStroke(color(Token.MUTED).deriveColor(0, 1, 1, 0.75));
        g.setLineWidth(1);
        g.strokePolyline(xs, ys, points);
        priceLabels(g, prices, time.end());
    }

    private void priceLabels(GraphicsContext g, Axis prices, double right) {
        double step = niceStep(prices.high() - prices.low(), (prices.start() - prices.end()) / LABEL_HEIGHT, 2);
        g.setFill(color(Token.MUTED));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        for (double value = Math.ceil(prices.low() / step) * step; value <= prices.high(); value += step) {
            Brush.text(g, Formats.decimal(value / 100, 2), right + 6, Math.floor(prices.at(value)) + 0.5);
        }
    }

    private void interest(
            GraphicsContext g, List<OpenInterestStep> steps, int from, Axis time, Axis contracts, double height) {
        points = 0;
        int column = Integer.MIN_VALUE;
        double low = 0;
        double high = 0;
        double y = 0;
        // Publications that fall on one pixel column are drawn as its range, which is all that the eye could see.
        for (int i = from; i < steps.size(); i++) {
            double x = time.clamped((double) steps.get(i).second());
            double before = y;
            y = contracts.at((double) steps.get(i).contracts());
            if ((int) x == column) {
                low = Math.max(low, y);
                high = Math.min(high, y);
                continue;
            }
            if (points > 0) {
                finishColumn(low, high, before);
                add(x, before);
            }
            add(x, y);
            column = (int) x;
            low = y;
            high = y;
        }
        finishColumn(low, high, y);
        double newest = ys[points - 1];
        add(time.end(), newest);
        Color color = color(Token.INTEREST);
        int line = points;
        add(time.end(), height - BOTTOM);
        add(xs[0], height - BOTTOM);
        g.setFill(color.deriveColor(0, 1, 1, 0.10));
        g.fillPolygon(xs, ys, points);
        g.setStroke(color);
        g.setLineWidth(1.5);
        g.strokePolyline(xs, ys, line);
        g.setFill(color);
        g.fillOval(time.end() - 3, newest - 3, 6, 6);
    }

    /// Closes the column of the newest point: over its range to where it ended.
    private void finishColumn(double low, double high, double end) {
        double x = xs[points - 1];
        double start = ys[points - 1];
        if (low > start || high < start) {
            add(x, low);
            add(x, high);
            add(x, end);
        }
    }

    private void add(double x, double y) {
        if (points == xs.length) {
            xs = Arrays.copyOf(xs, points * 2);
            ys = Arrays.copyOf(ys, points * 2);
        }
        xs[points] = x;
        ys[points] = y;
        points++;
    }
}
