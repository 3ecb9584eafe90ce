// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.ProductTable;
import io.seonmul.protocol.Channel;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.java_websocket.WebSocket;
import org.jspecify.annotations.Nullable;

/// The exchange itself: its market, its sessions and what it answers them. Confined to the exchange's thread, except
/// [#counters].
final class TradingFloor {

    private static final Logger LOG = Logger.getLogger(TradingFloor.class.getName());

    private static final long MOST_CROWDED = Duration.ofSeconds(30).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long SHORTEST_HEARTBEAT = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_STEP = Duration.ofSeconds(1).toNanos();

    /// An overlong zero, a lone continuation and a cut-off Hangul syllable.
    private static final byte[] NOT_UTF8 = {(byte) 0xC0, (byte) 0x80, (byte) 0xBF, (byte) 0xEC, (byte) 0x84};

    /// When no session of the day or the night is open.
    private static final LocalTime CLOSED = LocalTime.of(17, 5);

    private static final Duration AFTER_THE_CLOSE = Duration.ofMinutes(1);
    private static final Duration BEFORE_THE_OPENING = Duration.ofSeconds(5);

    private final ExchangeOptions options;
    private final ApprovalDesk approvals;
    private final StandingFaults faults;
    private final Bursts bursts = new Bursts();
    private final SyntheticMarket market;
    private final TrTable trs = TrTable.builtIn();
    private final ProductTable products = ProductTable.builtIn();
    private final SplittableRandom random = new SplittableRandom();
    private final Map<WebSocket, ClientSession> sessions = new LinkedHashMap<>();
    private final Admission admission;
    private final Registrar registrar;
    private final long heartbeatPeriod;
    private volatile ExchangeCounters counters = new ExchangeCounters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private long steppedAt;
    private Duration closedFor = Duration.ZERO;
    private long connections;
    private long frames;
    private long records;
    private long quotes;
    private long heartbeatsAnswered;
    private long heartbeatsMissed;
    private long backlogsCut;
    private long lateNanos;

    TradingFloor(ExchangeOptions options, ApprovalDesk approvals, StandingFaults faults, long now) {
        this.options = options;
        this.approvals = approvals;
        this.admission = new Admission(approvals, trs);
        this.faults = faults;
        heartbeatPeriod = heartbeatPeriod(options);
        steppedAt = now;
        market = new SyntheticMarket(
                options.seed(),
                options.date(),
                options.codes().stream().map(products::contract).toList(),
                options.start(),
                pace(options));
        registrar = new Registrar(market, products, faults, options.demo());
    }

    /// A fast clock's heartbeats come more often, so that a client knows the exchange's hour between two of them.
    private static long heartbeatPeriod(ExchangeOptions options) {
        long asked = options.heartbeat().toNanos();
        return Math.clamp((long) (asked / options.clock()), Math.min(asked, SHORTEST_HEARTBEAT), asked);
    }

    private static Pace pace(ExchangeOptions options) {
        long start = options.start().toNanoOfDay();
        if (options.demo()) {
            return new Pace.Demo(start);
        }
        return options.rate().isPresent()
                ? new Pace.Fixed(options.rate().getAsDouble() / options.clock(), start)
                : new Pace.Natural();
    }

    /// What has happened so far, as of the last step. Any thread.
    ExchangeCounters counters() {
        return counters;
    }

    SyntheticMarket market() {
        return market;
    }

    void opened(WebSocket socket, long now) {
        connections++;
        sessions.put(socket, new ClientSession(socket, FrameSeal.random(random), now));
    }

    void closed(WebSocket socket) {
        ClientSession session = sessions.remove(socket);
        if (session != null) {
            release(session);
        }
    }

    private void release(ClientSession session) {
        session.unregisterAll();
        admission.release(session);
    }

    /// A PONG frame that carries the heartbeat's text counts as its answer; one that came unasked does not.
    void pong(WebSocket socket, String payload, long now) {
        if (payload.contains("PINGPONG")) {
            heartbeatAnswered(sessions.get(socket), now);
        }
    }

    void ping(WebSocket socket, byte[] payload) {
        ClientSession session = sessions.get(socket);
        if (session != null && !faults.mute()) {
            session.outlet().pong(payload);
        }
    }

    private void heartbeatAnswered(@Nullable ClientSession session, long now) {
        if (session != null) {
            session.heartbeatAnswered(now);
            heartbeatsAnswered++;
        }
    }

    void message(WebSocket socket, String text, long now) {
        ClientSession session = sessions.get(socket);
        if (session == null || !session.isOpen()) {
            return;
        }
        switch (ClientRequest.parse(text)) {
            case ClientRequest.Heartbeat _ -> heartbeatAnswered(session, now);
            case ClientRequest.Malformed malformed ->
                answer(session, malformed.code(), malformed.trId(), malformed.trKey());
            case ClientRequest.Subscription wanted -> subscription(session, wanted, now);
        }
    }

