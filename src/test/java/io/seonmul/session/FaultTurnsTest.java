// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.Await;
import io.seonmul.exchange.CleanDay;
import io.seonmul.exchange.EmbeddedExchange;
import io.seonmul.exchange.ExchangeOptions;
import io.seonmul.exchange.Fault;
import io.seonmul.exchange.NamedFault;
import io.seonmul.exchange.Onlooker;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// One session through every fault by which a single record, answer or clock could mislead it, in turn: in the end the
/// newest record of every code is shown, and the loss stated is the loss.
///
/// `-Dseonmul.turns.heartbeats=90 -Dseonmul.turns.rounds=3` is some ten minutes: each fault stands for so many
/// heartbeats of a tenth of a second and is away for as many. `-Dseonmul.turns.seed=N` is another market.
@Timeout(3_600)
class FaultTurnsTest {

    private static final List<NamedFault> FAULTS = Stream.of(
                    "volume-glitch",
                    "cancelled-block",
                    "failover",
                    "foreign-record",
                    "yesterdays-record",
                    "empty-fields",
                    "two-frames",
                    "stray-answer",
                    "connection-list",
                    "closed-market")
            .map(name -> NamedFault.named(name).orElseThrow())
            .toList();

    private final long seed = Long.getLong("seonmul.turns.seed", 12L);
    private final int heartbeats = Integer.getInteger("seonmul.turns.heartbeats", 5);
    private final int rounds = Integer.getInteger("seonmul.turns.rounds", 1);

    @Test
    void endsWithTheNewestRecordOfEveryCodeAndTheExactLoss() throws IOException {
        ExchangeOptions options = ExchangeOptions.on(LocalDate.of(2026, 11, 23))
                .seed(seed)
                .rate(500)
                .heartbeat(Duration.ofMillis(100), Duration.ofSeconds(20))
                .build();
        List<InstrumentCode> codes = options.codes();
        try (EmbeddedExchange exchange = EmbeddedExchange.start(options);
                Monitored monitored =
                        new Monitored(exchange.restUrl(), exchange.wsUrl(), "key-of-the-test", timings())) {
            codes.forEach(monitored.service::watch);
            monitored.awaitFlow();
            Map<InstrumentCode, InstrumentSnapshot> begins = new HashMap<>();
            codes.forEach(code -> begins.put(code, monitored.snapshot(code.text())));
            for (int round = 0; round < rounds; round++) {
                for (NamedFault fault : FAULTS) {
                    turn(exchange, monitored, fault);
                }
            }
            try (Onlooker onlooker = Onlooker.of(exchange, codes)) {
                Await.until(
                        "every code trades",
                        () -> codes.stream()
                                .allMatch(code -> onlooker.newest(code).isPresent()));
                exchange.inject(new Fault.ClosedMarket());
                codes.forEach(code -> Await.until(
                        "the newest record of " + code + " is shown",
                        () -> onlooker.newest(code)
                                .filter(monitored.snapshot(code.text()).tick().raw()::equals)
                                .isPresent()));
            }
            for (InstrumentCode code : codes) {
                InstrumentSnapshot begin = begins.get(code);
                CleanDay.assertAccounts("seed " + seed + ", " + code, options, begin, monitored.snapshot(code.text()));
            }
            assertThat(monitored.service.status().counters().overflows()).isZero();
        }
    }

    /// Only what a fault is about is hurried: a busy machine must not be taken for another fault.
    private static SessionTimings timings() {
        SessionTimings hurried = Monitored.HURRIED;
        SessionTimings patient = SessionTimings.DEFAULT;
        return new SessionTimings(
                patient.connect(),
                patient.silence(),
                patient.pong(),
                hurried.spacing(),
                hurried.answer(),
                hurried.proof(),
                patient.hollow(),
                hurried.shortestLife());
    }

    private void turn(EmbeddedExchange exchange, Monitored monitored, NamedFault fault) {
        long connects = monitored.service.status().counters().connects();
        exchange.inject(fault);
        if (fault.faults().stream().anyMatch(Fault.Drop.class::isInstance)) {
            monitored.hasten(
                    fault + " is met",
                    status -> status.counters().connects() > connects
                            && status.codes().stream().allMatch(code -> code.state() instanceof CodeState.Flowing));
        }
        awaitHeartbeats(exchange, fault + " has stood");
        exchange.heal();
        monitored.hasten(
                fault + " is overcome",
                status -> status.state() instanceof SessionState.Live
                        && status.codes().stream().allMatch(code -> code.state() instanceof CodeState.Flowing));
        awaitHeartbeats(exchange, fault + " is past");
    }

    /// Lets so many heartbeats be answered, which no fault here prevents.
    private void awaitHeartbeats(EmbeddedExchange exchange, String what) {
        for (int heartbeat = 0; heartbeat < heartbeats; heartbeat++) {
            long before = exchange.counters().heartbeatsAnswered();
            Await.until(what, () -> exchange.counters().heartbeatsAnswered() > before);
        }
    }
}
