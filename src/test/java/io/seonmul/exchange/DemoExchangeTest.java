// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.Await;
import io.seonmul.market.Bar;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitEvent;
import io.seonmul.market.OpenInterestStep;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a user of the demo gets: a morning within seconds, then a market that is alive.
@Timeout(60)
class DemoExchangeTest {

    private static final String[] CODES = {"A01612", "A01703", "A05612", "A05701", "A06612"};
    private static final LocalDate DATE = LocalDate.of(2026, 11, 23);

    private static boolean toldToTheEnd(WireClient client, String code, int since) {
        return client.frames.stream().skip(since).anyMatch(frame -> frame.startsWith(code + "^11", 15));
    }

    @Test
    void tellsTheWholeMorningOfEveryCodeAndGoesOnWithoutAGap() throws IOException {
        try (EmbeddedExchange exchange = EmbeddedExchange.start(
                        ExchangeOptions.on(DATE).demo(true).build());
                WireClient client = WireClient.connect(exchange, "key").registered(CODES)) {
            Await.until("all live", () -> {
                for (String code : CODES) {
                    if (!toldToTheEnd(client, code, 0)) {
                        return false;
                    }
                }
                return true;
            });
            Folded folded = new Folded().frames(List.copyOf(client.frames)).assertContiguous();
            for (String code : CODES) {
                InstrumentSnapshot snapshot = folded.snapshot(code);
                assertThat(snapshot.joinedAtStart()).as(code).isTrue();
                assertThat(snapshot.joinedAt()).isBetween(LocalTime.of(8, 45), LocalTime.of(8, 46));
                assertThat(snapshot.tick().time()).isAfterOrEqualTo(LocalTime.of(11, 0));
                assertThat(snapshot.audit().records()).as(code).isBetween(2_000L, 9_000L);
                assertThat(snapshot.bars().size()).as(code).isGreaterThan(400);
            }
        }
    }

    @Test
    void depthIsThePresentAndWaitsUntilTheMorningIsTold() throws IOException {
        try (EmbeddedExchange exchange = EmbeddedExchange.start(
                        ExchangeOptions.on(DATE).demo(true).build());
                WireClient client = WireClient.connect(exchange, "key").registered("A05612")) {
            assertThat(WireClient.code(client.ask(client.request("1", "H0IFASP0", "A05612"))))
                    .isEqualTo("OPSP0000");
            Await.until("two books", () -> depths(client).size() >= 2);
            List<String> frames = List.copyOf(client.frames);
            int first = frames.indexOf(depths(client).getFirst());
            assertThat(first).as("frames of the morning").isGreaterThan(100);
            assertThat(frames.stream().skip(first).allMatch(frame -> frame.startsWith("A05612^11", 15)))
                    .as("only the present after the first book")
                    .isTrue();
        }
    }

    private static List<String> depths(WireClient client) {
        return client.frames.stream()
                .filter(frame -> frame.startsWith("0|H0IFASP0"))
                .toList();
    }

    @Test
    void aReconnectedClientIsNotToldTheMorningAgainButOneThatUnregisteredIs() throws IOException {
        try (EmbeddedExchange exchange =
                EmbeddedExchange.start(ExchangeOptions.on(DATE).demo(true).build())) {
            Folded folded = new Folded();
            try (WireClient client = WireClient.connect(exchange, "key").registered("A05612")) {
                Await.until("live", () -> toldToTheEnd(client, "A05612", 0));
                exchange.inject(new Fault.Drop());
                client.awaitEnd();
                folded.frames(client.frames).assertContiguous();
            }
            Await.until("it is gone", () -> exchange.counters().sessions() == 0);
            try (WireClient again = WireClient.connect(exchange, "key").registered("A05612")) {
                again.awaitFrames(3);
                folded.frames(List.copyOf(again.frames));
                assertThat(folded.snapshot("A05612").audit().resets()).isZero();
                assertThat(folded.snapshot("A05612").audit().duplicates()).isZero();

                assertThat(WireClient.code(again.unregister("A05612"))).isEqualTo("OPSP0001");
                int before = again.frames.size();
                again.registered("A05612");
                Await.until("told again", () -> toldToTheEnd(again, "A05612", before));
                List<String> anew = again.frames.stream().skip(before).toList();
                assertThat(new Folded()
                                .frames(anew)
                                .assertContiguous()
                                .snapshot("A05612")
                                .joinedAtStart())
                        .isTrue();
            }
        }
    }

