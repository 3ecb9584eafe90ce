// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.AlertBook;
import io.seonmul.market.AlertRule;
import io.seonmul.market.AuditReport;
import io.seonmul.market.Contract;
import io.seonmul.market.FeedGap;
import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.MarketBoard;
import io.seonmul.market.Quote;
import io.seonmul.market.Tick;
import io.seonmul.market.Witness;
import io.seonmul.protocol.Channel;
import io.seonmul.protocol.Frame;
import io.seonmul.protocol.FrameCipher;
import io.seonmul.protocol.ProtocolException;
import io.seonmul.protocol.QuoteDecoder;
import io.seonmul.protocol.Rejection;
import io.seonmul.protocol.TickDecoder;
import io.seonmul.protocol.WireMessages;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Takes data frames in: decodes every record, folds it, and publishes what changed. Session thread only.
///
/// It outlives links, so that the first record after an outage closes the outage as one gap.
final class Intake {

    private static final Logger LOG = System.getLogger(Intake.class.getName());
    private static final long LOG_EVERY_NANOS = 1_000_000_000L;
    /// How many codes that are not watched are named at most; their records are counted whatever their number.
    private static final int MOST_UNASKED_CODES = 64;

    private final Subscriptions subscriptions;
    private final MarketBoard board;
    private final Consumer<SessionEvent> events;
    private final UnaryOperator<String> hide;
    private final ExchangeClock exchangeClock;
    private final TickDecoder decoder = new TickDecoder();
    private final QuoteDecoder quoteDecoder = new QuoteDecoder();
    private final Map<InstrumentCode, Instrument> instruments = new HashMap<>();
    private final AlertBook alerts = new AlertBook();
    private final Map<String, FrameCipher> ciphers = new HashMap<>();
    private final SetAside setAside = new SetAside();
    private final Set<Instrument> touched = new LinkedHashSet<>();
    private final Set<InstrumentCode> unaskedCodes = new HashSet<>();
    private final LatencyGauge latency = new LatencyGauge();
    private final PassageWatch passages = new PassageWatch();

    private long frames;
    private long records;
    private long quotes;
    private long contracts;
    private long rejected;
    private long unasked;
    private long widerFrames;
    private long joined;
    private Optional<Rejection> lastRejection = Optional.empty();
    private long loggedAt;
    private long unlogged;

    /// @param hide takes secrets out of what a server said
    /// @param exchangeClock gives every frame its exchange's date and time
    Intake(
            Subscriptions subscriptions,
            MarketBoard board,
            Consumer<SessionEvent> events,
            UnaryOperator<String> hide,
            ExchangeClock exchangeClock) {
        this.subscriptions = subscriptions;
        this.board = board;
        this.events = events;
        this.hide = hide;
        this.exchangeClock = exchangeClock;
    }

    /// How frames of that TR are encrypted on the present link.
    void cipher(String trId, FrameCipher cipher) {
        ciphers.put(trId, cipher);
    }

    /// The present link is gone: its ciphers are void.
    void linkChanged() {
        ciphers.clear();
    }

    /// Takes in the data frames of a text, and returns its control messages: mostly it is one of either.
    List<String> take(Mail.Text mail, long now) {
        String text = WireMessages.plain(mail.text());
        Optional<ProtocolException> problem = Optional.empty();
        if (Frame.looksLikeFrame(text)) {
            passages.taken(mail.receivedNanos(), now);
            problem = frame(text, mail.receivedAt(), now);
            if (problem.isEmpty()) {
                return List.of();
            }
        }
        List<String> messages = WireMessages.split(text);
        if (messages.size() > 1) {
            joined++;
            messages.stream()
                    .filter(Frame::looksLikeFrame)
                    .forEach(part -> frame(part, mail.receivedAt(), now)
                            .ifPresent(bad -> rejectFrame(part, bad, mail.receivedAt(), now)));
            return messages.stream().filter(part -> !Frame.looksLikeFrame(part)).toList();
        }
        problem.ifPresent(bad -> rejectFrame(text, bad, mail.receivedAt(), now));
        return problem.isPresent() ? List.of() : messages;
    }

