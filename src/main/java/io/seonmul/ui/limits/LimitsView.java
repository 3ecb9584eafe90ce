// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Binds the limits panel to its view model. FX thread only.
///
/// A panel of [#TALL] pixels or more shows limits and events together, a lower one the page that the user chose.
public final class LimitsView {

    private static final double TALL = 480;
    /// Heights of the panel from which the drawn parts have room beside what is written; below, the same is written.
    private static final double GAUGE_ROOM = 252;

    private static final double BARS_ROOM = 302;
    private static final int COLUMNS = 11;
    private static final List<Integer> POINT_COLUMNS = List.of(2, 7);
    private static final List<Integer> TICK_COLUMNS = List.of(3, 8);
    /// Widths of the panel from which distances in points, and in ticks, have room.
    private static final double POINTS_ROOM = 520;

    private static final double TICKS_ROOM = 385;
    private static final int LOWER_SIDE = 6;

    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");
    private static final PseudoClass NEAR_LIMIT = PseudoClass.getPseudoClass("near-limit");

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SHOW_CAUSE =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final LimitsViewModel viewModel;
    private final Words words;
    /// The desk outlives the panel: it must not hold on to an earlier one.
    private final ChangeListener<AlertSettings> showing = (property, before, now) -> showMuted(now);

    private final WeakChangeListener<AlertSettings> onSettings = new WeakChangeListener<>(showing);
    private final List<List<Label>> cells = new ArrayList<>();

    @FXML
    private VBox root;

    @FXML
    private Node pages;

    @FXML
    private Label title;

    @FXML
    private Label eventsTitle;

    @FXML
    private ToggleButton limitsPage;

    @FXML
    private ToggleButton eventsPage;

    @FXML
    private Label unacknowledged;

    @FXML
    private Button acknowledgeAll;

    @FXML
    private GaugeCanvas gauge;

    @FXML
    private GridPane stages;

    @FXML
    private Label approach;

    @FXML
    private Label upper;

    @FXML
    private Label lower;

    @FXML
    private Label halfWidth;

    @FXML
    private Label plusMinus;

    @FXML
    private Label code;

    @FXML
    private Label quote;

    @FXML
    private Label following;

    @FXML
    private ConsumptionCanvas consumption;

    @FXML
    private Label consumptionText;

    @FXML
    private Label inForce;

    @FXML
    private Label sidecar;

    @FXML
    private ProgressBar sidecarSeconds;

    @FXML
    private ScrollPane limitsScroll;

    @FXML
    private VBox events;

    @FXML
    private ListView<@Nullable LimitEntry> list;

    @FXML
    private Label dropped;

    @FXML
    private TextField note;

    @FXML
    private Button export;

    @FXML
    private Button alerts;

    @FXML
    private ToggleButton muted;

    /// @param viewModel what the panel shows
    /// @param words the texts of the language
    @SuppressWarnings("NullAway.Init") // the loader fills the fields before initialize()
    public LimitsView(LimitsViewModel viewModel, Words words) {
        this.viewModel = viewModel;
        this.words = words;
    }

    @FXML
    private void initialize() {
        initializePages();
        initializeLimits();
        initializeEvents();
    }