    /// Ten minutes of the live market, without a socket: every seed must keep its promise.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theLiveMarketIsAlive(long seed) {
        LocalTime live = LocalTime.of(11, 0);
        SyntheticMarket market = new SyntheticMarket(
                seed, DATE, SyntheticMarketTest.contracts(CODES), live, new Pace.Demo(live.toNanoOfDay()));
        Folded folded = told(new Folded(), market, "A01612");
        int morning = folded.records();
        market.advance(Duration.ofMinutes(10)).forEach(text -> folded.frame("0|H0IFCNT0|001|" + text));
        folded.assertContiguous();

        assertThat(folded.records()).isGreaterThan(morning);
        for (String code : CODES) {
            InstrumentSnapshot snapshot = folded.snapshot(code);
            long records = snapshot.audit().records() - (code.equals("A01612") ? morning : 0);
            boolean near = code.endsWith("612");
            assertThat(records / 600.0).as("%s records a second", code).isBetween(near ? 1.5 : 0.15, 30.0);
            List<LimitEvent> told = snapshot.limitEvents();
            assertThat(told.size()).as("%s warnings", code).isLessThan(20);
        }
        for (String code : List.of("A01612", "A05612")) {
            InstrumentSnapshot snapshot = folded.snapshot(code);
            List<OpenInterestStep> steps = snapshot.openInterestSteps();
            assertThat(steps.stream().filter(step -> step.second() >= live.toSecondOfDay()))
                    .as("%s open interest", code)
                    .hasSizeBetween(50, 62);
            assertThat(snapshot.limitEvents())
                    .as("%s warnings", code)
                    .extracting(LimitEvent::kind)
                    .contains(LimitEvent.Kind.BAND_CONSUMED);
        }
        assertThat(List.of(CODES).stream()
                        .flatMap(code -> folded.snapshot(code).limitEvents().stream())
                        .map(LimitEvent::time)
                        .min(LocalTime::compareTo))
                .as("the first warning of any code")
                .hasValueSatisfying(time -> assertThat(time).isBefore(live.plusMinutes(3)));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void theMorningLooksLikeOne(long seed) {
        LocalTime live = LocalTime.of(11, 0);
        SyntheticMarket market = new SyntheticMarket(
                seed, DATE, SyntheticMarketTest.contracts("A05612"), live, new Pace.Demo(live.toNanoOfDay()));
        InstrumentSnapshot snapshot = told(new Folded(), market, "A05612").snapshot("A05612");

        List<Bar> minutes = snapshot.bars().every(60);
        assertThat(minutes).hasSizeBetween(130, 135);
        double opening = averageVolume(minutes.subList(0, 30));
        double noon = averageVolume(minutes.subList(minutes.size() - 30, minutes.size()));
        assertThat(opening).as("contracts a minute").isBetween(1.3 * noon, 8 * noon);
        assertThat(snapshot.tick().volume()).isBetween(20_000L, 120_000L);
        assertThat(snapshot.openInterestSteps()).hasSizeBetween(650, 815);
        double range = snapshot.tick().dayRange().high().orElseThrow().points()
                - snapshot.tick().dayRange().low().orElseThrow().points();
        assertThat(range / snapshot.tick().basePrice().orElseThrow().points()).isBetween(0.002, 0.06);
        assertThat(snapshot.limitEvents()).as("no sweep before it is live").isEmpty();
    }

    private static double averageVolume(List<Bar> bars) {
        return bars.stream().mapToLong(Bar::volume).average().orElseThrow();
    }

    private static Folded told(Folded folded, SyntheticMarket market, String code) {
        market.retell(new InstrumentCode(code)).forEach(trade -> folded.frame("0|H0IFCNT0|001|" + trade.text()));
        return folded;
    }
}
