// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.openinterest;

import io.seonmul.market.OpenInterestStep;
import io.seonmul.market.Price;
import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.draw.LabelPlan;
import io.seonmul.ui.fx.DrawnPane;
import io.seonmul.ui.fx.Formats;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// The last publications by what the price (across) and the open interest (upwards) did since the one before: marks
/// that
/// fade with age, the newest ones numbered from 1 and joined. FX thread.
///
/// A mark points where the price went, is filled where contracts were opened and hollow where they were closed, and is
/// a small ring where nothing can be said.
public final class QuadrantCanvas extends DrawnPane {

    private static final double EDGE = 6;
    private static final int LONG_NAME = 8;
    private static final double LINE = 15;
    /// From the middle of a mark to that of its number.
    private static final double BESIDE = 11;
    /// Side of the square that a number takes.
    private static final double DIGIT = 10;
    /// Half of the side of the square that a mark takes.
    private static final double MARK = 4;
    /// Distance of a text from the edge.
    private static final double GAP = 3;
    /// The texts at the upper and at the lower edge take no more of the height than this share.
    private static final double MOST_TEXT = 0.25;

    /// Narrower than this the names of the quadrants need the whole width.
    private static final double NARROW = 140;

    private static final double OLDEST = 0.18;
    /// So many of the newest marks are joined and numbered; more would be a tangle.
    private static final int JOINED = 3;

    private static final int SMALL = 11;

    private final LabelPlan plan = new LabelPlan();
    private final Text measure = new Text();
    private List<OpenInterestStep> steps = List.of();
    private int trail = OpenInterestSettings.DEFAULT.trail();
    private Function<Quadrant, String> names = Quadrant::name;
    private String across = "";
    private String upwards = "";
    private Function<String, String> ofContracts = count -> count;

    /// An empty quadrant.
    public QuadrantCanvas() {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(110, 72);
    }

    void label(Function<Quadrant, String> nameOf, String price, String interest, Function<String, String> contracts) {
        ofContracts = contracts;
        names = nameOf;
        across = price;
        upwards = interest;
        requestDraw();
    }

    void show(List<OpenInterestStep> publications, int length) {
        steps = publications;
        trail = length;
        requestDraw();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        plan.clear();
        measure.setFont(Font.font("IBM Plex Sans KR", SMALL));
        double middleX = Math.floor(width / 2) + 0.5;
        double middleY = Math.floor(height / 2) + 0.5;
        cells(g, width, height, middleX, middleY);
        // The very first publication seen has nothing before it to step from.
        int from = Math.max(1, steps.size() - trail);
        long reachX = 1;
        long reachY = 1;
        for (int i = from; i < steps.size(); i++) {
            reachX = Math.max(reachX, Math.abs(steps.get(i).priceStep().hundredths()));
            reachY = Math.max(reachY, Math.abs(steps.get(i).step()));
        }
        if (steps.size() > 1) {
            reach(g, reachX, reachY, width, height);
        }
        double scaleX = (middleX - EDGE - 10) / reachX;
        double scaleY = (middleY - EDGE - texts(height)) / reachY;
        double beforeX = Double.NaN;
        double beforeY = Double.NaN;
        for (int i = from; i < steps.size(); i++) {
            OpenInterestStep step = steps.get(i);
            double x = middleX + step.priceStep().hundredths() * scaleX;
            double y = middleY - step.step() * scaleY;
            double age = (double) (i - from + 1) / (steps.size() - from);
            double strength = OLDEST + (1 - OLDEST) * age * age;
            if (!Double.isNaN(beforeX) && i > steps.size() - JOINED) {
                g.setStroke(color(Token.MUTED).deriveColor(0, 1, 1, strength * 0.5));
                g.setLineWidth(1);
                g.strokeLine(beforeX, beforeY, x, y);
            }
            mark(g, Quadrant.of(step), x, y, strength, i == steps.size() - 1);
            plan.take(x - MARK, y - MARK, 2 * MARK, 2 * MARK);
            beforeX = x;
            beforeY = y;
        }
        numbers(g, from, middleX, middleY, scaleX, scaleY);
    }

    /// Beside the newest marks, where neither a mark nor another text is; of two that would meet the newer one.
    private void numbers(GraphicsContext g, int from, double middleX, double middleY, double scaleX, double scaleY) {
        g.setFill(color(Token.TEXT));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        for (int i = steps.size() - 1; i >= Math.max(from, steps.size() - JOINED); i--) {
            double x = middleX + steps.get(i).priceStep().hundredths() * scaleX;
            double y = middleY - steps.get(i).step() * scaleY;
            double inwards = x >= middleX ? -BESIDE : BESIDE;
            number(g, Integer.toString(steps.size() - i), new double[] {x + inwards, x - inwards, x, x}, new double[] {
                y, y, y - LINE, y + LINE
            });
        }
    }

    private void number(GraphicsContext g, String number, double[] xs, double[] ys) {
        for (int i = 0; i < xs.length; i++) {
            boolean inside =
                    xs[i] > DIGIT && xs[i] < getWidth() - DIGIT && ys[i] > DIGIT && ys[i] < getHeight() - DIGIT;
            if (inside && plan.tryTake(xs[i] - DIGIT / 2, ys[i] - DIGIT / 2, DIGIT, DIGIT)) {
                Brush.text(g, number, xs[i], ys[i]);
                return;
            }
        }
    }

