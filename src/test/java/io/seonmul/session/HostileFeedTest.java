// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static io.seonmul.session.FailureReason.APPROVAL_EXPIRED;
import static io.seonmul.session.FailureReason.HOLLOW;
import static io.seonmul.session.FailureReason.KEYS_REFUSED;
import static io.seonmul.session.FailureReason.KEY_IN_USE;
import static io.seonmul.session.FailureReason.LINK_LOST;
import static io.seonmul.session.FailureReason.NOT_ANSWERING;
import static io.seonmul.session.FailureReason.REQUEST_REFUSED;
import static io.seonmul.session.FailureReason.SERVER_ERROR;
import static io.seonmul.session.FailureReason.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.Await;
import io.seonmul.exchange.EmbeddedExchange;
import io.seonmul.exchange.ExchangeOptions;
import io.seonmul.exchange.Fault;
import io.seonmul.exchange.NamedFault;
import io.seonmul.exchange.Onlooker;
import io.seonmul.market.AuditReport;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every named fault of the exchange against the session service on real sockets: it lives, says what is the matter,
/// accounts for what was lost, keeps its memory bounded, and flows again when the fault is healed.
///
/// The faults are run beside one another, each on an exchange of its own; what is timed of one is thus no figure.
@Timeout(120)
class HostileFeedTest {

    static final String[] CODES = {"A01612", "A05612"};

    /// What a fault must look like from the monitor's side.
    sealed interface Outcome {

        /// The link holds and goes on telling; `seen` says by which account the fault was noticed.
        record Endured(String fault, Predicate<Account> seen) implements Outcome {}

        /// The link ends and comes again while the fault lasts; `seen` says by which account the new one is a good one.
        record Resumed(String fault, Predicate<Account> seen) implements Outcome {}

        /// Records come that are not to be believed, be it over a new link: the good ones between them are shown and
        /// `seen` says by which account the others did no harm.
        record Doubted(String fault, Predicate<Account> seen) implements Outcome {}

        /// No trade comes and none is missed: the link holds, and so does a new one.
        record Silent(String fault) implements Outcome {}

        /// The link ends, or cannot be had, for that reason, and the detail begins so.
        record Lost(String fault, FailureReason reason, String detail) implements Outcome {}

        /// Given up for that reason until the user asks again.
        record GivenUp(String fault, FailureReason reason) implements Outcome {}

        /// A code is told apart, the link holds.
        record CodeHeld(String fault, Class<? extends CodeState> state) implements Outcome {}

        String fault();
    }

    /// What the monitor has counted since the fault began.
    record Account(long rejected, long lost, long late, long duplicates, long wider, long records) {}

