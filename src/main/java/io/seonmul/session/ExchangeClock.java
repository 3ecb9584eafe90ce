// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Optional;

/// The exchange's date and time: the wall clock plus the skew that its heartbeats last showed. Session thread only.
///
/// A new link does not reset the skew, and a computer that slept still has it; before the first heartbeat the wall
/// clock
/// is taken for right. A heartbeat that moves the clock by more than [#PLAUSIBLE] is believed when the next agrees with
/// it, so that a single wrong one changes neither the day nor the hour.
final class ExchangeClock {

    /// The largest step that one heartbeat may make alone.
    static final Duration PLAUSIBLE = Duration.ofHours(1);

    private final InstantSource wall;
    private Optional<Duration> skew = Optional.empty();
    private Optional<Duration> doubted = Optional.empty();

    /// @param wall this computer's clock
    ExchangeClock(InstantSource wall) {
        this.wall = wall;
    }

    /// The exchange's clock stood at `shown`, whole seconds, in a heartbeat that arrived at `receivedAt`.
    void heard(LocalDateTime shown, Instant receivedAt) {
        Duration next =
                Duration.between(receivedAt.atZone(TradingCalendar.SEOUL).toLocalDateTime(), shown);
        if (skew.isEmpty()
                || agree(skew.get(), next)
                || doubted.filter(d -> agree(d, next)).isPresent()) {
            skew = Optional.of(next);
            doubted = Optional.empty();
        } else {
            doubted = Optional.of(next);
        }
    }

    private static boolean agree(Duration one, Duration other) {
        return one.minus(other).abs().compareTo(PLAUSIBLE) <= 0;
    }

    /// The exchange's time when this computer's clock stood at `receivedAt`.
    LocalDateTime at(Instant receivedAt) {
        return receivedAt
                .plus(skew.orElse(Duration.ZERO))
                .atZone(TradingCalendar.SEOUL)
                .toLocalDateTime();
    }

    /// The exchange's time now.
    LocalDateTime now() {
        return at(wall.instant());
    }

    /// How far the exchange's clock is ahead of this computer's; empty before the first heartbeat.
    Optional<Duration> skew() {
        return skew;
    }
}
