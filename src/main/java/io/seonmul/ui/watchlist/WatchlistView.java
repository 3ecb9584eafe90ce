// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.fx.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.PopupControl;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.AutoCompletionBinding;
import org.controlsfx.control.textfield.TextFields;

/// The watchlist: a field to add codes, and a row for each. FX thread only.
public final class WatchlistView {

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");

    /// Heights of a row.
    private static final double CARD = 46;

    private static final double LINE = 27;
    private static final double SCROLL_BAR = 10;
    private static final double COLUMN = 74;

    /// Narrower than this the quota is told in figures alone.
    private static final double ROOM_FOR_QUOTA = 300;

    private static final int ROWS_OF_COMPLETION = 12;

    private final WatchlistViewModel model;
    private final Words words;
    private final Consumer<WatchlistViewModel.Removal> onRemoved;
    private final ColumnStrip strip;
    private final TableHeader header;
    private final ColumnsWindow chooser;
    private boolean following;

    @FXML
    private Label quota;

    @FXML
    private Tooltip quotaTip;

    @FXML
    private ToggleButton form;

    @FXML
    private MenuButton more;

    @FXML
    private TextField field;

    @FXML
    private Button add;

    @FXML
    private Node answerRow;

    @FXML
    private Label answer;

    @FXML
    private Node sortRow;

    @FXML
    private Label sort;

    @FXML
    private Button unsort;

    @FXML
    private StackPane headerPlace;

    @FXML
    private ListView<WatchRow> list;

    @FXML
    private ScrollBar across;

    /// @param onRemoved told of every code the user removed, to offer to put it back
    public WatchlistView(WatchlistViewModel model, Words words, Consumer<WatchlistViewModel.Removal> onRemoved) {
        this.model = model;
        this.words = words;
        this.onRemoved = onRemoved;
        this.strip = new ColumnStrip(model.columns().chosenProperty());
        this.header = new TableHeader(model.columns(), strip, words);
        this.chooser = new ColumnsWindow(model.columns(), words);
    }

    @FXML
    private void initialize() {
        model.quotaProperty().addListener((property, before, now) -> show(now));
        list.widthProperty()
                .addListener(
                        (property, before, now) -> show(model.quotaProperty().get()));
        show(model.quotaProperty().get());
        list.setItems(model.rows());
        model.settingsProperty().addListener((property, before, now) -> {
            if (now.form() != before.form()) {
                show(now.form());
            }
            showSorting();
        });
        bindTable();
        show(model.settingsProperty().get().form());
        showSorting();
        answerRow.managedProperty().bind(answerRow.visibleProperty());
        answerRow.setVisible(false);
        bindSelection();
        bindActions();
        completeCodes();
    }