    private void subscription(ClientSession session, ClientRequest.Subscription wanted, long now) {
        ServerCode code = faults.answer(admission.verdict(session, wanted), wanted.trId());
        answer(session, code, wanted.trId(), wanted.trKey());
        switch (code) {
            case OPSP0000 -> registrar.register(session, wanted, now);
            case OPSP0001 -> registrar.unregister(session, wanted);
            case OPSP8996 -> session.close("ALREADY IN USE appkey");
            case OPSP0002,
                    OPSP0003,
                    OPSP0007,
                    OPSP0008,
                    OPSP0011,
                    OPSP8991,
                    OPSP8992,
                    OPSP8993,
                    OPSP8997,
                    OPSP8998 -> {}
            case OPSP9990, OPSP9991, OPSP9992, OPSP9996, OPSP9997, OPSP9998, OPSP9999 -> {}
        }
    }

    private void answer(ClientSession session, ServerCode code, String trId, String trKey) {
        boolean encrypted = trs.isNotice(trId)
                || (options.encrypted() && Channel.ofTrId(trId).isPresent());
        pass(session, Answers.answer(code, trId, trKey, session.seal(), encrypted));
    }

    /// Lets the market go on to `now` and sends what is due.
    ///
    /// @param period nanoseconds until the next step
    void step(long now, long period) {
        long passed = now - steppedAt;
        steppedAt = now;
        // A machine that slept or cannot keep up must not owe the market ever more time.
        lateNanos += Math.max(0, passed - LONGEST_STEP);
        trade(Duration.ofNanos((long) (Math.min(passed, LONGEST_STEP) * options.clock())));
        burst();
        for (ClientSession session : List.copyOf(sessions.values())) {
            flush(session, now, period);
            heartbeat(session, now);
            misuse(session.outlet(), Math.min(passed, LONGEST_STEP));
        }
        count();
    }

    /// The exchange's date and hour as it notifies them: of the evening, while a fault keeps the market closed.
    private LocalDateTime now() {
        return faults.closedMarket()
                ? LocalDateTime.of(market.date(), CLOSED).plus(closedFor)
                : LocalDateTime.of(market.date(), market.time());
    }

    private void trade(Duration step) {
        if (faults.closedMarket()) {
            closedFor = closedFor.plus(step);
            return;
        }
        closedFor = Duration.ZERO;
        distribute(market.trades(step));
        if (!market.time().isBefore(market.hours().closingPrint().plus(AFTER_THE_CLOSE))) {
            market.startNextDay(market.nextOpen().minus(BEFORE_THE_OPENING));
        }
    }

    /// Forces one trade of a code and gives it to whoever registered the code.
    void force(InstrumentCode code) {
        market.add(products.contract(code));
        distribute(List.of(new SyntheticMarket.Trade(code, market.time().toNanoOfDay(), market.nextTrade(code))));
    }

    private void distribute(List<SyntheticMarket.Trade> trades) {
        for (SyntheticMarket.Trade trade : trades) {
            for (ClientSession session : sessions.values()) {
                Registration registration =
                        session.registrations().get(trade.code().text());
                if (registration != null) {
                    registration.add(trade.text());
                }
            }
        }
    }

    private void flush(ClientSession session, long now, long period) {
        long backlog = session.outlet().backlog();
        long crowdedFor = session.crowded(now, backlog > options.backlogBytes() / 4);
        if (backlog > options.backlogBytes() || crowdedFor > MOST_CROWDED) {
            backlogsCut++;
            LOG.warning(() -> "a client does not read: cut off with " + backlog + " bytes waiting");
            session.cut("the client does not read");
            release(session);
            return;
        }
        if (faults.joining().isEmpty() && session.held().isPresent()) {
            pass(session, session.held().get());
            session.hold(null);
        }
        for (Registration registration : session.registrations().values()) {
            List<String> taken = registration.take(now, period, session.isCrowded());
            List<String> due = taken.isEmpty() ? taken : faults.records(registration, taken);
            sendRecords(session, due, options.recordsPerFrame());
        }
        if (!session.isCrowded()) {
            session.depths().forEach((trKey, depth) -> sendDepth(session, trKey, depth, now));
        }
    }

    /// Sends the present book after the trades that led to it. What a fault does to trade records (loss, duplicates,
    /// disorder) does not concern depth, of which the newest says all; what it does to frames does.
    private void sendDepth(ClientSession session, String trKey, DepthRegistration depth, long now) {
        if (session.tells(trKey) || (depth.hollow() && faults.hollow())) {
            return;
        }
        depth.take(market, now).ifPresent(record -> {
            String frame = session.seal().frame(Channel.H0IFASP0.trId(), List.of(record), options.encrypted());
            if (pass(session, faults.frame(frame, quotes + 1))) {
                quotes++;
            }
        });
    }

