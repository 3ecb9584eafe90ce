// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.ProductTable;
import io.seonmul.market.Quote;
import io.seonmul.protocol.Frame;
import io.seonmul.protocol.ProtocolException;
import io.seonmul.protocol.QuoteDecoder;
import io.seonmul.protocol.QuoteField;
import io.seonmul.protocol.TickField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The order books of the synthetic market: sound in themselves and consistent with its trades.
final class SyntheticDepthTest {

    private static final ProductTable PRODUCTS = ProductTable.builtIn();
    private static final InstrumentCode MINI = new InstrumentCode("A05611");

    private final QuoteDecoder decoder = new QuoteDecoder();

    private Quote quote(SyntheticMarket market, InstrumentCode code) {
        String text = market.book(code, 0).orElseThrow().text();
        assertThat(text.split("\\^", -1)).hasSize(QuoteField.WIDTH);
        List<Quote> quotes = new ArrayList<>();
        try {
            decoder.decode(
                    Frame.parse("0|H0IFASP0|001|" + text),
                    Instant.EPOCH,
                    quotes::add,
                    rejected -> fail("rejected: " + text, rejected));
        } catch (ProtocolException e) {
            fail("no record: " + text, e);
        }
        return quotes.getFirst();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theBestLevelsAreThoseOfTheTradeRecordAtEveryTrade(long seed) {
        List<Contract> contracts = contracts("A01612", "A05611", "A06703", "A04611", "AA4612");
        LocalTime start = LocalTime.of(8, 40);
        SyntheticMarket telling = new SyntheticMarket(seed, contracts, start);
        SyntheticMarket asked = new SyntheticMarket(seed, contracts, start);
        Set<InstrumentCode> seen = new HashSet<>();
        Map<InstrumentCode, Integer> full = new HashMap<>();
        long now = start.toNanoOfDay();
        for (Duration step : List.of(Duration.ofMinutes(7), Duration.ofHours(6), Duration.ofMinutes(70))) {
            List<SyntheticMarket.Trade> trades = telling.trades(step);
            List<SyntheticMarket.Trade> some = trades.size() > 6_000 ? trades.subList(0, 6_000) : trades;
            List<SyntheticMarket.Trade> last = trades.subList(Math.max(0, trades.size() - 50), trades.size());
            for (SyntheticMarket.Trade trade :
                    Stream.concat(some.stream(), last.stream()).toList()) {
                if (trade.nanoOfDay() < now) {
                    continue;
                }
                long to = trade.nanoOfDay() + 1;
                List<SyntheticMarket.Trade> made = asked.trades(Duration.ofNanos(to - now));
                now = to;
                assertThat(made).contains(trade);
                Quote quote = quote(asked, trade.code());
                assertSound(quote, PRODUCTS.contract(trade.code()));
                assertBestOf(quote, trade.text());
                seen.add(trade.code());
                if (quote.asks().size() == Quote.LEVELS && quote.bids().size() == Quote.LEVELS) {
                    full.merge(trade.code(), 1, Integer::sum);
                }
            }
        }
        assertThat(seen).hasSize(contracts.size());
        assertThat(full.keySet()).as("books with five levels a side").hasSize(contracts.size());
    }

    private static void assertBestOf(Quote quote, String record) {
        Map<TickField, String> fields = WireWitness.fields(record);
        assertThat(List.of(
                        quote.bestAsk().orElseThrow().price().toString(),
                        quote.bestBid().orElseThrow().price().toString()))
                .as(record)
                .containsExactly(fields.get(TickField.FUTS_ASKP1), fields.get(TickField.FUTS_BIDP1));
        assertThat(List.of(
                        quote.bestAsk().orElseThrow().size().orElseThrow(),
                        quote.bestBid().orElseThrow().size().orElseThrow(),
                        quote.askTotal().size().orElseThrow(),
                        quote.bidTotal().size().orElseThrow()))
                .as(record)
                .containsExactly(
                        WireWitness.count(fields, TickField.ASKP_RSQN1),
                        WireWitness.count(fields, TickField.BIDP_RSQN1),
                        WireWitness.count(fields, TickField.TOTAL_ASKP_RSQN),
                        WireWitness.count(fields, TickField.TOTAL_BIDP_RSQN));
    }

    private static void assertSound(Quote quote, Contract contract) {
        assertSound(quote, contract, quote.asks(), quote.askTotal(), 1);
        assertSound(quote, contract, quote.bids(), quote.bidTotal(), -1);
        assertThat(quote.bestAsk().orElseThrow().price())
                .as(quote.raw())
                .isGreaterThan(quote.bestBid().orElseThrow().price());
    }

    private static void assertSound(
            Quote quote, Contract contract, List<Quote.Level> levels, Quote.Total total, int outward) {
        long tick = contract.tickSize().hundredths();
        long size = 0;
        long orders = 0;
        long before = 0;
        for (Quote.Level level : levels) {
            long price = level.price().hundredths();
            assertThat(price % tick).as(quote.raw()).isZero();
            assertThat(before == 0 || (price - before) * outward > 0)
                    .as(quote.raw())
                    .isTrue();
            assertThat(level.orders().orElseThrow())
                    .as(quote.raw())
                    .isBetween(1L, level.size().orElseThrow());
            before = price;
            size += level.size().orElseThrow();
            orders += level.orders().orElseThrow();
        }
        assertThat(total.size().orElseThrow()).as(quote.raw()).isGreaterThanOrEqualTo(size);
        assertThat(total.orders().orElseThrow()).as(quote.raw()).isGreaterThanOrEqualTo(orders);
    }

    @Test
    void whoAsksChangesNeitherTradesNorBook() {
        List<Contract> contracts = contracts("A05611", "A01703");
        SyntheticMarket unasked = new SyntheticMarket(7, contracts, LocalTime.of(10, 0));
        SyntheticMarket asked = new SyntheticMarket(7, contracts, LocalTime.of(10, 0));
        Random random = new Random(7);
        List<String> trades = new ArrayList<>();
        long left = Duration.ofMinutes(5).toNanos();
        while (left > 0) {
            long step = Math.min(left, 1_000_000L * (1 + random.nextInt(900)));
            trades.addAll(asked.advance(Duration.ofNanos(step)));
            asked.book(MINI, 0);
            left -= step;
        }
        assertThat(trades).isEqualTo(unasked.advance(Duration.ofMinutes(5))).hasSizeGreaterThan(300);
        for (InstrumentCode code : unasked.codes()) {
            assertThat(asked.book(code, 0)).isEqualTo(unasked.book(code, 0)).isPresent();
        }
        SyntheticMarket.Book now = asked.book(MINI, 0).orElseThrow();
        assertThat(asked.book(MINI, now.changes())).isEmpty();
    }

    @Test
    void ordersComeAndGoWithoutTradesAndTheTotalsSayByHowMuch() {
        SyntheticMarket market = new SyntheticMarket(11, contracts("A05611"), LocalTime.of(10, 0));
        market.lockPrices(true);
        Quote first = quote(market, MINI);
        Quote before = first;
        long changes = market.book(MINI, 0).orElseThrow().changes();
        int stacked = 0;
        int pulled = 0;
        for (int i = 0; i < 300; i++) {
            market.advance(Duration.ofMillis(200));
            Quote after = quote(market, MINI);
            assertThat(prices(after)).isEqualTo(prices(first));
            long change = after.askTotal().size().orElseThrow()
                    - before.askTotal().size().orElseThrow();
            if (market.book(MINI, changes).isPresent()) {
                changes++;
                assertThat(after.askTotal().sizeChange().orElseThrow())
                        .as(after.raw())
                        .isEqualTo(change);
            }
            stacked += change > 0 ? 1 : 0;
            pulled += change < 0 ? 1 : 0;
            before = after;
        }
        assertThat(stacked).isGreaterThan(30);
        assertThat(pulled).isGreaterThan(30);
    }

    private static Set<String> prices(Quote quote) {
        return Stream.concat(quote.asks().stream(), quote.bids().stream())
                .map(level -> level.price().toString())
                .collect(Collectors.toSet());
    }

    @Test
    void aTradeTakesWhatItHit() {
        SyntheticMarket market = new SyntheticMarket(13, contracts("A01612"), LocalTime.of(10, 0));
        InstrumentCode code = new InstrumentCode("A01612");
        int shrunk = 0;
        for (int i = 0; i < 500; i++) {
            Quote before = quote(market, code);
            Map<TickField, String> trade = WireWitness.fields(market.nextTrade(code));
            Quote after = quote(market, code);
            String price = trade.get(TickField.FUTS_PRPR);
            shrunk += sizeAt(before, price) - sizeAt(after, price) >= WireWitness.count(trade, TickField.LAST_CNQN)
                    ? 1
                    : 0;
        }
        assertThat(shrunk).isGreaterThan(350);
    }

    private static long sizeAt(Quote quote, String price) {
        return Stream.concat(quote.asks().stream(), quote.bids().stream())
                .filter(level -> level.price().toString().equals(price))
                .mapToLong(level -> level.size().orElseThrow())
                .sum();
    }

    @Test
    void thereIsNoBookBeforeTheFirstQuotes() {
        SyntheticMarket market = new SyntheticMarket(17, contracts("A05611"), LocalTime.of(8, 30));
        assertThat(market.book(MINI, 0)).isEmpty();
        market.advance(Duration.ofMinutes(16));
        assertThat(market.book(MINI, 0)).isPresent();
        market.startNextDay(LocalTime.of(8, 40));
        assertThat(market.book(MINI, 0)).isEmpty();
    }

    private static List<Contract> contracts(String... codes) {
        return SyntheticMarketTest.contracts(codes);
    }
}
