// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Watches one contract's static and dynamic limits and tells what means something. Session thread only.
///
/// Each kind has hysteresis: it is told when its condition begins, and again only after the condition was clearly over.
/// Source of the rules: kis/protocol.md section 12.
final class LimitWatch {

    /// Distance to a stage, as a share of the base price, at which it is near; and at which it is clearly not any more.
    private static final double NEAR = 0.005;

    private static final double FAR_AGAIN = 0.0075;
    /// Share of the band's half width that makes a print, or a second, worth telling; and the share that is loud.
    private static final double CONSUMED = 0.30;

    private static final double CONSUMED_MUCH = 0.60;
    private static final int[] STAGES = {8, 15, 20};
    /// The half width is 1 % of the base price rounded to the tick, so it may step by a tick without meaning.
    private static final long WIDTH_TOLERANCE_TICKS = 1;

    private final Contract contract;
    private final AppendLog<LimitEvent> events = new AppendLog<>();
    private long sequence;
    private @Nullable LimitStatus status;
    private @Nullable Tick previous;
    private @Nullable Price nearestApproach;
    private long secondLow;
    private long secondHigh;
    private double mostConsumed;
    private boolean nearTold;
    private boolean reachedTold;
    private boolean quoteTold;
    private boolean notFollowingTold;
    private int consumedToldAt = -1;

    LimitWatch(Contract contract) {
        this.contract = contract;
    }

    void add(Tick tick) {
        Tick before = previous;
        previous = tick;
        Price base = tick.basePrice();
        LimitStatus old = status;
        List<LimitStage> stages = old != null && old.base().equals(base)
                ? old.stages()
                : List.of(
                        LimitStage.of(STAGES[0], base, contract.tickSize()),
                        LimitStage.of(STAGES[1], base, contract.tickSize()),
                        LimitStage.of(STAGES[2], base, contract.tickSize()));
        Price up = stages.getFirst().upper().minus(tick.last());
        Price down = tick.last().minus(stages.getFirst().lower());
        Price nearest = up.compareTo(down) < 0 ? up : down;
        nearestApproach = nearestApproach == null || nearest.compareTo(nearestApproach) < 0 ? nearest : nearestApproach;
        double half =
                tick.dynamicLimits().map(limits -> limits.halfWidth().points()).orElse(0.0);
        trackSecond(tick, before);
        double print = before != null && half > 0
                ? Math.abs(tick.last().minus(before.last()).points()) / half
                : 0;
        double second = half > 0 ? (secondHigh - secondLow) / 100.0 / half : 0;
        mostConsumed = Math.max(mostConsumed, Math.max(print, second));
        LimitStatus now = new LimitStatus(
                base,
                stages,
                up,
                down,
                nearestApproach,
                tick.dynamicLimits(),
                print,
                second,
                mostConsumed,
                quotePosition(tick),
                isFollowing(tick));
        status = now;
        tellStages(tick, now, nearest);
        tellBand(tick, now, before);
    }

    private void trackSecond(Tick tick, @Nullable Tick before) {
        long last = tick.last().hundredths();
        if (before == null || !before.time().equals(tick.time())) {
            secondLow = before == null ? last : Math.min(last, before.last().hundredths());
            secondHigh = before == null ? last : Math.max(last, before.last().hundredths());
        } else {
            secondLow = Math.min(secondLow, last);
            secondHigh = Math.max(secondHigh, last);
        }
    }

    private static LimitStatus.QuotePosition quotePosition(Tick tick) {
        Optional<Price> ask = tick.quote().ask();
        Optional<Price> bid = tick.quote().bid();
        if (tick.dynamicLimits().isEmpty() || (ask.isEmpty() && bid.isEmpty())) {
            return LimitStatus.QuotePosition.UNKNOWN;
        }
        DynamicLimits limits = tick.dynamicLimits().get();
        long askRoom =
                ask.map(price -> limits.upper().minus(price).hundredths()).orElse(1L);
        long bidRoom =
                bid.map(price -> price.minus(limits.lower()).hundredths()).orElse(1L);
        long room = Math.min(askRoom, bidRoom);
        if (room < 0) {
            return LimitStatus.QuotePosition.OUTSIDE;
        }
        return room == 0 ? LimitStatus.QuotePosition.TOUCHING : LimitStatus.QuotePosition.INSIDE;
    }

    private static boolean isFollowing(Tick tick) {
        return tick.dynamicLimits()
                .map(limits -> Math.abs(limits.upper().hundredths()
                                + limits.lower().hundredths()
                                - 2 * tick.last().hundredths())
                        <= 1)
                .orElse(true);
    }

