// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import io.seonmul.market.AuditReport;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.MarketBoard;
import io.seonmul.market.ProductTable;
import io.seonmul.market.TradingCalendar;
import io.seonmul.protocol.CustomerType;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// A real session service on a real socket, with what it said: for tests that drive it against the embedded exchange.
final class Monitored implements AutoCloseable {

    /// The product's deadlines, hurried, so that a test takes seconds.
    static final SessionTimings HURRIED = new SessionTimings(
            Duration.ofSeconds(2),
            Duration.ofMillis(600),
            Duration.ofMillis(900),
            Duration.ofMillis(20),
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofSeconds(1),
            Duration.ofMillis(200));

    final MarketBoard board = new MarketBoard(() -> {});
    final List<SessionEvent> events = new CopyOnWriteArrayList<>();
    final SessionService service;
    private final ApprovalKeyClient keys;
    private final LinkedBlockingQueue<SessionStatus> changes = new LinkedBlockingQueue<>();

    Monitored(URI restUrl, URI wsUrl, String appKey, SessionTimings timings) {
        this(restUrl, wsUrl, appKey, timings, InstantSource.system(), System::nanoTime, _ -> {});
    }

    /// As the first, by other clocks, and with one more who is told every event on the session thread.
    Monitored(
            URI restUrl,
            URI wsUrl,
            String appKey,
            SessionTimings timings,
            InstantSource clock,
            LongSupplier nanoTime,
            Consumer<SessionEvent> listener) {
        this(restUrl, wsUrl, appKey, timings, clock, nanoTime, listener, true);
    }

    /// As the others, where the server's day may not be the real one.
    Monitored(
            URI restUrl,
            URI wsUrl,
            String appKey,
            SessionTimings timings,
            InstantSource clock,
            LongSupplier nanoTime,
            Consumer<SessionEvent> listener,
            boolean timed) {
        keys = new ApprovalKeyClient(restUrl, new AppKeys(appKey, "secret-of-the-test"));
        service = new SessionService(
                new SessionConfig(
                        wsUrl.resolve("/tryitout"),
                        CustomerType.PERSON,
                        ProductTable.builtIn(),
                        TradingCalendar.builtIn(),
                        timings,
                        timed),
                new TyrusConnector(),
                keys,
                board,
                new SessionService.Listeners(() -> changes.add(status()), event -> {
                    events.add(event);
                    listener.accept(event);
                }),
                clock,
                nanoTime);
        service.start();
    }

    private SessionStatus status() {
        return service.status();
    }

    Monitored watch(String... codes) {
        for (String code : codes) {
            service.watch(new InstrumentCode(code));
        }
        return this;
    }

    /// Waits until the published status is as wanted, 15 seconds at most.
    SessionStatus await(String what, Predicate<SessionStatus> wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        SessionStatus newest = status();
        try {
            while (!wanted.test(newest)) {
                SessionStatus next = changes.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    return fail("not within 15 s: %s; now %s, events %s", what, status(), events);
                }
                newest = status();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted");
        }
        return newest;
    }

    /// Waits as [#await], and lets no planned wait take its time.
    SessionStatus hasten(String what, Predicate<SessionStatus> wanted) {
        return await(what, status -> {
            if (wanted.test(status)) {
                return true;
            }
            if (status.state() instanceof SessionState.Waiting) {
                service.reconnect();
            }
            return false;
        });
    }

    /// Waits until every code ticks.
    SessionStatus awaitFlow() {
        return await(
                "every code flows",
                status -> !status.codes().isEmpty()
                        && status.codes().stream().allMatch(code -> code.state() instanceof CodeState.Flowing));
    }

    <S extends SessionState> S awaitState(Class<S> state) {
        return state.cast(await(state.getSimpleName(), status -> state.isInstance(status.state()))
                .state());
    }

    InstrumentSnapshot snapshot(String code) {
        return board.latest(new InstrumentCode(code)).orElseThrow();
    }

    /// The newest snapshot of each code.
    Map<String, InstrumentSnapshot> snapshots(String... codes) {
        Map<String, InstrumentSnapshot> all = new HashMap<>();
        for (String code : codes) {
            all.put(code, snapshot(code));
        }
        return all;
    }

    /// Of each code, what was received and what was proved lost is all that the exchange traded since `before`, and no
    /// record was doubtful.
    void assertAccounted(Map<String, InstrumentSnapshot> before) {
        assertCounted(before);
        before.keySet().forEach(code -> {
            AuditReport now = snapshot(code).audit();
            assertThat(now.resets()).isZero();
            assertThat(now.invariants().failures()).as("%s", now.invariants()).isZero();
        });
    }

    /// Of each code, what was received and what was proved lost is all that the exchange traded since `before`.
    void assertCounted(Map<String, InstrumentSnapshot> before) {
        before.forEach((code, earlier) -> {
            InstrumentSnapshot later = snapshot(code);
            AuditReport then = earlier.audit();
            AuditReport now = later.audit();
            long traded = later.tick().volume() - earlier.tick().volume();
            long accounted = now.contracts() + now.lostContracts() - then.contracts() - then.lostContracts();
            long blocks = now.blockContracts() - then.blockContracts();
            assertThat(tuple(code, traded)).isIn(tuple(code, accounted), tuple(code, accounted + blocks));
            assertThat(now.lostContracts()).isNotNegative();
        });
    }

    @Override
    public void close() {
        service.close();
        keys.close();
    }
}
