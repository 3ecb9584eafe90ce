// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.openinterest;

import io.seonmul.market.Bars;
import io.seonmul.market.FairValue;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.OpenInterest;
import io.seonmul.market.OpenInterestStep;
import io.seonmul.market.Price;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.PaneFeed;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What the open-interest panel says of the selected contract. FX thread only; knows no view.
public final class OpenInterestViewModel implements PaneFeed {

    /// Hundredths of a point by which the two sides of the implied spot may differ: each is rounded on the wire.
    private static final long SPOT_ROUNDING = 1;

    private final Words words;
    private final ObjectProperty<OpenInterestSettings> settings;
    private final ReadOnlyObjectWrapper<Optional<InstrumentSnapshot>> snapshot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper contracts = new ReadOnlyStringWrapper(Formats.NOT_KNOWN);
    private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper coverage = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper disagreement = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper spotAge = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper spreadOfMispricing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper calendarSpread = new ReadOnlyStringWrapper("");
    private final CalendarSpread months = new CalendarSpread();
    private Distribution distribution = Distribution.NONE;
    private int barsDistributed;
    private final ReadOnlyObjectWrapper<Quadrant> quadrant = new ReadOnlyObjectWrapper<>(Quadrant.UNSAID);
    private final ReadOnlyObjectWrapper<Figure> dayChange = figure();
    private final ReadOnlyObjectWrapper<Figure> lastStep = figure();
    private final ReadOnlyObjectWrapper<Figure> theoreticalPrice = figure();
    private final ReadOnlyObjectWrapper<Figure> mispricing = figure();
    private final ReadOnlyObjectWrapper<Figure> mispricingRate = figure();
    private final ReadOnlyObjectWrapper<Figure> marketBasis = figure();
    private final ReadOnlyObjectWrapper<Figure> theoreticalBasis = figure();
    private final ReadOnlyObjectWrapper<Figure> marketSpot = figure();
    private final ReadOnlyObjectWrapper<Figure> theoreticalSpot = figure();

    /// @param settings what the user chose before
    /// @param words the texts of the language
    public OpenInterestViewModel(OpenInterestSettings settings, Words words) {
        this.settings = new SimpleObjectProperty<>(settings);
        this.words = words;
        clear();
    }

    private static ReadOnlyObjectWrapper<Figure> figure() {
        return new ReadOnlyObjectWrapper<>(Figure.NOT_KNOWN);
    }

    /// Shows the selected contract as it is now. Once a frame at most.
    @Override
    public void show(InstrumentSnapshot now) {
        Optional<OpenInterest> interest = now.tick().openInterest();
        contracts.set(interest.map(value -> Formats.count(value.contracts())).orElse(Formats.NOT_KNOWN));
        dayChange.set(interest.map(value -> Figure.change(value.change())).orElse(Figure.NOT_KNOWN));
        lastStep.set(interest.map(value -> Figure.change(value.lastChange())).orElse(Figure.NOT_KNOWN));
        showAge(now, Duration.ZERO);
        coverage.set(now.joinedAtStart() ? "" : words.get("openinterest.since", Formats.time(now.joinedAt())));
        showQuadrant(now.openInterestSteps());
        showFairValue(now.tick().fairValue());
        showDistribution(now);
        showSpotAge(now, Duration.ZERO);
        months.take(now);
        showCalendarSpread(now, now.tick().receivedAt());
        // Last: it is what the drawn parts follow.
        snapshot.set(Optional.of(now));
    }

    /// Shows nothing of a contract of which nothing has come.
    @Override
    public void await(InstrumentCode awaited) {
        clear();
    }

    /// Shows that nothing is selected.
    @Override
    public void clear() {
        contracts.set(Formats.NOT_KNOWN);
        age.set("");
        coverage.set("");
        dayChange.set(Figure.NOT_KNOWN);
        lastStep.set(Figure.NOT_KNOWN);
        showQuadrant(List.of());
        showFairValue(FairValue.UNKNOWN);
        distribution = Distribution.NONE;
        barsDistributed = 0;
        spreadOfMispricing.set(words.get("openinterest.basis.empty"));
        spotAge.set("");
        calendarSpread.set(Formats.NOT_KNOWN);
        snapshot.set(Optional.empty());
    }

