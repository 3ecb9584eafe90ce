// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.Await;
import io.seonmul.exchange.EmbeddedExchange;
import io.seonmul.exchange.ExchangeOptions;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.SyntheticTicks;
import io.seonmul.market.Tick;
import io.seonmul.protocol.WireFrames;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a socket may deliver beside one plain frame in one text, through the real client, session and fold.
@Timeout(60)
class OddTextsTest {

    private static final InstrumentCode CODE = new InstrumentCode("A05612");
    private static final InstrumentCode OTHER = new InstrumentCode("A04612");
    private static final String FIRST = of(WireFrames.RECORD_A1, "A05612");
    private static final String SECOND = of(WireFrames.RECORD_A2, "A05612");
    private static final String THIRD = of(WireFrames.RECORD_A3, "A05612");
    private static final String HEARTBEAT = "{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"20261123152955\"}}";

    private static EmbeddedExchange exchange;

    private final long begun = System.nanoTime();
    private Instant begin = Instant.parse("2026-11-23T06:30:12Z");
    private final AtomicLong ahead = new AtomicLong();

    @BeforeAll
    static void startExchange() throws IOException {
        exchange = EmbeddedExchange.start(
                ExchangeOptions.on(LocalDate.of(2026, 11, 23)).build());
    }

    @AfterAll
    static void closeExchange() {
        exchange.close();
    }

    private static String of(String record, String code) {
        return record.replace("A05608", code);
    }

    private static String frame(String... records) {
        return "0|H0IFCNT0|00" + records.length + "|" + String.join("^", records);
    }

    /// A monitor of that server with the keys of an exchange, a moment after the records' time; [#ahead] hurries it.
    private Monitored monitor(ScriptedServer server) {
        Monitored monitored = new Monitored(
                exchange.restUrl(),
                server.url(),
                "key-of-the-test",
                Monitored.HURRIED,
                () -> begin.plusNanos(nanoTime() - begun),
                this::nanoTime,
                _ -> {});
        monitored.watch(CODE.text(), OTHER.text());
        monitored.await(
                "both are registered",
                status -> status.codes().size() == 2
                        && status.codes().stream().noneMatch(code -> code.state() instanceof CodeState.Requested));
        return monitored;
    }

    private long nanoTime() {
        return System.nanoTime() + ahead.get();
    }

