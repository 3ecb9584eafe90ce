// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Depth;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Price;
import io.seonmul.market.ProductTable;
import io.seonmul.session.CodeState;
import io.seonmul.session.CodeStatus;
import io.seonmul.session.FailureReason;
import io.seonmul.session.FeedCounters;
import io.seonmul.session.MarketToday;
import io.seonmul.session.SessionState;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The order book in the ladder's rows, the picture under a pointer, and the profile since a reset.
final class LadderDepthTest {

    private static final int ROWS = 21;

    private final Feed feed = new Feed(Feed.MINI, 7, LocalTime.of(8, 44)).run(Duration.ofMinutes(4));
    private final LadderViewModel model = new LadderViewModel(new Words(Locale.ENGLISH), LadderSettings.DEFAULT);

    @BeforeEach
    void showTwentyOneRows() {
        model.setRowCount(ROWS);
        model.show(feed.depth().snapshot());
    }

    private Price last() {
        return feed.snapshot().tick().last();
    }

    private LadderRows window() {
        return model.window().orElseThrow();
    }

    private String bookLine() {
        return model.lines().book().get();
    }

    private static SessionStatus status(SessionState state, Optional<CodeState> depth) {
        CodeStatus code = new CodeStatus(
                ProductTable.builtIn().contract(new InstrumentCode(Feed.MINI)),
                new CodeState.Flowing(),
                Optional.empty(),
                true,
                depth);
        return new SessionStatus(
                state,
                List.of(code),
                FeedCounters.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                MarketToday.NOT_KNOWN);
    }

    private void session(CodeState depth) {
        model.session(status(new SessionState.Live(Feed.RECEIVED), Optional.of(depth)));
    }

    @Test
    void fiveLevelsASideStandInTheirRows() {
        List<LadderRow> rows = model.page().rows();
        assertThat(rows.stream().filter(row -> row.ask.level)).hasSize(5);
        assertThat(rows.stream().filter(row -> row.bid.level)).hasSize(5);
        LadderRow best = rows.stream()
                .filter(row -> row.ask.level)
                .reduce((higher, lower) -> lower)
                .orElseThrow();
        assertThat(best.ask.size.text()).isEqualTo("21");
        assertThat(best.ask.orders.text()).isEqualTo("4");
        assertThat(rows.getFirst().ask.size.text()).as("beyond the fifth level").isEqualTo("–");
        assertThat(rows.getLast().bid.size.text()).isEqualTo("–");
        assertThat(model.page().mostQuoted()).isEqualTo(89);
    }

    @Test
    void theAgeOfALevelGrowsByTheSecond() {
        model.second(Feed.RECEIVED.plusSeconds(7));
        assertThat(model.page().rows()).filteredOn(row -> row.ask.level).allMatch(row -> row.age == 7);
        assertThat(bookLine()).isEqualTo("Five levels, 7 s old");
        model.show(feed.trade(last()).snapshot());
        assertThat(bookLine()).isEqualTo("Five levels, 7 s old  ·  older than the last trade");
        assertThat(model.page().rows()).anyMatch(row -> row.ask.older);
    }

    @Test
    void whyThereIsNoDepthIsSaid() {
        model.show(feed.forgetDepth().snapshot());
        model.session(status(new SessionState.Live(Feed.RECEIVED), Optional.empty()));
        assertThat(bookLine()).isEqualTo("Depth not registered – best quote only");
        session(new CodeState.Requested());
        assertThat(bookLine()).isEqualTo("Depth requested – best quote only");
        session(new CodeState.Registered(Feed.RECEIVED));
        assertThat(bookLine()).isEqualTo("No depth yet – best quote only");
        session(new CodeState.Refused("OPSP0008", "MAX SUBSCRIBE OVER"));
        assertThat(bookLine()).isEqualTo("No room for depth in the quota – best quote only");
        session(new CodeState.Refused("OPSP8992", "?"));
        assertThat(bookLine()).isEqualTo("Depth refused (OPSP8992) – best quote only");
        assertThat(model.lines().bookWanting().get()).isTrue();
        assertThat(model.page().rows().stream().filter(row -> row.ask.level)).hasSize(1);
    }