    /// Keeps the last price of another month, of which the calendar spread may be.
    @Override
    public void watched(InstrumentSnapshot other) {
        months.take(other);
    }

    /// A month that is not watched any more makes no calendar spread.
    @Override
    public void watching(Collection<InstrumentCode> codes) {
        months.retain(codes);
        snapshot.get().ifPresent(shown -> showCalendarSpread(shown, shown.tick().receivedAt()));
    }

    /// Lets the age of the figure grow where no record comes. Once a second.
    ///
    /// @param now the present, by the same clock as the time of reception
    @Override
    public void second(Instant now) {
        snapshot.get().ifPresent(shown -> {
            Duration silence = Duration.between(shown.tick().receivedAt(), now);
            Duration quiet = silence.isNegative() ? Duration.ZERO : silence;
            showAge(shown, quiet);
            showSpotAge(shown, quiet);
            showCalendarSpread(shown, now);
        });
    }

    /// The exchange says nothing of a publication that repeats the figure, so the age counts from the last change seen.
    private void showAge(InstrumentSnapshot shown, Duration silence) {
        List<OpenInterestStep> steps = shown.openInterestSteps();
        if (steps.isEmpty() || shown.tick().openInterest().isEmpty()) {
            age.set("");
            return;
        }
        long seconds = Math.max(0, shown.second() - steps.getLast().second()) + silence.toSeconds();
        // The figure found on joining was published at some time before.
        String key = steps.size() == 1 && !shown.joinedAtStart() ? "openinterest.age.atLeast" : "openinterest.age";
        age.set(words.get(key, duration(seconds)));
    }

    /// The spread of a day changes little with one trade: it is made anew with every bar.
    private void showDistribution(InstrumentSnapshot now) {
        boolean same = snapshot.get()
                .filter(before -> before.code().equals(now.code())
                        && before.bars().revision() == now.bars().revision())
                .isPresent();
        if (!same || barsDistributed != now.bars().size()) {
            distribution = Distribution.of(now.bars());
            barsDistributed = now.bars().size();
        }
        String key = now.joinedAtStart() ? "openinterest.basis.place" : "openinterest.basis.place.partial";
        spreadOfMispricing.set(now.tick()
                .fairValue()
                .mispricing()
                .filter(value -> distribution.size() > 0)
                .map(value -> words.get(
                        key,
                        Formats.signed(value),
                        Formats.count(distribution.percentile(value)),
                        Formats.count(distribution.size()),
                        Formats.count(now.bars().seconds())))
                .orElse(words.get("openinterest.basis.empty")));
    }

    /// How long the implied spot has not changed, as far as the bars tell: an index that stands still is no index.
    private void showSpotAge(InstrumentSnapshot shown, Duration silence) {
        Optional<Price> spot = shown.tick().fairValue().impliedSpot();
        if (spot.isEmpty()) {
            spotAge.set("");
            return;
        }
        Bars bars = shown.bars();
        int at = bars.size() - 1;
        while (at >= 0 && bars.get(at).fairValue().impliedSpot().equals(spot)) {
            at--;
        }
        long since = at < 0
                ? bars.size() == 0 ? shown.second() : bars.get(0).start()
                : Math.min(shown.second(), bars.get(at).start() + bars.seconds());
        String key = at < 0 ? "openinterest.age.atLeast" : "openinterest.age";
        spotAge.set(words.get(key, duration(Math.max(0, shown.second() - since) + silence.toSeconds())));
    }

    private void showCalendarSpread(InstrumentSnapshot shown, Instant now) {
        String own = months.of(shown, now)
                .map(spread -> words.get(
                        "openinterest.calendar.of",
                        Formats.signed(spread.points()),
                        spread.far().toString(),
                        spread.near().toString(),
                        roughly(spread.age())))
                .orElse(words.get("openinterest.calendar.none"));
        calendarSpread.set(shown.tick()
                .spread()
                .map(wire -> own + " · " + words.get("openinterest.calendar.wire", Formats.signed(wire)))
                .orElse(own));
    }