    private static CodeStatus status(SessionStatus status, InstrumentCode code) {
        return status.codes().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitShown(Monitored monitored, String record) {
        Await.until(
                "shown is " + record,
                () -> monitored
                        .board
                        .latest(CODE)
                        .map(InstrumentSnapshot::tick)
                        .filter(tick -> tick.raw().equals(record))
                        .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "", " ", "\u0000", "\uFEFF"})
    void framesAndAHeartbeatInOneTextAreTakenApart(String between) {
        try (ScriptedServer server = new ScriptedServer(UnaryOperator.identity());
                Monitored monitored = monitor(server)) {
            server.received.clear();
            server.text(String.join(between, frame(FIRST), frame(SECOND), HEARTBEAT, frame(THIRD)));
            awaitShown(monitored, THIRD);
            FeedCounters counters = monitored
                    .await("counted", status -> status.counters().joined() == 1)
                    .counters();
            assertThat(counters.records()).isEqualTo(3);
            assertThat(counters.frames()).isEqualTo(3);
            assertThat(counters.heartbeats()).isEqualTo(1);
            assertThat(counters.rejected()).isZero();
            assertThat(counters.lostContracts()).isZero();
            assertThat(monitored.snapshot(CODE.text()).audit().resets()).isZero();
            Await.until("the heartbeat is answered", () -> server.received.contains(HEARTBEAT));
        }
    }

    /// The second of two is cut: the first is a trade, and the other is counted for its code.
    @Test
    void oneBadFrameOfTwoCostsOnlyItself() {
        try (ScriptedServer server = new ScriptedServer(UnaryOperator.identity());
                Monitored monitored = monitor(server)) {
            server.text(frame(FIRST) + "\n" + frame(SECOND.substring(0, 80)));
            SessionStatus status =
                    monitored.await("one is rejected", now -> status(now, CODE).rejected() == 1);
            assertThat(status.counters().joined()).isEqualTo(1);
            assertThat(status.counters().records()).isEqualTo(1);
            awaitShown(monitored, FIRST);
        }
    }

    /// Whatever the reason: too narrow, a field that is no number, no time, the frame as a whole.
    static List<String> unreadable() {
        return List.of(
                frame(FIRST.substring(0, FIRST.lastIndexOf('^'))),
                frame(FIRST.replace("^134935^", "^abc^")),
                frame(FIRST.replace("^152953^", "^250000^")),
                frame(FIRST.replace("^1080.30^1131.06^", "^-nan^1131.06^")),
                frame(FIRST).replace("|001|", "|002|"),
                frame(FIRST.replace("^76672^", "^76|672^")));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aCodeOfWhichNoRecordCanBeReadIsMarkedAndFlows(String frame) {
        try (ScriptedServer server = new ScriptedServer(UnaryOperator.identity());
                Monitored monitored = monitor(server)) {
            server.text(frame);
            server.text(frame);
            SessionStatus status = monitored.await(
                    "the alarm of the code",
                    now -> status(now, CODE).state() instanceof CodeState.NotTaken
                            && status(now, CODE).rejected() == 2);
            CodeState.NotTaken alarm = (CodeState.NotTaken) status(status, CODE).state();
            assertThat(alarm.unreadable()).isEqualTo(status(status, CODE).lastRejection());
            assertThat(alarm.unreadable()).isPresent();
            assertThat(status.isCurrent(CODE)).isFalse();
            assertThat(status(status, OTHER).rejected()).isZero();
            assertThat(status.counters().notTaken()).isEqualTo(1);
            assertThat(status.counters().rejected()).isEqualTo(2);
            assertThat(monitored.events)
                    .filteredOn(SessionEvent.Rejected.class::isInstance)
                    .hasSize(2)
                    .allMatch(event -> ((SessionEvent.Rejected) event).code().equals(Optional.of(CODE)));

            server.text(frame(FIRST));
            monitored.await("good ones end it", now -> status(now, CODE).state() instanceof CodeState.Flowing);
            assertThat(monitored.service.status().counters().connects()).isEqualTo(1);
        }
    }

    /// A link on which a code flowed before and now brings records that cannot be read is not hollow: they count.
    @Test
    void recordsThatCannotBeReadKeepALinkFromBeingHollow() {
        try (ScriptedServer server = new ScriptedServer(UnaryOperator.identity());
                Monitored monitored = monitor(server)) {
            for (int i = 0; i < 30; i++) {
                server.text(frame(FIRST.replace("^134935^", "^" + (134_935 + i) + "^")));
            }
            monitored.await("a rhythm", status -> status.counters().records() == 30);
            server.getConnections().forEach(client -> client.closeConnection(1006, "cut"));
            monitored.hasten(
                    "a new link confirms both",
                    status -> status.counters().connects() == 2
                            && status(status, OTHER).state() instanceof CodeState.Registered);
            server.text(unreadable().getFirst());
            monitored.await("it cannot be read", status -> status.counters().rejected() == 1);
            ahead.addAndGet(Duration.ofMinutes(2).toNanos());
            server.text(unreadable().getFirst());
            SessionStatus later =
                    monitored.await("time passed", status -> status.counters().rejected() == 2);
            assertThat(later.state()).isInstanceOf(SessionState.Live.class);
            assertThat(status(later, CODE).state()).isInstanceOf(CodeState.NotTaken.class);
            assertThat(later.counters().connects()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1A05612", "KR4A056C0005", " A05612", "A05612  "})
    void otherNamesOfAContractAreItsCode(String name) {
        String named = of(WireFrames.RECORD_A1, name);
        try (ScriptedServer server = new ScriptedServer(UnaryOperator.identity());
                Monitored monitored = monitor(server)) {
            server.text(frame(named));
            awaitShown(monitored, named);
            server.text(frame(SECOND));
            awaitShown(monitored, SECOND);
            FeedCounters counters = monitored
                    .await("both are counted", status -> status.counters().records() == 2)
                    .counters();
            assertThat(counters.unasked()).isZero();
            assertThat(counters.rejected()).isZero();
            assertThat(counters.lostContracts()).isZero();
        }
    }

    /// What is no name of a watched code is counted and named, each name once.
    @Test
    void whatIsNotWatchedIsNamedOnce() {
        try (ScriptedServer server = new ScriptedServer(UnaryOperator.identity());
                Monitored monitored = monitor(server)) {
            String wrongDigit = frame(of(WireFrames.RECORD_A1, "KR4A056C0006"));
            server.text(wrongDigit);
            server.text(wrongDigit);
            server.text(frame(of(WireFrames.RECORD_A1, "A01612")));
            monitored.await("all are counted", status -> status.counters().unasked() == 3);
            assertThat(monitored.events)
                    .filteredOn(SessionEvent.Unasked.class::isInstance)
                    .containsExactly(
                            new SessionEvent.Unasked(new InstrumentCode("KR4A056C0006")),
                            new SessionEvent.Unasked(new InstrumentCode("A01612")));
        }
    }

    @Test
    void binaryFramesAreTheTextsThatTheirBytesAre() {
        try (ScriptedServer server = new ScriptedServer(UnaryOperator.identity());
                Monitored monitored = monitor(server)) {
            server.received.clear();
            server.bytes(frame(FIRST));
            awaitShown(monitored, FIRST);
            server.bytes("\uFEFF" + HEARTBEAT + "\r\n");
            Await.until("the heartbeat is answered", () -> server.received.contains(HEARTBEAT));
            server.bytes(frame(SECOND) + "\n" + frame(THIRD));
            awaitShown(monitored, THIRD);
            FeedCounters counters = monitored
                    .await("counted", status -> status.counters().records() == 3)
                    .counters();
            assertThat(counters.heartbeats()).isEqualTo(1);
            assertThat(counters.rejected()).isZero();
            assertThat(counters.lostContracts()).isZero();
        }
    }

    /// On a holiday by notice the calendar has the market open, and nothing comes.
    @Test
    void aSilenceOfAnOpenMarketIsToldOnceUntilATradeComes() {
        begin = Instant.parse("2026-11-22T23:50:00Z");
        try (ScriptedServer server = new ScriptedServer(UnaryOperator.identity());
                Monitored monitored = monitor(server)) {
            ahead.addAndGet(Duration.ofMinutes(4).toNanos());
            server.text(HEARTBEAT.replace("20261123152955", "20261123085400"));
            monitored.await("four minutes later", status -> status.counters().heartbeats() == 1);
            assertThat(monitored.events).noneMatch(SessionEvent.Untraded.class::isInstance);
            ahead.addAndGet(Duration.ofMinutes(2).toNanos());
            server.text(HEARTBEAT.replace("20261123152955", "20261123085600"));
            monitored.await("six minutes later", status -> status.counters().heartbeats() == 2);
            Await.until("it is told", () -> untraded(monitored) == 1);
            assertThat(monitored.events)
                    .filteredOn(SessionEvent.Untraded.class::isInstance)
                    .allSatisfy(event -> assertThat(((SessionEvent.Untraded) event).since())
                            .isBetween(LocalTime.of(8, 50), LocalTime.of(8, 51)));
            server.text(frame(FIRST.replace("^152953^", "^085600^")));
            monitored.await("a trade", status -> status(status, CODE).state() instanceof CodeState.Flowing);
            assertThat(untraded(monitored)).isEqualTo(1);
        }
    }

    private static long untraded(Monitored monitored) {
        return monitored.events.stream()
                .filter(SessionEvent.Untraded.class::isInstance)
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A05612", "A05612      ", "  A05612", "1A05612"})
    void anAnswerMayPadTheCodeThatItNames(String named) {
        try (ScriptedServer server = new ScriptedServer(asked -> asked.equals(CODE.text()) ? named : asked);
                Monitored monitored = monitor(server)) {
            SessionStatus status = monitored.service.status();
            assertThat(status.codes()).allMatch(code -> code.state() instanceof CodeState.Registered);
            assertThat(status.counters().rejected()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF%s", "%s ", "\uFEFF%s\r\n", "%s\u0000", " %s"})
    void aHeartbeatIsKnownByWhateverIsAroundIt(String around) {
        try (ScriptedServer server = new ScriptedServer(UnaryOperator.identity());
                Monitored monitored = monitor(server)) {
            server.received.clear();
            server.text(around.formatted(HEARTBEAT));
            Await.until("it is answered", () -> server.received.equals(List.of(HEARTBEAT)));
            SessionStatus status =
                    monitored.await("counted", now -> now.counters().heartbeats() == 1);
            assertThat(status.counters().rejected()).isZero();
        }
    }

    /// A server that sends its past again to whoever has it: what is shown stands still, and the code shows so.
    @Test
    void recordsThatComeAndAreNotShownAreAnAlarmOfTheirCode() {
        List<Tick> day = SyntheticTicks.days(12, CODE.text(), 1).subList(0, 500);
        Tick newest = day.get(400);
        begin = newest.receivedAt();
        try (ScriptedServer server = new ScriptedServer(UnaryOperator.identity());
                Monitored monitored = monitor(server)) {
            for (Tick tick : day.subList(0, 401)) {
                server.text(frame(tick.raw()));
            }
            awaitShown(monitored, newest.raw());
            for (int second = 0; second < 5; second++) {
                server.text(frame(day.get(100 + second).raw()));
                int records = 402 + second;
                monitored.await("it arrived", status -> status.counters().records() == records);
                ahead.addAndGet(Duration.ofSeconds(1).toNanos());
            }
            SessionStatus status =
                    monitored.await("the alarm", now -> status(now, CODE).state() instanceof CodeState.NotTaken);
            assertThat(monitored.snapshot(CODE.text()).tick().raw()).isEqualTo(newest.raw());
            assertThat(((CodeState.NotTaken) status(status, CODE).state()).unreadable())
                    .isEmpty();
            assertThat(status.counters().notTaken()).isEqualTo(1);
            assertThat(monitored.events)
                    .contains(new SessionEvent.RegistrationChanged(
                            CODE, status(status, CODE).state()));
            server.text(frame(day.get(401).raw()));
            awaitShown(monitored, day.get(401).raw());
            monitored.await("it is over", now -> status(now, CODE).state() instanceof CodeState.Flowing);
        }
    }
}
