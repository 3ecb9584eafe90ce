// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.Await;
import io.seonmul.exchange.CleanDay;
import io.seonmul.exchange.EmbeddedExchange;
import io.seonmul.exchange.ExchangeOptions;
import io.seonmul.exchange.NamedFault;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.protocol.Rejection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// One session through many faults in random order: it must know in the end what it would have known without them, and
/// leave nothing behind.
///
/// `-Dseonmul.fault.cycles=1000 -Dseonmul.fault.seed=N` for more and other ones. The budget of connects is kept by a
/// clock that runs [#FASTER] times as fast; all other deadlines are as long as they would be without it.
@Timeout(7_200)
class FaultCyclesTest {

    private static final int FASTER = 100;
    private static final SessionTimings TIMINGS = new SessionTimings(
            Duration.ofSeconds(2).multipliedBy(FASTER),
            Duration.ofMillis(500).multipliedBy(FASTER),
            Duration.ofMillis(900).multipliedBy(FASTER),
            Duration.ofMillis(5).multipliedBy(FASTER),
            Duration.ofSeconds(2).multipliedBy(FASTER),
            Duration.ofMillis(200).multipliedBy(FASTER),
            Duration.ofSeconds(1).multipliedBy(FASTER),
            Duration.ofMillis(50).multipliedBy(FASTER));

    /// Bursts are not of the clean day; of a closed market nothing is to be met; the slow approvals end as every other
    /// that is late, only slower.
    private static final List<NamedFault> FAULTS = NamedFault.all().stream()
            .filter(fault -> !fault.name().matches("burst-.*|approval-slow|approval-dripping|closed-market"))
            .toList();

    private final long seed = Long.getLong("seonmul.fault.seed", 20_261_123L);
    private final int cycles = Integer.getInteger("seonmul.fault.cycles", 40);
    private final Random random = new Random(seed);
    private final List<String> history = new ArrayList<>();

    @Test
    void endsAsIfNothingHadHappened() throws IOException {
        ExchangeOptions options = ExchangeOptions.on(LocalDate.of(2026, 11, 23))
                .seed(seed)
                .codes(List.of(new InstrumentCode("A01612"), new InstrumentCode("A05612")))
                .rate(1_000)
                .gated(true)
                .build();
        OpenDescriptors.connectOnce();
        cleanRun(options); // so that what the JDK and the libraries keep for good is there already
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Map<String, Long> open = OpenDescriptors.all();
        Map<String, InstrumentSnapshot> begins;
        List<InstrumentSnapshot> ends;
        try (EmbeddedExchange exchange = EmbeddedExchange.start(options);
                Monitored monitored = monitor(exchange)) {
            options.codes().forEach(monitored.service::watch);
            // The clean day is told without depth: who looks at the book must not change a trade.
            options.codes().forEach(code -> monitored.service.watchDepth(code, true));
            monitored.awaitFlow();
            begins = monitored.snapshots("A01612", "A05612");
            for (int cycle = 0; cycle < cycles; cycle++) {
                cycle(exchange, monitored);
            }
            monitored.await(
                    "depth flows again",
                    status -> status.codes().stream()
                            .allMatch(code -> code.depth()
                                    .filter(CodeState.Flowing.class::isInstance)
                                    .isPresent()));
            assertThat(monitored.service.status().counters().quotes()).isGreaterThan(cycles);
            assertThat(monitored.service.status().counters().overflows()).isZero();
            assertThat(monitored.service.status().lastRejection().map(Rejection::problem))
                    .as("seed %s: %s", seed, history)
                    .isNotEqualTo(Optional.of(Rejection.Problem.INTERNAL));
            monitored.service.close();
            ends = options.codes().stream()
                    .map(code -> monitored.snapshot(code.text()))
                    .toList();
        }
        ends.forEach(end -> assertSameAsClean(options, begins.get(end.code().text()), end));
        Await.until(
                "no thread is left of " + ownThreads(before),
                () -> ownThreads(before).isEmpty());
        Await.until(
                "nothing is open beyond " + open + ": " + history,
                () -> OpenDescriptors.all().entrySet().stream()
                        .allMatch(now -> now.getValue() <= open.getOrDefault(now.getKey(), 0L)));
    }

    private static void cleanRun(ExchangeOptions options) throws IOException {
        try (EmbeddedExchange exchange = EmbeddedExchange.start(options);
                Monitored monitored = monitor(exchange)) {
            options.codes().forEach(monitored.service::watch);
            monitored.awaitFlow();
        }
    }

    private static Monitored monitor(EmbeddedExchange exchange) {
        long begin = System.nanoTime();
        Instant beginAt = Instant.now();
        return new Monitored(
                exchange.restUrl(),
                exchange.wsUrl(),
                "key-of-the-test",
                TIMINGS,
                () -> beginAt.plusNanos((System.nanoTime() - begin) * FASTER),
                () -> (System.nanoTime() - begin) * FASTER,
                _ -> {});
    }

    private void cycle(EmbeddedExchange exchange, Monitored monitored) {
        NamedFault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        history.add(fault.name());
        SessionStatus before = monitored.service.status();
        long records = before.counters().records() + random.nextInt(400);
        exchange.inject(fault);
        monitored.await(
                "seed " + seed + ": " + history + " is met",
                changed(before).or(status -> status.counters().records() > records));
        exchange.heal();
        monitored.service.reconnect();
        long after = monitored.service.status().counters().records();
        monitored.hasten(
                "seed " + seed + ": " + history + " is overcome",
                status -> status.state() instanceof SessionState.Live
                        && status.counters().records() > after + 100
                        && status.codes().stream().allMatch(code -> code.state() instanceof CodeState.Flowing));
    }

    private static Predicate<SessionStatus> changed(SessionStatus before) {
        return status -> status.counters().connects() > before.counters().connects()
                || status.state() instanceof SessionState.Waiting
                || status.state() instanceof SessionState.Failed;
    }

    /// @param begin before the first fault; what was traded before its records is not of the clean day
    private void assertSameAsClean(ExchangeOptions options, InstrumentSnapshot begin, InstrumentSnapshot end) {
        String what = "seed " + seed + ", " + end.code() + ": " + history;
        InstrumentSnapshot clean = CleanDay.assertAccounts(what, options, begin, end);
        assertThat(end.audit().invariants().failures()).as(what).isZero();
        assertThat(end.audit().resets() - end.audit().corrections()).as(what).isZero();
        assertThat(end.joinedAt()).as(what).isEqualTo(clean.joinedAt());
        assertThat(end.openInterestSteps().getLast().contracts())
                .as(what)
                .isEqualTo(clean.openInterestSteps().getLast().contracts());
    }

    /// Threads of the session, of its clients and of the exchange; what Tyrus and the JDK share among all links stays.
    private static List<String> ownThreads(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.matches("(seonmul|exchange|HttpClient-|HTTP-Dispatcher|WebSocket).*"))
                .toList();
    }
}
