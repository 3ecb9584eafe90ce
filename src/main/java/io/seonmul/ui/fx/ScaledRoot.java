// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import javafx.geometry.Orientation;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// The root of a scene whose content is drawn larger or smaller than its pixels. FX thread only.
///
/// Everything in it keeps its own measures: it is laid out in as much less room as it is drawn larger. Text stays
/// sharp,
/// and a [DrawnPane] draws in the pixels of the screen.
final class ScaledRoot extends Region {

    private final Parent content;
    private final Scale scale = new Scale(1, 1);

    private ScaledRoot(Parent content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    /// Draws the content of `scene` by that factor.
    ///
    /// A scene gets its scaled root with its first look, also where nothing is scaled: to take the content out of
    /// a scene and put it back later makes JavaFX compute fonts below a root whose colours are not known yet,
    /// which it logs.
    static void put(Scene scene, double factor) {
        if (scene.getRoot() instanceof ScaledRoot known) {
            known.scaleBy(factor);
            return;
        }
        Node focused = scene.getFocusOwner();
        Parent content = scene.getRoot();
        scene.setRoot(new Group());
        content.getStyleClass().remove("root");
        ScaledRoot root = new ScaledRoot(content);
        scene.setRoot(root);
        root.scaleBy(factor);
        if (focused != null) {
            focused.requestFocus();
        }
    }

    private void scaleBy(double factor) {
        if (scale.getX() != factor) {
            scale.setX(factor);
            scale.setY(factor);
            requestLayout();
            for (Node drawn : lookupAll(".drawn-pane")) {
                if (drawn instanceof DrawnPane pane) {
                    pane.requestDraw();
                }
            }
        }
    }

    private double factor() {
        return scale.getX();
    }

    @Override
    public @Nullable Orientation getContentBias() {
        return content.getContentBias();
    }

    @Override
    protected double computeMinWidth(double height) {
        return content.minWidth(height < 0 ? height : height / factor()) * factor();
    }

    @Override
    protected double computeMinHeight(double width) {
        return content.minHeight(width < 0 ? width : width / factor()) * factor();
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height < 0 ? height : height / factor()) * factor();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width < 0 ? width : width / factor()) * factor();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor(), getHeight() / factor());
    }
}
