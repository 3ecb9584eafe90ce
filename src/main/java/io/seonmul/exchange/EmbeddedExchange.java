// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.TradingCalendar;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.java_websocket.WebSocket;
import org.jspecify.annotations.Nullable;

/// A KIS-compatible exchange in this process: approval keys and tokens over REST, a synthetic market over a WebSocket,
/// both on the
/// loopback address only.
///
/// One thread of its own (`exchange`) owns market and sessions; the servers' threads only hand over. All methods may be
/// called on any thread. Closing it frees all threads and ports.
public final class EmbeddedExchange implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedExchange.class.getName());
    private static final long PERIOD = Duration.ofMillis(20).toNanos();
    private static final long CLOSE_SECONDS = 5;

    private final ScheduledExecutorService thread;
    private final ApprovalDesk approvals = new ApprovalDesk();
    private final StandingFaults faults;
    private final TradingFloor floor;
    private final ApprovalServer rest;
    private final WireServer wire;
    private final Optional<Gate> gate;
    private final int wirePort;

    private EmbeddedExchange(ExchangeOptions options) throws IOException {
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        faults = new StandingFaults(new WrongRecords(options.seed(), options.date()));
        floor = new TradingFloor(options, approvals, faults, System.nanoTime());
        try {
            rest = new ApprovalServer(
                    new InetSocketAddress(loopback, options.restPort()),
                    approvals,
                    new TokenDesk(clock(options, System.nanoTime())),
                    faults);
        } catch (IOException e) {
            throw cannotListen(options.restPort(), e);
        }
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("exchange").daemon().factory());
        wire = new WireServer(
                new InetSocketAddress(loopback, options.gated() ? 0 : options.wsPort()), new Floor(), faults);
        try {
            int port = wire.listen();
            gate = options.gated()
                    ? Optional.of(Gate.open(new InetSocketAddress(loopback, options.wsPort()), port, faults))
                    : Optional.empty();
            wirePort = gate.map(Gate::port).orElse(port);
        } catch (IOException e) {
            endServers();
            throw cannotListen(options.wsPort(), e);
        } catch (InterruptedException e) {
            endServers();
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while the exchange started").initCause(e);
        }
        ScheduledFuture<?> _ = thread.scheduleWithFixedDelay(
                guarded(() -> floor.step(System.nanoTime(), PERIOD)), 0, PERIOD, TimeUnit.NANOSECONDS);
    }

    /// The exchange's own time as its REST side needs it: from its first date and hour on, as fast as any other.
    private static InstantSource clock(ExchangeOptions options, long begin) {
        Instant start = options.date()
                .atTime(options.start())
                .atZone(TradingCalendar.SEOUL)
                .toInstant();
        return () -> start.plusNanos(System.nanoTime() - begin);
    }

    private static IOException cannotListen(int port, IOException cause) {
        return new IOException("cannot listen on 127.0.0.1:" + port + ": " + cause.getMessage(), cause);
    }

    /// Starts an exchange and returns when both sides listen.
    ///
    /// @throws IOException if a port cannot be listened on; the message names it
    public static EmbeddedExchange start(ExchangeOptions options) throws IOException {
        return new EmbeddedExchange(options);
    }

    /// Where approval keys are issued, such as `http://127.0.0.1:40123`.
    public URI restUrl() {
        return URI.create("http://127.0.0.1:" + rest.port());
    }

    /// Where the feed is, on any path, such as `ws://127.0.0.1:40124`.
    public URI wsUrl() {
        return URI.create("ws://127.0.0.1:" + wirePort);
    }

    /// The line by which `seonmul exchange` says where it listens.
    public String banner() {
        return "rest=" + restUrl() + " ws=" + wsUrl();
    }

    /// What has happened so far, as of at most a fiftieth of a second ago.
    public ExchangeCounters counters() {
        return floor.counters();
    }

    /// Makes something go wrong: a standing fault from now on until [#heal], any other once, soon.
    ///
    /// @throws IllegalStateException if connecting is to fail and no door was asked for ([ExchangeOptions#gated])
    public void inject(Fault fault) {
        switch (fault) {
            case Fault.Unconnectable door -> atTheGate(door);
            case Fault.Severed severed -> atTheGate(severed);
            case Fault.Standing standing -> faults.add(standing);
            case Fault.Strike strike -> onFloor(() -> floor.strike(strike));
        }
    }

    private void atTheGate(Fault.Standing fault) {
        Gate troubled = gate.orElseThrow(() -> new IllegalStateException("this exchange has no door"));
        faults.add(fault);
        troubled.changed();
    }

    /// Makes all of a named fault go wrong.
    public void inject(NamedFault fault) {
        fault.faults().forEach(this::inject);
    }

    /// Makes named faults come and go, each in its turn, again and again: after `every`, what happens once happens;
    /// what
    /// stands, stands for `every` and is healed for `every`.
    ///
    /// @throws IllegalArgumentException if no fault is named
    public void repeat(List<NamedFault> faultsInTurn, Duration every) {
        List<Runnable> turns = faultsInTurn.stream()
                .flatMap(fault -> fault.stands()
                        ? Stream.<Runnable>of(() -> inject(fault), this::heal)
                        : Stream.<Runnable>of(() -> inject(fault)))
                .toList();
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("no fault is named");
        }
        AtomicInteger turn = new AtomicInteger();
        ScheduledFuture<?> _ = thread.scheduleAtFixedRate(
                guarded(() -> turns.get(turn.getAndUpdate(now -> (now + 1) % turns.size()))
                        .run()),
                every.toNanos(),
                every.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /// Ends all standing faults; what was withheld stays withheld.
    public void heal() {
        faults.clear();
        gate.ifPresent(Gate::changed);
    }

    /// Forces one trade of `code` soon, beside those of the market's own pace; the code joins if it was not there.
    public void trade(InstrumentCode code) {
        onFloor(() -> floor.force(code));
    }

    /// Locks all prices where they are, or ends that: see [SyntheticMarket#lockPrices].
    public void lockPrices(boolean lock) {
        onFloor(() -> floor.market().lockPrices(lock));
    }

    /// Ends the exchange's day and begins the next with its opening print.
    public void startNextDay() {
        onFloor(() -> floor.market().startNextDay(floor.market().nextOpen()));
    }

    /// Waits until somebody closes this exchange.
    public void awaitClose() throws InterruptedException {
        thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    /// Ends all sessions, gives the ports back and waits for the threads, a few seconds at most. Does nothing the
    /// second time.
    @Override
    public void close() {
        gate.ifPresent(Gate::close);
        endServers();
    }

    private void endServers() {
        rest.close();
        boolean interrupted = Thread.interrupted();
        try {
            wire.end();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warning("the exchange's thread does not end");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void onFloor(Runnable task) {
        try {
            thread.execute(guarded(task));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "the exchange is closed", e);
        }
    }

    /// The root of the exchange's thread: one failed task must not end the others.
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "the exchange failed at a task", e);
            }
        };
    }

    /// Hands over from the WebSocket's threads.
    private final class Floor implements WireServer.Sink {
        @Override
        public void opened(WebSocket socket) {
            onFloor(() -> floor.opened(socket, System.nanoTime()));
        }

        @Override
        public void message(WebSocket socket, String text) {
            onFloor(() -> floor.message(socket, text, System.nanoTime()));
        }

        @Override
        public void ping(WebSocket socket, byte[] payload) {
            onFloor(() -> floor.ping(socket, payload));
        }

        @Override
        public void pong(WebSocket socket, String payload) {
            onFloor(() -> floor.pong(socket, payload, System.nanoTime()));
        }

        @Override
        public void closed(WebSocket socket) {
            onFloor(() -> floor.closed(socket));
        }

        @Override
        public void failed(@Nullable WebSocket socket, Exception cause) {
            LOG.log(Level.FINE, cause, () -> "a client's connection failed: " + socket);
        }
    }
}
