// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A part of a desk on the screen, in the main window or in one of its own. FX thread only.
final class DeskView extends StackPane {

    private final Function<DeskPart.Tabs, PaneGroup> make;
    private final Region mark = new Region();
    private final List<PaneGroup> groups = new ArrayList<>();
    private DeskPart part = new DeskPart.Tabs(List.of(), 0);
    private DeskPart shown = part;
    private Optional<Integer> alone = Optional.empty();
    private List<Integer> recent = List.of();

    /// @param make makes the groups
    DeskView(Function<DeskPart.Tabs, PaneGroup> make) {
        this.make = make;
        getStyleClass().add("desk");
        setMinSize(0, 0);
        mark.getStyleClass().add("desk-drop");
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        mark.setVisible(false);
        layoutBoundsProperty().addListener((property, before, now) -> {
            if (!DeskFold.isLike(fitted(), shown)) {
                refold();
            }
        });
    }

    /// Shows `newPart`, folded where there is no room for it.
    ///
    /// @param onlyOne the pane whose place is to fill the view; the others are not seen then
    /// @param newRecent ids of panes that the user went to, the newest first
    void show(DeskPart newPart, Optional<Integer> onlyOne, List<Integer> newRecent) {
        part = newPart;
        alone = onlyOne;
        recent = List.copyOf(newRecent);
        show();
    }

    private void show() {
        shown = fitted();
        groups.clear();
        getChildren().setAll(node(shown), mark);
    }

    private DeskPart fitted() {
        Optional<DeskPart.Tabs> one = alone.flatMap(id -> placeOf(part, id));
        if (one.isPresent()) {
            return one.get();
        }
        return getWidth() > 0 && getHeight() > 0 ? DeskFold.fit(part, getWidth(), getHeight(), recent) : part;
    }

    /// There is more room now, or less. The pane that has the keyboard is seen, and keeps it.
    private void refold() {
        part = read(part);
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node instanceof PaneGroup group && groups.contains(group)) {
                recent = Stream.concat(Stream.of(group.tabs().front().id()), recent.stream())
                        .toList();
            }
        }
        show();
        if (focused != null && focused.getScene() != null) {
            focused.requestFocus();
        }
    }

    private boolean isWhole() {
        return DeskFold.isLike(shown, part);
    }

    private static Optional<DeskPart.Tabs> placeOf(DeskPart part, int id) {
        return switch (part) {
            case DeskPart.Tabs tabs -> Optional.of(tabs).filter(place -> place.has(id));
            case DeskPart.Split split -> placeOf(split.first(), id).or(() -> placeOf(split.second(), id));
        };
    }

    private Region node(DeskPart part) {
        return switch (part) {
            case DeskPart.Tabs tabs -> {
                PaneGroup group = make.apply(tabs);
                groups.add(group);
                yield group;
            }
            case DeskPart.Split split -> new DeskSplit(split, node(split.first()), node(split.second()));
        };
    }

    /// `known` with the dividers where they were put, unless it is folded.
    ///
    /// @param known what is shown, in which panes may have been set otherwise since
    DeskPart read(DeskPart known) {
        return isWhole() && !getChildren().isEmpty() ? read(getChildren().getFirst(), known) : known;
    }

    private static DeskPart read(Node node, DeskPart part) {
        if (node instanceof DeskSplit seen && part instanceof DeskPart.Split split) {
            DeskPart.Split put = seen.split();
            return split.with(read(seen.first(), split.first()), read(seen.second(), split.second()))
                    .cut(put.at(), put.of());
        }
        return part;
    }

    List<PaneGroup> groups() {
        return List.copyOf(groups);
    }

    /// The group that shows that pane.
    Optional<PaneGroup> group(int id) {
        return groups.stream().filter(group -> group.tabs().has(id)).findFirst();
    }

    /// Where a dragged pane would go. Immutable.
    ///
    /// @param pane a pane of the place to which it goes
    /// @param side on which side of the place; empty among its tabs
    record Goal(int pane, Optional<Side> side) {}

    /// What lies at that place of the screen.
    Optional<Goal> goal(double screenX, double screenY) {
        for (PaneGroup group : groups) {
            Point2D point = group.screenToLocal(screenX, screenY);
            if (point != null && group.getLayoutBounds().contains(point)) {
                return Optional.of(new Goal(group.tabs().front().id(), group.sideAt(point.getX(), point.getY())));
            }
        }
        return Optional.empty();
    }

    /// Marks where a dragged pane would go; empty takes the mark away.
    void mark(Optional<Goal> goal) {
        Optional<PaneGroup> group = goal.flatMap(known -> group(known.pane()));
        mark.setVisible(group.isPresent());
        group.ifPresent(place -> {
            Bounds area = sceneToLocal(place.localToScene(place.getLayoutBounds()));
            double x = area.getMinX();
            double y = area.getMinY();
            double width = area.getWidth();
            double height = area.getHeight();
            Optional<Side> side = goal.flatMap(Goal::side);
            if (side.isPresent()) {
                switch (side.get()) {
                    case LEFT -> width /= 2;
                    case RIGHT -> {
                        width /= 2;
                        x += width;
                    }
                    case TOP -> height /= 2;
                    case BOTTOM -> {
                        height /= 2;
                        y += height;
                    }
                }
            }
            mark.resizeRelocate(x, y, width, height);
        });
    }
}
