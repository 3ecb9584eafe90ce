// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Price;
import io.seonmul.ui.fx.BriefPulse;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.ToolFocus;
import io.seonmul.ui.fx.Words;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// The price ladder: header, rows and the lines below them, bound to their view model. FX thread only.
///
/// Keys on the rows: Up, Down, Page Up, Page Down scroll; Space and Home go to the last price, as the middle button
/// does; `[` and `]` join fewer or more ticks in a row; R counts volume at price from now on, Shift+R takes that back;
/// Escape gives the focus back to the window, so that the rows follow the price again.
public final class LadderView {

    private static final PseudoClass PARTIAL = PseudoClass.getPseudoClass("partial");
    private static final PseudoClass LOSSY = PseudoClass.getPseudoClass("lossy");
    private static final PseudoClass MOVED = PseudoClass.getPseudoClass("moved");
    private static final PseudoClass FLASH = PseudoClass.getPseudoClass("flash");
    private static final PseudoClass WANTING = PseudoClass.getPseudoClass("wanting");
    private static final PseudoClass ASKS_LEFT = PseudoClass.getPseudoClass("asks-left");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /// Narrower than this the tools leave their words out.
    private static final double ROOM_FOR_WORDS = 330;

    /// Narrower than this the counts of orders are told in the tooltip only.
    private static final double ROOM_FOR_ORDERS = 380;

    private final LadderViewModel model;
    private final Words words;
    private final LadderLines lines;
    private final LadderCanvas canvas;
    private final BriefPulse pulse;
    private final RowMenu rowMenu;
    private double wheel;
    private boolean pointed;
    private boolean bracketSeen;

    @FXML
    private VBox ladder;

    @FXML
    private Tooltip totalTip;

    @FXML
    private Label name;

    @FXML
    private Tooltip nameTip;

    @FXML
    private Label code;

    @FXML
    private Label volumeWord;

    @FXML
    private Label volume;

    @FXML
    private Label leftTotal;

    @FXML
    private Label rightTotal;

    @FXML
    private Label leftOrders;

    @FXML
    private Label rightOrders;

    @FXML
    private Label ratio;

    @FXML
    private StackPane balance;

    @FXML
    private Region leftPart;

    @FXML
    private Label groupingWord;

    @FXML
    private SegmentedButton grouping;

    @FXML
    private Button reset;

    @FXML
    private Button undo;

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
    private Label frozen;

    @FXML
    private Label bookLine;

    @FXML
    private Label upperLine;

    @FXML
    private Label lowerLine;

    @FXML
    private Label completeness;

    /// A view of `model`; its nodes come from the FXML.
    ///
    /// @param alert asked to set an alert at a price of a code
    public LadderView(LadderViewModel model, Words words, BiConsumer<InstrumentCode, Price> alert) {
        this.model = model;
        this.words = words;
        this.lines = model.lines();
        this.pulse = new BriefPulse(model::pass);
        this.canvas = new LadderCanvas(model, words);
        this.rowMenu = new RowMenu(model, words, alert);
    }

    @FXML
    private void initialize() {
        bindHeader();
        bindRows();
        bindTools();
        bindFooter();
        ladder.widthProperty()
                .subscribe(width -> ladder.pseudoClassStateChanged(NARROW, width.doubleValue() < ROOM_FOR_WORDS));
        model.animated().subscribe(on -> {
            if (on) {
                pulse.start();
            }
        });
    }

    private void bindFooter() {
        line(upperLine, lines.upper());
        line(lowerLine, lines.lower());
        line(bookLine, lines.book());
        line(completeness, lines.completenessText());
        lines.bookWanting().subscribe(wanting -> bookLine.pseudoClassStateChanged(WANTING, wanting));
        lines.completeness().subscribe(state -> {
            completeness.pseudoClassStateChanged(PARTIAL, state == LadderLines.Completeness.PARTIAL);
            completeness.pseudoClassStateChanged(LOSSY, state == LadderLines.Completeness.LOSSY);
        });
    }

    /// A line may be longer than a narrow ladder: its tooltip has all of it.
    private static void line(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(text);
        label.setTooltip(whole);
    }

