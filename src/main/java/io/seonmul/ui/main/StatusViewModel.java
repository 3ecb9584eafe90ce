// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.Delay;
import io.seonmul.market.DelayGauge;
import io.seonmul.session.CodeState;
import io.seonmul.session.CodeStatus;
import io.seonmul.session.FailureReason;
import io.seonmul.session.FeedCounters;
import io.seonmul.session.LatencyBound;
import io.seonmul.session.OpenSilence;
import io.seonmul.session.Passage;
import io.seonmul.session.SessionState;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.fx.CompletenessTexts;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.watchlist.Quota;
import io.seonmul.ui.watchlist.RejectionTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The session's state in words and figures. FX thread only.
final class StatusViewModel {

    /// How well the connection does, for colour and icon.
    enum Health {
        /// Nothing is wanted or possible.
        OFF,
        /// On the way.
        PENDING,
        /// All is well.
        GOOD,
        /// To be watched.
        DOUBTFUL,
        /// Broken.
        BAD
    }

    /// The connection's state as it is shown. Immutable.
    ///
    /// @param health colour and icon
    /// @param word one short phrase, with the countdown where one runs
    /// @param explanation what it means and what can be done
    /// @param alarming whether it is worth a banner over the panes
    /// @param hurried whether asking for it now, instead of waiting, does anything
    /// @param aboutKeys whether the settings are where it can be mended
    record Connection(
            Health health, String word, String explanation, boolean alarming, boolean hurried, boolean aboutKeys) {}

    /// One figure of the bar. Immutable.
    ///
    /// @param text what is seen
    /// @param explanation the tooltip
    /// @param alarming whether it is coloured
    record Figure(String text, String explanation, boolean alarming) {}

    /// All that the bar shows. Immutable.
    record Bar(Connection connection, Figure codes, Figure received, Figure lost, Figure rejected, Figure latency) {}

    /// A new link on which nothing has come for this long is no longer the end of an outage, but a quiet market.
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(60);

    /// What comes later than this is no longer the market of now, or this computer's clock is wrong by as much.
    private static final Duration LATE = Duration.ofSeconds(3);

    private final Words words;
    private final ReadOnlyObjectWrapper<Bar> bar;
    private SessionStatus status;
    private Optional<Delay> toFrame = Optional.empty();
    private Instant now;
    private Optional<FailureReason> trouble = Optional.empty();

    StatusViewModel(Words words, SessionStatus status, Instant now) {
        this.words = words;
        this.status = status;
        this.now = now;
        noteTrouble();
        this.bar = new ReadOnlyObjectWrapper<>(bar());
    }

    /// What the bar shows now.
    ReadOnlyObjectProperty<Bar> barProperty() {
        return bar.getReadOnlyProperty();
    }

    void show(SessionStatus newStatus, Optional<Delay> newToFrame, Instant newNow) {
        status = newStatus;
        toFrame = newToFrame;
        now = newNow;
        noteTrouble();
        bar.set(bar());
    }

    private Bar bar() {
        FeedCounters counters = status.counters();
        return new Bar(connection(), codes(), received(counters), lost(counters), rejected(counters), latency());
    }

    private Connection connection() {
        return switch (status.state()) {
            case SessionState.Offline offline -> connection(Health.OFF, "offline", false);
            case SessionState.Connecting connecting -> connecting(connecting);
            case SessionState.Live live -> live(live);
            case SessionState.Stale stale -> connection(Health.DOUBTFUL, "stale", true, Formats.time(stale.since()));
            case SessionState.Waiting waiting -> waiting(waiting);
            case SessionState.Failed failed ->
                new Connection(
                        Health.BAD,
                        words.get("status.failed", reason(failed.reason())),
                        sentences(advice(failed.reason()), detail(failed.detail())),
                        true,
                        true,
                        failed.reason().isFinal());
        };
    }

