// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Watches one contract's static stages: how near they are, how near they were, and how fast the price moves. Session
/// thread only.
///
/// A side of a stage is near from [#NEAR] of the base price, and forgotten when the price is further than [#FAR_AGAIN];
/// near and reached are each told at most once within [LimitWatch#COOL_DOWN_SECONDS].
final class StageWatch {

    /// Distance to a stage, as a share of the base price, at which it is near; and at which it is clearly not any more.
    private static final double NEAR = 0.005;

    private static final double FAR_AGAIN = 0.0075;

    private static final int[] STAGES = {8, 15, 20};

    private final Contract contract;
    private final LimitEvents events;
    private final PaceGauge pace = new PaceGauge();
    private final Side[] sides =
            IntStream.range(0, 2 * STAGES.length).mapToObj(side -> new Side()).toArray(Side[]::new);
    private List<LimitStage> stages = List.of();
    private long base = Figure.ABSENT;
    /// Beyond these prices a stage is near, or was and is not clearly far again; hundredths.
    private long calmAbove = Long.MAX_VALUE;

    private long calmBelow = Long.MIN_VALUE;
    private boolean told;
    private long nearest = Long.MAX_VALUE;
    private int nearestAt;
    private boolean nearestUpper;
    private boolean nearestSeen;

    StageWatch(Contract contract, LimitEvents events) {
        this.contract = contract;
        this.events = events;
    }

    /// How far one side of one stage has been told: only clear distance resets it.
    private static final class Side {
        private static final int NOT_TOLD = 0;
        private static final int NEAR_TOLD = 1;
        private static final int REACHED_TOLD = 2;
        private final Cooling near = new Cooling();
        private final Cooling reached = new Cooling();
        private int told;

        /// The kind to tell now, if the price stands at `share` of the base price from the stage.
        Optional<LimitEvent.Kind> at(double share, long second) {
            if (share <= 0 && told < REACHED_TOLD) {
                told = REACHED_TOLD;
                return reached.mayTell(second) ? Optional.of(LimitEvent.Kind.STAGE_REACHED) : Optional.empty();
            }
            if (share <= NEAR && told < NEAR_TOLD) {
                told = NEAR_TOLD;
                return near.mayTell(second) ? Optional.of(LimitEvent.Kind.STAGE_NEAR) : Optional.empty();
            }
            if (share > FAR_AGAIN) {
                told = NOT_TOLD;
            }
            return Optional.empty();
        }

        long takeWithheld(LimitEvent.Kind kind) {
            return kind == LimitEvent.Kind.STAGE_REACHED ? reached.takeWithheld() : near.takeWithheld();
        }

        void forget() {
            told = NOT_TOLD;
            near.forget();
            reached.forget();
        }
    }

    void add(Tick tick, long second) {
        // a record that does not tell the base price does not change it
        if (tick.baseHundredths() != base && tick.baseHundredths() != Figure.ABSENT) {
            baseChanged(tick);
        }
        pace.add(second, tick.figure(Figure.LAST));
        if (!stages.isEmpty()) {
            trackApproach(tick);
            tellStages(tick, second);
        }
    }

    private void baseChanged(Tick tick) {
        base = tick.baseHundredths();
        stages = contract.code().isSpread() || base <= 0
                ? List.of()
                : IntStream.of(STAGES)
                        .mapToObj(percent -> LimitStage.of(percent, Price.ofHundredths(base), contract.tickSize()))
                        .toList();
        if (!stages.isEmpty()) {
            long far = (long) Math.ceil(FAR_AGAIN * base) + 1;
            calmAbove = stages.getFirst().lower().hundredths() + far;
            calmBelow = stages.getFirst().upper().hundredths() - far;
        }
    }

    /// The session's own high and low tell the nearest approach of the whole day, whenever the monitor joined; when it
    /// was, only a record that stands there itself.
    private void trackApproach(Tick tick) {
        long last = tick.figure(Figure.LAST);
        long high = Math.max(last, tick.figure(Figure.HIGH)); // an absent one is the smallest number of all
        long low = tick.figure(Figure.LOW) == Figure.ABSENT ? last : Math.min(last, tick.figure(Figure.LOW));
        LimitStage first = stages.getFirst();
        long up = first.upper().hundredths() - high;
        long down = low - first.lower().hundredths();
        long now = Math.min(up, down);
        if (now < nearest) {
            nearest = now;
            nearestAt = tick.secondOfDay();
            nearestUpper = up <= down;
            nearestSeen = last == (nearestUpper ? high : low);
        }
    }

    private void tellStages(Tick tick, long second) {
        long last = tick.figure(Figure.LAST);
        if (!told && last > calmAbove && last < calmBelow) {
            return; // every side of every stage is clearly far, which is how nearly all days pass
        }
        told = false;
        for (int i = 0; i < stages.size(); i++) {
            LimitStage stage = stages.get(i);
            tellSide(tick, second, sides[2 * i], stage.upper(), "+" + stage.percent(), share(stage.upper(), last));
            tellSide(tick, second, sides[2 * i + 1], stage.lower(), "-" + stage.percent(), -share(stage.lower(), last));
            told |= sides[2 * i].told > Side.NOT_TOLD || sides[2 * i + 1].told > Side.NOT_TOLD;
        }
    }

    private double share(Price limit, long last) {
        return (double) (limit.hundredths() - last) / base;
    }

    private void tellSide(Tick tick, long second, Side side, Price limit, String stage, double share) {
        side.at(share, second)
                .ifPresent(kind -> events.add(
                        tick,
                        new LimitEvents.Told(
                                kind,
                                kind == LimitEvent.Kind.STAGE_REACHED
                                        ? LimitEvent.Severity.CRITICAL
                                        : LimitEvent.Severity.WARNING,
                                tick.last(),
                                Optional.of(limit),
                                share * 100,
                                stage,
                                side.takeWithheld(kind),
                                Optional.empty())));
    }

    void newSession() {
        base = Figure.ABSENT;
        stages = List.of();
        nearest = Long.MAX_VALUE;
        told = false;
        pace.forget();
        for (Side side : sides) {
            side.forget();
        }
    }

    List<LimitStage> stages() {
        return stages;
    }

    /// The base price that the session's records told last; empty while none did.
    Optional<Price> base() {
        return base == Figure.ABSENT ? Optional.empty() : Optional.of(Price.ofHundredths(base));
    }

    double pace() {
        return pace.perMinute();
    }

    /// Distance from `last` up to the first stage; zero where there are no stages.
    Price upwards(Price last) {
        return stages.isEmpty() ? Price.ZERO : stages.getFirst().upper().minus(last);
    }

    /// Distance from `last` down to the first stage; zero where there are no stages.
    Price downwards(Price last) {
        return stages.isEmpty() ? Price.ZERO : last.minus(stages.getFirst().lower());
    }

    Price nearest() {
        return stages.isEmpty() ? Price.ZERO : Price.ofHundredths(nearest);
    }

    Optional<LimitStatus.Approach> approach() {
        return stages.isEmpty()
                ? Optional.empty()
                : Optional.of(new LimitStatus.Approach(LocalTime.ofSecondOfDay(nearestAt), nearestUpper, nearestSeen));
    }

    /// Distance to the nearer side of the first stage in percent of the base price; NaN where there are no stages.
    double distancePercent(Tick tick) {
        if (stages.isEmpty()) {
            return Double.NaN;
        }
        long last = tick.figure(Figure.LAST);
        LimitStage first = stages.getFirst();
        return 100.0
                * Math.min(
                        first.upper().hundredths() - last, last - first.lower().hundredths())
                / base;
    }
}
