// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.ProductTable;
import io.seonmul.protocol.TickField;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The synthetic market against kis/invariants.md, read from its text only.
final class SyntheticMarketTest {

    private static final ProductTable PRODUCTS = ProductTable.builtIn();
    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final InstrumentCode K200 = new InstrumentCode("A01612");
    private static final InstrumentCode MINI = new InstrumentCode("A05611");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyRelationHoldsOnEveryRecordOfWholeDays(long seed) {
        List<Contract> contracts = contracts("A01612", "A01703", "A05612", "A06612", "A04611", "AA4612", "A05702");
        SyntheticMarket market = new SyntheticMarket(seed, contracts, LocalTime.of(8, 40));
        WireWitness witness = new WireWitness(multipliers(contracts), blocksInside(seed, contracts));
        Random steps = new Random(seed);

        for (int day = 0; day < 2; day++) {
            witness.reset();
            while (market.time().isBefore(LocalTime.of(15, 50))) {
                market.advance(Duration.ofMillis(1 + steps.nextInt(120_000))).forEach(witness::see);
            }
            market.startNextDay(LocalTime.of(8, 40));
        }

        assertThat(witness.records()).isGreaterThan(120_000);
        for (Contract contract : contracts) {
            assertThat(witness.records(contract.code().text()))
                    .as(contract.code().text())
                    .isGreaterThan(10);
        }
        assertThat(witness.auctionPrints("A01612")).isEqualTo(4);
        assertThat(witness.auctionPrints("A06612")).isEqualTo(4);
    }

    @Test
    void everyRelationHoldsAtAFixedPaceAndInTheDemo() {
        List<Contract> contracts = contracts("A01612", "A05611", "A06612");
        LocalDate date = LocalDate.of(2026, 11, 2);
        for (Pace pace : List.of(
                new Pace.Fixed(200, LocalTime.of(9, 0).toNanoOfDay()), new Pace.Demo(nanos(LocalTime.of(11, 0))))) {
            SyntheticMarket market = new SyntheticMarket(5, date, contracts, LocalTime.of(8, 45), pace);
            WireWitness witness = new WireWitness(multipliers(contracts), blocksInside(5, contracts));
            for (int step = 0; step < 120 * 60; step++) {
                market.advance(Duration.ofSeconds(1)).forEach(witness::see);
                if (witness.records() > 60_000) {
                    break;
                }
            }
            assertThat(witness.records()).as(pace.toString()).isGreaterThan(9_000);
        }
    }

    @Test
    void miniIsTheBusiestAndKeepsToItsTick() {
        List<Contract> contracts = contracts("A05611");
        List<String> day = day(9, contracts);
        assertThat(day.size()).isBetween(60_000, 260_000);
        assertThat(day).allSatisfy(text -> {
            long hundredths = WireWitness.number(WireWitness.fields(text), TickField.FUTS_PRPR)
                    .movePointRight(2)
                    .longValueExact();
            assertThat(hundredths % 2).isZero();
        });
    }

    @Test
    void sameSeedSameRecordsWhateverTheSteps() {
        List<Contract> contracts = contracts("A01612", "A05611", "A06612");
        SyntheticMarket whole = new SyntheticMarket(77, contracts, LocalTime.of(8, 45));
        SyntheticMarket inPieces = new SyntheticMarket(77, contracts, LocalTime.of(8, 45));
        SyntheticMarket other = new SyntheticMarket(78, contracts, LocalTime.of(8, 45));

        List<String> expected = whole.advance(Duration.ofMinutes(20));
        List<String> pieces = new ArrayList<>();
        for (int piece = 0; piece < 20 * 60 * 4; piece++) {
            pieces.addAll(inPieces.advance(Duration.ofMillis(250)));
        }

        assertThat(pieces).isEqualTo(expected);
        assertThat(other.advance(Duration.ofMinutes(20))).isNotEqualTo(expected);
    }

    @Test
    void aContractTellsTheSameDayWhoeverElseIsThereAndWheneverItWasAdded() {
        SyntheticMarket early = new SyntheticMarket(
                3, LocalDate.of(2026, 11, 2), contracts("A05611"), LocalTime.of(8, 45), new Pace.Natural());
        SyntheticMarket late = new SyntheticMarket(
                3, LocalDate.of(2026, 11, 2), contracts("A01612"), LocalTime.of(8, 45), new Pace.Natural());
        early.advance(Duration.ofMinutes(30));
        late.advance(Duration.ofMinutes(30));
        late.add(PRODUCTS.contract(MINI));

        List<String> expected = early.advance(Duration.ofMinutes(2));
        List<String> joined = late.advance(Duration.ofMinutes(2)).stream()
                .filter(text -> text.startsWith("A05611"))
                .toList();

        assertThat(joined).isEqualTo(expected).isNotEmpty();
    }