    private Connection waiting(SessionState.Waiting waiting) {
        long left = Math.max(0, (Duration.between(now, waiting.until()).toMillis() + 999) / 1000);
        return new Connection(
                Health.DOUBTFUL,
                words.get("status.waiting", reason(waiting.reason()), Formats.count(left)),
                sentences(
                        advice(waiting.reason()),
                        words.get(
                                "status.waiting.next", Formats.count(waiting.attempt()), Formats.time(waiting.until())),
                        isSaidByAdvice(waiting.reason()) ? "" : detail(waiting.detail())),
                true,
                true,
                waiting.reason().isFinal());
    }

    /// An attempt after a failure goes on telling of it, so that what it says does not come and go with each attempt.
    private Connection connecting(SessionState.Connecting connecting) {
        String attempt = words.get("status.connecting.tip", Formats.count(connecting.attempt()));
        if (connecting.attempt() == 1 && trouble.isEmpty()) {
            return connection(Health.PENDING, "connecting", false, Formats.count(connecting.attempt()));
        }
        return new Connection(
                Health.PENDING,
                words.get("status.reconnecting"),
                sentences(trouble.map(this::advice).orElse(""), attempt),
                true,
                false,
                trouble.map(FailureReason::isFinal).orElse(false));
    }

    /// An open socket is called live only where records flow or the market explains that none do.
    private Connection live(SessionState.Live live) {
        String since = Formats.time(live.since());
        boolean back = trouble.isPresent();
        if (status.codes().isEmpty()) {
            return connection(Health.PENDING, "idle", false, since);
        } else if (any(CodeState.NotTaken.class)) {
            return notTaken();
        } else if (any(CodeState.Flowing.class)) {
            return connection(Health.GOOD, "live", false, since);
        } else if (any(CodeState.Stalled.class)) {
            return isServed(live) ? connection(Health.DOUBTFUL, "stalled", true, since) : unserved(live);
        } else if (any(CodeState.Quiet.class)) {
            return unexplained(live).orElseGet(() -> connection(Health.GOOD, "quiet", false, since));
        } else if (any(CodeState.Closed.class)) {
            return connection(Health.GOOD, isBeforeOpening() ? "before" : "closed", false, since);
        } else if (any(CodeState.Registered.class)) {
            boolean alarming = back && isShortlyAfter(live);
            return unexplained(live)
                    .filter(_ -> !alarming)
                    .orElseGet(() -> connection(Health.PENDING, "silent", alarming, since));
        } else if (any(CodeState.Requested.class)) {
            return connection(Health.PENDING, "registering", back || !isShortlyAfter(live), since);
        }
        return new Connection(
                Health.BAD,
                words.get("status.refused"),
                words.get("status.refused.tip", refusal().orElse("")),
                true,
                true,
                false);
    }

    /// What stands still is not live, however well the connection and the other codes do.
    private Connection notTaken() {
        List<CodeStatus> all = status.codes().stream()
                .filter(code -> code.state() instanceof CodeState.NotTaken)
                .toList();
        String codes = all.stream().map(code -> code.code().text()).collect(Collectors.joining(", "));
        String why = all.stream()
                .map(CodeStatus::state)
                .map(CodeState.NotTaken.class::cast)
                .map(state -> state.unreadable()
                        .map(rejection -> RejectionTexts.of(rejection, words))
                        .orElseGet(() -> words.get("status.notTaken.frozen", Formats.time(state.since()))))
                .findFirst()
                .orElse("");
        return new Connection(
                Health.BAD,
                words.get("status.notTaken", codes),
                sentences(words.get("status.notTaken.tip", codes), words.get("status.notTaken.why", why)),
                true,
                false,
                false);
    }

    /// Whether a record came on this link.
    private boolean isServed(SessionState.Live live) {
        return newestRecord().filter(at -> !at.isBefore(live.since())).isPresent();
    }

