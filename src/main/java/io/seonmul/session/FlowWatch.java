// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.Tick;
import io.seonmul.market.TradingCalendar;
import io.seonmul.market.TradingCalendar.DayPart;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

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
    private static final int LONGEST_GAPS = 3;
    private static final double LONGEST_FADES = 0.98;

    private long ticks;
    private double meanNanos;
    private double longestNanos;
    private long lastTick;
    private Optional<Instant> lastTickAt = Optional.empty();
    private LocalTime lastExchangeTime = LocalTime.MIDNIGHT;

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
        lastExchangeTime = tick.time();
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
    CodeState judge(long now, Optional<Boolean> others) {
        long silence = now - lastTick;
        if (silence <= Math.max((double) SHORTEST_QUIET.toNanos(), QUIET_INTERVALS * meanNanos)) {
            return new CodeState.Flowing();
        }
        Instant since = lastTickAt.orElseThrow();
        double stall = Math.max(
                Math.max((double) SHORTEST_STALL.toNanos(), STALL_INTERVALS * meanNanos), LONGEST_GAPS * longestNanos);
        boolean othersSay = others.orElse(silence > 2 * stall);
        boolean stalled = isKnown() && othersSay && silence > stall && isTrading(now);
        return stalled ? new CodeState.Stalled(since) : new CodeState.Quiet(since);
    }

    /// Whether a code that flowed before should long have ticked on a new link that confirmed it `waiting` ago.
    boolean isOverdue(Duration waiting, Duration shortest, long now) {
        return isKnown()
                && isTrading(now)
                && waiting.toNanos() > Math.max((double) shortest.toNanos(), HOLLOW_INTERVALS * meanNanos);
    }

    /// Whether the exchange trades continuously by now, going by its own clock at the last tick.
    private boolean isTrading(long now) {
        DayPart phase = TradingCalendar.phaseAt(lastExchangeTime.plusNanos(Math.max(0, now - lastTick)));
        return phase == DayPart.REGULAR || phase == DayPart.NIGHT;
    }
}