    @Test
    void aDayToldAgainIsTheDay() {
        SyntheticMarket market = new SyntheticMarket(
                4,
                LocalDate.of(2026, 11, 2),
                contracts("A05611", "A01612"),
                LocalTime.of(8, 45),
                new Pace.Demo(nanos(LocalTime.of(9, 30))));
        List<String> lived = market.advance(Duration.ofMinutes(60)).stream()
                .filter(text -> text.startsWith("A05611"))
                .toList();

        assertThat(market.retell(MINI).stream().map(SyntheticMarket.Trade::text))
                .isEqualTo(lived);

        market.nextTrade(MINI);
        assertThat(market.retell(MINI)).isEmpty();
    }

    @Test
    void demoMorningIsShortEnoughToSendAndWholeEnoughToDraw() {
        List<Contract> contracts = SyntheticMarket.defaultCodes(MONTH).stream()
                .map(PRODUCTS::contract)
                .toList();
        SyntheticMarket market = new SyntheticMarket(
                1,
                LocalDate.of(2026, 11, 23),
                contracts,
                LocalTime.of(11, 0),
                new Pace.Demo(nanos(LocalTime.of(11, 0))));
        for (Contract contract : contracts) {
            assertThat(market.retell(contract.code()).size())
                    .as(contract.code().text())
                    .isBetween(2_000, 9_000);
        }
    }

    @Test
    void aFixedPaceIsKept() {
        SyntheticMarket market = new SyntheticMarket(
                12,
                LocalDate.of(2026, 11, 2),
                contracts("A01612", "A05611", "A06612", "A01703"),
                LocalTime.of(10, 0),
                new Pace.Fixed(500, nanos(LocalTime.of(10, 0))));
        assertThat(market.advance(Duration.ofSeconds(100)).size()).isBetween(48_000, 52_000);
    }

