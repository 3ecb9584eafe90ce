// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui;

import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.DrawnPane;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextBoundsType;

/// All texts and opaque boxes of a window in the order in which they are painted, those of its canvases among them, and
/// what of it a person could not read. FX thread only.
public final class Sheet implements Brush.Transcript, AutoCloseable {

    /// A text squeezed to less of its width is not readable.
    private static final double NARROWEST = 0.85;

    /// Two texts side by side that are nearer than this read as one, in pixels.
    private static final double APART = 2;

    /// What glyphs' edges may share, in pixels: their boxes are larger than they are.
    private static final double TOUCH = 1;

    private static final double OPAQUE = 0.95;
    private static final double FAR = 1e6;

    /// A thinner rectangle is a line, and lines may cross a text.
    private static final double LINE = 3;

    /// Notices and the palette come and go, and can be put away.
    private static final List<String> PASSING = List.of("corner", "palette-place");

    private final Map<GraphicsContext, List<Mark>> canvases = new WeakHashMap<>();
    private final Map<GraphicsContext, Deque<Bounds>> clips = new WeakHashMap<>();
    private final Map<Face, Measure> measured = new HashMap<>();
    private final Text measure = new Text();

    /// A text, or an opaque box (`text` empty), in the pixels of its canvas or window.
    ///
    /// @param box where its glyphs are
    /// @param seen what is left of that inside of all clips
    /// @param squeeze its width by that which it would have had
    /// @param color its own
    /// @param on style classes of what it stands on
    private record Mark(String text, Bounds box, Bounds seen, double squeeze, Paint color, String on) {

        boolean isText() {
            return !text.isEmpty();
        }
    }

    /// Which way a person can move what a node clips.
    private enum Scrolled {
        NOT,
        DOWN,
        BOTH
    }

    private record Face(String text, Font font, TextAlignment alignment) {}

    private record Measure(Bounds logical, Bounds visual) {}

    /// Writes down everything that is drawn from now on.
    public Sheet() {
        Brush.transcribe(this);
    }

    /// Has everything in a scene drawn again, so that it is written down.
    public static void redraw(Scene scene) {
        for (Node node : scene.getRoot().lookupAll(".drawn-pane")) {
            if (node instanceof DrawnPane pane) {
                pane.requestDraw();
            }
        }
    }

    @Override
    public void close() {
        Brush.transcribe(null);
    }

    @Override
    public void cleared(GraphicsContext g) {
        canvases.put(g, new ArrayList<>());
        clips.put(g, new ArrayDeque<>());
    }

    @Override
    public void clipped(GraphicsContext g, double x, double y, double width, double height) {
        clips.get(g).push(intersection(g.getTransform().transform(new BoundingBox(x, y, width, height)), clip(g)));
    }

    @Override
    public void unclipped(GraphicsContext g) {
        clips.get(g).pop();
    }

    @Override
    public void filled(GraphicsContext g, double x, double y, double width, double height) {
        boolean line = Math.min(width, height) < LINE;
        if (!line && g.getFill() instanceof Color color && color.getOpacity() * g.getGlobalAlpha() >= OPAQUE) {
            Bounds box = g.getTransform().transform(new BoundingBox(x, y, Math.max(0, width), Math.max(0, height)));
            canvases.get(g).add(new Mark("", box, intersection(box, clip(g)), 1, color, ""));
        }
    }

    @Override
    public void wrote(GraphicsContext g, String text, double x, double y, double most) {
        if (text.isBlank()) {
            return;
        }
        Measure ink = measured(text, g.getFont(), g.getTextAlign());
        double squeeze = Math.min(1, most / ink.logical().getWidth());
        double left = switch (g.getTextAlign()) {
            case LEFT, JUSTIFY -> x;
            case CENTER -> x - ink.logical().getWidth() * squeeze / 2;
            case RIGHT -> x - ink.logical().getWidth() * squeeze;
        };
        double base = switch (g.getTextBaseline()) {
            case TOP -> y - ink.logical().getMinY();
            case CENTER -> y - ink.logical().getCenterY();
            case BASELINE -> y;
            case BOTTOM -> y - ink.logical().getMaxY();
        };
        Bounds box = g.getTransform()
                .transform(new BoundingBox(
                        left + ink.visual().getMinX() * squeeze,
                        base + ink.visual().getMinY(),
                        ink.visual().getWidth() * squeeze,
                        ink.visual().getHeight()));
        canvases.get(g).add(new Mark(text, box, intersection(box, clip(g)), squeeze, g.getFill(), ""));
    }

