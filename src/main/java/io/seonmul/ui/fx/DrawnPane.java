// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import io.seonmul.ui.draw.Brush;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import javafx.stage.Screen;

/// A pane that draws itself: at most once a frame, after layout, in the colours of the theme. FX thread only.
///
/// Any number of [#requestDraw] calls in a frame lead to one [#draw], and none is lost: what is asked
/// for stays asked for until it is drawn, and every pulse of the scene looks. The layout alone would not
/// do: JavaFX forgets that a node wants one where its parents are moved to another place meanwhile. The
/// colours are CSS properties whose values are the theme's tokens (`seonmul.css`, `.drawn-pane`), so a
/// change of theme redraws by itself.
public abstract class DrawnPane extends Region {

    private static final StyleablePropertyFactory<DrawnPane> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    /// A canvas keeps what was drawn on it since it was last empty, where nobody renders it meanwhile.
    private static final int MOST_UPDATES = 100;

    private final Canvas canvas = new Canvas();
    private final Scale shrinking = new Scale(1, 1);
    private final Runnable afterLayout = this::drawWherePending;
    private boolean dirty = true;
    /// Whether the next draw begins with an empty pane.
    private boolean whole = true;
    private int updates;

    /// A colour that the theme decides.
    public enum Token {
        /// Behind everything.
        SURFACE,
        /// A surface raised from it: stripes, boxes.
        RAISED,
        /// Text.
        TEXT,
        /// Text of lesser weight: axes, labels.
        MUTED,
        /// Grid lines.
        GRID,
        /// A rising price, or a buyer.
        RISE,
        /// A falling price, or a seller.
        FALL,
        /// No direction, no side.
        FLAT,
        /// What the user points at or has chosen.
        ACCENT,
        /// All is well.
        GOOD,
        /// Something to look at.
        WARNING,
        /// Something to act on, or lost.
        DANGER,
        /// Theoretical price and basis.
        THEORY,
        /// Session VWAP.
        VWAP,
        /// Open interest.
        INTEREST
    }

    @SuppressWarnings("EnumOrdinal") // an index into lists that live no longer than the enum
    private static int index(Token token) {
        return token.ordinal();
    }

    private static final List<CssMetaData<DrawnPane, Color>> COLORS = Stream.of(Token.values())
            .map(token -> FACTORY.createColorCssMetaData(
                    "-drawn-" + token.name().toLowerCase(Locale.ROOT),
                    pane -> pane.colors.get(index(token)),
                    Color.GRAY))
            .toList();

    private static final List<CssMetaData<? extends Styleable, ?>> META_DATA = Stream.concat(
                    Region.getClassCssMetaData().stream(), COLORS.stream())
            .toList();

    private final List<SimpleStyleableObjectProperty<Color>> colors;

    /// An empty pane with the style class `drawn-pane`.
    protected DrawnPane() {
        colors = COLORS.stream()
                .map(metaData ->
                        new SimpleStyleableObjectProperty<>(metaData, this, metaData.getProperty(), Color.GRAY))
                .toList();
        colors.forEach(color -> color.addListener((property, before, now) -> requestDraw()));
        getStyleClass().add("drawn-pane");
        canvas.setManaged(false);
        canvas.getTransforms().add(shrinking);
        getChildren().add(canvas);
        sceneProperty().addListener((property, before, now) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(afterLayout);
            }
            if (now != null) {
                now.addPostLayoutPulseListener(afterLayout);
                requestDraw();
            }
        });
    }

    /// The theme's colour for `token`.
    protected final Color color(Token token) {
        return colors.get(index(token)).get();
    }

    /// Pixels of the screen in a unit of [#draw]: by the window's enlargement, and by that of the most finely divided
    /// screen, as a canvas has that one's pixels on every screen.
    protected final double density() {
        double finest = 1;
        for (Screen screen : Screen.getScreens()) {
            finest = Math.max(finest, Math.max(screen.getOutputScaleX(), screen.getOutputScaleY()));
        }
        return sharpness() * Math.ceil(finest);
    }

    private double sharpness() {
        return Math.max(0.1, getLocalToSceneTransform().getMxx());
    }

    /// Asks for one [#draw] in this frame or the next, or as soon as the pane is seen.
    public final void requestDraw() {
        whole = true;
        requestUpdate();
    }

    /// Asks likewise for a [#draw] of what has changed: the picture before it may still be there.
    protected final void requestUpdate() {
        dirty = true;
        // For its own sake: that the pane looks different is no reason to lay out those around it.
        setNeedsLayout(true);
        Platform.requestNextPulse();
    }

    @Override
    public void resize(double width, double height) {
        if (width != getWidth() || height != getHeight()) {
            requestDraw();
        }
        super.resize(width, height);
    }

    /// Draws after the layout of every pulse what the layout has left out.
    private void drawWherePending() {
        if (dirty) {
            layoutChildren();
        }
    }

    private boolean isSeen() {
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// Whether [#draw] begins with an empty pane, which it mostly does: without [#requestUpdate] always.
    protected final boolean isWhole() {
        return whole;
    }

    /// Draws the pane.
    ///
    /// @param g the pane's graphics, cleared to transparent; but see [#isWhole]
    /// @param width in pixels, more than 0
    /// @param height in pixels, more than 0
    protected abstract void draw(GraphicsContext g, double width, double height);

    @Override
    protected void layoutChildren() {
        if (!isSeen()) {
            return; // to be seen again takes a pulse
        }
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        // A canvas that the window enlarges would be blurred: it has the pixels of the screen instead.
        double scale = sharpness();
        if (canvas.getWidth() != width * scale
                || canvas.getHeight() != height * scale
                || shrinking.getX() != 1 / scale) {
            canvas.setWidth(width * scale);
            canvas.setHeight(height * scale);
            shrinking.setX(1 / scale);
            shrinking.setY(1 / scale);
            dirty = true;
            whole = true;
        }
        if (dirty) {
            dirty = false;
            if (width > 0 && height > 0) {
                draw(scale, width, height);
            }
        }
    }

    private void draw(double scale, double width, double height) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        whole |= Brush.isTranscribed() || ++updates >= MOST_UPDATES;
        if (whole) {
            updates = 0;
            Brush.clear(g);
        }
        g.save();
        g.scale(scale, scale);
        draw(g, width, height);
        g.restore();
        whole = false;
    }

    @Override
    public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return META_DATA;
    }
}
