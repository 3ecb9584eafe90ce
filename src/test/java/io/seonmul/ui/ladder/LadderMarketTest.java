// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Price;
import io.seonmul.market.Quote;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The inside market, what was stacked or pulled at each level, the stay of the price, and the rows' own commands.
final class LadderMarketTest {

    private final Feed feed = new Feed(Feed.MINI, 7, LocalTime.of(8, 44)).run(Duration.ofMinutes(4));
    private final LadderViewModel model = new LadderViewModel(new Words(Locale.ENGLISH), LadderSettings.DEFAULT);
    private Price bid = Price.ZERO;
    private Price ask = Price.ZERO;

    @BeforeEach
    void show() {
        model.setRowCount(31);
        model.show(feed.depth().snapshot());
        bid = feed.snapshot().quote().orElseThrow().bestBid().orElseThrow().price();
        ask = bid.plus(ticks(1));
    }

    private Price ticks(long count) {
        return Price.ofHundredths(count * feed.snapshot().contract().tickSize().hundredths());
    }

    private LadderRow row(Price price) {
        return model.page().rows().get(model.window().orElseThrow().rowOf(price));
    }

    private void depth(Price bestBid, Price bestAsk, long... bidSizes) {
        List<Quote.Level> asks = new ArrayList<>();
        List<Quote.Level> bids = new ArrayList<>();
        for (int i = 0; i < bidSizes.length; i++) {
            asks.add(Feed.level(bestAsk.plus(ticks(i)), 10, 1));
            bids.add(Feed.level(bestBid.minus(ticks(i)), bidSizes[i], 1));
        }
        model.show(feed.depth(asks, bids, Duration.ofSeconds(1)).snapshot());
    }

    @Test
    void theBestRowsAndTheSpreadBetweenThemAreMarked() {
        depth(bid, bid.plus(ticks(4)), 5, 6, 7, 8, 9);
        assertThat(row(bid).bid.best).isTrue();
        assertThat(row(bid.plus(ticks(4))).ask.best).isTrue();
        assertThat(model.page().rows().stream().filter(row -> row.inSpread)).hasSize(3);
        assertThat(model.page().rows().stream().filter(row -> row.bid.best || row.ask.best))
                .hasSize(2);
        assertThat(model.spread()).isEqualTo("4 ticks");
    }

    @Test
    void everyLevelHasWhatWasStackedOrPulledThere() {
        depth(bid, ask, 34, 46, 58, 70, 82);
        depth(bid, ask, 34, 51, 50, 70, 83);
        assertThat(row(bid.minus(ticks(1))).bid.net.text()).isEqualTo("+5");
        assertThat(row(bid.minus(ticks(2))).bid.net.text()).isEqualTo("-8");
        assertThat(row(bid.minus(ticks(3))).bid.net.text()).isEmpty();
        assertThat(row(bid.minus(ticks(4))).bid.net.text()).isEqualTo("+1");

        // What trades at the best price is no pull, and a level behind a new best begins where it stood.
        depth(bid.minus(ticks(1)), bid, 12, 50, 70, 83, 60);
        assertThat(row(bid.minus(ticks(2))).bid.net.text()).isEqualTo("-8");
        depth(bid, ask, 10, 12, 50, 70, 83);
        assertThat(row(bid.minus(ticks(1))).bid.net.text()).isEmpty();
    }

    @Test
    void aGapBeginsAnew() {
        depth(bid, ask, 34, 51, 58, 70, 82);
        assertThat(row(bid.minus(ticks(1))).bid.net.value()).isEqualTo(5);
        feed.tradeAfterLoss(bid, 3);
        depth(bid, ask, 10, 27, 30, 40, 50);
        assertThat(row(bid.minus(ticks(1))).bid.net.value()).isZero();
    }

    @Test
    void theStayOfThePriceIsCounted() {
        Price elsewhere = feed.snapshot().tick().last().plus(ticks(3));
        model.show(feed.trade(elsewhere).snapshot());
        assertThat(model.lastTrade().trades()).isEqualTo(1);
        model.show(feed.trade(elsewhere).trade(elsewhere).snapshot());
        assertThat(model.lastTrade().trades()).isEqualTo(3);
        assertThat(model.lastTrade().contracts()).isEqualTo(3);
        assertThat(model.lines().upper().get()).contains("3 trades").contains("3 contracts");
        model.show(feed.trade(elsewhere.plus(ticks(1))).snapshot());
        assertThat(model.lastTrade().trades()).isEqualTo(1);
    }

    @Test
    void theRowsFollowByTheUsersRule() {
        Price far = model.window().orElseThrow().lowest(2);
        model.choose(set -> set.withRecentre(Recentre.NEVER));
        LadderRows before = model.window().orElseThrow();
        model.show(feed.trade(far).snapshot());
        model.pass(LadderPosition.FLASH + 1);
        assertThat(model.window()).hasValue(before);

        model.choose(set -> set.withRecentre(Recentre.ALWAYS));
        assertThat(model.lastRow()).isEqualTo(15);
        model.show(feed.trade(far.minus(ticks(1))).snapshot());
        assertThat(model.lastRow()).isEqualTo(15);
        model.hold(true);
        model.show(feed.trade(far.minus(ticks(3))).snapshot());
        assertThat(model.lastRow()).as("held").isEqualTo(17);
    }

    @Test
    void oneRowIsCountedAnew() {
        Price last = feed.snapshot().tick().last();
        Price other = last.minus(ticks(1));
        long before = row(other).total.value();
        assertThat(row(last).total.value()).isPositive();
        model.resetRow(last);
        assertThat(row(last).total.value()).isZero();
        assertThat(row(other).total.value()).isEqualTo(before).isPositive();
        assertThat(model.lines().completenessText().get()).contains("1 rows reset");
        model.show(feed.trade(last).snapshot());
        assertThat(row(last).total.value()).isEqualTo(1);
        assertThat(model.lines().reset().get()).isTrue();
        model.undoReset();
        assertThat(row(last).total.value()).isGreaterThan(1);
        assertThat(model.lines().reset().get()).isFalse();
    }

    @Test
    void aFigureThatIsTooWideIsWrittenInThousands() {
        LadderRow.Cell cell = new LadderRow.Cell();
        cell.set(987);
        assertThat(cell.text(2)).isEqualTo("987");
        cell.set(12_345);
        assertThat(cell.text(5.5)).isEqualTo("12,345");
        assertThat(cell.text(4.6)).isEqualTo("12.3k");
        assertThat(cell.text(3)).isEqualTo("12k");
        cell.setSigned(-1_050);
        assertThat(cell.text(4.6)).isEqualTo("-1.0k");
        cell.setSigned(1_250);
        assertThat(cell.text(3)).isEqualTo("+1k");
    }
}
