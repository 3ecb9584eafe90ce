// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// Two parts of a desk with a divider that a person drags. FX thread only.
///
/// Where the divider stands is worked out at every layout, from what the person wanted and the room that
/// there is ([DeskFold#position]); only a drag changes what is wanted. JavaFX's own SplitPane takes what
/// a small or a maximized window makes of its dividers for what was wanted.
final class DeskSplit extends Region {

    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final double LINE = 1;
    /// So much of each side beside the line can be grasped with it.
    private static final double EDGE = 2;

    private final Region first;
    private final Region second;
    private final Region divider = new Region();
    private final boolean across;
    private DeskPart.Split split;
    private double grasped;

    /// @param split where its divider stands; its parts are shown by `first` and `second`
    DeskSplit(DeskPart.Split split, Region first, Region second) {
        this.split = split;
        this.first = first;
        this.second = second;
        across = split.axis() == DeskPart.Axis.ACROSS;
        getStyleClass().add("desk-split");
        divider.getStyleClass().add("desk-divider");
        divider.pseudoClassStateChanged(DOWN, !across);
        divider.setCursor(across ? Cursor.H_RESIZE : Cursor.V_RESIZE);
        divider.setOnMousePressed(event -> grasped = along(event) - position());
        divider.setOnMouseDragged(event -> divide(along(event) - grasped));
        getChildren().setAll(first, second, divider);
    }

    private double along(MouseEvent event) {
        Point2D point = sceneToLocal(event.getSceneX(), event.getSceneY());
        return across ? point.getX() : point.getY();
    }

    private double length() {
        return across ? getWidth() : getHeight();
    }

    private double position() {
        return Math.rint(DeskFold.position(split, length()));
    }

    Region first() {
        return first;
    }

    Region second() {
        return second;
    }

    /// Puts the divider there, in pixels from the beginning, as far as both parts keep what they cannot
    /// do without.
    void divide(double wanted) {
        double least = across ? first.minWidth(-1) : first.minHeight(-1);
        double most = length() - LINE - (across ? second.minWidth(-1) : second.minHeight(-1));
        if (least <= most) {
            split = cutAt(Math.clamp(wanted, least, most));
            requestLayout();
        }
    }

    private DeskPart.Split cutAt(double position) {
        int whole = (int) Math.rint(length());
        return split.cut(position / whole, Optional.of(whole));
    }

    /// Where the divider was put; a fraction of any length has become one of this length by being seen.
    DeskPart.Split split() {
        return split.of().isEmpty() && length() >= 1 ? cutAt(DeskFold.position(split, length())) : split;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double at = position();
        double rest = Math.max(0, length() - at - LINE);
        if (across) {
            first.resizeRelocate(0, 0, at, height);
            divider.resizeRelocate(at - EDGE, 0, 2 * EDGE + LINE, height);
            second.resizeRelocate(at + LINE, 0, rest, height);
        } else {
            first.resizeRelocate(0, 0, width, at);
            divider.resizeRelocate(0, at - EDGE, width, 2 * EDGE + LINE);
            second.resizeRelocate(0, at + LINE, width, rest);
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return across
                ? first.minWidth(-1) + LINE + second.minWidth(-1)
                : Math.max(first.minWidth(-1), second.minWidth(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return across
                ? Math.max(first.minHeight(-1), second.minHeight(-1))
                : first.minHeight(-1) + LINE + second.minHeight(-1);
    }
}