    private String roughly(Duration age) {
        return age.toMinutes() < 1
                ? words.get("openinterest.seconds", Formats.count(age.toSeconds()))
                : words.get("openinterest.wholeMinutes", Formats.count(age.toMinutes()));
    }

    private String duration(long seconds) {
        return seconds < 60
                ? words.get("openinterest.seconds", Formats.count(seconds))
                : words.get("openinterest.minutes", Formats.count(seconds / 60), Formats.count(seconds % 60));
    }

    private void showQuadrant(List<OpenInterestStep> steps) {
        if (steps.size() < 2) {
            quadrant.set(Quadrant.UNSAID);
            verdict.set(words.get("openinterest.verdict.none"));
            return;
        }
        OpenInterestStep step = steps.getLast();
        Quadrant now = Quadrant.of(step);
        quadrant.set(now);
        verdict.set(words.get(
                "openinterest.verdict",
                name(now),
                Formats.signed(step.priceStep()),
                Formats.signed(step.step()),
                Formats.signed(step.flow()),
                Formats.count(step.volume())));
    }

    /// The name of a quadrant in the language of the panel.
    String name(Quadrant of) {
        return words.get("openinterest.quadrant." + of);
    }

    private void showFairValue(FairValue value) {
        theoreticalPrice.set(Figure.price(value.theoreticalPrice()));
        mispricing.set(Figure.signed(value.mispricing()));
        mispricingRate.set(Figure.percent(value.mispricingRate()));
        marketBasis.set(Figure.signed(value.marketBasis()));
        theoreticalBasis.set(Figure.signed(value.theoreticalBasis()));
        Optional<Price> byMarket = value.marketSpot();
        Optional<Price> byTheory = value.theoreticalSpot();
        marketSpot.set(Figure.price(byMarket));
        theoreticalSpot.set(Figure.price(byTheory));
        disagreement.set(byMarket.flatMap(one -> byTheory.map(one::minus))
                .filter(difference -> Math.abs(difference.hundredths()) > SPOT_ROUNDING)
                .map(difference -> words.get("openinterest.spot.differ", Formats.signed(difference)))
                .orElse(""));
    }

    /// What the user chose; the shell keeps it.
    public ObjectProperty<OpenInterestSettings> settingsProperty() {
        return settings;
    }

    ReadOnlyObjectProperty<Optional<InstrumentSnapshot>> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    ReadOnlyStringProperty contractsProperty() {
        return contracts.getReadOnlyProperty();
    }

    ReadOnlyStringProperty ageProperty() {
        return age.getReadOnlyProperty();
    }

    ReadOnlyStringProperty coverageProperty() {
        return coverage.getReadOnlyProperty();
    }

    /// The newest publication in words: quadrant, price step, step, flow.
    ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// How far the two sides of the implied spot differ; empty while they agree.
    ReadOnlyStringProperty disagreementProperty() {
        return disagreement.getReadOnlyProperty();
    }

    /// How long the implied spot has stood still; empty where it is not known.
    ReadOnlyStringProperty spotAgeProperty() {
        return spotAge.getReadOnlyProperty();
    }

    /// Where the present mispricing stands among the day's, in words.
    ReadOnlyStringProperty spreadOfMispricingProperty() {
        return spreadOfMispricing.getReadOnlyProperty();
    }

    /// The calendar spread with its age, or why there is none.
    ReadOnlyStringProperty calendarSpreadProperty() {
        return calendarSpread.getReadOnlyProperty();
    }

    /// The day's mispricing so far.
    Distribution distribution() {
        return distribution;
    }

    ReadOnlyObjectProperty<Quadrant> quadrantProperty() {
        return quadrant.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Figure> dayChangeProperty() {
        return dayChange.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Figure> lastStepProperty() {
        return lastStep.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Figure> theoreticalPriceProperty() {
        return theoreticalPrice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Figure> mispricingProperty() {
        return mispricing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Figure> mispricingRateProperty() {
        return mispricingRate.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Figure> marketBasisProperty() {
        return marketBasis.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Figure> theoreticalBasisProperty() {
        return theoreticalBasis.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Figure> marketSpotProperty() {
        return marketSpot.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Figure> theoreticalSpotProperty() {
        return theoreticalSpot.getReadOnlyProperty();
    }
}
