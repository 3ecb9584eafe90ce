// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;

/// Binds the chart's controls to its view model. FX thread only; lives as long as its words.
public final class ChartView {

    private static final double WIDE = 760;

    private final ChartViewModel model;
    private final Words words;
    private final ChartCanvas canvas;

    @FXML
    private VBox root;

    @FXML
    private SegmentedButton intervals;

    @FXML
    private ComboBox<Interval> interval;

    @FXML
    private ToggleButton volume;

    @FXML
    private ToggleButton interest;

    @FXML
    private ToggleButton basis;

    @FXML
    private ToggleButton vwap;

    @FXML
    private ToggleButton limits;

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
        for (Interval each : Interval.values()) {
            ToggleButton button = new ToggleButton(words.get(each.key()));
            button.setUserData(each);
            button.setOnAction(event -> choose(each));
            button.setAccessibleText(words.get("chart.interval.say", words.get(each.key())));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            intervals.getButtons().add(button);
        }
        interval.getItems().setAll(Interval.values());
        interval.setConverter(new IntervalNames());
        interval.setOnAction(event -> choose(interval.getValue()));
        intervals.visibleProperty().bind(root.widthProperty().greaterThanOrEqualTo(WIDE));
        intervals.managedProperty().bind(intervals.visibleProperty());
        interval.visibleProperty().bind(intervals.visibleProperty().not());
        interval.managedProperty().bind(interval.visibleProperty());
        toggle(volume, settings -> settings.withVolume(!settings.volume()));
        toggle(interest, settings -> settings.withOpenInterest(!settings.openInterest()));
        toggle(basis, settings -> settings.withBasis(!settings.basis()));
        toggle(vwap, settings -> settings.withVwap(!settings.vwap()));
        toggle(limits, settings -> settings.withLimits(!settings.limits()));
        fit.setOnAction(event -> model.fitDay());
        live.setOnAction(event -> {
            model.backToLive();
            canvas.requestFocus();
        });
        live.visibleProperty().bind(model.awayProperty());
        live.managedProperty().bind(model.awayProperty());
        model.missedBarsProperty().addListener(count -> tellMissed());
        model.missedTradesProperty().addListener(count -> tellMissed());
        model.settingsProperty().addListener((property, before, now) -> show(now));
        tellMissed();
        show(model.settings());
    }

    private void toggle(ToggleButton button, Function<ChartSettings, ChartSettings> change) {
        button.setOnAction(event -> model.choose(change.apply(model.settings())));
    }

    private void choose(Interval chosen) {
        model.choose(chosen);
        show(model.settings());
    }

    private void show(ChartSettings settings) {
        Interval chosen = Interval.nearest(settings.interval());
        for (ToggleButton button : intervals.getButtons()) {
            button.setSelected(button.getUserData() == chosen);
        }
        if (interval.getValue() != chosen) {
            interval.setValue(chosen);
        }
        volume.setSelected(settings.volume());
        interest.setSelected(settings.openInterest());
        basis.setSelected(settings.basis());
        vwap.setSelected(settings.vwap());
        limits.setSelected(settings.limits());
        fit.setSelected(settings.fitDay());
    }

    private void tellMissed() {
        long bars = model.missedBarsProperty().get();
        long trades = model.missedTradesProperty().get();
        live.setText(
                trades == 0
                        ? words.get("chart.live")
                        : words.get("chart.live.missed", Formats.count(bars), Formats.count(trades)));
    }

    /// The names of the intervals, as the narrow chooser writes them.
    private final class IntervalNames extends StringConverter<Interval> {
        @Override
        public String toString(Interval shown) {
            return words.get(
                    Interval.nearest(shown == null ? 60 : shown.seconds()).key());
        }

        @Override
        public Interval fromString(String text) {
            for (Interval each : Interval.values()) {
                if (words.get(each.key()).equals(text)) {
                    return each;
                }
            }
            return Interval.M1;
        }
    }

    /// The canvas, for those who draw it without a window.
    ChartCanvas canvas() {
        return canvas;
    }
}