    private static final List<Outcome> OUTCOMES = List.of(
            new Outcome.Endured("byte-by-byte", account -> account.records > 300 && account.lost == 0),
            new Outcome.Endured("fragments", account -> account.records > 300 && account.lost == 0),
            new Outcome.Endured("large-frame", account -> account.rejected == 1),
            new Outcome.Endured("garbage", account -> account.rejected == 15),
            new Outcome.Endured("wrong-json", account -> account.rejected == 16),
            new Outcome.Endured(
                    "stray-answer", account -> account.rejected == 3 && account.records > 300 && account.lost == 0),
            new Outcome.Resumed("connection-list", account -> account.records > 300 && account.rejected == 0),
            new Outcome.Endured("unasked-answer", account -> account.rejected == 1),
            new Outcome.Endured("wrong-count", account -> account.rejected > 2 && account.lost > 0),
            new Outcome.Endured("narrow-records", account -> account.rejected > 2 && account.lost > 0),
            new Outcome.Endured("wide-records", account -> account.wider > 2 && account.lost == 0),
            new Outcome.Endured("unknown-tr", account -> account.rejected > 2 && account.lost > 0),
            new Outcome.Endured("no-digits", account -> account.rejected > 2 && account.lost > 0),
            new Outcome.Endured("truncated", account -> account.rejected > 2 && account.lost > 0),
            new Outcome.Endured("not-encrypted", account -> account.rejected > 2 && account.lost > 0),
            new Outcome.Endured("loss", account -> account.lost > 20),
            new Outcome.Endured("duplicates", account -> account.duplicates > 10 && account.lost == 0),
            new Outcome.Endured("disorder", account -> account.late > 5 && account.lost == 0),
            new Outcome.Doubted(
                    "volume-glitch", account -> account.records > 1_000 && account.lost == 0 && account.late == 0),
            new Outcome.Doubted(
                    "cancelled-block", account -> account.records > 1_000 && account.lost == 0 && account.late == 0),
            new Outcome.Doubted(
                    "foreign-record", account -> account.records > 1_000 && account.lost == 0 && account.late == 0),
            new Outcome.Doubted("yesterdays-record", account -> account.records > 1_000),
            new Outcome.Doubted("failover", account -> account.records > 1_000),
            new Outcome.Endured(
                    "empty-fields", account -> account.records > 1_000 && account.rejected == 0 && account.lost == 0),
            new Outcome.Endured(
                    "two-frames", account -> account.records > 1_000 && account.rejected == 0 && account.lost == 0),
            new Outcome.Silent("closed-market"),
            new Outcome.Endured("burst-frame", account -> account.records > 5_000 && account.lost == 0),
            new Outcome.Endured("burst-second", account -> account.records > 100_000 && account.lost == 0),
            new Outcome.Lost("drop", LINK_LOST, ""),
            new Outcome.Lost("freeze", NOT_ANSWERING, "a ping was not answered"),
            new Outcome.Lost("half-open", NOT_ANSWERING, "a ping was not answered"),
            new Outcome.Lost("slow-drip", NOT_ANSWERING, "a ping was not answered"),
            new Outcome.Lost("endless-message", LINK_LOST, "close 1009"),
            new Outcome.Lost("invalid-utf8", LINK_LOST, "close 1007"),
            new Outcome.Lost("hollow", HOLLOW, ""),
            new Outcome.Lost("no-depth", LINK_LOST, ""),
            new Outcome.Lost("close-1000", LINK_LOST, "close 1000"),
            new Outcome.Lost("close-1001", LINK_LOST, "close 1001"),
            new Outcome.Lost("close-1002", LINK_LOST, "close 1002"),
            new Outcome.Lost("close-1003", LINK_LOST, "close 1003"),
            new Outcome.Lost("close-1006", LINK_LOST, "close "),
            new Outcome.Lost("close-1007", LINK_LOST, "close 1007"),
            new Outcome.Lost("close-1008", LINK_LOST, "close 1008"),
            new Outcome.Lost("close-1009", LINK_LOST, "close 1009"),
            new Outcome.Lost("close-1011", LINK_LOST, "close 1011"),
            new Outcome.Lost("close-1012", LINK_LOST, "close 1012"),
            new Outcome.Lost("close-1013", LINK_LOST, "close 1013"),
            new Outcome.Lost("close-4000", LINK_LOST, "close 4000"),
            new Outcome.Lost("close-0", LINK_LOST, "close "),
            new Outcome.Lost("approval-500", SERVER_ERROR, "HTTP 500"),
            new Outcome.Lost("approval-garbage", SERVER_ERROR, "HTTP 200: the answer is not JSON"),
            new Outcome.Lost("approval-no-key", SERVER_ERROR, "HTTP 200: no approval_key"),
            new Outcome.Lost("approval-huge", SERVER_ERROR, "body exceeds"),
            new Outcome.Lost("approval-slow", TIMED_OUT, "no connection within 2 s"),
            new Outcome.Lost("approval-dripping", TIMED_OUT, "no connection within 2 s"),
            new Outcome.Lost("approval-expired", APPROVAL_EXPIRED, "OPSP0011"),
            new Outcome.Lost("opsp8996", KEY_IN_USE, "OPSP8996"),
            new Outcome.Lost("black-hole", TIMED_OUT, "no connection within 2 s"),
            new Outcome.Lost("mute-accept", TIMED_OUT, "no connection within 2 s"),
            new Outcome.Lost("handshake-reset", TIMED_OUT, ""),
            new Outcome.Lost("handshake-drip", TIMED_OUT, "no connection within 2 s"),
            new Outcome.GivenUp("approval-refused", KEYS_REFUSED),
            new Outcome.Lost("opsp0011", SERVER_ERROR, "OPSP0011"), // behind a key that was issued anew at once
            new Outcome.GivenUp("opsp8991", REQUEST_REFUSED),
            new Outcome.CodeHeld("opsp0007", CodeState.Requested.class),
            new Outcome.CodeHeld("opsp0008", CodeState.Refused.class));