    /// What the ends of the axes mean, in the texts' own room, where no mark comes: contracts above, points below.
    private void reach(GraphicsContext g, long reachX, long reachY, double width, double height) {
        if (width < NARROW) {
            return;
        }
        String contracts = ofContracts.apply("±" + Formats.count(reachY));
        String points = "±" + Formats.price(Price.ofHundredths(reachX));
        double upper = GAP + LINE / 2;
        double lower = height - GAP - LINE / 2;
        g.setFill(color(Token.MUTED));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        // Of names in two lines one leaves more room between them; but where marks come no text stands.
        double inner = texts(height) >= GAP + 2 * LINE ? LINE : 0;
        between(g, upwards + " " + contracts, contracts, width, upper, upper + inner);
        between(g, across + " " + points, points, width, lower - inner, lower);
    }

    /// Writes the longest of two texts for which there is room between the names.
    private void between(GraphicsContext g, String named, String bare, double width, double first, double second) {
        for (String text : List.of(named, bare)) {
            for (double y : new double[] {first, second}) {
                double own = width(text) + 2 * GAP;
                if (plan.tryTake(width / 2 - own / 2, y - LINE / 2, own, LINE - 1)) {
                    Brush.text(g, text, Math.floor(width / 2), y);
                    return;
                }
            }
        }
    }

    private double width(String text) {
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }

    /// Height at the upper and the lower edge that texts have for themselves.
    private double texts(double height) {
        return Math.min(GAP + lines() * LINE, MOST_TEXT * height);
    }

    private int lines() {
        return Stream.of(Quadrant.values()).anyMatch(quadrant -> isLong(names.apply(quadrant))) ? 2 : 1;
    }

    /// A long name takes two lines, so that both halves of a narrow pane have room.
    private static boolean isLong(String name) {
        return name.length() > LONG_NAME;
    }

    private void cells(GraphicsContext g, double width, double height, double middleX, double middleY) {
        Quadrant now = steps.size() < 2 ? Quadrant.UNSAID : Quadrant.of(steps.getLast());
        g.setStroke(color(Token.GRID));
        g.setLineWidth(1);
        g.strokeRect(0.5, 0.5, width - 1, height - 1);
        g.strokeLine(middleX, texts(height), middleX, height - texts(height));
        g.strokeLine(0, middleY, width, middleY);
        g.setFont(Font.font("IBM Plex Sans KR", SMALL));
        cell(g, Quadrant.SHORT_COVERING, now, width - EDGE, height - GAP, TextAlignment.RIGHT, VPos.BOTTOM);
        cell(g, Quadrant.LONG_BUILD_UP, now, width - EDGE, GAP, TextAlignment.RIGHT, VPos.TOP);
        cell(g, Quadrant.SHORT_BUILD_UP, now, EDGE, GAP, TextAlignment.LEFT, VPos.TOP);
        cell(g, Quadrant.LONG_LIQUIDATION, now, EDGE, height - GAP, TextAlignment.LEFT, VPos.BOTTOM);
    }

    private void cell(
            GraphicsContext g, Quadrant cell, Quadrant now, double x, double y, TextAlignment align, VPos baseline) {
        g.setFill(cell == now ? colorOf(cell) : color(Token.MUTED));
        g.setTextAlign(align);
        g.setTextBaseline(baseline);
        String name = names.apply(cell);
        String written = isLong(name) ? name.replaceFirst(" ", "\n") : name;
        double own = width(written);
        double high = written.equals(name) ? LINE : 2 * LINE;
        plan.take(align == TextAlignment.LEFT ? x : x - own, baseline == VPos.TOP ? y : y - high, own, high);
        Brush.text(g, written, x, y);
    }

    private Color colorOf(Quadrant quadrant) {
        return switch (quadrant) {
            case LONG_BUILD_UP, SHORT_COVERING -> color(Token.RISE);
            case SHORT_BUILD_UP, LONG_LIQUIDATION -> color(Token.FALL);
            case UNSAID -> color(Token.MUTED);
        };
    }

    private void mark(GraphicsContext g, Quadrant quadrant, double x, double y, double strength, boolean newest) {
        Color color = colorOf(quadrant).deriveColor(0, 1, 1, strength);
        double size = newest ? 6 : 4;
        g.setLineWidth(newest ? 2 : 1.25);
        g.setStroke(color);
        g.setFill(color);
        switch (quadrant) {
            case LONG_BUILD_UP ->
                g.fillPolygon(
                        new double[] {x - size, x + size, x},
                        new double[] {y + size * 0.8, y + size * 0.8, y - size},
                        3);
            case SHORT_BUILD_UP ->
                g.fillPolygon(
                        new double[] {x - size, x + size, x},
                        new double[] {y - size * 0.8, y - size * 0.8, y + size},
                        3);
            case SHORT_COVERING ->
                g.strokePolygon(
                        new double[] {x - size, x + size, x},
                        new double[] {y + size * 0.8, y + size * 0.8, y - size},
                        3);
            case LONG_LIQUIDATION ->
                g.strokePolygon(
                        new double[] {x - size, x + size, x},
                        new double[] {y - size * 0.8, y - size * 0.8, y + size},
                        3);
            case UNSAID -> g.strokeOval(x - size * 0.6, y - size * 0.6, size * 1.2, size * 1.2);
        }
    }
}
