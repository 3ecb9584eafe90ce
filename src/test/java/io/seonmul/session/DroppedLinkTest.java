// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.Await;
import io.seonmul.exchange.EmbeddedExchange;
import io.seonmul.exchange.Fault;
import io.seonmul.market.InstrumentSnapshot;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Links that the session itself gives up, with what that leaves behind in this process: so nothing else may run
/// beside.
@Timeout(60)
class DroppedLinkTest {

    /// A debugger, a sleeping machine: whatever keeps the session thread, what waits for it is bounded, and the link is
    /// dropped rather than ticks.
    @Test
    void aSessionThatStandsStillDropsTheLinkRatherThanTicks() throws IOException {
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        CountDownLatch still = new CountDownLatch(1);
        try (EmbeddedExchange exchange = HostileFeedTest.exchange(false);
                Monitored monitored = new Monitored(
                        exchange.restUrl(),
                        exchange.wsUrl(),
                        "key-of-the-test",
                        Monitored.HURRIED,
                        InstantSource.system(),
                        System::nanoTime,
                        event -> {
                            if (event instanceof SessionEvent.Rejected) {
                                still.countDown();
                                goOn.join();
                            }
                        })) {
            monitored.watch(HostileFeedTest.CODES).awaitFlow();
            Map<String, InstrumentSnapshot> before = monitored.snapshots(HostileFeedTest.CODES);
            exchange.inject(new Fault.Injection("nonsense"));
            Await.until("it stands still", () -> still.getCount() == 0);
            long frames = exchange.counters().frames();
            exchange.inject(new Fault.Burst(100_000, 1));
            Await.until("more has come than fits", () -> exchange.counters().frames() > frames + 100_000);
            goOn.complete(null);
            monitored.hasten(
                    "the link was dropped",
                    status -> status.counters().overflows() == 1 && status.state() instanceof SessionState.Live);
            monitored.awaitFlow();
            assertThat(monitored.events)
                    .filteredOn(event -> event instanceof SessionEvent.StateChanged changed
                            && changed.state() instanceof SessionState.Waiting waiting
                            && waiting.reason() == FailureReason.OVERLOADED)
                    .hasSize(1);
            assertThat(monitored.service.status().counters().mailboxPeak()).isEqualTo(Mailbox.MOST_TEXTS);
            monitored.assertAccounted(before);
        }
    }

    /// A peer that is gone never answers a close frame either: the socket must be closed without it.
    @Test
    void aDeadLinkIsClosedThoughItsPeerIsSilent() throws IOException {
        OpenDescriptors.connectOnce();
        try (EmbeddedExchange exchange = HostileFeedTest.exchange(true);
                Monitored monitored = new Monitored(
                                exchange.restUrl(), exchange.wsUrl(), "key-of-the-test", Monitored.HURRIED)
                        .watch(HostileFeedTest.CODES)) {
            monitored.awaitFlow();
            long alive = OpenDescriptors.sockets();
            exchange.inject(new Fault.Severed());
            monitored.awaitState(SessionState.Waiting.class);
            Await.until("the dead link's socket is closed", () -> OpenDescriptors.sockets() < alive);
        }
    }
}
