// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.openinterest;

import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.ui.fx.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// Binds the open-interest panel to its view model. FX thread only.
public final class OpenInterestView {

    private static final PseudoClass RISE = PseudoClass.getPseudoClass("rise");
    private static final PseudoClass FALL = PseudoClass.getPseudoClass("fall");
    /// The quadrant's share of the panel's width, and its limits in pixels.
    private static final double QUADRANT = 0.36;

    private static final double NARROWEST = 132;
    /// Narrower than this the quadrant or the distribution would leave the chart beside it no room; the sentence below
    /// says the same.
    private static final double ROOM_FOR_TWO = 340;

    private static final double WIDEST = 320;
    private static final List<Integer> TRAILS = List.of(5, 10, 20);

    private final OpenInterestViewModel viewModel;
    private final Words words;

    @FXML
    private Label contracts;

    @FXML
    private Label age;

    @FXML
    private Label dayChange;

    @FXML
    private Label lastStep;

    @FXML
    private MenuButton options;

    @FXML
    private HBox charts;

    @FXML
    private StepChartCanvas chart;

    @FXML
    private QuadrantCanvas quadrant;

    @FXML
    private ToggleButton basis;

    @FXML
    private BasisCanvas basisChart;

    @FXML
    private DistributionCanvas distribution;

    @FXML
    private Label spotAge;

    @FXML
    private Tooltip disagreementAge;

    @FXML
    private Label spread;

    @FXML
    private Tooltip spreadWhole;

    @FXML
    private Label verdict;

    @FXML
    private Label coverage;

    @FXML
    private Label marketBasis;

    @FXML
    private Label theoreticalBasis;

    @FXML
    private Label theoreticalPrice;

    @FXML
    private Label mispricing;

    @FXML
    private Label mispricingRate;

    @FXML
    private Label marketSpot;

    @FXML
    private Label theoreticalSpot;

    @FXML
    private Label disagreement;

    /// @param viewModel what the panel shows
    /// @param words the texts of the language
    @SuppressWarnings("NullAway.Init") // the loader fills the fields before initialize()
    public OpenInterestView(OpenInterestViewModel viewModel, Words words) {
        this.viewModel = viewModel;
        this.words = words;
    }

    @FXML
    private void initialize() {
        contracts.textProperty().bind(viewModel.contractsProperty());
        age.textProperty().bind(viewModel.ageProperty());
        basis.setSelected(viewModel.settingsProperty().get().basis());
        basis.selectedProperty().addListener((property, before, now) -> change(settings -> settings.withBasis(now)));
        verdict.textProperty()
                .bind(Bindings.when(basis.selectedProperty())
                        .then(viewModel.spreadOfMispricingProperty())
                        .otherwise(viewModel.verdictProperty()));
        BooleanBinding wide = charts.widthProperty().greaterThanOrEqualTo(ROOM_FOR_TWO);
        BooleanBinding interest = basis.selectedProperty().not();
        basisChart.visibleProperty().bind(basis.selectedProperty());
        distribution.visibleProperty().bind(basis.selectedProperty().and(wide));
        chart.visibleProperty().bind(interest);
        quadrant.visibleProperty().bind(interest.and(wide));
        for (Node drawn : List.of(basisChart, distribution, chart, quadrant)) {
            drawn.managedProperty().bind(drawn.visibleProperty());
        }
        spotAge.textProperty().bind(viewModel.spotAgeProperty());
        // A disagreement takes its place: there is no room for both.
        spotAge.visibleProperty().bind(viewModel.disagreementProperty().isEmpty());
        spotAge.managedProperty().bind(spotAge.visibleProperty());
        disagreementAge.textProperty().bind(viewModel.spotAgeProperty());
        spread.textProperty().bind(viewModel.calendarSpreadProperty());
        spreadWhole.textProperty().bind(viewModel.calendarSpreadProperty());
        basisChart.label(
                words.get("openinterest.marketBasis"),
                words.get("openinterest.theoreticalBasis"),
                words.get("openinterest.basis.empty"));
        coverage.textProperty().bind(viewModel.coverageProperty());
        coverage.visibleProperty().bind(viewModel.coverageProperty().isNotEmpty());
        coverage.managedProperty().bind(coverage.visibleProperty());
        disagreement.textProperty().bind(viewModel.disagreementProperty());
        disagreement.visibleProperty().bind(viewModel.disagreementProperty().isNotEmpty());
        bind(dayChange, viewModel.dayChangeProperty());
        bind(lastStep, viewModel.lastStepProperty());
        bind(marketBasis, viewModel.marketBasisProperty());
        bind(theoreticalBasis, viewModel.theoreticalBasisProperty());
        bind(theoreticalPrice, viewModel.theoreticalPriceProperty());
        bind(mispricing, viewModel.mispricingProperty());
        bind(mispricingRate, viewModel.mispricingRateProperty());
        bind(marketSpot, viewModel.marketSpotProperty());
        bind(theoreticalSpot, viewModel.theoreticalSpotProperty());
        quadrant.label(
                viewModel::name,
                words.get("openinterest.axis.price"),
                words.get("openinterest.axis.interest"),
                count -> words.get("openinterest.axis.contracts", count));
        distribution.prefWidthProperty().bind(quadrant.prefWidthProperty());
        quadrant.prefWidthProperty()
                .bind(charts.widthProperty()
                        .map(width -> Math.clamp(width.doubleValue() * QUADRANT, NARROWEST, WIDEST)));
        showSide(viewModel.quadrantProperty().get());
        viewModel.quadrantProperty().addListener((property, before, now) -> showSide(now));
        viewModel.snapshotProperty().addListener((property, before, now) -> draw());
        viewModel.settingsProperty().addListener((property, before, now) -> draw());
        draw();
        fillOptions();
    }

