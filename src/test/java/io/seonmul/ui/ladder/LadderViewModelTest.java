// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.protocol.TickField;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ladder's behaviour, without a screen: records of the synthetic market in, rows and sentences out.
final class LadderViewModelTest {

    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final int ROWS = 21;

    private final Feed feed = new Feed(Feed.MINI, 7, LocalTime.of(8, 44)).run(Duration.ofMinutes(4));
    private final LadderViewModel model = new LadderViewModel(ENGLISH, LadderSettings.DEFAULT);

    @BeforeEach
    void showTwentyOneRows() {
        model.setRowCount(ROWS);
        model.show(feed.snapshot());
    }

    private Price last() {
        return feed.snapshot().tick().last();
    }

    private Price ticksAway(int ticks) {
        return last().plus(Price.ofHundredths(2L * ticks));
    }

    private void trade(Price price) {
        model.show(feed.trade(price).snapshot());
    }

    private LadderRows window() {
        return model.window().orElseThrow();
    }

    private LadderRow lastRow() {
        List<LadderRow> rows =
                model.page().rows().stream().filter(row -> row.last).toList();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    @Test
    void beginsWithTheLastPriceInTheMiddle() {
        assertThat(model.page().rows()).hasSize(ROWS);
        assertThat(model.page().rows().get(10)).isSameAs(lastRow());
        assertThat(lastRow().price()).isEqualTo(last());
        assertThat(model.lines().hint().get()).isEqualTo(LadderPosition.Hint.NONE);
    }

    @Test
    void rowsHoldWhatTheProfileHolds() {
        InstrumentSnapshot snapshot = feed.snapshot();
        for (LadderRow row : model.page().rows()) {
            assertThat(row.traded()).isEqualTo(snapshot.profile().at(row.price()));
            assertThat(Math.max(0, row.bid.size.value()))
                    .isEqualTo(
                            snapshot.tick()
                                            .quote()
                                            .bid()
                                            .filter(row.price()::equals)
                                            .isPresent()
                                    ? snapshot.tick().quote().bidSize().orElseThrow()
                                    : 0);
            assertThat(Math.max(0, row.ask.size.value()))
                    .isEqualTo(
                            snapshot.tick()
                                            .quote()
                                            .ask()
                                            .filter(row.price()::equals)
                                            .isPresent()
                                    ? snapshot.tick().quote().askSize().orElseThrow()
                                    : 0);
        }
        assertThat(model.page().rows().stream()
                        .mapToLong(row -> Math.max(0, row.bid.size.value()) + Math.max(0, row.ask.size.value()))
                        .sum())
                .as("the quote is near the last price")
                .isPositive();
    }

    @Test
    void groupedRowsHoldTheSumAndLoseNoContract() {
        long whole = contractsInView();
        model.choose(set -> set.withGrouping(10));
        for (int i = 0; i < ROWS; i++) {
            long expected = 0;
            for (int tick = 0; tick < 10; tick++) {
                expected += feed.snapshot()
                        .profile()
                        .at(window().lowest(i).plus(Price.ofHundredths(2L * tick)))
                        .total();
            }
            assertThat(model.page().rows().get(i).total.value()).isEqualTo(expected);
        }
        assertThat(contractsInView()).isGreaterThan(whole);
        assertThat(model.settings().get().grouping()).isEqualTo(10);
    }

    private long contractsInView() {
        return model.page().rows().stream().mapToLong(row -> row.total.value()).sum();
    }

    @ParameterizedTest(name = "{0} ticks a row")
    @ValueSource(ints = {1, 2, 5, 10})
    void noMarkIsLostWhereverTheWindowStands(int grouping) {
        model.hold(true);
        model.choose(set -> set.withGrouping(grouping));
        for (LadderMark mark : model.marks()) {
            model.lookAt(mark.price());
            List<LadderRow> holders = model.page().rows().stream()
                    .filter(row -> row.marks.contains(mark))
                    .toList();
            assertThat(holders).as(mark.toString()).hasSize(1);
            assertThat(model.explain(holders.getFirst()))
                    .anyMatch(line -> line.startsWith(mark.name(ENGLISH) + "  " + Formats.price(mark.price())));
        }
        assertThat(model.marks())
                .extracting(LadderMark::kind)
                .containsOnlyOnce(
                        LadderMark.Kind.OPEN,
                        LadderMark.Kind.HIGH,
                        LadderMark.Kind.LOW,
                        LadderMark.Kind.SETTLEMENT,
                        LadderMark.Kind.THEORY,
                        LadderMark.Kind.VWAP,
                        LadderMark.Kind.SPOT,
                        LadderMark.Kind.CONTROL,
                        LadderMark.Kind.BAND_UPPER,
                        LadderMark.Kind.BAND_LOWER);
    }

    @Test
    void theNextMarksBeyondTheRowsAreNamed() {
        model.hold(true);
        for (int step = 0; step < 40; step++) {
            LadderRows rows = window();
            assertThat(model.page().above())
                    .isEqualTo(model.marks().stream()
                            .filter(mark -> rows.rowOfMark(mark.price()) < 0)
                            .reduce((higher, lower) -> lower));
            assertThat(model.page().below())
                    .isEqualTo(model.marks().stream()
                            .filter(mark -> rows.rowOfMark(mark.price()) >= ROWS)
                            .findFirst());
            model.scroll(-25);
        }
    }

    @Test
    void staysWhileThePriceIsAwayFromTheEdge() {
        LadderRows before = window();
        trade(ticksAway(7));
        assertThat(window()).isEqualTo(before);
        assertThat(lastRow()).isSameAs(model.page().rows().get(3));
    }

    @Test
    void flashesNearTheEdgeThenFollowsAndSaysHowFarItMovedForThreeSeconds() {
        LadderRows before = window();
        trade(ticksAway(8));
        assertThat(window()).isEqualTo(before);
        assertThat(model.lines().hint().get()).isEqualTo(LadderPosition.Hint.ABOUT_TO_MOVE);
        assertThat(model.isFlashBright()).isTrue();
        assertThat(model.pass(LadderPosition.FLASH - 1)).isTrue();
        assertThat(window()).isEqualTo(before);
        model.pass(1);
        assertThat(window().ticksAbove(before)).isEqualTo(8);
        assertThat(model.lines().hint().get()).isEqualTo(LadderPosition.Hint.MOVED);
        assertThat(model.lines().hintText().get()).isEqualTo("▲ moved +8 ticks");
        for (int second = 0; second < 3; second++) {
            assertThat(model.lines().hint().get()).isEqualTo(LadderPosition.Hint.MOVED);
            model.second(Feed.RECEIVED);
        }
        assertThat(model.lines().hint().get()).isEqualTo(LadderPosition.Hint.NONE);
    }

    @Test
    void aFlashEndsWithoutAMoveWhereThePriceComesBackOrTheUserTakesHold() {
        LadderRows before = window();
        trade(ticksAway(8));
        trade(ticksAway(-4));
        assertThat(model.lines().hint().get()).isEqualTo(LadderPosition.Hint.NONE);
        model.pass(LadderPosition.FLASH);
        assertThat(window()).isEqualTo(before);
        trade(ticksAway(4));
        assertThat(model.lines().hint().get()).isEqualTo(LadderPosition.Hint.ABOUT_TO_MOVE);
        model.hold(true);
        model.pass(LadderPosition.FLASH);
        assertThat(window()).isEqualTo(before);
    }

    @Test
    void neverMovesWhileHeldAndSaysWhereTheLastPriceIs() {
        model.hold(true);
        LadderRows before = window();
        trade(ticksAway(17));
        assertThat(window()).isEqualTo(before);
        assertThat(model.lines().hint().get()).isEqualTo(LadderPosition.Hint.LAST_ABOVE);
        assertThat(model.lines().hintText().get()).isEqualTo("▲ last is 7 ticks above – Space to recentre");
        trade(last().minus(Price.parse("0.56")));
        assertThat(model.lines().hintText().get()).isEqualTo("▼ last is 1 tick below – Space to recentre");
        assertThat(window()).isEqualTo(before);

        model.hold(false);
        assertThat(lastRow()).isSameAs(model.page().rows().get(10));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 20261126})
    void whatIsUnderThePointerNeverMovesWhateverTradesAndWhateverIsFreeFollows(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            boolean held = random.nextBoolean();
            model.hold(held);
            LadderRows before = window();
            trade(ticksAway(random.nextInt(-30, 31)));
            if (held) {
                assertThat(window()).as("seed %d, step %d", seed, i).isEqualTo(before);
            } else {
                model.pass(LadderPosition.FLASH);
                assertThat(window().isNearEdge(last()))
                        .as("seed %d, step %d", seed, i)
                        .isFalse();
            }
        }
    }

    @Test
    void scrollsPagesAndComesBack() {
        model.hold(true);
        LadderRows before = window();
        model.scroll(5);
        assertThat(window().ticksAbove(before)).isEqualTo(5);
        model.page(-1);
        assertThat(window().ticksAbove(before)).isEqualTo(5 - (ROWS - 1));
        model.recentre();
        assertThat(window()).isEqualTo(before);
        model.scroll(1_000_000);
        assertThat(window().shows(feed.snapshot().limits().stages().getLast().upper()))
                .as("not beyond what can ever trade")
                .isTrue();
    }

    @Test
    void aTradeGlowsAndFades() {
        assertThat(lastRow().heat).isEqualTo(1);
        Price before = last();
        trade(ticksAway(2));
        assertThat(lastRow().heat).isEqualTo(1);
        model.pass(TradeTrail.GLOW / 2);
        assertThat(model.page().rows().get(window().rowOf(before)).heat).isEqualTo(0.5);
        assertThat(model.animated().get()).isTrue();
        assertThat(model.pass(TradeTrail.GLOW / 2)).as("the pump may sleep").isFalse();
        assertThat(model.page().rows()).allMatch(row -> row.heat == 0);
    }

    @Test
    void theRowUnderThePointerIsExplained() {
        int row = window().rowOf(ticksAway(4));
        model.point(row);
        assertThat(model.lines().upper().get())
                .contains("+4 ticks")
                .contains("+0.08")
                .contains("+0.01%");
        assertThat(model.lines().lower().get())
                .startsWith(
                        "Traded " + feed.snapshot().profile().at(ticksAway(4)).total());
        assertThat(model.lines().book().get()).isEqualTo("Beyond the known levels: not known");
        model.leave();
        assertThat(model.lines().upper().get()).startsWith("Last ");
        assertThat(model.lines().lower().get()).startsWith("Stacked/pulled ");
    }

    @Test
    void noQuoteIsSaid() {
        TickField[] quote = {TickField.FUTS_ASKP1, TickField.FUTS_BIDP1};
        model.show(feed.trade(last(), quote, "0.00", "0.00").snapshot());
        assertThat(model.page().rows())
                .allMatch(row ->
                        row.bid.size.text().isEmpty() && row.ask.size.text().isEmpty());
        assertThat(model.page().rows()).noneMatch(row -> row.bid.side || row.ask.side);
        assertThat(model.lines().lower().get()).isEqualTo("No quote");
    }

    @Test
    void anotherCodeLeavesNothingOfTheFirst() {
        Feed other = new Feed(Feed.K200, 7, LocalTime.of(8, 44)).run(Duration.ofMinutes(2));
        model.hold(true);
        model.scroll(50);
        model.show(other.snapshot());
        assertThat(window().tickSize()).isEqualTo(Price.parse("0.05"));
        assertThat(lastRow().price()).isEqualTo(other.snapshot().tick().last());
        assertThat(model.lines().hint().get()).isEqualTo(LadderPosition.Hint.NONE);
        assertThat(model.lines().header().get().code()).isEqualTo(Feed.K200);
        model.clear();
        assertThat(model.page().rows()).isEmpty();
        assertThat(model.lines().header().get()).isEqualTo(LadderHeader.EMPTY);
        assertThat(model.empty().get()).isTrue();
    }

    @Test
    void completenessIsSaidAsItIs() {
        assertThat(model.lines().completenessText().get()).isEqualTo("Volume complete from the open");
        Feed late = new Feed(Feed.MINI, 7, LocalTime.of(10, 12)).run(Duration.ofMinutes(1));
        model.show(late.snapshot());
        assertThat(model.lines().completeness().get()).isEqualTo(LadderLines.Completeness.PARTIAL);
        assertThat(model.lines().completenessText().get()).startsWith("Volume since 10:12:");
        late.run(Duration.ofMinutes(1), n -> n % 2 == 0);
        model.show(late.snapshot());
        assertThat(model.lines().completeness().get()).isEqualTo(LadderLines.Completeness.LOSSY);
        assertThat(model.lines().completenessText().get())
                .endsWith(late.snapshot().audit().lostContracts() + " contracts lost");
    }

    @Test
    void settingsFromAFileAreMadeValid() {
        assertThat(new LadderSettings(7, true, false, List.of(), Recentre.EDGE).grouping())
                .isEqualTo(5);
        assertThat(new LadderSettings(-3, true, false, List.of(), Recentre.EDGE))
                .isEqualTo(LadderSettings.DEFAULT);
        assertThat(new LadderSettings(10, true, false, List.of(), Recentre.EDGE).coarser())
                .isEqualTo(new LadderSettings(10, true, false, List.of(), Recentre.EDGE));
        assertThat(new LadderSettings(1, true, false, List.of(), Recentre.EDGE)
                        .coarser()
                        .coarser()
                        .finer())
                .isEqualTo(new LadderSettings(2, true, false, List.of(), Recentre.EDGE));
    }

    @Test
    void marksThatDoNotFitAreCountedNeverOverlaid() {
        List<String> labels = List.of("+8%", "H", "T", "V");
        assertThat(MarkColumn.fit(labels, label -> label.length() * 10.0, 62))
                .isEqualTo(new MarkColumn.Fit(List.of("+8%", "H"), 2));
        assertThat(MarkColumn.fit(labels, label -> label.length() * 10.0, 200))
                .isEqualTo(new MarkColumn.Fit(labels, 0));
        assertThat(MarkColumn.fit(labels, label -> label.length() * 10.0, 5))
                .isEqualTo(new MarkColumn.Fit(List.of("+8%"), 3));
    }

    @Test
    void aDoubtfulTradeIsMarkedInTheRowsAndInTheLine() {
        assertThat(model.lastTrade().doubtful()).isFalse();
        model.show(feed.trade(ticksAway(2), TickField.ACML_VOL, "9999999").snapshot());
        assertThat(model.lastTrade().doubtful()).isTrue();
        assertThat(lastRow().price()).isEqualTo(last());
        assertThat(model.lines().upper().get()).startsWith("Doubtful, being checked");
    }
}