    private void bindHeader() {
        lines.header().subscribe(header -> {
            name.setText(header.name());
            nameTip.setText(header.name());
            code.setText(header.code());
            volume.setText(header.volume());
            ratio.setText(header.ratio());
            totalTip.setText(header.source());
            showTotals();
        });
        model.settings().subscribe(set -> showTotals());
        balance.widthProperty().subscribe(width -> showTotals());
        StackPane.setAlignment(leftPart, Pos.CENTER_LEFT);
        shownFrom(ROOM_FOR_ORDERS, leftOrders, rightOrders);
        shownFrom(ROOM_FOR_WORDS, groupingWord, volumeWord);
    }

    /// The totals stand on the sides where their columns stand.
    private void showTotals() {
        LadderHeader header = lines.header().get();
        boolean asksLeft = model.settings().get().asksLeft();
        leftTotal.setText(asksLeft ? header.totalAsk() : header.totalBid());
        rightTotal.setText(asksLeft ? header.totalBid() : header.totalAsk());
        leftOrders.setText(asksLeft ? header.askOrders() : header.bidOrders());
        rightOrders.setText(asksLeft ? header.bidOrders() : header.askOrders());
        for (Node node : List.of(leftTotal, rightTotal, balance, leftPart)) {
            node.pseudoClassStateChanged(ASKS_LEFT, asksLeft);
        }
        double share = asksLeft ? header.askShare() : 1 - header.askShare();
        balance.setVisible(!Double.isNaN(share));
        leftPart.setMaxWidth(Math.floor(balance.getWidth() * (Double.isNaN(share) ? 0.5 : share)));
    }

    private void shownFrom(double width, Node... nodes) {
        for (Node node : nodes) {
            node.visibleProperty().bind(ladder.widthProperty().greaterThanOrEqualTo(width));
            node.managedProperty().bind(node.visibleProperty());
        }
    }

    private void bindRows() {
        rows.getChildren().addFirst(canvas);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.accessibleTextProperty().bind(lines.summary());
        nothing.visibleProperty().bind(model.empty());
        nothing.textProperty()
                .bind(Bindings.when(model.empty()).then(lines.summary()).otherwise(""));
        rows.hoverProperty().subscribe(over -> {
            pointed &= over;
            if (!over) {
                model.leave();
            }
            hold();
        });
        canvas.focusedProperty().subscribe(this::hold);
        canvas.setOnMouseMoved(this::point);
        canvas.setOnMouseDragged(this::point);
        canvas.setOnMouseExited(event -> model.unpoint());
        canvas.setOnMousePressed(this::click);
        canvas.setOnContextMenuRequested(this::offer);
        rows.setOnScroll(this::scroll);
        canvas.setOnKeyPressed(this::press);
        canvas.setOnKeyTyped(this::type);
        bindHints();
    }

    private void bindHints() {
        hint.textProperty().bind(lines.hintText());
        lines.hint().subscribe(kind -> {
            hint.setVisible(kind != LadderPosition.Hint.NONE);
            hint.pseudoClassStateChanged(MOVED, kind == LadderPosition.Hint.MOVED);
            hint.pseudoClassStateChanged(FLASH, kind == LadderPosition.Hint.ABOUT_TO_MOVE);
            placeStrips();
        });
        canvas.heightProperty().subscribe(this::placeStrips);
        hint.setOnAction(event -> model.recentre());
        frozen.textProperty().bind(lines.frozen());
        frozen.visibleProperty().bind(lines.frozen().isNotEmpty());
    }

    /// The lines over the rows take the place of one whole row each: half a figure would be read as another.
    private void placeStrips() {
        int last = Math.max(0, canvas.grid().rows() - 1);
        boolean low = switch (lines.hint().get()) {
            case NONE, LAST_ABOVE, MOVED -> false;
            case LAST_BELOW -> true;
            // The row that flashes is near the other edge.
            case ABOUT_TO_MOVE -> model.lastRow() <= last / 2;
        };
        place(hint, low ? last : 0);
        place(frozen, low ? 0 : last);
    }

    private void place(Region strip, int row) {
        strip.setMaxWidth(Double.MAX_VALUE);
        strip.setMinHeight(canvas.grid().rowHeight());
        strip.setMaxHeight(canvas.grid().rowHeight());
        StackPane.setAlignment(strip, Pos.TOP_CENTER);
        StackPane.setMargin(strip, new Insets(canvas.grid().top(row), 0, 0, 0));
    }

