// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One place of a desk on the screen: a line with a tab for each of its panes, and the pane that is seen. FX thread
/// only.
///
/// It is made anew whenever its place changes; the panes in it live on.
final class PaneGroup extends BorderPane {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double DRAGGED = 8;
    private static final double LEAST_WIDTH = 140;
    private static final double LEAST_HEIGHT = 60;
    private static final double LEAST_TAB = 40;

    private final DeskPart.Tabs tabs;
    private final Port port;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final HBox strip = new HBox();
    private final Label age = new Label();
    private boolean dragging;
    private double pressedX;
    private double pressedY;

    /// The desk as its places see it.
    interface Port {
        PaneTitles.Title title(PaneSlot pane);

        Node node(int id);

        /// Brings that pane to the front of its place and gives it the keyboard.
        void show(int id);

        /// What can be done with that pane now.
        List<MenuItem> menu(int id);

        /// The word for the menu's button.
        String menuWord();

        /// What is to be said of that pane's figures where they may not be the market's present ones.
        Optional<PaneTitles.Age> age(int id);

        /// The pane is being dragged over that place of the screen.
        void dragged(int id, double screenX, double screenY);

        /// The pane was let go there.
        void dropped(int id, double screenX, double screenY);
    }

    PaneGroup(DeskPart.Tabs tabs, Port port) {
        this.tabs = tabs;
        this.port = port;
        getStyleClass().add("desk-place");
        strip.getStyleClass().add("desk-strip");
        strip.setMinWidth(0);
        // Less than a pane wants: a window with many of them cuts some off, but is not itself cut off.
        setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
        for (PaneSlot pane : tabs.panes()) {
            ToggleButton button = tab(pane);
            buttons.add(button);
            strip.getChildren().add(button);
        }
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        age.getStyleClass().add("desk-age");
        age.setMinWidth(0);
        age.setTooltip(new Tooltip());
        age.managedProperty().bind(age.visibleProperty());
        strip.getChildren().addAll(room, age, menuButton());
        setTop(strip);
        Node seen = port.node(tabs.front().id());
        if (!seen.getStyleClass().contains("desk-pane")) {
            seen.getStyleClass().add("desk-pane");
        }
        setCenter(seen);
        // A pane that has less room than it needs is cut off at its end, not at both.
        setAlignment(seen, Pos.TOP_LEFT);
        // What does not fit is cut off here, and does not lie over the next place.
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        refresh();
    }

    private ToggleButton tab(PaneSlot pane) {
        ToggleButton button = new ToggleButton();
        button.getStyleClass().add("desk-tab");
        button.setAccessibleRole(AccessibleRole.TAB_ITEM);
        boolean seen = pane.equals(tabs.front());
        button.setSelected(seen);
        // Where there is no room for all names, that of the pane below is read.
        button.setMinWidth(seen ? Region.USE_PREF_SIZE : LEAST_TAB);
        Label mark = new Label();
        mark.getStyleClass().add("link-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        button.setGraphic(mark);
        button.setOnAction(event -> {
            button.setSelected(seen);
            port.show(pane.id());
        });
        ContextMenu menu = new ContextMenu();
        menu.setOnShowing(event -> menu.getItems().setAll(port.menu(pane.id())));
        // A menu without items is not opened at all.
        menu.getItems().setAll(port.menu(pane.id()));
        button.setContextMenu(menu);
        button.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            dragging = false;
            pressedX = event.getScreenX();
            pressedY = event.getScreenY();
        });
        button.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            double moved = Math.hypot(event.getScreenX() - pressedX, event.getScreenY() - pressedY);
            if (event.getButton() == MouseButton.PRIMARY && (dragging || moved > DRAGGED)) {
                dragging = true;
                button.disarm();
                port.dragged(pane.id(), event.getScreenX(), event.getScreenY());
            }
        });
        button.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (dragging) {
                dragging = false;
                event.consume();
                button.disarm();
                port.dropped(pane.id(), event.getScreenX(), event.getScreenY());
            }
        });
        return button;
    }

    private Node menuButton() {
        Button button = new Button();
        button.getStyleClass().add("desk-menu");
        button.setGraphic(new FontIcon("mdi2d-dots-vertical"));
        button.setAccessibleText(port.menuWord());
        button.setTooltip(new Tooltip(port.menuWord()));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAlignment(Pos.CENTER);
        button.setOnAction(event -> openMenu());
        return button;
    }

    /// Opens what can be done with the pane that is seen.
    void openMenu() {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(port.menu(tabs.front().id()));
        Node owner = strip.getChildren().getLast();
        menu.show(owner, Side.BOTTOM, 0, 0);
    }

    DeskPart.Tabs tabs() {
        return tabs;
    }

    /// Writes the tabs anew: a code or a group may have changed.
    void refresh() {
        for (int i = 0; i < buttons.size(); i++) {
            PaneTitles.Title title = port.title(tabs.panes().get(i));
            ToggleButton button = buttons.get(i);
            button.setText(title.title());
            button.setAccessibleText(title.spoken());
            if (button.getGraphic() instanceof Label mark) {
                mark.setText(title.mark());
                mark.getStyleClass().setAll("label", "link-mark", title.styleClass());
            }
        }
        tellAge();
    }

    /// Says of the pane that is seen whether its figures may be old; to be asked as often as the session is.
    void tellAge() {
        Optional<PaneTitles.Age> old = port.age(tabs.front().id());
        pseudoClassStateChanged(STALE, old.isPresent());
        age.setVisible(old.isPresent());
        old.ifPresent(told -> {
            age.setText(told.text());
            age.getTooltip().setText(told.explanation());
        });
    }

    /// Takes the keyboard: into the pane that is seen, or to its tab where nothing in the pane takes keys.
    void takeFocus() {
        firstFocusable(getCenter()).or(() -> firstFocusable(this)).ifPresent(Node::requestFocus);
    }

    private static Optional<Node> firstFocusable(@Nullable Node node) {
        if (node == null || !node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        } else if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> firstFocusable(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    /// Whether the keyboard is in it.
    void setCurrent(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
    }

    /// Where a pane that is let go at that point of the group would go: on that side of it, or among its tabs.
    Optional<Side> sideAt(double x, double y) {
        double right = x / getWidth();
        double down = y / getHeight();
        if (y <= strip.getHeight()) {
            return Optional.empty();
        }
        double nearest = Math.min(Math.min(right, 1 - right), Math.min(down, 1 - down));
        if (nearest > 0.25) {
            return Optional.empty();
        } else if (nearest == right) {
            return Optional.of(Side.LEFT);
        } else if (nearest == 1 - right) {
            return Optional.of(Side.RIGHT);
        }
        return Optional.of(nearest == down ? Side.TOP : Side.BOTTOM);
    }
}