    @Test
    void withoutALinkEveryLevelIsHatchedAndTheTimeIsSaid() {
        model.session(status(
                new SessionState.Waiting(FailureReason.LINK_LOST, "", 2, Feed.RECEIVED),
                Optional.of(new CodeState.Requested())));
        assertThat(bookLine()).startsWith("No connection – figures as of ");
        assertThat(model.page().rows()).filteredOn(row -> row.bid.level).allMatch(row -> row.bid.older);
        session(new CodeState.Flowing());
        assertThat(model.page().rows()).noneMatch(row -> row.bid.older);
    }

    @Test
    void whatWasStackedOrPulledIsUnknownAfterALossUntilThePriceChanges() {
        QueueDoubt doubt = new QueueDoubt();
        doubt.take(feed.snapshot());
        Optional<Depth.Queue> bid = feed.snapshot().depth().bid();
        assertThat(doubt.known(bid)).isEqualTo(bid).isPresent();

        feed.tradeAfterLoss(last(), 8);
        doubt.take(feed.snapshot());
        assertThat(feed.snapshot().audit().lostContracts()).isPositive();
        assertThat(doubt.known(feed.snapshot().depth().bid())).isEmpty();

        Price moved = bid.orElseThrow().price().minus(Price.parse("0.02"));
        feed.depth(moved, moved.plus(Price.parse("0.04")), Duration.ZERO);
        doubt.take(feed.snapshot());
        assertThat(doubt.known(feed.snapshot().depth().bid())).isPresent();
    }