    @Test
    void aForcedTradeIsOneMoreTradeLikeAnyOther() {
        List<Contract> contracts = contracts("A01612", "A05611");
        for (LocalTime start : List.of(LocalTime.of(8, 45), LocalTime.of(10, 0))) {
            SyntheticMarket market = new SyntheticMarket(21, contracts, start);
            WireWitness witness = new WireWitness(multipliers(contracts), blocksInside(21, contracts));
            for (int i = 0; i < 500; i++) {
                witness.see(market.nextTrade(i % 2 == 0 ? K200 : MINI));
                market.advance(Duration.ofMillis(100)).forEach(witness::see);
            }
            assertThat(witness.records()).isGreaterThan(500);
        }
        assertThatThrownBy(
                        () -> new SyntheticMarket(1, contracts, LocalTime.NOON).nextTrade(new InstrumentCode("A06612")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A06612");
    }

    @Test
    void aLockedMarketTradesAFewContractsAMinuteAtOnePrice() {
        List<Contract> contracts = contracts("A05611", "A01612");
        SyntheticMarket market = new SyntheticMarket(31, contracts, LocalTime.of(10, 0));
        WireWitness witness = new WireWitness(multipliers(contracts), blocksInside(31, contracts));
        market.advance(Duration.ofSeconds(30)).forEach(witness::see);

        market.lockPrices(true);
        for (int minute = 0; minute < 80; minute++) {
            List<String> records = market.advance(Duration.ofMinutes(1));
            records.forEach(witness::see);
            for (InstrumentCode code : List.of(MINI, K200)) {
                List<String> own = records.stream()
                        .filter(text -> text.startsWith(code.text()))
                        .toList();
                assertThat(own).hasSizeBetween(1, 17);
                assertThat(own).extracting(text -> text.split("\\^", -1)[9]).containsOnly("1");
            }
        }
        market.lockPrices(false);
        assertThat(market.advance(Duration.ofMinutes(1))).hasSizeGreaterThan(60);
    }

    @Test
    void theNextDayBeginsWithNothingTradedAtYesterdaysLast() {
        List<Contract> contracts = contracts("A05611");
        SyntheticMarket market = new SyntheticMarket(41, contracts, LocalTime.of(15, 0));
        Map<TickField, String> last =
                WireWitness.fields(market.advance(Duration.ofHours(1)).getLast());
        assertThat(last.get(TickField.BSOP_HOUR)).isEqualTo("154500");
        LocalDate today = market.date();

        Map<TickField, String> first =
                WireWitness.fields(market.advance(Duration.ofHours(17)).getFirst());

        assertThat(market.date()).isEqualTo(today.plusDays(1));
        assertThat(first.get(TickField.BSOP_HOUR)).isEqualTo("084500");
        assertThat(first.get(TickField.ACML_VOL)).isEqualTo(first.get(TickField.LAST_CNQN));
        assertThat(WireWitness.number(first, TickField.FUTS_PRPR)
                        .subtract(WireWitness.number(first, TickField.FUTS_PRDY_VRSS)))
                .isEqualByComparingTo(last.get(TickField.FUTS_PRPR));
    }

    @Test
    void futuresOfOneIndexMoveTogether() {
        List<Contract> contracts = contracts("A01612", "A05612");
        Map<String, Double> last = new HashMap<>();
        List<Double> apart = new ArrayList<>();
        for (String text : new SyntheticMarket(51, contracts, LocalTime.of(9, 0)).advance(Duration.ofHours(3))) {
            String[] cells = text.split("\\^", -1);
            last.put(cells[0], Double.valueOf(cells[5]));
            if (last.size() == 2) {
                apart.add(Math.abs(last.get("A01612") - last.get("A05612")));
            }
        }
        assertThat(apart.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .isLessThan(0.5);
    }

    @Test
    void fortyOneCodesOfAnyKindAreServed() {
        List<Contract> contracts = Stream.of("A01", "A05", "A06", "A04", "A08", "AA4")
                .flatMap(product -> Stream.of("612", "701", "703", "706", "709", "712", "803")
                        .map(month -> product + month))
                .limit(41)
                .map(code -> PRODUCTS.contract(new InstrumentCode(code)))
                .toList();
        SyntheticMarket market = new SyntheticMarket(61, contracts, LocalTime.of(8, 45));
        WireWitness witness = new WireWitness(multipliers(contracts), blocksInside(61, contracts));
        market.advance(Duration.ofHours(1)).forEach(witness::see);
        assertThat(contracts)
                .hasSize(41)
                .allSatisfy(contract ->
                        assertThat(witness.records(contract.code().text())).isPositive());
    }

    @Test
    void defaultCodesAreValidInEveryMonth() {
        for (YearMonth month = YearMonth.of(2026, 1); month.getYear() < 2036; month = month.plusMonths(1)) {
            YearMonth today = month;
            assertThat(SyntheticMarket.defaultCodes(month))
                    .hasSize(7)
                    .doesNotHaveDuplicates()
                    .allSatisfy(code -> {
                        assertThat(code.isOutright()).isTrue();
                        assertThat(code.month(today)).isBetween(today, today.plusMonths(6));
                    });
        }
        assertThat(SyntheticMarket.defaultCodes(MONTH))
                .extracting(InstrumentCode::text)
                .containsExactly("A01612", "A01703", "A05611", "A05612", "A05701", "A06612", "A06703");
    }

    private static List<String> day(long seed, List<Contract> contracts) {
        return new SyntheticMarket(seed, contracts, LocalTime.of(8, 40)).advance(Duration.ofHours(8));
    }

    private static long nanos(LocalTime time) {
        return time.toNanoOfDay();
    }

    static List<Contract> contracts(String... codes) {
        return Stream.of(codes)
                .map(code -> PRODUCTS.contract(new InstrumentCode(code)))
                .toList();
    }

    static Map<String, Long> multipliers(List<Contract> contracts) {
        Map<String, Long> multipliers = new HashMap<>();
        contracts.forEach(contract ->
                multipliers.put(contract.code().text(), contract.krwPerPoint().orElse(10_000)));
        return multipliers;
    }

    /// Whether a seed's blocks are inside the volume, learnt from the text of a busy day's first block.
    private static boolean blocksInside(long seed, List<Contract> contracts) {
        Map<String, Map<TickField, String>> previous = new HashMap<>();
        SyntheticMarket market = new SyntheticMarket(seed, contracts, LocalTime.of(8, 40));
        while (market.time().isBefore(LocalTime.of(23, 0))) {
            for (String text : market.advance(Duration.ofMinutes(10))) {
                Map<TickField, String> now = WireWitness.fields(text);
                Map<TickField, String> before = previous.put(now.get(TickField.FUTS_SHRN_ISCD), now);
                if (before == null) {
                    continue;
                }
                long block = WireWitness.count(now, TickField.DSCS_BLTR_ACML_QTY)
                        - WireWitness.count(before, TickField.DSCS_BLTR_ACML_QTY);
                if (block > 0) {
                    long volume =
                            WireWitness.count(now, TickField.ACML_VOL) - WireWitness.count(before, TickField.ACML_VOL);
                    return volume != WireWitness.count(now, TickField.LAST_CNQN);
                }
            }
        }
        return false;
    }
}