    private void tellStages(Tick tick, LimitStatus now, Price nearest) {
        Price stage = now.nearestUpper().equals(nearest)
                ? now.stages().getFirst().upper()
                : now.stages().getFirst().lower();
        double share = nearest.points() / now.base().points();
        if (nearest.hundredths() <= 0 && !reachedTold) {
            reachedTold = true;
            nearTold = true;
            tell(tick, LimitEvent.Kind.STAGE_REACHED, LimitEvent.Severity.CRITICAL, Optional.of(stage), share * 100);
        } else if (share <= NEAR && !nearTold) {
            nearTold = true;
            tell(tick, LimitEvent.Kind.STAGE_NEAR, LimitEvent.Severity.WARNING, Optional.of(stage), share * 100);
        } else if (share > FAR_AGAIN) {
            nearTold = false;
            reachedTold = false;
        }
    }

    private void tellBand(Tick tick, LimitStatus now, @Nullable Tick before) {
        if (before == null || now.dynamic().isEmpty()) {
            return;
        }
        DynamicLimits limits = now.dynamic().get();
        double consumed = Math.max(now.printConsumed(), now.secondConsumed());
        int second = tick.time().toSecondOfDay();
        if (consumed >= CONSUMED && consumedToldAt != second) {
            consumedToldAt = second;
            LimitEvent.Severity severity =
                    consumed >= CONSUMED_MUCH ? LimitEvent.Severity.CRITICAL : LimitEvent.Severity.WARNING;
            tell(tick, LimitEvent.Kind.BAND_CONSUMED, severity, Optional.empty(), consumed * 100);
        }
        boolean atBand =
                now.quote() == LimitStatus.QuotePosition.TOUCHING || now.quote() == LimitStatus.QuotePosition.OUTSIDE;
        if (atBand && !quoteTold) {
            boolean above = tick.quote()
                    .ask()
                    .map(ask -> ask.compareTo(limits.upper()) >= 0)
                    .orElse(false);
            tell(
                    tick,
                    LimitEvent.Kind.QUOTE_AT_BAND,
                    LimitEvent.Severity.WARNING,
                    Optional.of(above ? limits.upper() : limits.lower()),
                    0);
        }
        quoteTold = atBand;
        if (!now.following() && !notFollowingTold) {
            tell(tick, LimitEvent.Kind.BAND_NOT_FOLLOWING, LimitEvent.Severity.WARNING, Optional.empty(), 0);
        }
        notFollowingTold = !now.following();
        tellChanges(tick, before, limits);
    }

    private void tellChanges(Tick tick, Tick before, DynamicLimits limits) {
        if (before.dynamicLimits().isEmpty()) {
            return;
        }
        DynamicLimits old = before.dynamicLimits().get();
        long wider = Math.abs(limits.halfWidth().minus(old.halfWidth()).hundredths());
        if (wider > WIDTH_TOLERANCE_TICKS * contract.tickSize().hundredths()) {
            tell(
                    tick,
                    LimitEvent.Kind.WIDTH_CHANGED,
                    LimitEvent.Severity.WARNING,
                    Optional.empty(),
                    limits.halfWidth().points());
        }
        if (!limits.code().equals(old.code())) {
            events.add(new LimitEvent(
                    ++sequence,
                    contract.code(),
                    tick.time(),
                    tick.receivedAt(),
                    LimitEvent.Kind.CODE_CHANGED,
                    LimitEvent.Severity.WARNING,
                    tick.last(),
                    Optional.empty(),
                    0,
                    old.code() + " → " + limits.code(),
                    tick.raw()));
        }
    }

    private void tell(
            Tick tick, LimitEvent.Kind kind, LimitEvent.Severity severity, Optional<Price> reference, double figure) {
        events.add(new LimitEvent(
                ++sequence,
                contract.code(),
                tick.time(),
                tick.receivedAt(),
                kind,
                severity,
                tick.last(),
                reference,
                figure,
                "",
                tick.raw()));
    }

    /// Begins a new session: today's extremes and what was told are forgotten, the log of events is kept.
    void newSession() {
        status = null;
        previous = null;
        nearestApproach = null;
        mostConsumed = 0;
        nearTold = false;
        reachedTold = false;
        quoteTold = false;
        notFollowingTold = false;
        consumedToldAt = -1;
    }

    /// How near the limits are now.
    ///
    /// @throws IllegalStateException before the first record
    LimitStatus status() {
        LimitStatus now = status;
        if (now == null) {
            throw new IllegalStateException("no record yet");
        }
        return now;
    }

    List<LimitEvent> events() {
        return events.view();
    }
}