    @Test
    void underAMovingPointerThePictureStandsAndSaysWhatItMisses() {
        model.hold(true);
        model.point(4);
        long volume =
                model.page().rows().stream().mapToLong(row -> row.total.value()).sum();
        Price before = last();
        for (int i = 0; i < 3; i++) {
            model.show(feed.trade(last().plus(Price.parse("0.02"))).snapshot());
        }
        assertThat(model.lines().frozen().get()).isEqualTo("Held · since then trades 3, contracts 3, Δ +3, +3 ticks");
        assertThat(model.page().rows().stream().mapToLong(row -> row.total.value()))
                .satisfies(totals -> assertThat(
                                totals.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(volume));
        assertThat(model.page().rows())
                .filteredOn(row -> row.last)
                .allMatch(row -> row.price().equals(before));
        assertThat(model.page().rows())
                .filteredOn(row -> row.present)
                .allMatch(row -> row.price().equals(last()));

        model.leave();
        assertThat(model.isFrozen()).isFalse();
        assertThat(model.lines().frozen().get()).isEmpty();
        assertThat(model.page().rows())
                .filteredOn(row -> row.last)
                .allMatch(row -> row.price().equals(last()));
    }

    @Test
    void aPointerThatRestsShowsThePresentAfterFiveSecondsAndARowStillStands() {
        model.hold(true);
        model.point(4);
        for (int second = 1; second < HoverFreeze.REST_SECONDS; second++) {
            model.second(Feed.RECEIVED);
        }
        assertThat(model.isFrozen()).isTrue();
        model.second(Feed.RECEIVED);
        assertThat(model.isFrozen()).isFalse();
        LadderRows rows = window();
        model.show(feed.trade(last().plus(Price.parse("0.40"))).snapshot());
        assertThat(window()).isEqualTo(rows);
        model.point(4);
        assertThat(model.isFrozen()).isTrue();
    }

    @Test
    void whoDoesNotWantItIsNotStopped() {
        model.choose(set -> set.withFreezes(false));
        model.hold(true);
        model.point(4);
        assertThat(model.isFrozen()).isFalse();
        assertThat(model.settings().get().freezes()).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {9, 20261127})
    void noStreamOfTradesAndDepthMovesARowUnderThePointer(long seed) {
        Random random = new Random(seed);
        model.hold(true);
        model.point(10);
        LadderRows rows = window();
        LadderRow pointed = model.page().rows().get(10);
        Price price = pointed.price();
        for (int i = 0; i < 400; i++) {
            switch (random.nextInt(4)) {
                case 0 ->
                    model.show(feed.depth(last(), last().plus(Price.parse("0.02")), Duration.ofMillis(i))
                            .snapshot());
                case 1 -> model.second(Feed.RECEIVED.plusSeconds(i));
                case 2 -> model.pass(random.nextLong(400_000_000));
                default ->
                    model.show(feed.trade(last().plus(Price.ofHundredths(2L * random.nextInt(-40, 41))))
                            .snapshot());
            }
            assertThat(window()).as("seed %d, step %d", seed, i).isEqualTo(rows);
            assertThat(model.page().rows().get(10)).isSameAs(pointed);
            assertThat(pointed.price()).isEqualTo(price);
        }
    }

    @Test
    void theProfileCanBeCountedFromNowOnAndThatCanBeUndone() {
        long whole = contracts();
        model.resetProfile();
        assertThat(contracts()).isZero();
        String time = feed.snapshot().tick().time().toString();
        assertThat(model.lines().completenessText().get()).isEqualTo("Since reset " + time + "  ·  complete");
        model.show(feed.trade(last()).snapshot());
        assertThat(contracts()).isEqualTo(1);
        model.show(feed.tradeAfterLoss(last(), 5).snapshot());
        assertThat(model.lines().completenessText().get()).endsWith("5 contracts lost");
        assertThat(model.lines().completeness().get()).isEqualTo(LadderLines.Completeness.LOSSY);
        model.resetProfile();
        assertThat(contracts()).isZero();
        model.undoReset();
        assertThat(contracts()).isEqualTo(2);
        model.undoReset();
        assertThat(contracts()).isEqualTo(whole + 2);
        assertThat(model.lines().reset().get()).isFalse();
    }

    private long contracts() {
        return model.page().rows().stream().mapToLong(row -> row.total.value()).sum();
    }

    @Test
    void hiddenMarksAreNotDrawnAndStayHidden() {
        model.choose(set -> set.withShown("stages", false));
        model.choose(set -> set.withShown("vwap", false));
        assertThat(model.settings().get().hidden()).containsExactly("stages", "vwap");
        for (LadderMark mark : model.marks()) {
            model.lookAt(mark.price());
            assertThat(model.page().rows().stream().anyMatch(row -> row.marks.contains(mark)))
                    .as(mark.toString())
                    .isEqualTo(!mark.family().equals("stages") && !mark.family().equals("vwap"));
        }
        assertThat(new LadderSettings(2, true, false, List.of("vwap", "nonsense", "vwap"), Recentre.EDGE).hidden())
                .containsExactly("vwap");
    }

    @Test
    void narrowLaddersLeaveTheLeastNeededColumnsOut() {
        for (int width = 240; width <= 600; width++) {
            LadderGrid grid = LadderGrid.of(width, 400, false);
            LadderGrid mirrored = LadderGrid.of(width, 400, true);
            assertThat(mirrored.left(LadderGrid.Column.PRICE)).isEqualTo(grid.left(LadderGrid.Column.PRICE));
            assertThat(mirrored.isLeftOfPrice(LadderGrid.Column.ASK)).isTrue();
            assertThat(mirrored.isLeftOfPrice(LadderGrid.Column.BID)).isFalse();
            assertThat(grid.right(LadderGrid.Column.TOTAL)).isEqualTo(width);
            for (LadderGrid.Column column : List.of(
                    LadderGrid.Column.MARKS, LadderGrid.Column.BID, LadderGrid.Column.PRICE, LadderGrid.Column.ASK)) {
                assertThat(grid.width(column)).as("%s at %d", column, width).isGreaterThanOrEqualTo(38);
            }
            assertThat(grid.has(LadderGrid.Column.BUY) || !grid.has(LadderGrid.Column.BID_NET))
                    .isTrue();
            assertThat(grid.has(LadderGrid.Column.BID_NET) || !grid.has(LadderGrid.Column.BID_ORDERS))
                    .isTrue();
        }
        LadderGrid mirrored = LadderGrid.of(600, 400, true);
        assertThat(mirrored.headAt(mirrored.left(LadderGrid.Column.ASK) + 1.0, 3))
                .hasValue(LadderGrid.Column.ASK);
        assertThat(mirrored.headAt(90, LadderGrid.HEAD)).isEmpty();
        assertThat(LadderGrid.of(240, 400, false).has(LadderGrid.Column.BUY)).isFalse();
        assertThat(LadderGrid.of(302, 400, false).has(LadderGrid.Column.SELL)).isTrue();
        assertThat(LadderGrid.of(600, 400, false).has(LadderGrid.Column.BID_ORDERS))
                .isTrue();
    }
}
