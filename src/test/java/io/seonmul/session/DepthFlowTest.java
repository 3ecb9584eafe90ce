// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.Await;
import io.seonmul.exchange.EmbeddedExchange;
import io.seonmul.exchange.ExchangeOptions;
import io.seonmul.exchange.Fault;
import io.seonmul.market.Depth;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Quote;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Depth on real sockets: it flows, it takes the room that trades leave, and gives it back.
@Timeout(60)
class DepthFlowTest {

    private static final List<String> CODES = Stream.of("A01", "A05", "A06", "A04", "A08", "AA4")
            .flatMap(product ->
                    Stream.of("612", "701", "703", "706", "709", "712", "803").map(month -> product + month))
            .limit(41)
            .toList();

    private EmbeddedExchange exchange;

    @BeforeEach
    void startExchange() throws IOException {
        exchange = EmbeddedExchange.start(ExchangeOptions.on(LocalDate.of(2026, 11, 23))
                .codes(List.of(new InstrumentCode("A01612"), new InstrumentCode("A05612")))
                .rate(300)
                .build());
    }

    @AfterEach
    void closeExchange() {
        exchange.close();
    }

    private Monitored monitor(String... codes) {
        return new Monitored(exchange.restUrl(), exchange.wsUrl(), "key-of-the-test", Monitored.HURRIED).watch(codes);
    }

    private static void wantDepth(Monitored monitored, String code, boolean wanted) {
        monitored.service.watchDepth(new InstrumentCode(code), wanted);
    }

    private static boolean depthIs(SessionStatus status, String code, Class<? extends CodeState> state) {
        return status.codes().stream()
                .anyMatch(one -> one.code().text().equals(code)
                        && one.depth().filter(state::isInstance).isPresent());
    }

    private static long depths(SessionStatus status, Class<? extends CodeState> state) {
        return status.codes().stream()
                .filter(code -> code.depth().filter(state::isInstance).isPresent())
                .count();
    }

    @Test
    void depthFlowsBesideTheTradesUntilItIsDroppedAndAgainWhenItIsWanted() {
        try (Monitored monitored = monitor("A01612", "A05612")) {
            wantDepth(monitored, "A01612", true);
            wantDepth(monitored, "A05612", true);
            monitored.await("both depths flow", status -> depths(status, CodeState.Flowing.class) == 2);
            monitored.awaitFlow();
            monitored.await("20 quotes", status -> status.counters().quotes() > 20);
            assertThat(monitored.service.status().registrations()).isEqualTo(4);
            Await.until("the exchange counts both", () -> exchange.counters().registrations() == 4);
            Depth depth = monitored.snapshot("A05612").depth();
            Quote quote = depth.quote().orElseThrow();
            assertThat(quote.asks()).hasSize(Quote.LEVELS);
            assertThat(quote.bestAsk().orElseThrow().price())
                    .isGreaterThan(quote.bestBid().orElseThrow().price());
            assertThat(depth.late()).isZero();
            assertThat(monitored.service.status().counters().rejected()).isZero();
            assertThat(monitored.service.status().counters().lostContracts()).isZero();

            wantDepth(monitored, "A05612", false);
            monitored.await("one depth", status -> depths(status, CodeState.Flowing.class) == 1);
            Await.until("the exchange lets it go", () -> exchange.counters().registrations() == 3);
            Await.until(
                    "the book is forgotten",
                    () -> monitored.snapshot("A05612").depth().quote().isEmpty());
            wantDepth(monitored, "A05612", true);
            monitored.await("both again", status -> depths(status, CodeState.Flowing.class) == 2);
            Await.until(
                    "a new book",
                    () -> monitored.snapshot("A05612").depth().quote().isPresent());
        }
    }

    @Test
    void theServersFilterLetsFiveBooksASecondThroughAtMost() {
        try (Monitored monitored = monitor("A05612")) {
            wantDepth(monitored, "A05612", true);
            monitored.await("depth flows", status -> status.counters().quotes() > 0);
            long quotes = monitored.service.status().counters().quotes();
            long began = System.nanoTime();
            SessionStatus later =
                    monitored.await("ten more", status -> status.counters().quotes() >= quotes + 10);
            double seconds = (System.nanoTime() - began) / 1e9;
            assertThat(later.counters().quotes() - quotes).isLessThanOrEqualTo((long) (seconds * 5) + 3);
        }
    }

    @Test
    void withFortyOneCodesNoDepthHasRoomAndOneLessCodeGivesItSome() {
        try (Monitored monitored = monitor(CODES.toArray(String[]::new))) {
            CODES.forEach(code -> wantDepth(monitored, code, true));
            monitored.await(
                    "41 trades, no depth",
                    status -> status.codes().size() == 41
                            && status.codes().stream()
                                    .noneMatch(code -> code.state() instanceof CodeState.Requested
                                            || code.state() instanceof CodeState.Refused)
                            && depths(status, CodeState.Refused.class) == 41);
            Await.until("41 registrations", () -> exchange.counters().registrations() == 41);

            monitored.service.unwatch(new InstrumentCode(CODES.get(40)));
            monitored.await("the first depth has room", status -> depthIs(status, "A01612", CodeState.Flowing.class));
            assertThat(depths(monitored.service.status(), CodeState.Refused.class))
                    .isEqualTo(39);
            Await.until("41 again", () -> exchange.counters().registrations() == 41);
        }
    }

    @Test
    void aFurtherCodeTakesTheRoomOfTheLastDepth() {
        try (Monitored monitored = monitor(CODES.subList(0, 20).toArray(String[]::new))) {
            CODES.subList(0, 20).forEach(code -> wantDepth(monitored, code, true));
            monitored.watch(CODES.get(20));
            Await.until("21 and 20", () -> exchange.counters().registrations() == 41);
            monitored.watch(CODES.get(21));
            SessionStatus status = monitored.await(
                    "22 and 19",
                    now -> now.codes().size() == 22
                            && !(now.codes().get(21).state() instanceof CodeState.Requested)
                            && depthIs(now, CODES.get(19), CodeState.Refused.class));
            assertThat(status.codes().get(21).state()).isNotInstanceOf(CodeState.Refused.class);
            assertThat(depths(status, CodeState.Refused.class)).isEqualTo(1);
            Await.until("41 registrations", () -> exchange.counters().registrations() == 41);
            assertThat(exchange.counters().connections()).isEqualTo(1);
        }
    }

    @Test
    void aLostLinkAndRecordsLostCostDepthNothing() {
        exchange.inject(new Fault.Loss(5));
        try (Monitored monitored = monitor("A05612")) {
            wantDepth(monitored, "A05612", true);
            monitored.await("depth flows", status -> status.counters().quotes() > 3);
            exchange.inject(new Fault.Drop());
            monitored.awaitState(SessionState.Waiting.class);
            long before = monitored.service.status().counters().quotes();
            monitored.hasten(
                    "depth flows again",
                    status -> depthIs(status, "A05612", CodeState.Flowing.class)
                            && status.counters().quotes() > before + 3);
            monitored.await("losses are proved", status -> status.counters().lostTrades() > 5);
            assertThat(monitored.service.status().counters().rejected()).isZero();
        }
    }
}