    /// Nearly all of a run is waiting, and each has ports of its own: so many at a time.
    private static final int AT_A_TIME = 8;

    private static final ExecutorService RUNNERS = Executors.newFixedThreadPool(
            AT_A_TIME, Thread.ofPlatform().name("hostile-", 0).daemon().factory());
    private static final Map<String, Future<?>> RUNS = new HashMap<>();

    @BeforeAll
    static void begin() {
        OUTCOMES.forEach(outcome -> RUNS.put(outcome.fault(), RUNNERS.submit(() -> {
            survive(outcome);
            return outcome;
        })));
    }

    @AfterAll
    static void end() {
        RUNNERS.shutdownNow();
    }

    static Stream<Arguments> outcomes() {
        return OUTCOMES.stream().map(outcome -> Arguments.argumentSet(outcome.fault(), outcome));
    }

    @Test
    void everyNamedFaultIsTried() {
        assertThat(OUTCOMES)
                .extracting(Outcome::fault)
                .containsExactlyInAnyOrderElementsOf(
                        NamedFault.all().stream().map(NamedFault::name).toList());
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void isSurvived(Outcome outcome) throws InterruptedException {
        try {
            RUNS.get(outcome.fault()).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause()); // with the trace of the run
        }
    }

    private static void survive(Outcome outcome) throws IOException {
        NamedFault fault = NamedFault.named(outcome.fault()).orElseThrow();
        try (EmbeddedExchange exchange = exchange(fault.needsGate(), outcome instanceof Outcome.Silent ? 100 : 10_000);
                Monitored monitored = monitor(exchange, outcome).watch(CODES)) {
            monitored.service.watchDepth(new InstrumentCode(CODES[0]), true);
            monitored.awaitFlow();
            monitored.await("a rhythm", status -> status.counters().records() > 150);
            Map<String, InstrumentSnapshot> before = monitored.snapshots(CODES);
            FeedCounters counted = monitored.service.status().counters();

            exchange.inject(fault);
            switch (outcome) {
                case Outcome.Endured endured -> endured(monitored, endured, counted, before);
                case Outcome.Resumed resumed -> resumed(monitored, resumed, counted, before);
                case Outcome.Doubted doubted -> doubted(monitored, doubted, counted, before);
                case Outcome.Silent silent -> silent(exchange, monitored, silent);
                case Outcome.Lost lost -> lost(monitored, lost);
                case Outcome.GivenUp givenUp -> givenUp(monitored, givenUp);
                case Outcome.CodeHeld held -> held(monitored, held);
            }
            exchange.heal();
            if (outcome instanceof Outcome.CodeHeld) {
                exchange.inject(new Fault.Drop());
                monitored.hasten("dropped", status -> !(status.state() instanceof SessionState.Live));
            }
            awaitHealth(monitored, holds(outcome));
            if (outcome instanceof Outcome.Doubted) {
                monitored.assertCounted(before);
            } else {
                monitored.assertAccounted(before);
            }
            assertBounded(monitored);
            if (holds(outcome)) {
                assertNewestIsShown(exchange, monitored);
            }
        }
    }