    private Optional<Instant> newestRecord() {
        return status.codes().stream()
                .flatMap(code -> code.lastRecordAt().stream())
                .max(Comparator.naturalOrder());
    }

    /// The server has confirmed the codes and sends nothing: by now it is more likely a halt or a holiday by notice.
    private Connection unserved(SessionState.Live live) {
        String silentSince = Formats.time(newestRecord().orElse(live.since()));
        return new Connection(
                Health.DOUBTFUL,
                words.get("status.unserved", silentSince),
                words.get("status.unserved.tip", Formats.time(live.since()), silentSince),
                true,
                false,
                false);
    }

    /// A silence that the hour does not explain: the calendar does not have the day, or nothing has come of an open
    /// one.
    private Optional<Connection> unexplained(SessionState.Live live) {
        return switch (status.market().phase()) {
            case UNKNOWN -> Optional.of(connection(Health.PENDING, "unknownHours", false, Formats.time(live.since())));
            case CONTINUOUS -> untraded(live);
            case CLOSED, OPENING_AUCTION, CLOSING_AUCTION -> Optional.empty();
        };
    }

    private Optional<Connection> untraded(SessionState.Live live) {
        return OpenSilence.of(status, now)
                .map(silence -> new Connection(
                        Health.DOUBTFUL,
                        words.get("status.untraded", Formats.time(silence.since())),
                        words.get("status.untraded.tip", Formats.time(live.since()), Formats.time(silence.since())),
                        false,
                        false,
                        false));
    }

    private boolean any(Class<? extends CodeState> kind) {
        return status.codes().stream().anyMatch(code -> kind.isInstance(code.state()));
    }

    private boolean isBeforeOpening() {
        return status.codes().stream()
                .anyMatch(code -> code.state() instanceof CodeState.Closed closed
                        && closed.closure() == CodeState.Closure.BEFORE_OPENING);
    }

    private boolean isShortlyAfter(SessionState.Live live) {
        return Duration.between(live.since(), now).compareTo(SETTLED_AFTER) < 0;
    }

    private Optional<String> refusal() {
        return status.codes().stream()
                .map(CodeStatus::state)
                .filter(CodeState.Refused.class::isInstance)
                .map(CodeState.Refused.class::cast)
                .map(refused -> refused.messageCode() + " " + refused.message())
                .findFirst();
    }

    /// Why the connection is not what it was: kept from the failure until records flow again.
    private void noteTrouble() {
        switch (status.state()) {
            case SessionState.Waiting waiting -> trouble = Optional.of(waiting.reason());
            case SessionState.Failed failed -> trouble = Optional.of(failed.reason());
            case SessionState.Live _ -> {
                if (any(CodeState.Flowing.class) || any(CodeState.Quiet.class) || any(CodeState.Closed.class)) {
                    trouble = Optional.empty();
                }
            }
            case SessionState.Offline _ -> trouble = Optional.empty();
            case SessionState.Connecting _ -> {}
            case SessionState.Stale _ -> {}
        }
    }

    private Connection connection(Health health, String state, boolean alarming, Object... arguments) {
        return new Connection(
                health,
                words.get("status." + state),
                words.get("status." + state + ".tip", arguments),
                alarming,
                false,
                false);
    }