    private void click(MouseEvent event) {
        canvas.requestFocus();
        if (event.getButton() == MouseButton.MIDDLE) {
            model.recentre();
        }
    }

    /// By the keyboard the menu is that of the last price's row.
    private void offer(ContextMenuEvent event) {
        int row = event.isKeyboardTrigger() ? model.lastRow() : canvas.grid().rowAt(event.getY());
        rowMenu.show(canvas, row, event.getScreenX(), event.getScreenY());
        event.consume();
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
        canvas.explainHead(event.getX(), event.getY());
        int row = canvas.grid().rowAt(event.getY());
        if (row >= 0) {
            model.point(row);
        } else {
            model.unpoint();
        }
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
            case R -> {
                if (event.isShiftDown()) {
                    model.undoReset();
                } else {
                    model.resetProfile();
                }
            }
            case OPEN_BRACKET -> bracket(true);
            case CLOSE_BRACKET -> bracket(false);
            case ESCAPE -> {
                model.thaw();
                canvas.getScene().getRoot().requestFocus();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void bracket(boolean opening) {
        bracketSeen = true;
        if (opening) {
            model.choose(LadderSettings::finer);
        } else {
            model.choose(LadderSettings::coarser);
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
        ToolFocus.leaveTo(canvas, grouping.getParent());
        recentre.setOnAction(event -> model.recentre());
        recentre.disableProperty().bind(model.empty());
        marks.disableProperty().bind(model.empty());
        reset.setOnAction(event -> model.resetProfile());
        reset.disableProperty().bind(model.empty());
        undo.setOnAction(event -> model.undoReset());
        undo.visibleProperty().bind(lines.reset());
        undo.managedProperty().bind(undo.visibleProperty());
        marks.textProperty()
                .bind(Bindings.when(ladder.widthProperty().greaterThanOrEqualTo(ROOM_FOR_WORDS))
                        .then(words.get("ladder.marks"))
                        .otherwise(""));
        marks.setOnShowing(event -> showMenu());
        marks.getItems().setAll(new MenuItem(Formats.NOT_KNOWN));
    }

    private void choose(List<ToggleButton> toggles, @Nullable Toggle before, @Nullable Toggle now) {
        if (now instanceof ToggleButton button) {
            int ticks = LadderSettings.GROUPINGS.get(toggles.indexOf(button));
            model.choose(set -> set.withGrouping(ticks));
        } else if (before != null) {
            before.setSelected(true);
        }
    }

    private void showMenu() {
        CheckMenuItem freezes = new CheckMenuItem(words.get("ladder.freezes"));
        freezes.setSelected(model.settings().get().freezes());
        freezes.setOnAction(event -> model.choose(set -> set.withFreezes(freezes.isSelected())));
        CheckMenuItem asksLeft = new CheckMenuItem(words.get("ladder.asks.left"));
        asksLeft.setSelected(model.settings().get().asksLeft());
        asksLeft.setOnAction(event -> model.choose(set -> set.withAsksLeft(asksLeft.isSelected())));
        Menu families = new Menu(words.get("ladder.show"));
        LadderMark.FAMILIES.forEach(family -> families.getItems().add(familyItem(family)));
        Menu follow = new Menu(words.get("ladder.recentre.rule"));
        ToggleGroup rules = new ToggleGroup();
        for (Recentre rule : Recentre.values()) {
            RadioMenuItem item = new RadioMenuItem(words.get(rule.key()));
            item.setToggleGroup(rules);
            item.setSelected(model.settings().get().recentre() == rule);
            item.setOnAction(event -> model.choose(set -> set.withRecentre(rule)));
            follow.getItems().add(item);
        }
        marks.getItems().setAll(families, freezes, asksLeft, follow, new SeparatorMenuItem());
        marks.getItems().addAll(model.marks().stream().map(this::legendItem).toList());
    }

    private CheckMenuItem familyItem(String family) {
        CheckMenuItem item = new CheckMenuItem(model.family(family));
        item.setSelected(model.settings().get().shows(family));
        item.setOnAction(event -> model.choose(set -> set.withShown(family, item.isSelected())));
        return item;
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
