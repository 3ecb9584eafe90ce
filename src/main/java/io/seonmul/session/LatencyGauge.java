// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/// Bounds latency plus clock skew over the ticks of the newest second, and skew alone over those of the newest minutes.
///
/// Session thread only.
final class LatencyGauge {

    /// Exchange time further than this from the own clock is another clock, not latency.
    private static final Duration SAME_CLOCK = Duration.ofMinutes(10);

    private static final long HALF_DAY = Duration.ofHours(12).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    /// A clock drifts by milliseconds in this time, and a fast record comes in it.
    private static final long SPAN_SECONDS = 300;

    private long second = Long.MIN_VALUE;
    private long span = Long.MIN_VALUE;
    private long lowestOfSpan = Long.MAX_VALUE;
    private long lowestOfSpanBefore = Long.MAX_VALUE;
    private long lowest;
    private long highest;
    private Optional<LatencyBound> bound = Optional.empty();

    void add(LocalTime exchangeTime, Instant receivedAt) {
        ZonedDateTime received = receivedAt.atZone(TradingCalendar.SEOUL);
        long late = received.toLocalTime().toNanoOfDay() / 1_000_000 - exchangeTime.toSecondOfDay() * 1000L;
        if (late > HALF_DAY) {
            late -= DAY;
        } else if (late < -HALF_DAY) {
            late += DAY;
        }
        if (receivedAt.getEpochSecond() != second) {
            second = receivedAt.getEpochSecond();
            lowest = late;
            highest = late;
        } else {
            lowest = Math.min(lowest, late);
            highest = Math.max(highest, late);
        }
        addToSpan(receivedAt.getEpochSecond() / SPAN_SECONDS, late);
        bound = Math.abs(late) > SAME_CLOCK.toMillis()
                ? Optional.empty()
                : Optional.of(new LatencyBound(
                        Duration.ofMillis(lowest - 1000),
                        Duration.ofMillis(highest),
                        Duration.ofMillis(Math.min(lowestOfSpan, lowestOfSpanBefore))));
    }

    /// Two spans are kept, so that a clock that was set is believed after two of them at most.
    private void addToSpan(long spanOfTick, long late) {
        if (spanOfTick != span) {
            lowestOfSpanBefore = spanOfTick == span + 1 ? lowestOfSpan : Long.MAX_VALUE;
            lowestOfSpan = Long.MAX_VALUE;
            span = spanOfTick;
        }
        lowestOfSpan = Math.min(lowestOfSpan, late);
    }

    Optional<LatencyBound> bound() {
        return bound;
    }
}
