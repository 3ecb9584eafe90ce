// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.openinterest;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Contract;
import io.seonmul.market.FairValue;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.SampleTick;
import io.seonmul.market.Tick;
import io.seonmul.ui.SampleSession;
import io.seonmul.ui.fx.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OpenInterestViewModelTest {
    private static final Contract MINI = SampleSession.contract("A05612");

    private final SampleTick market = new SampleTick(MINI, "1000.00");
    private final List<Tick> ticks = new ArrayList<>();
    private final OpenInterestViewModel model =
            new OpenInterestViewModel(OpenInterestSettings.DEFAULT, new Words(Locale.ENGLISH));
    private final OpenInterestViewModel korean =
            new OpenInterestViewModel(OpenInterestSettings.DEFAULT, new Words(Locale.KOREAN));

    private InstrumentSnapshot show() {
        InstrumentSnapshot snapshot = SampleSession.of(MINI, ticks);
        model.show(snapshot);
        korean.show(snapshot);
        return snapshot;
    }

    @Test
    void theCalendarSpreadIsOfTheNextWatchedMonthOfTheProductWithTheAgeOfTheOlderTrade() {
        InstrumentSnapshot next = lastOf("A05701", "1002.50");
        model.watched(lastOf("A01612", "900.00"));
        ticks.add(market.buy("1000.00", 1));
        InstrumentSnapshot shown = show();
        assertThat(model.calendarSpreadProperty().get()).startsWith("add another month");
        model.watched(lastOf("A05702", "1009.00"));
        model.watched(next);
        model.second(shown.tick().receivedAt().plusSeconds(7));
        assertThat(model.calendarSpreadProperty().get()).startsWith("+2.50 (A05701−A05612)");
        model.show(next);
        assertThat(model.calendarSpreadProperty().get()).startsWith("+6.50 (A05702−A05701)");
        model.watching(List.of(shown.code(), next.code()));
        assertThat(model.calendarSpreadProperty().get()).startsWith("+2.50 (A05701−A05612)");
        model.watching(List.of(next.code()));
        assertThat(model.calendarSpreadProperty().get()).startsWith("add another month");
    }

    private static InstrumentSnapshot lastOf(String code, String price) {
        Contract contract = SampleSession.contract(code);
        return SampleSession.of(contract, List.of(new SampleTick(contract, price).buy(price, 1)));
    }

    @Test
    void thePresentMispricingIsPlacedAmongTheBarsOfTheDay() {
        for (int hundredths : new int[] {-30, -20, -10, 40}) {
            market.later(60)
                    .fairValue(new FairValue(
                            Optional.empty(),
                            Optional.of(Price.parse("999.00")),
                            Optional.of(Price.parse("1.00")),
                            Optional.of(Price.parse("0.85")),
                            Optional.of(Price.ofHundredths(hundredths)),
                            0.1));
            ticks.add(market.buy("1000.00", 1));
        }
        Distribution day = Distribution.of(show().bars());
        assertThat(day.size()).isEqualTo(4);
        assertThat(day.low()).isEqualTo(-30);
        assertThat(day.high()).isEqualTo(40);
        assertThat(day.between(-30, -10)).isEqualTo(2);
        assertThat(day.percentile(Price.ofHundredths(40))).hasValue(88);
        assertThat(day.percentile(Price.ofHundredths(-15))).hasValue(50);
        assertThat(model.spreadOfMispricingProperty().get()).contains("+0.40", "88", "4 bars");
        assertThat(Distribution.NONE.percentile(Price.ZERO)).isEmpty();
    }

    @Test
    void nothingIsKnownBeforeTheFirstRecord() {
        assertThat(model.contractsProperty().get()).isEqualTo("–");
        assertThat(model.dayChangeProperty().get()).isEqualTo(Figure.NOT_KNOWN);
        assertThat(model.marketBasisProperty().get()).isEqualTo(Figure.NOT_KNOWN);
        assertThat(model.marketSpotProperty().get()).isEqualTo(Figure.NOT_KNOWN);
        assertThat(model.ageProperty().get()).isEmpty();
    }

    @Test
    void saysFiguresWithSigns() {
        ticks.add(market.openInterest(76_672, 571, -12).buy("1000.00", 1));
        show();
        assertThat(model.contractsProperty().get()).isEqualTo("76,672");
        assertThat(model.dayChangeProperty().get()).isEqualTo(new Figure("▲ 571", 1));
        assertThat(model.lastStepProperty().get()).isEqualTo(new Figure("▼ 12", -1));
    }

    @Test
    void unknownIsADashAndNeverZero() {
        ticks.add(market.buy("1000.00", 1));
        show();
        assertThat(model.contractsProperty().get()).isEqualTo("–");
        assertThat(model.ageProperty().get()).isEmpty();
        assertThat(model.theoreticalPriceProperty().get().text()).isEqualTo("–");
        assertThat(model.mispricingRateProperty().get().text()).isEqualTo("–");
        assertThat(model.theoreticalSpotProperty().get().text()).isEqualTo("–");
        assertThat(model.disagreementProperty().get()).isEmpty();
    }

    @Test
    void theAgeCountsExchangeSecondsSinceTheLastChangeAndGoesOnInSilence() {
        ticks.add(market.openInterest(100, 1, 1).buy("1000.00", 1));
        ticks.add(market.later(10).openInterest(105, 6, 5).buy("1000.00", 1));
        ticks.add(market.later(7).openInterest(105, 6, 5).buy("1000.00", 1));
        InstrumentSnapshot snapshot = show();
        assertThat(model.ageProperty().get()).isEqualTo("changed 7 s ago");
        assertThat(korean.ageProperty().get()).isEqualTo("7초 전 변경");
        model.second(snapshot.tick().receivedAt().plusSeconds(60));
        assertThat(model.ageProperty().get()).isEqualTo("changed 1 min 7 s ago");
        model.second(snapshot.tick().receivedAt().minusSeconds(5));
        assertThat(model.ageProperty().get()).as("a clock behind").isEqualTo("changed 7 s ago");
    }

    @Test
    void theFigureFoundOnJoiningIsOlderThanItsWatching() {
        market.buy("1000.00", 5);
        ticks.add(market.openInterest(100, 1, 1).buy("1000.00", 1));
        ticks.add(market.later(4).buy("1000.00", 1));
        show();
        assertThat(model.ageProperty().get()).isEqualTo("unchanged ≥ 4 s");
        assertThat(model.coverageProperty().get()).isEqualTo("since 09:00:00");
    }

    @Test
    void theSessionFromItsFirstTradeNeedsNoNote() {
        ticks.add(market.openInterest(100, 1, 1).buy("1000.00", 1));
        show();
        assertThat(model.coverageProperty().get()).isEmpty();
    }

    @Test
    void theVerdictNamesTheQuadrantAndItsWitnesses() {
        ticks.add(market.openInterest(100, 1, 1).sell("1000.00", 1));
        show();
        assertThat(model.verdictProperty().get()).isEqualTo("Quadrant: needs two publications");
        ticks.add(market.later(5).sell("999.00", 30));
        ticks.add(market.later(5).openInterest(112, 13, 12).buy("999.50", 4));
        show();
        assertThat(model.quadrantProperty().get()).isEqualTo(Quadrant.SHORT_BUILD_UP);
        assertThat(model.verdictProperty().get()).isEqualTo("Short build-up · price -0.50 · OI +12 · flow -26 of 34");
        assertThat(korean.verdictProperty().get()).startsWith("신규 매도 · 가격 -0.50");
    }

    @Test
    void bothSidesOfTheImpliedSpotAreShownAndTheirDisagreement() {
        ticks.add(market.theory("1002.00", "1000.50").buy("1000.00", 1));
        show();
        assertThat(model.marketSpotProperty().get().text()).isEqualTo("1,000.50");
        assertThat(model.theoreticalSpotProperty().get().text()).isEqualTo("1,000.50");
        assertThat(model.mispricingProperty().get()).isEqualTo(new Figure("-2.00", -1));
        assertThat(model.mispricingRateProperty().get()).isEqualTo(new Figure("-0.20%", -1));
        assertThat(model.disagreementProperty().get()).isEmpty();
        ticks.add(market.fairValue(new FairValue(
                        Optional.empty(),
                        Optional.of(Price.parse("1002.00")),
                        Optional.of(Price.parse("-0.50")),
                        Optional.of(Price.parse("1.70")),
                        Optional.empty(),
                        Double.NaN))
                .buy("1000.00", 1));
        show();
        assertThat(model.marketSpotProperty().get().text()).isEqualTo("1,000.50");
        assertThat(model.theoreticalSpotProperty().get().text()).isEqualTo("1,000.30");
        assertThat(model.disagreementProperty().get()).isEqualTo("⚠ differ +0.20");
        assertThat(korean.disagreementProperty().get()).isEqualTo("⚠ 불일치 +0.20");
    }

    @Test
    void nothingOfTheOldCodeIsLeft() {
        ticks.add(market.openInterest(100, 1, 1).theory("1002.00", "1000.50").buy("1000.00", 1));
        show();
        model.clear();
        assertThat(model.contractsProperty().get()).isEqualTo("–");
        assertThat(model.theoreticalPriceProperty().get()).isEqualTo(Figure.NOT_KNOWN);
        assertThat(model.marketSpotProperty().get()).isEqualTo(Figure.NOT_KNOWN);
        assertThat(model.snapshotProperty().get()).isEmpty();
    }

    @Test
    void aTrailFromAnEditedFileIsBroughtIntoRange() {
        assertThat(new OpenInterestSettings(OpenInterestSettings.Span.HOUR, 100_000, true, false).trail())
                .isEqualTo(100);
        assertThat(new OpenInterestSettings(OpenInterestSettings.Span.HOUR, -1, true, false).trail())
                .isEqualTo(5);
    }
}