    private void initializePages() {
        ToggleGroup group = new ToggleGroup();
        limitsPage.setToggleGroup(group);
        eventsPage.setToggleGroup(group);
        group.selectToggle(
                viewModel.settingsProperty().get().page() == LimitsSettings.Page.LIMITS ? limitsPage : eventsPage);
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                viewModel
                        .settingsProperty()
                        .set(new LimitsSettings(
                                limitsPage.isSelected() ? LimitsSettings.Page.LIMITS : LimitsSettings.Page.EVENTS));
            }
        });
        BooleanBinding tall = root.heightProperty().greaterThanOrEqualTo(TALL);
        show(pages, tall.not());
        show(title, tall);
        show(eventsTitle, tall);
        show(limitsScroll, tall.or(limitsPage.selectedProperty()));
        limitsScroll
                .minHeightProperty()
                .bind(Bindings.when(tall).then(Region.USE_PREF_SIZE).otherwise(0));
        limitsScroll
                .maxHeightProperty()
                .bind(Bindings.when(tall).then(Region.USE_PREF_SIZE).otherwise(Double.MAX_VALUE));
        show(events, tall.or(eventsPage.selectedProperty()));
    }

    private static void show(Node node, BooleanBinding when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private void initializeLimits() {
        for (int row = 0; row < viewModel.stagesProperty().get().size(); row++) {
            List<Label> line = new ArrayList<>();
            for (int column = 0; column < COLUMNS; column++) {
                Label cell = new Label();
                cell.getStyleClass().add(column == 0 ? "caption" : "figure");
                if (column == LOWER_SIDE) {
                    cell.getStyleClass().add("lower-side");
                }
                line.add(cell);
                stages.add(cell, column, row + 1);
            }
            cells.add(line);
        }
        showFrom(POINTS_ROOM, POINT_COLUMNS);
        showFrom(TICKS_ROOM, TICK_COLUMNS);
        viewModel.stagesProperty().addListener((property, before, now) -> write(now));
        write(viewModel.stagesProperty().get());
        approach.textProperty().bind(viewModel.approachProperty());
        upper.textProperty().bind(viewModel.upperProperty());
        lower.textProperty().bind(viewModel.lowerProperty());
        halfWidth.textProperty().bind(viewModel.halfWidthProperty());
        code.textProperty().bind(viewModel.codeProperty());
        inForce.textProperty().bind(viewModel.inForceProperty());
        initializeRoom();
        viewModel.sidecarProperty().addListener((property, before, now) -> write(now));
        write(viewModel.sidecarProperty().get());
        bind(quote, viewModel.quoteProperty());
        bind(following, viewModel.followingProperty());
        consumption.label(List.of(
                words.get("limits.consumption"),
                words.get("limits.print"),
                words.get("limits.second"),
                words.get("limits.most")));
        viewModel.consumptionProperty().addListener((property, before, now) -> draw());
        viewModel.snapshotProperty().addListener((property, before, now) -> draw());
        draw();
    }

    /// The distances in points are the first to go where the panel is narrow, those in ticks the second: price and
    /// percent say the same.
    private void showFrom(double width, List<Integer> columns) {
        BooleanBinding wide = root.widthProperty().greaterThanOrEqualTo(width);
        for (Node cell : stages.getChildren()) {
            Integer column = GridPane.getColumnIndex(cell);
            if (column != null && columns.contains(column)) {
                show(cell, wide);
            }
        }
        for (int column : columns) {
            stages.getColumnConstraints()
                    .get(column)
                    .hgrowProperty()
                    .bind(Bindings.when(wide).then(Priority.ALWAYS).otherwise(Priority.NEVER));
        }
    }

    private void write(List<StageRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            StageRow row = rows.get(i);
            List<Label> line = cells.get(i);
            line.getFirst().setText(row.name());
            write(line.subList(1, LOWER_SIDE), row.upper());
            write(line.subList(LOWER_SIDE, COLUMNS), row.lower());
            line.forEach(cell -> cell.pseudoClassStateChanged(IDLE, row.idle()));
        }
    }

    private static void write(List<Label> line, StageRow.Side side) {
        line.get(0).setText(side.price());
        line.get(1).setText(side.points());
        line.get(2).setText(side.ticks());
        line.get(3).setText(side.percent());
        line.get(4).setText(side.minutes());
        line.forEach(cell -> cell.pseudoClassStateChanged(NEAR_LIMIT, side.near()));
    }

    private static void bind(Label label, ObservableValue<LimitsViewModel.Note> note) {
        write(label, note.getValue());
        note.addListener((property, before, now) -> write(label, now));
    }

    private static void write(Label label, LimitsViewModel.Note note) {
        label.setText(note.warning() ? "⚠ " + note.text() : note.text());
        label.pseudoClassStateChanged(WARNING, note.warning());
    }

    private void initializeRoom() {
        BooleanBinding forGauge = root.heightProperty().greaterThanOrEqualTo(GAUGE_ROOM);
        BooleanBinding forBars = root.heightProperty().greaterThanOrEqualTo(BARS_ROOM);
        show(gauge, forGauge);
        show(consumption, forBars);
        show(consumptionText, forBars.not());
        BooleanBinding wide = root.widthProperty().greaterThanOrEqualTo(TICKS_ROOM);
        show(inForce, wide);
        show(halfWidth, wide);
        show(plusMinus, wide);
    }

    private void write(LimitsViewModel.Sidecar now) {
        sidecar.setText(now.warning() ? "⚠ " + now.text() : now.text());
        sidecar.pseudoClassStateChanged(WARNING, now.warning());
        sidecarSeconds.setProgress(Math.max(0, now.held()));
        sidecarSeconds.setVisible(now.held() >= 0);
        sidecarSeconds.setManaged(now.held() >= 0);
    }

    private void draw() {
        gauge.show(
                viewModel.snapshotProperty().get(),
                words.get("limits.empty"),
                words.get("limits.base"),
                viewModel.paceProperty().get());
        gauge.setAccessibleText(viewModel.approachProperty().get() + " "
                + viewModel.paceProperty().get());
        LimitsViewModel.Consumption shares = viewModel.consumptionProperty().get();
        consumption.show(shares);
        consumption.setAccessibleText(consumed("limits.consumption.summary", shares));
        consumptionText.setText(consumed("limits.consumption.short", shares));
        consumptionText.pseudoClassStateChanged(WARNING, ConsumptionCanvas.isMuch(shares));
    }

    private String consumed(String key, LimitsViewModel.Consumption shares) {
        return words.get(
                key,
                Formats.decimal(100 * shares.print(), 1),
                Formats.decimal(100 * shares.second(), 1),
                Formats.decimal(100 * shares.most(), 1));
    }

    private void initializeEvents() {
        LimitLog log = viewModel.log();
        list.setItems(log.entries());
        list.setCellFactory(view -> new EventCell(viewModel, words));
        list.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (SHOW_CAUSE.match(pressed)) {
                showCause();
                pressed.consume();
            } else if (pressed.getCode() == KeyCode.ENTER) {
                acknowledgeSelected();
                pressed.consume();
            } else if (COPY.match(pressed)) {
                copyRecord();
                pressed.consume();
            }
        });
        list.setContextMenu(eventMenu());
        initializeNote();
        initializeActions();
        acknowledgeAll.setOnAction(event -> log.acknowledgeAll());
        acknowledgeAll.disableProperty().bind(log.unacknowledgedProperty().isEqualTo(0));
        unacknowledged
                .textProperty()
                .bind(Bindings.createStringBinding(this::open, log.unacknowledgedProperty(), root.widthProperty()));
        unacknowledged.visibleProperty().bind(log.unacknowledgedProperty().greaterThan(0));
        dropped.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words.get(
                                "limits.dropped",
                                Formats.count(LimitLog.CAPACITY),
                                Formats.count(log.droppedProperty().get())),
                        log.droppedProperty()));
        show(dropped, log.droppedProperty().greaterThan(0));
    }

    /// The number alone where the panel is narrow.
    private String open() {
        String count = Formats.count(viewModel.log().unacknowledgedProperty().get());
        return root.getWidth() < TICKS_ROOM ? count : words.get("limits.open", count);
    }

    /// The line under the list: what is entered there is noted on the chosen event.
    private void initializeNote() {
        note.setEditable(false);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            note.setEditable(now != null);
            if (before != now) {
                note.setText(now == null ? "" : now.note());
            }
        });
        note.setOnAction(event -> {
            LimitEntry entry = list.getSelectionModel().getSelectedItem();
            if (entry != null) {
                viewModel.log().acknowledge(entry, note.getText().strip());
                list.requestFocus();
            }
        });
    }

    private void initializeActions() {
        export.setOnAction(event -> viewModel.export());
        export.disableProperty().bind(Bindings.isEmpty(viewModel.log().entries()));
        alerts.setOnAction(event -> viewModel.desk().actions().openAlerts().run());
        LimitDesk desk = viewModel.desk();
        show(muted, root.widthProperty().greaterThanOrEqualTo(TICKS_ROOM)); // the alerts' window has it too
        showMuted(desk.settingsProperty().get());
        desk.settingsProperty().addListener(onSettings);
        muted.setOnAction(event ->
                desk.settingsProperty().set(desk.settingsProperty().get().withMuted(muted.isSelected())));
    }

    private void showMuted(AlertSettings now) {
        muted.setSelected(now.muted());
        String word = words.get(now.muted() ? "limits.muted" : "limits.audible");
        muted.setGraphic(new FontIcon(now.muted() ? "mdi2v-volume-off" : "mdi2v-volume-high"));
        muted.setTooltip(new Tooltip(word));
        muted.setAccessibleText(word);
    }

    private ContextMenu eventMenu() {
        MenuItem cause = new MenuItem(words.get("limits.cause"));
        cause.setAccelerator(SHOW_CAUSE);
        cause.setOnAction(event -> showCause());
        MenuItem copy = new MenuItem(words.get("limits.copyRecord"));
        copy.setAccelerator(COPY);
        copy.setOnAction(event -> copyRecord());
        ContextMenu menu = new ContextMenu(cause, copy);
        for (MenuItem item : menu.getItems()) {
            item.disableProperty()
                    .bind(list.getSelectionModel().selectedItemProperty().isNull());
        }
        return menu;
    }

    private void showCause() {
        LimitEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            viewModel.desk().actions().showCause().accept(entry.event());
        }
    }

    private void copyRecord() {
        LimitEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            Clipboard.getSystemClipboard()
                    .setContent(Map.of(DataFormat.PLAIN_TEXT, entry.event().raw()));
        }
    }

    /// Acknowledges the chosen event and moves on to the next one that is open.
    private void acknowledgeSelected() {
        int index = list.getSelectionModel().getSelectedIndex();
        LimitEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry == null) {
            return;
        }
        viewModel.log().acknowledge(entry);
        for (int i = index + 1; i < list.getItems().size(); i++) {
            LimitEntry next = list.getItems().get(i);
            if (next != null && !next.acknowledgedProperty().get()) {
                list.getSelectionModel().clearAndSelect(i);
                list.getFocusModel().focus(i);
                list.scrollTo(Math.max(0, i - 1));
                return;
            }
        }
    }
}