    /// Takes in one data frame, and returns what is wrong with it as a whole.
    private Optional<ProtocolException> frame(String text, Instant receivedAt, long now) {
        try {
            Frame frame = Frame.parse(text);
            Optional<Channel> channel = Channel.ofTrId(frame.trId());
            if (channel.isEmpty()) {
                throw new ProtocolException(Rejection.Problem.UNKNOWN_TR, frame.trId());
            }
            if (frame.encrypted()) {
                FrameCipher cipher = ciphers.get(frame.trId());
                if (cipher == null) {
                    throw new ProtocolException(Rejection.Problem.NO_CIPHER, frame.trId());
                }
                frame = cipher.decrypt(frame);
            }
            int width = decode(channel.get(), frame, receivedAt, now);
            if (width > channel.get().width() && widerFrames++ == 0) {
                LOG.log(
                        Level.WARNING,
                        "records of {0} have {1} fields, {2} are known; the others are kept unread",
                        frame.trId(),
                        width,
                        channel.get().width());
            }
            frames++;
            return Optional.empty();
        } catch (ProtocolException e) {
            return Optional.of(e);
        }
    }

    /// A mail was dealt with: if it was a frame, it is folded now.
    void handled(long now) {
        passages.handled(now);
    }

    private int decode(Channel channel, Frame frame, Instant receivedAt, long now) throws ProtocolException {
        return switch (channel) {
            case H0IFCNT0 ->
                decoder.decode(
                        frame,
                        receivedAt,
                        exchangeClock.skew().orElse(Duration.ZERO),
                        tick -> tick(tick, now),
                        bad -> rejectOf(channel, bad, receivedAt, now));
            case H0IFASP0 ->
                quoteDecoder.decode(
                        frame, receivedAt, quote -> quote(quote, now), bad -> rejectOf(channel, bad, receivedAt, now));
        };
    }

    private void quote(Quote quote, long now) {
        quotes++;
        Optional<Registration> registration =
                subscriptions.findDepth(quote.code()).filter(Registration::isWanted);
        if (registration.isEmpty()) {
            unasked(quote.code());
            return;
        }
        Registration found = registration.get();
        found.ticked(quote.receivedAt(), now);
        found.takeUp.good(now);
        Instrument instrument = instrument(found);
        instrument.apply(quote);
        touched.add(instrument);
    }

    private Instrument instrument(Registration registration) {
        return instruments.computeIfAbsent(registration.code(), code -> new Instrument(registration.contract, alerts));
    }

    private void tick(Tick tick, long now) {
        records++;
        Optional<Registration> registration = subscriptions.find(tick.code()).filter(found -> found.wanted);
        if (registration.isEmpty()) {
            unasked(tick.code());
            return;
        }
        Registration found = registration.get();
        found.ticked(tick.receivedAt(), now);
        found.flow.add(tick, now);
        found.takeUp.arrived(tick, now);
        Instrument instrument = instrument(found);
        List<FeedGap> gaps = instrument.apply(tick);
        touched.add(instrument);
        contracts += tick.size();
        latency.add(tick.time(), tick.receivedAt());
        for (FeedGap gap : gaps) {
            events.accept(new SessionEvent.GapFound(tick.code(), gap));
        }
        Set<Witness> doubts = instrument.doubts();
        if (!doubts.isEmpty()) {
            events.accept(new SessionEvent.RecordDoubted(tick.code(), tick.time(), doubts));
        }
    }

    /// Counts a record of a code that is not watched, and names the code once.
    private void unasked(InstrumentCode code) {
        unasked++;
        if (unaskedCodes.size() < MOST_UNASKED_CODES && unaskedCodes.add(code)) {
            LOG.log(
                    Level.WARNING,
                    "a record came of {0}, which is not watched; it and those after it are counted",
                    code);
            events.accept(new SessionEvent.Unasked(code));
        }
    }

    private void rejectFrame(String text, ProtocolException problem, Instant at, long now) {
        frames++;
        Stream.of(Channel.values())
                .filter(channel -> text.startsWith(channel.trId(), 2))
                .findFirst()
                .ifPresentOrElse(channel -> rejectOf(channel, problem, at, now), () -> reject(problem));
    }

    /// Counts a record that could not be read, for its code too, as far as that could be read.
    private void rejectOf(Channel channel, ProtocolException problem, Instant at, long now) {
        problem.code()
                .flatMap(code -> subscriptions.find(channel, code))
                .filter(Registration::isWanted)
                .ifPresent(registration -> {
                    registration.ticked(at, now);
                    registration.takeUp.rejected(problem.rejection().hidden(hide), at, now);
                });
        reject(problem);
    }