    /// Whether the link that a fault leaves is a good one.
    private static boolean holds(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Endured _, Outcome.Resumed _, Outcome.Doubted _, Outcome.Silent _ -> true;
            case Outcome.Lost _, Outcome.GivenUp _, Outcome.CodeHeld _ -> false;
        };
    }

    /// What is on the wire last is what is shown, of every code.
    private static void assertNewestIsShown(EmbeddedExchange exchange, Monitored monitored) {
        List<InstrumentCode> codes = Stream.of(CODES).map(InstrumentCode::new).toList();
        try (Onlooker onlooker = Onlooker.of(exchange, codes)) {
            Await.until(
                    "every code trades",
                    () -> codes.stream().allMatch(code -> onlooker.newest(code).isPresent()));
            exchange.inject(new Fault.ClosedMarket());
            codes.forEach(code -> Await.until(
                    "the newest record of " + code + " is shown",
                    () -> onlooker.newest(code)
                            .filter(monitored.snapshot(code.text()).tick().raw()::equals)
                            .isPresent()));
        }
    }

    /// Eighty megabytes in frames that are no records, of which few or none are ever rejected: the server cuts off who
    /// does not take 8 MiB at once, or, where the machine is slow, the answer to a ping comes too late behind them.
    @Test
    void twentyFramesOfFourMegabytesEndTheLinkForAReasonThatIsTold() throws IOException {
        try (EmbeddedExchange exchange = exchange(false);
                Monitored monitored = new Monitored(
                                exchange.restUrl(), exchange.wsUrl(), "key-of-the-test", Monitored.HURRIED)
                        .watch(CODES)) {
            monitored.awaitFlow();
            Map<String, InstrumentSnapshot> before = monitored.snapshots(CODES);
            String frame = "0|H0IFCNT0|001|" + "1^".repeat(1 << 21);

            for (int i = 0; i < 20; i++) {
                exchange.inject(new Fault.Injection(frame));
            }
            SessionState.Waiting told = monitored.awaitState(SessionState.Waiting.class);

            assertThat(told.reason()).isIn(LINK_LOST, NOT_ANSWERING);
            awaitHealth(monitored, false);
            monitored.assertAccounted(before);
            assertBounded(monitored);
        }
    }

    /// An exchange of its own with the two codes, busy.
    static EmbeddedExchange exchange(boolean gated) throws IOException {
        return exchange(gated, 10_000);
    }

    private static EmbeddedExchange exchange(boolean gated, long heartbeatMillis) throws IOException {
        return EmbeddedExchange.start(ExchangeOptions.on(LocalDate.of(2026, 11, 23))
                .codes(Stream.of(CODES).map(InstrumentCode::new).toList())
                .rate(1_000)
                .gated(gated)
                .heartbeat(Duration.ofMillis(heartbeatMillis), Duration.ofSeconds(100))
                .build());
    }

    private static Monitored monitor(EmbeddedExchange exchange, Outcome outcome) {
        return new Monitored(exchange.restUrl(), exchange.wsUrl(), "key-of-the-test", timings(outcome));
    }

    /// Only the deadline that the outcome is about is short: a busy machine must not be taken for another fault.
    private static SessionTimings timings(Outcome outcome) {
        boolean hurryPing = outcome instanceof Outcome.Lost lost && lost.reason() == NOT_ANSWERING;
        boolean hurryConnect = outcome instanceof Outcome.Lost lost && lost.reason() == TIMED_OUT;
        boolean hurryTick =
                outcome instanceof Outcome.Silent || (outcome instanceof Outcome.Lost lost && lost.reason() == HOLLOW);
        SessionTimings hurried = Monitored.HURRIED;
        SessionTimings patient = SessionTimings.DEFAULT;
        return new SessionTimings(
                hurryConnect ? hurried.connect() : patient.connect(),
                hurryPing ? hurried.silence() : patient.silence(),
                hurryPing ? hurried.pong() : patient.pong(),
                hurried.spacing(),
                hurried.answer(),
                hurried.proof(),
                hurryTick ? hurried.hollow() : patient.hollow(),
                hurried.shortestLife());
    }

    private static void endured(
            Monitored monitored, Outcome.Endured outcome, FeedCounters since, Map<String, InstrumentSnapshot> before) {
        monitored.await(
                outcome.fault() + " is noticed",
                status -> outcome.seen().test(account(status.counters(), since, monitored.snapshots(CODES), before)));
        assertThat(monitored.service.status().state()).isInstanceOf(SessionState.Live.class);
        assertThat(monitored.service.status().counters().connects()).isEqualTo(1);
    }

    private static void resumed(
            Monitored monitored, Outcome.Resumed outcome, FeedCounters since, Map<String, InstrumentSnapshot> before) {
        monitored.hasten(
                outcome.fault() + " is overcome",
                status -> status.counters().connects() == 2
                        && status.state() instanceof SessionState.Live
                        && outcome.seen().test(account(status.counters(), since, monitored.snapshots(CODES), before)));
    }

    private static void doubted(
            Monitored monitored, Outcome.Doubted outcome, FeedCounters since, Map<String, InstrumentSnapshot> before) {
        monitored.hasten(
                outcome.fault() + " does no harm",
                status -> status.state() instanceof SessionState.Live
                        && outcome.seen().test(account(status.counters(), since, monitored.snapshots(CODES), before)));
    }

    private static void silent(EmbeddedExchange exchange, Monitored monitored, Outcome.Silent outcome) {
        monitored.await(
                outcome.fault() + " is not called a stall",
                status -> status.codes().stream().allMatch(code -> code.state() instanceof CodeState.Closed));
        assertThat(monitored.service.status().counters().connects()).isEqualTo(1);
        exchange.inject(new Fault.Drop());
        monitored.hasten(
                "connected again",
                status -> status.counters().connects() == 2
                        && status.codes().stream().allMatch(code -> code.state() instanceof CodeState.Closed));
        // Thrice as long as a link that trades is given for its first record.
        long heartbeats = exchange.counters().heartbeatsAnswered();
        Await.until("time passes", () -> exchange.counters().heartbeatsAnswered() > heartbeats + 30);
        assertThat(monitored.service.status().counters().connects()).isEqualTo(2);
        assertThat(monitored.service.status().state()).isInstanceOf(SessionState.Live.class);
    }

    private static Account account(
            FeedCounters now,
            FeedCounters since,
            Map<String, InstrumentSnapshot> after,
            Map<String, InstrumentSnapshot> before) {
        long late = 0;
        long duplicates = 0;
        for (String code : CODES) {
            AuditReport newer = after.get(code).audit();
            AuditReport older = before.get(code).audit();
            late += newer.lateRecords() - older.lateRecords();
            duplicates += newer.duplicates() - older.duplicates();
        }
        return new Account(
                now.rejected() - since.rejected(),
                now.lostContracts() - since.lostContracts(),
                late,
                duplicates,
                now.widerFrames() - since.widerFrames(),
                now.records() - since.records());
    }

    private static void lost(Monitored monitored, Outcome.Lost outcome) {
        monitored.hasten(
                outcome.fault() + " ends the link as " + outcome.reason(),
                _ -> monitored.events.stream()
                        .anyMatch(event -> event instanceof SessionEvent.StateChanged changed
                                && changed.state() instanceof SessionState.Waiting waiting
                                && waiting.reason() == outcome.reason()
                                && waiting.detail().startsWith(outcome.detail())));
    }

    private static void givenUp(Monitored monitored, Outcome.GivenUp outcome) {
        // Not hastened: asking to connect would forget that the key was issued anew once already.
        monitored.await(
                outcome.fault() + " is final",
                status -> status.state() instanceof SessionState.Failed failed && failed.reason() == outcome.reason());
    }

    private static void held(Monitored monitored, Outcome.CodeHeld outcome) {
        monitored.hasten(
                outcome.fault() + " holds the codes",
                status -> status.counters().connects() == 2
                        && status.state() instanceof SessionState.Live
                        && status.codes().stream()
                                .allMatch(code -> outcome.state().isInstance(code.state())));
    }

    private static void awaitHealth(Monitored monitored, boolean sameLink) {
        long connects = monitored.service.status().counters().connects();
        if (!sameLink) {
            monitored.service.reconnect();
        }
        monitored.hasten(
                "every code flows again",
                status -> status.state() instanceof SessionState.Live
                        && status.codes().stream().allMatch(code -> code.state() instanceof CodeState.Flowing));
        long records = monitored.service.status().counters().records();
        monitored.await("records come", status -> status.counters().records() > records + 100);
        if (sameLink) {
            assertThat(monitored.service.status().counters().connects()).isEqualTo(connects);
        }
    }

    private static void assertBounded(Monitored monitored) {
        FeedCounters counters = monitored.service.status().counters();
        assertThat(counters.mailboxPeak()).isLessThanOrEqualTo(Mailbox.MOST_TEXTS);
        assertThat(counters.overflows()).isZero();
        assertThat(monitored.events)
                .as("no defect was met")
                .noneMatch(event -> event instanceof SessionEvent.Rejected rejected
                        && rejected.reason().startsWith("internal error"));
    }
}
