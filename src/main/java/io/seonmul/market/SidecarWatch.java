// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/// Counts how long a future stands at the sidecar's percentage. Session thread only.
///
/// Records that were lost leave unknown whether it stayed there, so the count begins anew after them. That it counts is
/// told when it begins, and again after [LimitWatch#COOL_DOWN_SECONDS] at the earliest; that it was held, once a day.
final class SidecarWatch {

    private static final TradingCalendar CALENDAR = TradingCalendar.builtIn();

    private final int percent;
    private final LimitEvents events;
    private final Cooling counting = new Cooling();
    private long base = Figure.ABSENT;
    private long upper;
    private long lower;
    private boolean beyond;
    private boolean rising;
    private long since;
    private long newest;
    private LocalDateTime moment = LocalDateTime.MIN;
    private Optional<LocalTime> heldAt = Optional.empty();

    private SidecarWatch(int percent, LimitEvents events) {
        this.percent = percent;
        this.events = events;
    }

    /// The watch for a contract; empty where no sidecar is measured by its product.
    static Optional<SidecarWatch> of(Contract contract, LimitEvents events) {
        return switch (contract.code().isSpread() ? "" : contract.code().product()) {
            case "A01" -> Optional.of(new SidecarWatch(5, events));
            case "A06" -> Optional.of(new SidecarWatch(6, events));
            default -> Optional.empty();
        };
    }

    void add(Tick tick, long second, boolean contiguous) {
        if (tick.baseHundredths() != base && tick.baseHundredths() != Figure.ABSENT) {
            base = tick.baseHundredths();
            upper = Math.ceilDiv(base * (100 + percent), 100L);
            lower = Math.floorDiv(base * (100 - percent), 100L);
        }
        long last = tick.figure(Figure.LAST);
        newest = second;
        moment = tick.moment();
        boolean up = last >= upper;
        boolean now = base > 0 && (up || last <= lower) && CALENDAR.isSidecarPossible(moment);
        boolean begins = !beyond || up != rising || !contiguous;
        if (!now || begins) {
            since = second;
        }
        beyond = now;
        rising = now ? up : last >= base;
        if (!now || heldAt.isPresent()) {
            return;
        }
        if (second - since >= SidecarStatus.SECONDS) {
            heldAt = Optional.of(tick.time());
            tell(tick, LimitEvent.Kind.SIDECAR_HELD, LimitEvent.Severity.CRITICAL, 0);
        } else if (begins && counting.mayTell(second)) {
            tell(tick, LimitEvent.Kind.SIDECAR_COUNTING, LimitEvent.Severity.WARNING, counting.takeWithheld());
        }
    }

    private void tell(Tick tick, LimitEvent.Kind kind, LimitEvent.Severity severity, long withheld) {
        events.add(
                tick,
                new LimitEvents.Told(
                        kind,
                        severity,
                        tick.last(),
                        Optional.of(Price.ofHundredths(rising ? upper : lower)),
                        SidecarStatus.SECONDS,
                        (rising ? "+" : "-") + percent,
                        withheld,
                        Optional.empty()));
    }

    void newSession() {
        base = Figure.ABSENT;
        beyond = false;
        counting.forget();
        heldAt = Optional.empty();
    }

    /// Empty without a base price to measure from.
    Optional<SidecarStatus> status() {
        if (base <= 0) {
            return Optional.empty();
        }
        SidecarStatus.Phase phase = heldAt.isPresent()
                ? SidecarStatus.Phase.HELD
                : beyond
                        ? SidecarStatus.Phase.COUNTING
                        : CALENDAR.isSidecarPossible(moment) ? SidecarStatus.Phase.CALM : SidecarStatus.Phase.CLOSED;
        return Optional.of(new SidecarStatus(
                percent,
                Price.ofHundredths(upper),
                Price.ofHundredths(lower),
                phase,
                rising,
                beyond ? (int) (newest - since) : 0,
                heldAt));
    }
}
