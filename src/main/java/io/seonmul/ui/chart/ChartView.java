// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.ToolFocus;
import io.seonmul.ui.fx.Words;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// Binds the chart's controls to its view model. FX thread only; lives as long as its words.
///
/// Where the pane is wide, bars of time are buttons and bars of trades a list beside them; else one list has all.
public final class ChartView {

    private static final double WIDE = 760;
    private static final double NARROW = 420;

    private final ChartViewModel model;
    private final Words words;
    private final ChartCanvas canvas;

    @FXML
    private VBox root;

    @FXML
    private SegmentedButton intervals;

    @FXML
    private ComboBox<Interval> tradeIntervals;

    @FXML
    private ComboBox<Interval> interval;

    @FXML
    private MenuButton shown;

    @FXML
    private ToggleButton fit;

    @FXML
    private StackPane plot;

    @FXML
    private Button live;

    /// @param model what it shows
    /// @param words the texts
    @SuppressWarnings("NullAway.Init") // FXML fills the fields before initialize()
    public ChartView(ChartViewModel model, Words words) {
        this.model = model;
        this.words = words;
        this.canvas = new ChartCanvas(model, words);
    }

    @FXML
    private void initialize() {
        plot.getChildren().addFirst(canvas);
        ToggleGroup group = new ToggleGroup();
        for (Interval each : Interval.ofTime()) {
            ToggleButton button = new ToggleButton(each.name(words));
            button.setUserData(each);
            button.setOnAction(event -> choose(each));
            button.setAccessibleText(words.get("chart.interval.say", each.name(words)));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            intervals.getButtons().add(button);
        }
        list(tradeIntervals, Interval.ofTrades());
        list(interval, List.of(Interval.values()));
        intervals.visibleProperty().bind(root.widthProperty().greaterThanOrEqualTo(WIDE));
        intervals.managedProperty().bind(intervals.visibleProperty());
        tradeIntervals.visibleProperty().bind(intervals.visibleProperty());
        tradeIntervals.managedProperty().bind(intervals.visibleProperty());
        interval.visibleProperty().bind(intervals.visibleProperty().not());
        interval.managedProperty().bind(interval.visibleProperty());
        for (Pane pane : Pane.values()) {
            if (pane != Pane.PRICE) {
                CheckMenuItem item = item(pane.name(), pane.key());
                item.setOnAction(event -> model.choose(model.settings().with(pane, item.isSelected())));
            }
        }
        shown.getItems().add(new SeparatorMenuItem());
        for (Overlay overlay : Overlay.values()) {
            CheckMenuItem item = item(overlay.name(), overlay.key());
            item.setOnAction(event -> model.choose(model.settings().with(overlay, item.isSelected())));
        }
        shown.getItems().add(new SeparatorMenuItem());
        ToggleGroup sides = new ToggleGroup();
        for (BoxSide side : BoxSide.values()) {
            RadioMenuItem item = new RadioMenuItem(words.get(side.key()));
            item.setId("chart-box-" + side);
            item.setToggleGroup(sides);
            item.setOnAction(event -> model.choose(model.settings().withBox(side)));
            shown.getItems().add(item);
        }
        ToolFocus.leaveTo(canvas, intervals.getParent());
        fit.setOnAction(event -> model.fitDay());
        live.setOnAction(event -> {
            model.backToLive();
            canvas.requestFocus();
        });
        live.visibleProperty().bind(model.awayProperty());
        live.managedProperty().bind(model.awayProperty());
        model.missedProperty().addListener(count -> tellMissed());
        root.widthProperty().addListener(width -> tellMissed());
        model.settingsProperty().addListener((property, before, now) -> show(now));
        tellMissed();
        show(model.settings());
    }

    private void list(ComboBox<Interval> box, List<Interval> offered) {
        box.getItems().setAll(offered);
        box.setConverter(new IntervalNames(offered));
        box.setButtonCell(new ChosenInterval());
        box.setOnAction(event -> {
            if (box.getValue() != null) {
                choose(box.getValue());
            }
        });
    }

    private CheckMenuItem item(String id, String key) {
        CheckMenuItem item = new CheckMenuItem(words.get(key));
        item.setId("chart-" + id);
        shown.getItems().add(item);
        return item;
    }

    private void choose(Interval chosen) {
        model.choose(chosen);
        show(model.settings());
    }

    private void show(ChartSettings settings) {
        Interval chosen = settings.bar();
        for (ToggleButton button : intervals.getButtons()) {
            button.setSelected(button.getUserData() == chosen);
        }
        interval.setValue(chosen);
        tradeIntervals.setValue(chosen.isTime() ? null : chosen);
        for (MenuItem item : shown.getItems()) {
            if (item instanceof CheckMenuItem check) {
                check.setSelected(settings.panes().stream().anyMatch(pane -> isOf(check, pane.name()))
                        || settings.overlays().stream().anyMatch(overlay -> isOf(check, overlay.name())));
            } else if (item instanceof RadioMenuItem side) {
                side.setSelected(isOf(side, "box-" + settings.box()));
            }
        }
        fit.setSelected(settings.fitDay());
    }

    private static boolean isOf(MenuItem item, String id) {
        return ("chart-" + id).equals(item.getId());
    }

    private void tellMissed() {
        ChartViewModel.Missed missed = model.missedProperty().get();
        String bars = words.count("bars.new", missed.bars());
        String trades = words.count("trades", missed.trades());
        String contracts = words.count("contracts", missed.contracts());
        if (missed.trades() == 0) {
            live.setText(words.get("chart.live"));
        } else if (root.getWidth() < NARROW) {
            live.setText(words.get("chart.live.missed.short", trades, Formats.change(missed.change())));
        } else {
            live.setText(words.get("chart.live.missed", bars, trades, contracts, Formats.change(missed.change())));
        }
    }

    /// What is read while the list is closed. JavaFX's own cell stays blank once there is no value any
    /// more.
    private final class ChosenInterval extends ListCell<Interval> {
        @Override
        protected void updateItem(@Nullable Interval chosen, boolean empty) {
            super.updateItem(chosen, empty);
            setText(chosen == null ? words.get("chart.interval.of.trades") : chosen.name(words));
        }
    }

    /// The names of the intervals, as a list writes them.
    private final class IntervalNames extends StringConverter<Interval> {
        private final List<Interval> offered;

        IntervalNames(List<Interval> offered) {
            this.offered = offered;
        }

        @Override
        public String toString(Interval named) {
            return named == null ? words.get("chart.interval.of.trades") : named.name(words);
        }

        @Override
        public Interval fromString(String text) {
            return offered.stream()
                    .filter(each -> each.name(words).equals(text))
                    .findFirst()
                    .orElse(Interval.M1);
        }
    }

    ChartCanvas canvas() {
        return canvas;
    }
}
