// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.Delay;
import io.seonmul.market.DelayGauge;
import io.seonmul.session.FailureReason;
import io.seonmul.session.FeedCounters;
import io.seonmul.session.LatencyBound;
import io.seonmul.session.Passage;
import io.seonmul.session.SessionState;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.watchlist.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
    /// @param aboutKeys whether the settings are where it can be mended
    record Connection(Health health, String word, String explanation, boolean alarming, boolean aboutKeys) {}

    /// One figure of the bar. Immutable.
    ///
    /// @param text what is seen
    /// @param explanation the tooltip
    /// @param alarming whether it is coloured
    record Figure(String text, String explanation, boolean alarming) {}

    /// All that the bar shows. Immutable.
    record Bar(Connection connection, Figure codes, Figure received, Figure lost, Figure rejected, Figure latency) {}

    private final Words words;
    private final ReadOnlyObjectWrapper<Bar> bar;
    private SessionStatus status;
    private Optional<Delay> toFrame = Optional.empty();
    private Instant now;

    StatusViewModel(Words words, SessionStatus status, Instant now) {
        this.words = words;
        this.status = status;
        this.now = now;
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
        bar.set(bar());
    }

    private Bar bar() {
        FeedCounters counters = status.counters();
        return new Bar(connection(), codes(), received(counters), lost(counters), rejected(counters), latency());
    }

    private Connection connection() {
        return switch (status.state()) {
            case SessionState.Offline offline -> connection(Health.OFF, "offline", false);
            case SessionState.Connecting connecting ->
                connection(Health.PENDING, "connecting", false, Formats.count(connecting.attempt()));
            case SessionState.Live live -> connection(Health.GOOD, "live", false, Formats.time(live.since()));
            case SessionState.Stale stale -> connection(Health.DOUBTFUL, "stale", false, Formats.time(stale.since()));
            case SessionState.Waiting waiting -> {
                long left = Math.max(0, (Duration.between(now, waiting.until()).toMillis() + 999) / 1000);
                yield new Connection(
                        Health.DOUBTFUL,
                        words.get("status.waiting", reason(waiting.reason()), Formats.count(left)),
                        words.get(
                                "status.waiting.tip",
                                advice(waiting.reason()),
                                Formats.count(waiting.attempt()),
                                Formats.time(waiting.until()),
                                waiting.detail()),
                        true,
                        isAboutKeys(waiting.reason()));
            }
            case SessionState.Failed failed ->
                new Connection(
                        Health.BAD,
                        words.get("status.failed", reason(failed.reason())),
                        words.get("status.failed.tip", advice(failed.reason()), failed.detail()),
                        true,
                        isAboutKeys(failed.reason()));
        };
    }

    private Connection connection(Health health, String state, boolean alarming, Object... arguments) {
        return new Connection(
                health,
                words.get("status." + state),
                words.get("status." + state + ".tip", arguments),
                alarming,
                false);
    }

    private static boolean isAboutKeys(FailureReason reason) {
        return switch (reason) {
            case KEYS_REFUSED, APPROVAL_REFUSED, REQUEST_REFUSED -> true;
            case KEY_IN_USE, UNREACHABLE, SERVER_ERROR, LINK_LOST, NOT_ANSWERING, HOLLOW, OVERLOADED -> false;
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
                        Formats.count(counters.quotes())),
                counters.overflows() > 0);
    }

    private Figure lost(FeedCounters counters) {
        long all = counters.contracts() + counters.lostContracts();
        String completeness = all == 0
                ? Formats.NOT_KNOWN
                : Formats.decimal(100.0 * counters.contracts() / all, counters.lostContracts() == 0 ? 0 : 3) + "%";
        return new Figure(
                words.get("status.lost", Formats.count(counters.lostContracts()), completeness),
                words.get(
                        "status.lost.tip",
                        Formats.count(counters.lostContracts()),
                        Formats.count(counters.lostTrades())),
                counters.lostContracts() > 0);
    }

    private Figure rejected(FeedCounters counters) {
        return new Figure(
                words.get("status.rejected", Formats.count(counters.rejected())),
                status.lastRejection()
                        .map(last -> words.get("status.rejected.tip", last))
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
                false);
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
