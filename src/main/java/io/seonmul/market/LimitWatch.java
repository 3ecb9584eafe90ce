// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Watches one contract's static stages, dynamic band and sidecar, and tells what means something. Session thread only.
///
/// Each kind has hysteresis: it is told when its condition begins or grows worse, and anew only after the condition was
/// clearly over; and a cool-down: however the price swings, the same thing is told at most once within
/// [#COOL_DOWN_SECONDS], and the next time it is told says how often it was withheld.
/// Source of the rules: kis/protocol.md section 12.
final class LimitWatch {

    /// Exchange seconds without the condition after which something at the band is over.
    static final int CALM_SECONDS = 10;

    /// Exchange seconds within which the same thing is told at most once.
    static final int COOL_DOWN_SECONDS = 60;

    private static final int DAY = 86_400;

    private final LimitEvents events;
    private final StageWatch stages;
    private final BandWatch band;
    private final Optional<SidecarWatch> sidecar;
    private @Nullable Tick newest;
    /// Exchange second of the newest record, beyond midnight counted on; it never goes back.
    private long second;

    LimitWatch(Contract contract) {
        this(contract, new LimitEvents(contract.code()));
    }

    /// @param events where it tells
    LimitWatch(Contract contract, LimitEvents events) {
        this.events = events;
        this.stages = new StageWatch(contract, events);
        this.band = new BandWatch(contract, events);
        this.sidecar = SidecarWatch.of(contract, events);
    }

    /// Takes the next record.
    ///
    /// @param contiguous whether nothing was lost between the record before and this one
    void add(Tick tick, boolean contiguous) {
        Tick before = newest;
        newest = tick;
        if (before == null) {
            second = tick.secondOfDay();
        } else {
            int step = Math.floorMod(tick.secondOfDay() - before.secondOfDay(), DAY);
            second += step > DAY / 2 ? 0 : step;
        }
        stages.add(tick, second);
        band.add(tick, before, second, contiguous);
        if (sidecar.isPresent()) {
            sidecar.get().add(tick, second, contiguous);
        }
    }

    /// Begins a new session: today's extremes, the width and what was told are forgotten; the log of events and the
    /// raw code are kept, since a code that differs from yesterday's is a change.
    void newSession() {
        newest = null;
        stages.newSession();
        band.newSession();
        sidecar.ifPresent(SidecarWatch::newSession);
    }

    /// Distance to the nearer side of the first stage in percent of the base price; NaN where there are no stages.
    double stageDistancePercent() {
        return newest == null ? Double.NaN : stages.distancePercent(newest);
    }

    /// As [LimitStatus#printConsumed].
    double printConsumed() {
        return band.printConsumed();
    }

    /// As [LimitStatus#secondConsumed].
    double secondConsumed() {
        return band.secondConsumed();
    }

    /// How near the limits are now.
    ///
    /// @throws IllegalStateException before the first record
    LimitStatus status() {
        Tick tick = newest;
        if (tick == null) {
            throw new IllegalStateException("no record yet");
        }
        return status(tick);
    }

    /// How near the limits would be by a record that is shown before any counts: without stages.
    LimitStatus status(Tick tick) {
        return new LimitStatus(
                stages.base(),
                stages.stages(),
                TradingCalendar.builtIn().isFirstStageOnly(tick.moment(), TradingSession.DAY),
                stages.upwards(tick.last()),
                stages.downwards(tick.last()),
                stages.nearest(),
                stages.approach(),
                stages.pace(),
                tick.dynamicLimits(),
                band.printConsumed(),
                band.secondConsumed(),
                band.mostConsumed(),
                BandWatch.quotePosition(tick),
                BandWatch.isFollowing(tick),
                sidecar.flatMap(SidecarWatch::status));
    }

    List<LimitEvent> events() {
        return events.view();
    }
}