    private Measure measured(String text, Font font, TextAlignment alignment) {
        return measured.computeIfAbsent(new Face(text, font, alignment), face -> {
            measure.setFont(font);
            measure.setTextAlignment(alignment);
            measure.setText(text);
            measure.setBoundsType(TextBoundsType.LOGICAL);
            Bounds logical = measure.getLayoutBounds();
            measure.setBoundsType(TextBoundsType.VISUAL);
            return new Measure(logical, measure.getLayoutBounds());
        });
    }

    private Bounds clip(GraphicsContext g) {
        Bounds top = clips.get(g).peek();
        Canvas canvas = g.getCanvas();
        return top == null ? new BoundingBox(0, 0, canvas.getWidth(), canvas.getHeight()) : top;
    }

    /// What a person could not read of a window that has been laid out: each text with what is wrong, once.
    public List<String> faults(Scene scene) {
        Judgement judgement = new Judgement();
        Bounds window = new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
        judgement.walk(scene.getRoot(), window, window);
        return judgement.all();
    }

    /// All texts below a node that can be seen and have that colour, in the order in which they are painted.
    public List<String> texts(Node root, Color color) {
        Judgement judgement = new Judgement();
        Bounds all = root.localToScene(root.getLayoutBounds());
        judgement.walk(root, all, all);
        return judgement.texts.stream()
                .filter(text -> color.equals(text.color()))
                .map(Mark::text)
                .toList();
    }

    /// One walk over a scene, in the order of painting.
    private final class Judgement {
        private final List<Mark> texts = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private String on = "";

        /// @param outer in what of the window it is seen
        /// @param hard the same without what can be scrolled to
        private void walk(Node node, Bounds outer, Bounds hard) {
            if (!node.isVisible()
                    || node.getOpacity() < 0.05
                    || node.getStyleClass().stream().anyMatch(PASSING::contains)) {
                return;
            }
            Bounds clip = outer;
            Bounds wall = hard;
            if (node.getClip() != null) {
                Bounds own = node.localToScene(node.getClip().getBoundsInParent());
                clip = intersection(outer, own);
                wall = switch (scrolled(node)) {
                    case NOT -> intersection(hard, own);
                    case DOWN -> new BoundingBox(own.getMinX(), -FAR, own.getWidth(), 2 * FAR);
                    case BOTH -> new BoundingBox(-FAR, -FAR, 2 * FAR, 2 * FAR);
                };
            }
            if (node instanceof Region region) {
                cover(region, clip);
            }
            switch (node) {
                case Text text -> write(text, clip, wall);
                case Canvas canvas -> draw(canvas, clip, wall);
                case Parent parent -> {
                    Bounds seen = clip;
                    Bounds within = wall;
                    String before = on;
                    on = node.getStyleClass().isEmpty() || node instanceof VirtualFlow<?>
                            ? on
                            : String.join(".", node.getStyleClass());
                    parent.getChildrenUnmodifiable().stream()
                            .sorted(Comparator.comparingDouble(Node::getViewOrder)
                                    .reversed())
                            .forEach(child -> walk(child, seen, within));
                    on = before;
                }
                default -> {}
            }
        }

        private static Scrolled scrolled(Node node) {
            if (node.getStyleClass().contains("viewport") || node.getParent() instanceof TextField) {
                return Scrolled.BOTH;
            }
            return node.getStyleClass().contains("clipped-container") ? Scrolled.DOWN : Scrolled.NOT;
        }

        private void cover(Region region, Bounds clip) {
            if (region.getBackground() == null) {
                return;
            }
            for (BackgroundFill fill : region.getBackground().getFills()) {
                if (fill.getFill() instanceof Color color && color.getOpacity() * region.getOpacity() >= OPAQUE) {
                    Insets insets = fill.getInsets();
                    Bounds box = region.localToScene(new BoundingBox(
                            insets.getLeft(),
                            insets.getTop(),
                            Math.max(0, region.getWidth() - insets.getLeft() - insets.getRight()),
                            Math.max(0, region.getHeight() - insets.getTop() - insets.getBottom())));
                    cover(intersection(box, clip), on);
                }
            }
        }

