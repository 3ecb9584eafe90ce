// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.Direction;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// The price ladder: header, rows and the lines below them, bound to their view model. FX thread only.
///
/// Keys on the rows: Up, Down, Page Up, Page Down scroll; Space and Home go to the last price; `[` and `]` join fewer
/// or more ticks in a row; Escape gives the focus back to the window, so that the rows follow the price again.
public final class LadderView {

    private static final PseudoClass RISE = PseudoClass.getPseudoClass("rise");
    private static final PseudoClass FALL = PseudoClass.getPseudoClass("fall");
    private static final PseudoClass PARTIAL = PseudoClass.getPseudoClass("partial");
    private static final PseudoClass LOSSY = PseudoClass.getPseudoClass("lossy");
    private static final PseudoClass MOVED = PseudoClass.getPseudoClass("moved");

    /// Below this height rows matter more than every figure above them.
    private static final double ROOMY = 460;

    private final LadderViewModel model;
    private final LadderCanvas canvas;
    private double wheel;
    private boolean pointed;
    private boolean bracketSeen;

    @FXML
    private VBox ladder;

    @FXML
    private HBox rangeLine;

    @FXML
    private HBox totalLine;

    @FXML
    private Label name;

    @FXML
    private Label code;

    @FXML
    private Label last;

    @FXML
    private Label change;

    @FXML
    private Label percent;

    @FXML
    private Label volume;

    @FXML
    private Label strength;

    @FXML
    private Label range;

    @FXML
    private Label totalAsk;

    @FXML
    private Label totalBid;

    @FXML
    private Label ratio;

    @FXML
    private StackPane balance;

    @FXML
    private Region askPart;

    @FXML
    private SegmentedButton grouping;

    @FXML
    private Button recentre;

    @FXML
    private MenuButton marks;

    @FXML
    private StackPane rows;

    @FXML
    private Label nothing;

    @FXML
    private Button hint;

    @FXML
    private Label upperLine;

    @FXML
    private Label lowerLine;

    @FXML
    private Label completeness;

    /// A view of `model`; its nodes come from the FXML.
    public LadderView(LadderViewModel model, Words words) {
        this.model = model;
        this.canvas = new LadderCanvas(model, words);
    }

    @FXML
    private void initialize() {
        bindHeader();
        bindRows();
        bindTools();
        upperLine.textProperty().bind(model.upperLine());
        lowerLine.textProperty().bind(model.lowerLine());
        completeness.textProperty().bind(model.completenessText());
        model.completeness().subscribe(state -> {
            completeness.pseudoClassStateChanged(PARTIAL, state == LadderViewModel.Completeness.PARTIAL);
            completeness.pseudoClassStateChanged(LOSSY, state == LadderViewModel.Completeness.LOSSY);
        });
    }