    private void sendRecords(ClientSession session, List<String> due, int perFrame) {
        for (int from = 0; from < due.size(); from += perFrame) {
            List<String> together = due.subList(from, Math.min(due.size(), from + perFrame));
            String sealed = session.seal().frame(Channel.H0IFCNT0.trId(), together, options.encrypted());
            String frame = faults.frame(sealed, frames + 1);
            if (send(session, frame, frames + 1)) {
                frames++;
                records += together.size();
            }
        }
    }

    /// Sends a frame of trades, or holds it back until the next one; whether it is on its way.
    private boolean send(ClientSession session, String frame, long number) {
        OptionalInt joining = faults.joining();
        if (joining.isPresent()
                && number % joining.getAsInt() == 0
                && session.held().isEmpty()) {
            session.hold(frame);
            return true;
        }
        String text = session.held().map(first -> first + "\n" + frame).orElse(frame);
        session.hold(null);
        return pass(session, text);
    }

    /// Lets what a burst still owes trade, as far as all clients read.
    private void burst() {
        if (sessions.values().stream().anyMatch(ClientSession::isCrowded)) {
            return;
        }
        bursts.next().ifPresent(burst -> {
            market.codes().stream()
                    .filter(code -> sessions.values().stream()
                            .anyMatch(session -> session.registrations().containsKey(code.text())))
                    .findFirst()
                    .ifPresent(code -> burst(code, burst));
        });
    }

    private void burst(InstrumentCode code, Fault.Burst burst) {
        List<String> trades = new ArrayList<>(burst.records());
        for (int i = 0; i < burst.records(); i++) {
            trades.add(market.nextTrade(code));
        }
        for (ClientSession session : List.copyOf(sessions.values())) {
            Registration registration = session.registrations().get(code.text());
            if (registration == null) {
                continue;
            }
            if (registration.telling()) {
                trades.forEach(registration::add);
            } else {
                sendRecords(
                        session,
                        faults.records(registration, registration.take(0, 0, false)),
                        options.recordsPerFrame());
                sendRecords(session, faults.records(registration, trades), burst.recordsPerFrame());
            }
        }
    }

    /// What goes onto a socket that no well-behaved server would send.
    private void misuse(Outlet outlet, long passed) {
        if (faults.endless()) {
            outlet.endless();
        } else {
            outlet.endEndless();
        }
        faults.drip()
                .ifPresentOrElse(
                        bytes -> outlet.drip(Math.clamp(bytes * passed / SECOND, 1, Integer.MAX_VALUE)), outlet::flush);
    }

    /// A client that answers nothing loses its app key at once: it may never answer the close frame either.
    private void heartbeat(ClientSession session, long now) {
        if (!session.isOpen()) {
            if (session.unanswered(now) > 2 * options.heartbeatGrace().toNanos()) {
                session.cut("the close frame was not answered");
            }
            return;
        }
        if (session.unanswered(now) > options.heartbeatGrace().toNanos()) {
            heartbeatsMissed++;
            session.close("PINGPONG was not answered");
            release(session);
        } else if (session.heartbeatDue(now, heartbeatPeriod)) {
            pass(session, Answers.heartbeat(now()));
        }
    }

    /// Sends a text unless a fault keeps the exchange mute; whether it was sent.
    private boolean pass(ClientSession session, String text) {
        return !faults.mute()
                && !faults.endless()
                && !session.outlet().isBusy()
                && session.outlet().text(text, faults);
    }

    /// Lets a fault that happens once happen.
    void strike(Fault.Strike fault) {
        switch (fault) {
            case Fault.Drop _ -> List.copyOf(sessions.values()).forEach(session -> session.cut("cut by a fault"));
            case Fault.Close close -> each(outlet -> outlet.close(close.code()));
            case Fault.Injection injection -> each(outlet -> outlet.text(injection.text(), faults));
            case Fault.InvalidUtf8 _ -> each(outlet -> outlet.bytes(NOT_UTF8));
            case Fault.Burst burst -> bursts.add(burst);
            case Fault.ApprovalsExpired _ -> approvals.forget();
        }
    }

    private void each(Consumer<Outlet> action) {
        List.copyOf(sessions.values()).forEach(session -> action.accept(session.outlet()));
    }

    private void count() {
        long registered =
                sessions.values().stream().mapToLong(ClientSession::registered).sum();
        counters = new ExchangeCounters(
                connections,
                sessions.size(),
                registered,
                frames,
                records,
                quotes,
                heartbeatsAnswered,
                heartbeatsMissed,
                backlogsCut,
                lateNanos);
    }
}