    private void showSide(Quadrant now) {
        boolean up = now == Quadrant.LONG_BUILD_UP || now == Quadrant.SHORT_COVERING;
        boolean basisShown = basis.isSelected();
        verdict.pseudoClassStateChanged(RISE, up && !basisShown);
        verdict.pseudoClassStateChanged(FALL, !up && now != Quadrant.UNSAID && !basisShown);
    }

    private static void bind(Label label, ObservableValue<Figure> figure) {
        write(label, figure.getValue());
        figure.addListener((property, before, now) -> write(label, now));
    }

    private static void write(Label label, Figure figure) {
        label.setText(figure.text());
        label.pseudoClassStateChanged(RISE, figure.sign() > 0);
        label.pseudoClassStateChanged(FALL, figure.sign() < 0);
    }

    private void draw() {
        Optional<InstrumentSnapshot> snapshot = viewModel.snapshotProperty().get();
        OpenInterestSettings settings = viewModel.settingsProperty().get();
        chart.show(snapshot, settings, words.get("openinterest.empty"));
        chart.setAccessibleText(words.get(
                "openinterest.chart.summary",
                viewModel.contractsProperty().get(),
                viewModel.dayChangeProperty().get().text()));
        quadrant.show(snapshot.map(InstrumentSnapshot::openInterestSteps).orElse(List.of()), settings.trail());
        quadrant.setAccessibleText(viewModel.verdictProperty().get());
        showSide(viewModel.quadrantProperty().get());
        basisChart.show(snapshot, settings);
        basisChart.setAccessibleText(words.get(
                "openinterest.basis.summary",
                viewModel.marketBasisProperty().get().text(),
                viewModel.theoreticalBasisProperty().get().text()));
        distribution.show(
                viewModel.distribution(),
                snapshot.flatMap(now -> now.tick().fairValue().mispricing()),
                words.get("openinterest.basis.empty"));
        distribution.setAccessibleText(viewModel.spreadOfMispricingProperty().get());
    }

    private void fillOptions() {
        OpenInterestSettings chosen = viewModel.settingsProperty().get();
        Menu span = new Menu(words.get("openinterest.span"));
        ToggleGroup spans = new ToggleGroup();
        for (OpenInterestSettings.Span choice : OpenInterestSettings.Span.values()) {
            RadioMenuItem item = new RadioMenuItem(words.get("openinterest.span." + choice));
            item.setToggleGroup(spans);
            item.setSelected(choice == chosen.span());
            item.setOnAction(event -> change(settings -> settings.withSpan(choice)));
            span.getItems().add(item);
        }
        Menu trail = new Menu(words.get("openinterest.trail"));
        ToggleGroup trails = new ToggleGroup();
        for (int steps : TRAILS) {
            RadioMenuItem item = new RadioMenuItem(words.get("openinterest.trail.steps", steps));
            item.setToggleGroup(trails);
            item.setSelected(steps == chosen.trail());
            item.setOnAction(event -> change(settings -> settings.withTrail(steps)));
            trail.getItems().add(item);
        }
        CheckMenuItem price = new CheckMenuItem(words.get("openinterest.priceLine"));
        price.setSelected(chosen.priceLine());
        price.selectedProperty()
                .addListener((property, before, now) -> change(settings -> settings.withPriceLine(now)));
        options.getItems().setAll(span, trail, price);
    }

    private void change(java.util.function.UnaryOperator<OpenInterestSettings> change) {
        viewModel
                .settingsProperty()
                .set(change.apply(viewModel.settingsProperty().get()));
    }
}
