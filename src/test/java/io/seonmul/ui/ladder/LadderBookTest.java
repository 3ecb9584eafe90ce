// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Price;
import io.seonmul.market.Quote;
import io.seonmul.protocol.TickField;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Which size stands at which price, from the depth record and the newest trade's best quote.
final class LadderBookTest {

    private static final Price BID = Price.parse("1095.60");
    private static final Price ASK = Price.parse("1095.62");

    private final Feed feed = new Feed(Feed.MINI, 11, LocalTime.of(8, 44)).run(Duration.ofMinutes(4));
    private final LadderBook book = new LadderBook();
    private final LadderBook.Sum sum = new LadderBook.Sum();

    private static Price bid(int away) {
        return BID.minus(Price.ofHundredths(2L * away));
    }

    private static Price ask(int away) {
        return ASK.plus(Price.ofHundredths(2L * away));
    }

    private void trade(Price bestBid, long bidSize, Price bestAsk, long askSize) {
        feed.trade(
                bestBid,
                new TickField[] {TickField.FUTS_BIDP1, TickField.BIDP_RSQN1, TickField.FUTS_ASKP1, TickField.ASKP_RSQN1
                },
                bestBid.toString(),
                Long.toString(bidSize),
                bestAsk.toString(),
                Long.toString(askSize));
    }

    private LadderBook.Sum asks(Price lowest, Price highest) {
        book.asks.sum(lowest.hundredths(), highest.hundredths(), sum);
        return sum;
    }

    private LadderBook.Sum asks(int away) {
        return asks(ask(away), ask(away));
    }

    private LadderBook.Sum bids(int away) {
        book.bids.sum(bid(away).hundredths(), bid(away).hundredths(), sum);
        return sum;
    }

    @Test
    void aloneTheTradeTellsOnePriceASideAndNothingIsKnownBeyond() {
        trade(BID, 8, ASK, 7);
        book.fill(feed.snapshot(), false, 1);
        assertThat(asks(0).size).isEqualTo(7);
        assertThat(asks(0).orders).isZero();
        assertThat(asks(0).beyond).isFalse();
        assertThat(asks(1).beyond).isTrue();
        assertThat(asks(1).level).isFalse();
        assertThat(bids(0).size).isEqualTo(8);
        assertThat(bids(1).beyond).isTrue();
        assertThat(bids(-1).beyond).as("in front of the best bid there is none").isFalse();
    }

    @Test
    void aDepthRecordAfterTheTradeReplacesItsQuote() {
        trade(BID, 8, ASK, 7);
        feed.depth(BID, ASK, Duration.ZERO);
        book.fill(feed.snapshot(), false, 1);
        for (int level = 0; level < Quote.LEVELS; level++) {
            assertThat(asks(level).size).isEqualTo(21 + 17L * level);
            assertThat(asks(level).orders).isEqualTo(4 + 3L * level);
            assertThat(asks(level).older).isFalse();
            assertThat(bids(level).size).isEqualTo(34 + 12L * level);
        }
        assertThat(asks(5).beyond).isTrue();
        assertThat(bids(5).beyond).isTrue();
    }

    @Test
    void aTradeAfterTheDepthRecordTellsTheBestAndMakesTheRestOlder() {
        trade(BID, 8, ASK, 7);
        feed.depth(BID, ASK, Duration.ZERO);
        trade(BID, 9, ASK, 3);
        book.fill(feed.snapshot(), false, 1);
        assertThat(asks(0).size).isEqualTo(3);
        assertThat(asks(0).older).isFalse();
        assertThat(asks(0).orders).isEqualTo(4);
        assertThat(asks(0).ordersOlder).isTrue();
        assertThat(asks(1).older).isTrue();
        assertThat(bids(0).size).isEqualTo(9);
        assertThat(bids(4).older).isTrue();
    }

    @Test
    void whatTheNewestTradeHasGoneThroughIsNoLongerThere() {
        trade(BID, 8, ASK, 7);
        feed.depth(BID, ASK, Duration.ZERO);
        trade(ask(0), 5, ask(2), 11);
        book.fill(feed.snapshot(), false, 1);
        assertThat(asks(0).level).isFalse();
        assertThat(asks(1).level).isFalse();
        assertThat(asks(2).size).isEqualTo(11);
        assertThat(asks(3).older).isTrue();
        assertThat(book.bids.best()).hasValue(ask(0).hundredths());
        assertThat(book.bids.count()).as("the new best and the five behind it").isEqualTo(6);
    }

    @Test
    void aSideOfFewerLevelsEndsThereAndAnUntoldSizeIsUnknown() {
        feed.depth(
                List.of(Feed.level(ask(0), 5, 0), new Quote.Level(ask(2), OptionalLong.empty(), OptionalLong.empty())),
                List.of(),
                Duration.ZERO);
        book.fill(feed.snapshot(), false, 1);
        assertThat(asks(0).orders).isZero();
        assertThat(asks(1).level).isFalse();
        assertThat(asks(2).size).isEqualTo(LadderBook.UNKNOWN);
        assertThat(asks(2).level).isTrue();
        assertThat(asks(9).beyond).isFalse();
        assertThat(book.bids.best()).isEmpty();
        assertThat(bids(3).beyond).isFalse();
    }

    @Test
    void aRowOfSeveralTicksSumsUpAndSaysWhereItKnowsOnlyAPart() {
        feed.depth(BID, ASK, Duration.ZERO);
        book.fill(feed.snapshot(), false, 1);
        assertThat(asks(ask(0), ask(2)).size).isEqualTo(21 + 38 + 55);
        assertThat(asks(ask(0), ask(2)).orders).isEqualTo(4 + 7 + 10);
        assertThat(asks(ask(0), ask(4)).beyond).isFalse();
        assertThat(asks(ask(3), ask(6)).beyond).isTrue();
        assertThat(asks(ask(3), ask(6)).level).isTrue();
    }

    @Test
    void rowsDoNotBlinkWhereTheNextDepthRecordComesWithinASecond() {
        feed.depth(BID, ASK, Duration.ZERO);
        trade(BID, 9, ASK, 3);
        book.fill(feed.snapshot(), false, 0);
        assertThat(asks(0).size).isEqualTo(3);
        assertThat(asks(1).older).isFalse();
        assertThat(asks(0).ordersOlder).isFalse();
    }

    @Test
    void withoutALinkNothingIsUpToDate() {
        feed.depth(BID, ASK, Duration.ZERO);
        book.fill(feed.snapshot(), true, 0);
        assertThat(asks(0).older).isTrue();
        assertThat(bids(4).older).isTrue();
    }
}
