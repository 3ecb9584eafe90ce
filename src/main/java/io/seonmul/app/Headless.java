// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.MarketBoard;
import io.seonmul.market.ProductTable;
import io.seonmul.market.TradingCalendar;
import io.seonmul.session.CodeState;
import io.seonmul.session.CodeStatus;
import io.seonmul.session.FailureReason;
import io.seonmul.session.SessionEvent;
import io.seonmul.session.SessionService;
import io.seonmul.session.SessionState;
import io.seonmul.session.SessionStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A feed without a window, as one thread follows it: what happens comes through a bounded queue.
///
/// A reader too slow for the queue never slows the session down: what does not fit is counted in [#omitted].
final class Headless implements AutoCloseable {

    private static final int CAPACITY = 10_000;

    /// What the following thread is woken by.
    sealed interface News {
        /// The session tells something.
        record Event(SessionEvent event) implements News {}

        /// The board or the status changed, or the end is wished: look.
        record Look() implements News {}
    }

    private final BlockingQueue<News> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong omitted = new AtomicLong();
    private final MarketBoard board = new MarketBoard(this::look);
    private final List<InstrumentCode> codes;
    private final SessionHold hold;
    private final Feed feed;
    private volatile boolean everLive;

    private Headless(
            SessionHold hold, FeedSource source, ProductTable products, List<InstrumentCode> codes, StopSignal stop)
            throws IOException {
        this.hold = hold;
        this.codes = codes;
        stop.onStop(this::look);
        this.feed = Feed.open(
                source, products, board, new SessionService.Listeners(this::look, this::tell), codes, List.of());
    }

    /// Connects and watches `codes`.
    ///
    /// @throws CommandException if another process holds the app key's connection, or keys are missing
    /// @throws IOException if the embedded exchange cannot listen
    static Headless open(Command.Surroundings surroundings, List<InstrumentCode> codes)
            throws CommandException, IOException {
        FeedSource source = surroundings.source();
        ProductTable products = surroundings.products().table();
        if (!(source instanceof FeedSource.Server server && server.keys().equals(FeedSource.PLACEHOLDERS))) {
            nameExpired(surroundings, codes);
        }
        SessionHold hold = SessionHold.require(source, surroundings.folders().state());
        try {
            return new Headless(hold, source, products, codes, surroundings.stop());
        } catch (IOException | RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    /// An exchange on this computer trades whatever it is asked for.
    private static void nameExpired(Command.Surroundings surroundings, List<InstrumentCode> codes) {
        LocalDate today = LocalDate.now(TradingCalendar.SEOUL);
        for (InstrumentCode code : codes) {
            if (TradingCalendar.builtIn().hasExpired(code, today)) {
                surroundings.remark(code + " has expired"
                        + TradingCalendar.builtIn()
                                .lastTradingDay(code, today)
                                .map(day -> ": its last trading day was " + day)
                                .orElse("")
                        + "; no trades will come");
            }
        }
    }

    private void tell(SessionEvent event) {
        if (event instanceof SessionEvent.StateChanged(SessionState.Live _)) {
            everLive = true;
        }
        if (!queue.offer(new News.Event(event))) {
            omitted.incrementAndGet();
        }
    }

    /// Needs no place in a full queue: its reader is awake.
    private void look() {
        boolean _ = queue.offer(new News.Look());
    }

    /// Waits for what comes next, `patience` at most. One thread.
    Optional<News> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    /// Events left out since the last call.
    long omitted() {
        return omitted.getAndSet(0);
    }

    /// Lets the next change of the board be told again; its snapshots are read by [#snapshot].
    void looked() {
        board.drain(snapshot -> {});
    }

    Optional<InstrumentSnapshot> snapshot(InstrumentCode code) {
        return board.latest(code);
    }

    SessionStatus status() {
        return feed.session().status();
    }

    /// What is known of a code's registration; a code not yet taken up by the session is requested.
    CodeState registration(InstrumentCode code) {
        return status().codes().stream()
                .filter(known -> known.code().equals(code))
                .map(CodeStatus::state)
                .findFirst()
                .orElseGet(CodeState.Requested::new);
    }

    /// Records of a code that could not be read.
    long rejected(InstrumentCode code) {
        return status().codes().stream()
                .filter(known -> known.code().equals(code))
                .mapToLong(CodeStatus::rejected)
                .sum();
    }

    /// Whether nothing more will come, whatever one waits for.
    boolean isOver() {
        return status().state() instanceof SessionState.Failed || codes.stream().allMatch(this::isSettled);
    }

    /// The status follows the board by a tenth of a second: a code is settled when both know of its record.
    private boolean isSettled(InstrumentCode code) {
        return switch (registration(code)) {
            case CodeState.Requested _ -> false;
            case CodeState.Registered _ -> false;
            case CodeState.Flowing _ -> snapshot(code).isPresent();
            case CodeState.Quiet _ -> snapshot(code).isPresent();
            case CodeState.Closed _ -> snapshot(code).isPresent();
            case CodeState.Stalled _ -> snapshot(code).isPresent();
            case CodeState.NotTaken _ -> snapshot(code).isPresent();
            case CodeState.Refused _ -> true;
        };
    }

    /// The codes of which no record came.
    List<InstrumentCode> silent() {
        return codes.stream().filter(code -> snapshot(code).isEmpty()).toList();
    }

    /// @throws CommandException if the server refused the keys or the request, or there was never a connection
    void requireConnection() throws CommandException {
        switch (status().state()) {
            case SessionState.Failed failed -> throw refusal(failed);
            case SessionState.Waiting waiting -> requireEverLive(waiting.reason(), waiting.detail());
            case SessionState.Offline _ -> requireEverLive(FailureReason.UNREACHABLE, "");
            case SessionState.Connecting _ -> requireEverLive(FailureReason.UNREACHABLE, "");
            case SessionState.Live _ -> {}
            case SessionState.Stale _ -> {}
        }
    }

    private static CommandException refusal(SessionState.Failed failed) {
        return switch (failed.reason()) {
            case KEYS_REFUSED ->
                new CommandException(
                        ExitCode.KEYS_REFUSED, "the server does not accept the app key or secret: " + failed.detail());
            case APPROVAL_REFUSED ->
                new CommandException(
                        ExitCode.KEYS_REFUSED,
                        "the server refused the approval key again after it was issued anew: " + failed.detail());
            case APPROVAL_EXPIRED,
                    ISSUED_LATELY,
                    ASKED_TOO_OFTEN,
                    KEY_IN_USE,
                    KEY_STILL_HELD,
                    UNREACHABLE,
                    NAME_NOT_FOUND,
                    TIMED_OUT,
                    SERVER_ERROR,
                    LINK_LOST,
                    NOT_ANSWERING,
                    HOLLOW,
                    OVERLOADED -> new CommandException(ExitCode.NO_CONNECTION, "no connection: " + failed.detail());
            case REQUEST_REFUSED ->
                new CommandException(ExitCode.UNEXPECTED, "the server refused the request: " + failed.detail());
        };
    }

    private void requireEverLive(FailureReason reason, String detail) throws CommandException {
        if (everLive && reason != FailureReason.KEY_IN_USE) {
            return;
        }
        String why = reason == FailureReason.KEY_IN_USE
                ? "another program uses the same app key"
                : "no connection to " + feed.place();
        throw new CommandException(ExitCode.NO_CONNECTION, detail.isBlank() ? why : why + ": " + detail);
    }

    @Override
    public void close() {
        feed.close();
        hold.close();
    }
}