    private void bindHeader() {
        model.header().subscribe(header -> {
            name.setText(header.name());
            code.setText(header.code());
            last.setText(header.last());
            change.setText(header.change());
            percent.setText(header.percent());
            volume.setText(header.volume());
            strength.setText(header.strength());
            range.setText(header.range());
            totalAsk.setText(header.totalAsk());
            totalBid.setText(header.totalBid());
            ratio.setText(header.ratio());
        });
        model.direction()
                .subscribe(direction -> List.of(last, change, percent).forEach(label -> {
                    label.pseudoClassStateChanged(
                            RISE, direction == Direction.UP || direction == Direction.UPPER_LIMIT);
                    label.pseudoClassStateChanged(
                            FALL, direction == Direction.DOWN || direction == Direction.LOWER_LIMIT);
                }));
        for (HBox line : List.of(rangeLine, totalLine)) {
            line.managedProperty().bind(ladder.heightProperty().greaterThanOrEqualTo(ROOMY));
            line.visibleProperty().bind(line.managedProperty());
        }
        StackPane.setAlignment(askPart, Pos.CENTER_LEFT);
        askPart.maxWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.floor(
                                balance.getWidth() * orHalf(model.askShare().get())),
                        balance.widthProperty(),
                        model.askShare()));
        balance.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !Double.isNaN(model.askShare().get()), model.askShare()));
    }

    private static double orHalf(double share) {
        return Double.isNaN(share) ? 0.5 : share;
    }

    private void bindRows() {
        rows.getChildren().addFirst(canvas);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.accessibleTextProperty().bind(model.summary());
        nothing.visibleProperty().bind(model.empty());
        nothing.textProperty()
                .bind(Bindings.when(model.empty()).then(model.summary()).otherwise(""));
        rows.hoverProperty().subscribe(over -> {
            pointed &= over;
            hold();
        });
        canvas.focusedProperty().subscribe(this::hold);
        canvas.setOnMouseMoved(this::point);
        canvas.setOnMouseDragged(this::point);
        canvas.setOnMouseExited(event -> model.hover(-1));
        canvas.setOnMousePressed(event -> canvas.requestFocus());
        rows.setOnScroll(this::scroll);
        canvas.setOnKeyPressed(this::press);
        canvas.setOnKeyTyped(this::type);
        hint.textProperty().bind(model.hintText());
        model.hint().subscribe(kind -> {
            hint.setVisible(kind != LadderViewModel.Hint.NONE);
            hint.pseudoClassStateChanged(MOVED, kind == LadderViewModel.Hint.MOVED);
            StackPane.setAlignment(hint, kind == LadderViewModel.Hint.LAST_BELOW ? Pos.BOTTOM_CENTER : Pos.TOP_CENTER);
        });
        StackPane.setMargin(hint, new Insets(LadderGrid.HEAD + 2, 0, 2, 0));
        hint.setOnAction(event -> model.recentre());
    }

    private void hold() {
        model.hold(pointed || canvas.isFocused());
    }

    /// Only a pointer that moves holds the rows: one that a new window happens to open under has no intention.
    private void point(MouseEvent event) {
        if (!pointed) {
            pointed = true;
            hold();
        }
        model.hover(canvas.grid().rowAt(event.getY()));
    }

    private void scroll(ScrollEvent event) {
        wheel += event.getDeltaY() / canvas.grid().rowHeight();
        int whole = (int) wheel;
        wheel -= whole;
        model.scroll(whole);
        event.consume();
    }

    private void press(KeyEvent event) {
        bracketSeen = false;
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> model.scroll(1);
            case DOWN -> model.scroll(-1);
            case PAGE_UP -> model.page(1);
            case PAGE_DOWN -> model.page(-1);
            case SPACE, HOME -> model.recentre();
            case OPEN_BRACKET -> bracket(true);
            case CLOSE_BRACKET -> bracket(false);
            case ESCAPE -> canvas.getScene().getRoot().requestFocus();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void bracket(boolean opening) {
        bracketSeen = true;
        if (opening) {
            model.finer();
        } else {
            model.coarser();
        }
    }

    /// On keyboards without a key for them, brackets arrive as characters only.
    private void type(KeyEvent event) {
        if (!bracketSeen
                && (event.getCharacter().equals("[") || event.getCharacter().equals("]"))) {
            bracket(event.getCharacter().equals("["));
            event.consume();
        }
    }

    private void bindTools() {
        List<ToggleButton> toggles = grouping.getButtons();
        ToggleGroup group = new ToggleGroup();
        grouping.setToggleGroup(group);
        group.getToggles().setAll(toggles);
        model.settings()
                .subscribe(settings -> grouping.getToggleGroup()
                        .selectToggle(toggles.get(LadderSettings.GROUPINGS.indexOf(settings.grouping()))));
        group.selectedToggleProperty().subscribe((before, now) -> choose(toggles, before, now));
        recentre.setOnAction(event -> model.recentre());
        recentre.disableProperty().bind(model.empty());
        marks.disableProperty().bind(model.empty());
        marks.setOnShowing(event -> marks.getItems()
                .setAll(model.marks().stream().map(this::legendItem).toList()));
        marks.getItems().setAll(new MenuItem(Formats.NOT_KNOWN));
    }

    private void choose(List<ToggleButton> toggles, @Nullable Toggle before, @Nullable Toggle now) {
        if (now instanceof ToggleButton button) {
            model.group(LadderSettings.GROUPINGS.get(toggles.indexOf(button)));
        } else if (before != null) {
            before.setSelected(true);
        }
    }

    private MenuItem legendItem(LadderMark mark) {
        MenuItem item = new MenuItem(model.legend(mark));
        item.setOnAction(event -> {
            canvas.requestFocus();
            model.lookAt(mark.price());
        });
        return item;
    }
}