        /// A text that it hides wholly is not there; one that it hides in part cannot be read.
        private void cover(Bounds box, String by) {
            if (box.getWidth() <= 0 || box.getHeight() <= 0) {
                return;
            }
            texts.removeIf(text -> {
                if (!overlap(text.seen(), box)) {
                    return false;
                }
                if (!contains(box, text.seen())) {
                    fault("half covered", text, by + " " + at(box));
                }
                return true;
            });
        }

        private void draw(Canvas canvas, Bounds clip, Bounds wall) {
            for (Mark mark : canvases.getOrDefault(canvas.getGraphicsContext2D(), List.of())) {
                Bounds box = canvas.localToScene(mark.box());
                Bounds drawn = canvas.localToScene(mark.seen());
                Bounds seen = intersection(drawn, clip);
                if (mark.isText()) {
                    write(
                            new Mark(mark.text(), box, seen, mark.squeeze(), mark.color(), on),
                            intersection(drawn, wall));
                } else {
                    cover(seen, on);
                }
            }
        }

        private void write(Text text, Bounds clip, Bounds wall) {
            if (text.getText().isBlank() || (text.getFill() instanceof Color color && color.getOpacity() < 0.05)) {
                return;
            }
            Measure ink = measured(text.getText(), text.getFont(), text.getTextAlignment());
            boolean oneLine = text.getLayoutBounds().getHeight() < ink.logical().getHeight() * 1.5;
            Bounds logical = text.getLayoutBounds();
            Bounds local = oneLine
                    ? new BoundingBox(
                            logical.getMinX()
                                    + ink.visual().getMinX()
                                    - ink.logical().getMinX(),
                            logical.getMinY()
                                    + ink.visual().getMinY()
                                    - ink.logical().getMinY(),
                            ink.visual().getWidth(),
                            ink.visual().getHeight())
                    : logical;
            Bounds box = text.localToScene(local);
            write(
                    new Mark(text.getText(), box, intersection(box, clip), 1, text.getFill(), on),
                    intersection(box, wall));
        }

        /// @param reached what of it can be seen, if need be by scrolling
        private void write(Mark text, Bounds reached) {
            if (text.seen().getWidth() <= TOUCH || text.seen().getHeight() <= TOUCH) {
                return;
            }
            if (!contains(reached, text.box())) {
                fault("cut", text, at(text.seen()));
            }
            if (text.squeeze() < NARROWEST) {
                fault("squeezed", text, String.format(Locale.ROOT, "%.2f", text.squeeze()));
            }
            texts.add(text);
        }

        private void fault(String what, Mark text, String by) {
            faults.add(what + ": \"" + text.text() + "\" on " + text.on() + " " + at(text.box()) + " by " + by);
        }

        private List<String> all() {
            List<Mark> sorted = new ArrayList<>(texts);
            sorted.sort(Comparator.comparingDouble(text -> text.seen().getMinX()));
            for (int i = 0; i < sorted.size(); i++) {
                Mark one = sorted.get(i);
                for (int j = i + 1; j < sorted.size(); j++) {
                    Mark other = sorted.get(j);
                    if (other.seen().getMinX() >= one.seen().getMaxX() + APART) {
                        break;
                    }
                    double shared = Math.min(one.seen().getMaxY(), other.seen().getMaxY())
                            - Math.max(one.seen().getMinY(), other.seen().getMinY());
                    if (shared > TOUCH) {
                        fault("over each other", one, "\"" + other.text() + "\" on " + other.on() + at(other.box()));
                    }
                }
            }
            return faults;
        }
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX()) > TOUCH / 2
                && Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY()) > TOUCH / 2;
    }

    private static boolean contains(Bounds outer, Bounds inner) {
        return inner.getMinX() >= outer.getMinX() - TOUCH
                && inner.getMaxX() <= outer.getMaxX() + TOUCH
                && inner.getMinY() >= outer.getMinY() - TOUCH
                && inner.getMaxY() <= outer.getMaxY() + TOUCH;
    }

    private static Bounds intersection(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                left,
                top,
                Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - left),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - top));
    }

    private static String at(Bounds box) {
        return String.format(
                Locale.ROOT, "[%.0f %.0f %.0fx%.0f]", box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
    }
}
