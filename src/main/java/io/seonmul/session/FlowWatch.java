// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.Tick;
import io.seonmul.market.TradingCalendar.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Judges whether one code's silence is its rhythm, the hour, or a stall. Session thread only.
///
/// Never by a fixed number of seconds alone: a locked market trades once a minute, a far month once an hour. What a
/// silence means is measured against the contract's own intervals, slow to forget, and against the other codes. Time is
/// the monotonic clock's, in nanoseconds.
final class FlowWatch {

    /// Ticks before the rhythm is taken as known.
    private static final int KNOWN_AFTER = 20;

    private static final double NEWEST_SHARE = 0.05;
    private static final Duration SHORTEST_QUIET = Duration.ofSeconds(5);
    private static final Duration SHORTEST_STALL = Duration.ofSeconds(30);
    /// Multiples of the mean interval: at a Poisson rhythm a silence of 8 comes once in 3,000 ticks, one of 40 never.
    private static final int QUIET_INTERVALS = 8;

    private static final int STALL_INTERVALS = 40;
    private static final int HOLLOW_INTERVALS = 20;
    /// How long after the end of a session its last records may come in.
    private static final Duration STRAGGLERS = Duration.ofMinutes(1);

    private static final int LONGEST_GAPS = 3;
    private static final double LONGEST_FADES = 0.98;

    private long ticks;
    private double meanNanos;
    private double longestNanos;
    private long lastTick;
    private Optional<Instant> lastTickAt = Optional.empty();
    private OptionalLong closedFrom = OptionalLong.empty();
    /// Ticks by when the calendar last said anything but closed, stragglers included.
    private long ticksInHours;

    /// A tick arrived.
    void add(Tick tick, long now) {
        if (ticks > 0) {
            double interval = now - lastTick;
            double share = Math.max(NEWEST_SHARE, 1.0 / ticks);
            meanNanos += (interval - meanNanos) * share;
            longestNanos = Math.max(interval, longestNanos * LONGEST_FADES);
        }
        ticks++;
        lastTick = now;
        lastTickAt = Optional.of(tick.receivedAt());
    }

    /// A new link begins: the time without one is no silence of the contract.
    void linkOpened(long now) {
        if (ticks > 0) {
            lastTick = now;
        }
    }

    boolean isKnown() {
        return ticks >= KNOWN_AFTER;
    }

    boolean everTicked() {
        return ticks > 0;
    }

    Optional<Instant> lastTickAt() {
        return lastTickAt;
    }

    boolean tickedWithin(Duration time, long now) {
        return ticks > 0 && now - lastTick <= time.toNanos();
    }

    /// The state of a code that ticked on this link.
    ///
    /// @param others whether another code flows right now; empty if no other code is registered
    /// @param hours what the calendar says of the code
    CodeState judge(long now, Optional<Boolean> others, SessionHours.OfCode hours) {
        Phase phase = proved(hours.phase(), now);
        long silence = now - lastTick;
        if (silence <= Math.max((double) SHORTEST_QUIET.toNanos(), QUIET_INTERVALS * meanNanos)) {
            return new CodeState.Flowing();
        }
        Instant since = lastTickAt.orElseThrow();
        double stall = Math.max(
                Math.max((double) SHORTEST_STALL.toNanos(), STALL_INTERVALS * meanNanos), LONGEST_GAPS * longestNanos);
        if (phase == Phase.CLOSED) {
            return new CodeState.Closed(since, hours.closure());
        }
        boolean othersSay = others.orElse(silence > 2 * stall);
        boolean stalled = isKnown() && othersSay && silence > stall && mayTrade(phase, others);
        return stalled ? new CodeState.Stalled(since) : new CodeState.Quiet(since);
    }

    /// Whether a code that flowed before should long have ticked on a new link that confirmed it `waiting` ago.
    boolean isOverdue(Duration waiting, Duration shortest, Phase phase, long now) {
        return isKnown()
                && mayTrade(proved(phase, now), Optional.of(true))
                && waiting.toNanos() > Math.max((double) shortest.toNanos(), HOLLOW_INTERVALS * meanNanos);
    }

    /// The calendar's phase, unless trades have come that it does not allow: then it is wrong, and nothing is known.
    private Phase proved(Phase phase, long now) {
        if (phase != Phase.CLOSED) {
            closedFrom = OptionalLong.empty();
            ticksInHours = ticks;
            return phase;
        }
        if (closedFrom.isEmpty()) {
            closedFrom = OptionalLong.of(now);
        }
        if (now - closedFrom.getAsLong() < STRAGGLERS.toNanos()) {
            ticksInHours = ticks;
        }
        return ticks - ticksInHours >= KNOWN_AFTER ? Phase.UNKNOWN : phase;
    }

    /// Whether a trade may be missed: in hours, and where those are not known as long as others trade.
    private static boolean mayTrade(Phase phase, Optional<Boolean> others) {
        return switch (phase) {
            case CONTINUOUS -> true;
            case UNKNOWN -> others.orElse(false);
            case CLOSED, OPENING_AUCTION, CLOSING_AUCTION -> false;
        };
    }
}
