// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.timesales;

import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// Time and sales: tools, rows and the lines below them, bound to their view model. FX thread only.
///
/// Keys on the rows: Up, Down, Page Up, Page Down and End scroll into the past and back; Home goes to the newest; Space
/// pauses; Ctrl+C copies the rows.
public final class TradesView {

    /// What stays free beside the lines below the rows, in pixels.
    private static final double EDGE = 8;

    private static final List<TradesSettings.Sides> SIDES = List.of(TradesSettings.Sides.values());

    private final TradesViewModel model;
    private final Words words;
    private final Consumer<TradesViewModel> file;
    private final TradesCanvas canvas;
    private double wheel;

    @FXML
    private SegmentedButton sides;

    @FXML
    private MenuButton least;

    @FXML
    private MenuButton large;

    @FXML
    private ToggleButton joined;

    @FXML
    private ToggleButton pause;

    @FXML
    private Button export;

    @FXML
    private StackPane rows;

    @FXML
    private Label nothing;

    @FXML
    private Button back;

    @FXML
    private Label counts;

    @FXML
    private Label coverage;

    @FXML
    private Label rule;

    /// A view of `model`; its nodes come from the FXML.
    ///
    /// @param file asked to write the trades to a file
    public TradesView(TradesViewModel model, Words words, Consumer<TradesViewModel> file) {
        this.model = model;
        this.words = words;
        this.file = file;
        this.canvas = new TradesCanvas(model, words);
    }

    @FXML
    private void initialize() {
        bindTools();
        bindRows();
        counts.textProperty().bind(model.countsProperty());
        coverage.textProperty().bind(model.coverageProperty());
        rule.textProperty().bind(model.ruleProperty());
        for (Label line : List.of(counts, coverage, rule)) {
            line.maxWidthProperty().bind(rows.widthProperty().subtract(2 * EDGE));
        }
    }

    private void bindTools() {
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> buttons = sides.getButtons();
        sides.setToggleGroup(group);
        group.getToggles().setAll(buttons);
        group.selectedToggleProperty().subscribe((before, now) -> choose(buttons, before, now));
        thresholds(
                least,
                "trades.least.from",
                settings -> settings.least(),
                size -> model.choose(settings().withLeast(size)));
        thresholds(
                large,
                "trades.large.from",
                settings -> settings.large(),
                size -> model.choose(settings().withLarge(size)));
        model.settingsProperty().subscribe(settings -> {
            group.selectToggle(buttons.get(SIDES.indexOf(settings.sides())));
            joined.setSelected(settings.joined());
        });
        joined.selectedProperty().subscribe(on -> model.choose(settings().withJoined(on)));
        pause.selectedProperty().subscribe(model::pause);
        model.pausedProperty().subscribe(pause::setSelected);
        export.setOnAction(event -> file.accept(model));
        export.disableProperty().bind(model.emptyProperty());
    }

    private TradesSettings settings() {
        return model.settingsProperty().get();
    }

    private void choose(List<ToggleButton> buttons, @Nullable Toggle before, @Nullable Toggle now) {
        if (now instanceof ToggleButton button) {
            model.choose(settings().withSides(SIDES.get(buttons.indexOf(button))));
        } else if (before != null) {
            before.setSelected(true); // pressed once more: one of them is always chosen
        }
    }

    /// A menu of sizes that shows the chosen one.
    private void thresholds(MenuButton menu, String key, ToIntFunction<TradesSettings> chosen, IntConsumer choose) {
        ToggleGroup group = new ToggleGroup();
        for (int size : TradesSettings.SIZES) {
            RadioMenuItem item = new RadioMenuItem(words.get(key, Formats.count(size)));
            item.setToggleGroup(group);
            item.setUserData(size);
            item.setOnAction(event -> choose.accept(size));
            menu.getItems().add(item);
        }
        model.settingsProperty().subscribe(settings -> {
            int size = chosen.applyAsInt(settings);
            menu.setText(words.get(key, Formats.count(size)));
            group.getToggles()
                    .forEach(item -> item.setSelected(item.getUserData().equals(size)));
        });
    }

    private void bindRows() {
        rows.getChildren().addFirst(canvas);
        canvas.setAccessibleRole(AccessibleRole.TEXT);
        canvas.accessibleTextProperty().bind(model.summaryProperty());
        nothing.visibleProperty().bind(model.emptyProperty());
        nothing.textProperty()
                .bind(Bindings.when(model.emptyProperty())
                        .then(model.summaryProperty())
                        .otherwise(""));
        back.textProperty().bind(model.waitingProperty());
        back.visibleProperty().bind(model.awayProperty());
        back.setOnAction(event -> model.backToLive());
        // In the place of one whole row: half a figure would be read as another.
        StackPane.setAlignment(back, Pos.TOP_CENTER);
        StackPane.setMargin(back, new Insets(TradesCanvas.HEAD, 0, 0, 0));
        back.setMaxWidth(Double.MAX_VALUE);
        back.setMinHeight(TradesCanvas.ROW);
        back.setMaxHeight(TradesCanvas.ROW);
        canvas.setOnMousePressed(event -> canvas.requestFocus());
        canvas.setOnKeyPressed(this::press);
        rows.setOnScroll(this::scroll);
    }

    private void scroll(ScrollEvent event) {
        wheel += event.getDeltaY() / 16;
        int whole = (int) wheel;
        wheel -= whole;
        model.scroll(-whole);
        event.consume();
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.asText());
            Clipboard.getSystemClipboard().setContent(content);
        } else if (event.isShortcutDown() || event.isAltDown() || !moves(event.getCode())) {
            return;
        }
        event.consume();
    }

    private boolean moves(KeyCode key) {
        switch (key) {
            case DOWN -> model.scroll(1);
            case UP -> model.scroll(-1);
            case PAGE_DOWN -> model.scroll(model.pageSize());
            case PAGE_UP -> model.scroll(-model.pageSize());
            case HOME -> model.backToLive();
            case END -> model.oldest();
            case SPACE -> model.pause(!model.pausedProperty().get());
            default -> {
                return false;
            }
        }
        return true;
    }
}