    private static String sentences(String... sentences) {
        return Stream.of(sentences).filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(" "));
    }

    private String detail(String detail) {
        return detail.isEmpty() ? "" : words.get("status.detail", detail);
    }

    /// Whether the monitor itself found the fault, so that the detail has nothing that the advice has not.
    private static boolean isSaidByAdvice(FailureReason reason) {
        return switch (reason) {
            case NAME_NOT_FOUND, TIMED_OUT, NOT_ANSWERING, HOLLOW, OVERLOADED -> true;
            case KEYS_REFUSED,
                    APPROVAL_REFUSED,
                    APPROVAL_EXPIRED,
                    ISSUED_LATELY,
                    ASKED_TOO_OFTEN,
                    KEY_IN_USE,
                    KEY_STILL_HELD,
                    UNREACHABLE,
                    SERVER_ERROR,
                    LINK_LOST,
                    REQUEST_REFUSED -> false;
        };
    }

    private String reason(FailureReason reason) {
        return words.get("reason." + reason.name());
    }

    private String advice(FailureReason reason) {
        return words.get("reason." + reason.name() + ".advice");
    }

    private Figure codes() {
        Quota quota = Quota.of(status, words);
        return new Figure(words.get("status.codes", quota.text()), quota.explanation(), false);
    }

    private Figure received(FeedCounters counters) {
        return new Figure(
                words.get("status.received", Formats.count(counters.records()), Formats.count(counters.contracts())),
                words.get(
                        "status.received.tip",
                        Formats.count(counters.frames()),
                        Formats.count(counters.heartbeats()),
                        Formats.count(counters.connects()),
                        Formats.count(counters.mailbox()),
                        Formats.count(counters.mailboxPeak()),
                        Formats.count(counters.overflows()),
                        Formats.count(counters.widerFrames()),
                        Formats.count(counters.unasked()),
                        Formats.count(counters.quotes()),
                        Formats.count(counters.joined()),
                        Formats.count(counters.unreadFields()),
                        Formats.count(counters.notTaken())),
                counters.overflows() > 0);
    }

    private Figure lost(FeedCounters counters) {
        boolean unknown = counters.unknownLosses() > 0;
        String completeness = CompletenessTexts.of(counters.contracts(), counters.lostContracts(), unknown);
        return new Figure(
                words.get("status.lost", Formats.count(counters.lostContracts()), completeness),
                sentences(
                        words.get(
                                "status.lost.tip",
                                Formats.count(counters.lostContracts()),
                                Formats.count(counters.lostTrades())),
                        unknown
                                ? words.get("health.loss.unknown", words.count("corrections", counters.unknownLosses()))
                                : ""),
                counters.lostContracts() > 0 || unknown);
    }

    private Figure rejected(FeedCounters counters) {
        return new Figure(
                words.get("status.rejected", Formats.count(counters.rejected())),
                status.lastRejection()
                        .map(last -> words.get("status.rejected.tip", RejectionTexts.of(last, words)))
                        .orElseGet(() -> words.get("status.rejected.none")),
                counters.rejected() > 0);
    }

    private Figure latency() {
        Optional<LatencyBound> bound = status.latency();
        return new Figure(
                bound.map(known -> words.get("status.latency", seconds(known.atLeast()), seconds(known.atMost())))
                        .orElseGet(() -> words.get("status.latency.unknown")),
                bound.map(known -> words.get("status.latency.tip") + "\n" + clock(known.clockAheadAtMost()))
                                .orElseGet(() -> words.get("status.latency.unknown.tip"))
                        + "\n"
                        + words.get(
                                "status.hops",
                                Formats.count(DelayGauge.NEWEST),
                                millis(status.passage().map(Passage::whole).map(Delay::median)),
                                millis(status.passage().map(Passage::whole).map(Delay::p99)),
                                millis(toFrame.map(Delay::median)),
                                millis(toFrame.map(Delay::p99))),
                bound.filter(known -> known.atLeast().compareTo(LATE) > 0).isPresent());
    }

    private String clock(Duration aheadAtMost) {
        return aheadAtMost.isNegative()
                ? words.get("status.clock.behind", seconds(aheadAtMost.negated()))
                : words.get("status.clock.ahead", seconds(aheadAtMost));
    }

    private static String millis(Optional<Duration> duration) {
        return duration.map(known -> Formats.decimal(known.toNanos() / 1e6, 2)).orElse(Formats.NOT_KNOWN);
    }

    private static String seconds(Duration duration) {
        return Formats.decimal(duration.toMillis() / 1000.0, 1);
    }
}