    private void bindTable() {
        headerPlace.getChildren().setAll(header.node());
        headerPlace.managedProperty().bind(headerPlace.visibleProperty());
        // A list's own scroll bar stands over the last column.
        strip.viewportProperty().bind(list.widthProperty().subtract(ColumnStrip.FIXED + SCROLL_BAR));
        across.valueProperty().bindBidirectional(strip.offsetProperty());
        strip.viewportProperty().addListener((property, before, now) -> measure());
        strip.columns().addListener((property, before, now) -> measure());
        list.addEventFilter(ScrollEvent.SCROLL, event -> {
            double sideways = event.getDeltaX() != 0 ? event.getDeltaX() : event.isShiftDown() ? event.getDeltaY() : 0;
            if (isTable() && sideways != 0) {
                strip.scrollTo(strip.offsetProperty().get() - sideways);
                event.consume();
            }
        });
        list.hoverProperty().addListener((property, before, pointed) -> model.hold(pointed));
        list.sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                chooser.close();
            }
        });
    }

    private boolean isTable() {
        return model.settingsProperty().get().form() == WatchlistSettings.Form.TABLE;
    }

    private void show(WatchlistSettings.Form now) {
        boolean table = now == WatchlistSettings.Form.TABLE;
        form.setSelected(table);
        headerPlace.setVisible(table);
        across.setManaged(table);
        list.setFixedCellSize(table ? LINE : CARD);
        list.setCellFactory(view -> table ? new TableLine(model, strip, words) : new WatchCell(model, words));
        measure();
    }

    /// The bar under the table is seen only where there is something to scroll to; its place is kept, for widths are
    /// told in the middle of a layout.
    private void measure() {
        double furthest = strip.furthest();
        across.setVisible(isTable() && furthest > 0);
        across.setMax(Math.max(1, furthest));
        across.setVisibleAmount(Math.max(1, furthest) * strip.viewportProperty().get() / Math.max(1, strip.width()));
        across.setBlockIncrement(strip.viewportProperty().get());
        across.setUnitIncrement(COLUMN);
    }

    private void showSorting() {
        header.write();
        Optional<WatchColumn> sortedBy = model.columns().sortedBy();
        sortRow.setVisible(sortedBy.isPresent());
        sortedBy.ifPresent(column -> sort.setText(words.get(sorting(column), column.title())));
    }

    private String sorting(WatchColumn column) {
        boolean descending = model.columns().isDescending();
        return switch (column.kind()) {
            case FIGURE, TREND -> descending ? "watch.sorted.descending" : "watch.sorted.ascending";
            case TEXT -> descending ? "watch.sorted.backward" : "watch.sorted.forward";
        };
    }

    private void show(Quota now) {
        boolean narrow = list.getWidth() > 0 && list.getWidth() < ROOM_FOR_QUOTA;
        quota.setText(narrow ? now.brief() : now.text());
        quotaTip.setText(now.explanation());
        quota.setAccessibleText(now.explanation());
        quota.pseudoClassStateChanged(SHORT, now.isShort());
    }

    private void bindSelection() {
        model.selectedProperty().addListener((property, before, now) -> follow(now, true));
        model.arrangedProperty()
                .addListener((property, before, now) ->
                        follow(model.selectedProperty().get(), false));
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!following && !model.isArranging() && now != null) {
                model.selectedProperty().set(Optional.of(now.code()));
            }
        });
        follow(model.selectedProperty().get(), true);
    }

    /// @param scroll whether the selected row shall be seen; ranking alone scrolls nothing
    private void follow(Optional<InstrumentCode> code, boolean scroll) {
        following = true;
        int index = code.map(model::shownIndexOf).orElse(-1);
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().clearAndSelect(index);
            list.getFocusModel().focus(index);
            if (scroll) {
                list.scrollTo(Math.max(0, index - 1));
            }
        }
        following = false;
    }

    private void bindActions() {
        form.setOnAction(event -> model.toggleForm());
        unsort.setOnAction(event -> model.unsort());
        sortRow.managedProperty().bind(sortRow.visibleProperty());
        add.setOnAction(event -> submit());
        field.setOnAction(event -> submit());
        field.textProperty().addListener((property, before, now) -> answerRow.setVisible(false));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        WatchMenu items = new WatchMenu(model, words, this::remove, this::chooseColumns);
        ContextMenu ofRows = new ContextMenu();
        ContextMenu ofHeader = new ContextMenu();
        list.setContextMenu(ofRows);
        header.node().setOnContextMenuRequested(event -> {
            ofHeader.show(header.node(), event.getScreenX(), event.getScreenY());
            event.consume();
        });
        for (ContextMenu menu : List.of(ofRows, ofHeader)) {
            menu.getItems().setAll(items.items());
            menu.setOnShowing(event -> menu.getItems().setAll(items.items()));
        }
        more.getItems().setAll(items.items());
        more.setOnShowing(event -> more.getItems().setAll(items.items()));
    }

    /// Opens the chooser of the table's columns.
    public void chooseColumns() {
        if (!isTable()) {
            model.toggleForm();
        }
        chooser.show(list.getScene());
    }

    private void pressed(KeyEvent event) {
        boolean used = true;
        if (event.isShortcutDown()) {
            used = false;
        } else if (event.isAltDown()) {
            switch (event.getCode()) {
                case UP -> model.moveSelected(-1);
                case DOWN -> model.moveSelected(1);
                default -> used = false;
            }
        } else {
            switch (event.getCode()) {
                case DELETE, BACK_SPACE -> remove();
                case D -> model.toggleDepth();
                case T -> model.toggleForm();
                case C -> chooseColumns();
                case O -> model.unsort();
                case LEFT -> strip.scrollColumns(-1);
                case RIGHT -> strip.scrollColumns(1);
                default -> used = false;
            }
        }
        if (used) {
            event.consume();
        }
    }

    private void completeCodes() {
        AutoCompletionBinding<Suggestion> completion = TextFields.bindAutoCompletion(
                field, request -> model.suggest(request.getUserText()), new StringConverter<>() {
                    @Override
                    public String toString(Suggestion suggestion) {
                        return suggestion.code() + "  " + suggestion.name();
                    }

                    @Override
                    public Suggestion fromString(String text) {
                        throw new UnsupportedOperationException("a suggestion is chosen, not read");
                    }
                });
        completion.setVisibleRowCount(ROWS_OF_COMPLETION);
        completion.setDelay(0);
        completion.setMinWidth(280);
        completion.setOnAutoCompleted(
                event -> submit(event.getCompletion().code().text()));
        PopupControl popup = completion.getAutoCompletionPopup();
        popup.addEventFilter(KeyEvent.KEY_PRESSED, event -> leaveToField(event, popup));
    }

    /// The open list of proposals would take keys that edit what is typed: it closes, until something is typed again.
    private void leaveToField(KeyEvent event, PopupControl popup) {
        if (event.getCode() == KeyCode.ENTER && !isOf(popup, field.getText())) {
            // Its first line would be taken for what was typed since.
            event.consume();
            popup.hide();
            submit();
            return;
        }
        boolean edits = switch (event.getCode()) {
            case HOME, END, LEFT, RIGHT -> true;
            default -> event.isShortcutDown();
        };
        if (edits) {
            event.consume();
            popup.hide();
            field.fireEvent(event.copyFor(field, field));
        }
    }

    private static boolean isOf(PopupControl popup, String typed) {
        return popup.getSkin() != null
                && popup.getSkin().getNode() instanceof ListView<?> list
                && list.getItems().stream()
                        .allMatch(item ->
                                item instanceof Suggestion of && of.typed().equals(typed));
    }

    /// Brings the keyboard to the field for codes.
    public void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    /// Brings the keyboard to the rows.
    public void focusRows() {
        list.requestFocus();
    }

    /// Removes the selected code and tells of it.
    public void remove() {
        model.removeSelected().ifPresent(onRemoved);
    }

    private void submit() {
        if (!field.getText().isBlank()) {
            submit(model.meant(field.getText()));
        }
    }

    private void submit(String typed) {
        switch (model.add(typed)) {
            case Addition.Added added -> {
                field.clear();
                list.scrollTo(model.indexOf(added.code()));
            }
            case Addition.AlreadyWatched known -> {
                field.clear();
                answer(false, words.get("watch.add.known", known.code()));
            }
            case Addition.OldStyle old -> answer(true, words.get("watch.add.old", old.text()));
            case Addition.NotFutures not -> answer(true, words.get("watch.add.not", not.text()));
            case Addition.Expired expired ->
                answer(
                        true,
                        words.get(
                                "watch.add.expired",
                                expired.code(),
                                expired.lastDay().map(LocalDate::toString).orElse("")));
            case Addition.QuotaFull full -> answer(true, words.get("watch.add.full"));
        }
    }

    private void answer(boolean refused, String text) {
        answer.setText(text);
        answerRow.pseudoClassStateChanged(REFUSED, refused);
        answerRow.setVisible(true);
        if (refused) {
            field.requestFocus();
            field.selectAll();
        }
    }
}