    /// Counts and tells something that could not be taken in; the log gets one line a second at most.
    void reject(ProtocolException problem) {
        rejected++;
        Rejection rejection = problem.rejection().hidden(hide);
        String reason = rejection.english();
        lastRejection = Optional.of(rejection);
        events.accept(new SessionEvent.Rejected(problem.code(), reason));
        long now = System.nanoTime();
        if (unlogged == 0 || now - loggedAt > LOG_EVERY_NANOS) {
            LOG.log(Level.WARNING, "rejected: {0} (and {1} not logged)", reason, unlogged);
            loggedAt = now;
            unlogged = 0;
        }
        unlogged++;
    }

    /// Logs a defect that was met, and counts it as rejected.
    void defect(RuntimeException defect) {
        StringWriter trace = new StringWriter();
        defect.printStackTrace(new PrintWriter(trace));
        LOG.log(Level.ERROR, "unexpected: {0}", hide.apply(trace.toString()));
        reject(new ProtocolException(Rejection.Problem.INTERNAL, defect.toString()));
    }

    /// A code is not wanted any more: sets aside what was folded for it.
    void unwatch(InstrumentCode code, long now) {
        subscriptions.unwatch(code, now);
        Instrument instrument = instruments.remove(code);
        if (instrument != null) {
            touched.remove(instrument);
            instrument.forgetDepth();
            setAside.put(instrument, now);
        }
        board.remove(code);
    }

    /// Holds every record from now on to these rules.
    void alerts(List<AlertRule> rules) {
        alerts.set(rules);
    }

    /// A contract is wanted: goes on with what was set aside of it, if that was a moment ago. The trades missed
    /// meanwhile
    /// are proved as one gap by its next record.
    void watch(Contract contract, long now) {
        subscriptions.watch(contract, now);
        setAside.take(contract.code()).ifPresent(instrument -> {
            instruments.put(contract.code(), instrument);
            touched.add(instrument);
        });
    }

    /// Depth of a code is wanted now, or not any more: then its order book is forgotten.
    void watchDepth(InstrumentCode code, boolean wanted, long now) {
        subscriptions.watchDepth(code, wanted, now);
        Instrument instrument = instruments.get(code);
        if (instrument != null && !wanted) {
            instrument.forgetDepth();
            touched.add(instrument);
        }
    }

    /// Publishes the newest snapshot of every contract that changed since the last call.
    ///
    /// @param nanoTime read when all is published
    void publish(LongSupplier nanoTime) {
        for (Instrument instrument : touched) {
            if (subscriptions.standsBack(instrument.contract().code())) {
                instrument.forgetDepth();
            }
            instrument.snapshot().ifPresent(board::publish);
        }
        touched.clear();
        subscriptions.shown(board);
        long now = nanoTime.getAsLong();
        passages.published(now);
        setAside.onTime(now);
    }

    /// From the receipt of a data frame to the publication of what it changed, hop by hop.
    Optional<Passage> passage() {
        return passages.newest();
    }

    /// Trade records since the start, watched or not.
    long trades() {
        return records;
    }

    /// Depth records, likewise.
    long quotes() {
        return quotes;
    }

    Optional<LatencyBound> latency() {
        return latency.bound();
    }

    Optional<Rejection> lastRejection() {
        return lastRejection;
    }

    FeedCounters counters(long heartbeats, long connects, Mailbox mailbox, long overflows) {
        long lostContracts = 0;
        long lostTrades = 0;
        long unknownLosses = 0;
        for (Instrument instrument : instruments.values()) {
            AuditReport audit = instrument.audit();
            lostContracts += audit.lostContracts();
            lostTrades += audit.lostTrades();
            unknownLosses += audit.unknownLosses();
        }
        return new FeedCounters(
                frames,
                records,
                quotes,
                contracts,
                lostContracts,
                lostTrades,
                rejected,
                unasked,
                widerFrames,
                heartbeats,
                connects,
                mailbox.waiting(),
                mailbox.peak(),
                overflows,
                joined,
                decoder.unreadFields() + quoteDecoder.unreadFields(),
                subscriptions.notTaken(),
                unknownLosses);
    }
}
