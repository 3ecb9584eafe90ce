// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Watches one contract's static and dynamic limits and tells what means something. Session thread only.
///
/// Each kind has hysteresis: it is told when its condition begins or grows worse, and anew only after the condition was
/// clearly over. What lies between two records of which some were lost is not called one print.
/// Source of the rules: kis/protocol.md section 12.
final class LimitWatch {

    /// Distance to a stage, as a share of the base price, at which it is near; and at which it is clearly not any more.
    private static final double NEAR = 0.005;

    private static final double FAR_AGAIN = 0.0075;
    /// Share of the band's half width that makes a print, or a second, worth telling; and the share that is loud.
    private static final double CONSUMED = 0.30;

    private static final double CONSUMED_MUCH = 0.60;
    /// Exchange seconds without the condition after which something at the band is over.
    static final int CALM_SECONDS = 10;

    private static final int[] STAGES = {8, 15, 20};
    /// The half width is 1 % of the base price rounded to the tick, so it may step by a tick without meaning.
    private static final long WIDTH_TOLERANCE_TICKS = 1;

    private static final int DAY = 86_400;

    private final Contract contract;
    private final AppendLog<LimitEvent> events = new AppendLog<>();
    private final StageSide[] sides = IntStream.range(0, 2 * STAGES.length)
            .mapToObj(side -> new StageSide())
            .toArray(StageSide[]::new);
    private final Episode consumption = new Episode();
    private final Episode quoteAtBand = new Episode();
    private final Episode notFollowing = new Episode();
    private long sequence;
    private @Nullable LimitStatus status;
    private @Nullable Tick previous;
    private @Nullable Price nearestApproach;
    private @Nullable DynamicLimits band;
    private @Nullable String code;
    private long toldHalfWidth;
    private long secondLow;
    private long secondHigh;
    private double mostConsumed;

    LimitWatch(Contract contract) {
        this.contract = contract;
    }

    /// How far one side of one stage has been told: only clear distance resets it.
    private static final class StageSide {
        private static final int NOT_TOLD = 0;
        private static final int NEAR_TOLD = 1;
        private static final int REACHED_TOLD = 2;
        private int told;

        /// The kind to tell now, if the price stands at `share` of the base price from the stage.
        Optional<LimitEvent.Kind> at(double share) {
            if (share <= 0 && told < REACHED_TOLD) {
                told = REACHED_TOLD;
                return Optional.of(LimitEvent.Kind.STAGE_REACHED);
            }
            if (share <= NEAR && told < NEAR_TOLD) {
                told = NEAR_TOLD;
                return Optional.of(LimitEvent.Kind.STAGE_NEAR);
            }
            if (share > FAR_AGAIN) {
                told = NOT_TOLD;
            }
            return Optional.empty();
        }
    }

    /// A condition at the band, by level (0: there is none): told when it begins or rises, forgotten after
    /// [#CALM_SECONDS] without it.
    private static final class Episode {
        private int told;
        private int lastSeen;

        boolean isNews(int level, int second) {
            if (told > 0 && secondsBetween(lastSeen, second) > CALM_SECONDS) {
                told = 0;
            }
            if (level == 0) {
                return false;
            }
            lastSeen = second;
            boolean news = level > told;
            told = Math.max(told, level);
            return news;
        }

        private static int secondsBetween(int then, int now) {
            int seconds = Math.floorMod(now - then, DAY);
            return seconds > DAY / 2 ? 0 : seconds;
        }

        void forget() {
            told = 0;
        }
    }

    /// Takes the next record.
    ///
    /// @param contiguous whether nothing was lost between the record before and this one
    void add(Tick tick, boolean contiguous) {
        Tick before = previous;
        previous = tick;
        List<LimitStage> stages = stages(tick.basePrice());
        Price up = Price.ZERO;
        Price down = Price.ZERO;
        Price approach = Price.ZERO;
        if (!stages.isEmpty()) {
            LimitStage first = stages.getFirst();
            up = first.upper().minus(tick.last());
            down = tick.last().minus(first.lower());
            approach = approach(first, tick);
        }
        // The band in force when this print was made is the one that the record before carried.
        DynamicLimits inForce = before == null ? null : before.dynamicLimits().orElse(null);
        DynamicLimits now = tick.dynamicLimits().orElse(inForce);
        double half = inForce != null
                ? inForce.halfWidth().points()
                : now == null ? 0 : now.halfWidth().points();
        trackSecond(tick, contiguous ? before : null, before);
        double print = before == null || !contiguous || half <= 0
                ? Double.NaN
                : Math.abs(tick.last().minus(before.last()).points()) / half;
        double second = half <= 0 ? Double.NaN : (secondHigh - secondLow) / 100.0 / half;
        mostConsumed = larger(mostConsumed, larger(print, second));
        LimitStatus status = new LimitStatus(
                tick.basePrice(),
                stages,
                up,
                down,
                approach,
                tick.dynamicLimits(),
                print,
                second,
                mostConsumed,
                quotePosition(tick),
                isFollowing(tick));
        this.status = status;
        tellStages(tick, stages);
        tellConsumption(tick, larger(print, second));
        tellBand(tick, status);
    }

    private List<LimitStage> stages(Price base) {
        LimitStatus old = status;
        if (old != null && old.base().equals(base)) {
            return old.stages();
        }
        if (contract.code().isSpread() || base.hundredths() <= 0) {
            return List.of();
        }
        return IntStream.of(STAGES)
                .mapToObj(percent -> LimitStage.of(percent, base, contract.tickSize()))
                .toList();
    }

    /// The session's own high and low tell the nearest approach of the whole day, whenever the monitor joined.
    private Price approach(LimitStage first, Tick tick) {
        Price high = tick.dayRange().high().orElse(tick.last());
        Price low = tick.dayRange().low().orElse(tick.last());
        Price nearest = nearer(first.upper().minus(high), low.minus(first.lower()));
        nearest = nearer(
                nearest, nearer(first.upper().minus(tick.last()), tick.last().minus(first.lower())));
        Price known = nearestApproach;
        nearestApproach = known == null ? nearest : nearer(known, nearest);
        return nearestApproach;
    }

    private static Price nearer(Price one, Price other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /// The larger of two shares of which either may be unknown.
    private static double larger(double one, double other) {
        if (Double.isNaN(one)) {
            return other;
        }
        return Double.isNaN(other) ? one : Math.max(one, other);
    }

    /// Keeps the lowest and highest price of the exchange second, and of the print that led into it, if that is known.
    private void trackSecond(Tick tick, @Nullable Tick from, @Nullable Tick before) {
        long last = tick.last().hundredths();
        if (before == null || !before.time().equals(tick.time())) {
            long entry = from == null ? last : from.last().hundredths();
            secondLow = Math.min(last, entry);
            secondHigh = Math.max(last, entry);
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
        long room = Math.min(
                ask.map(price -> room(limits, price)).orElse(Long.MAX_VALUE),
                bid.map(price -> room(limits, price)).orElse(Long.MAX_VALUE));
        if (room < 0) {
            return LimitStatus.QuotePosition.OUTSIDE;
        }
        return room == 0 ? LimitStatus.QuotePosition.TOUCHING : LimitStatus.QuotePosition.INSIDE;
    }

    /// Hundredths from `quote` to the nearer edge of the band; negative where it lies outside.
    private static long room(DynamicLimits limits, Price quote) {
        return Math.min(
                limits.upper().minus(quote).hundredths(),
                quote.minus(limits.lower()).hundredths());
    }

    private static boolean isFollowing(Tick tick) {
        return tick.dynamicLimits()
                .map(limits -> Math.abs(limits.upper().hundredths()
                                + limits.lower().hundredths()
                                - 2 * tick.last().hundredths())
                        <= 1)
                .orElse(true);
    }

    private void tellStages(Tick tick, List<LimitStage> stages) {
        double base = tick.basePrice().points();
        for (int i = 0; i < stages.size(); i++) {
            LimitStage stage = stages.get(i);
            double up = stage.upper().minus(tick.last()).points() / base;
            double down = tick.last().minus(stage.lower()).points() / base;
            sides[2 * i].at(up).ifPresent(kind -> tellStage(tick, kind, stage.upper(), "+" + stage.percent(), up));
            sides[2 * i + 1]
                    .at(down)
                    .ifPresent(kind -> tellStage(tick, kind, stage.lower(), "-" + stage.percent(), down));
        }
    }

    private void tellStage(Tick tick, LimitEvent.Kind kind, Price limit, String stage, double share) {
        tell(
                tick,
                kind,
                kind == LimitEvent.Kind.STAGE_REACHED ? LimitEvent.Severity.CRITICAL : LimitEvent.Severity.WARNING,
                tick.last(),
                Optional.of(limit),
                share * 100,
                stage);
    }

    private void tellConsumption(Tick tick, double consumed) {
        int level = consumed >= CONSUMED_MUCH ? 2 : consumed >= CONSUMED ? 1 : 0;
        if (consumption.isNews(level, tick.time().toSecondOfDay())) {
            tell(
                    tick,
                    LimitEvent.Kind.BAND_CONSUMED,
                    level > 1 ? LimitEvent.Severity.CRITICAL : LimitEvent.Severity.WARNING,
                    tick.last(),
                    Optional.empty(),
                    consumed * 100,
                    "");
        }
    }

    private void tellBand(Tick tick, LimitStatus now) {
        if (now.dynamic().isEmpty()) {
            return;
        }
        DynamicLimits limits = now.dynamic().get();
        int second = tick.time().toSecondOfDay();
        int level = switch (now.quote()) {
            case OUTSIDE -> 2;
            case TOUCHING -> 1;
            case INSIDE, UNKNOWN -> 0;
        };
        if (quoteAtBand.isNews(level, second)) {
            tellQuote(tick, limits);
        }
        if (notFollowing.isNews(now.following() ? 0 : 1, second)) {
            tell(
                    tick,
                    LimitEvent.Kind.BAND_NOT_FOLLOWING,
                    LimitEvent.Severity.WARNING,
                    tick.last(),
                    Optional.empty(),
                    0,
                    "");
        }
        tellChanges(tick, limits);
    }

    private void tellQuote(Tick tick, DynamicLimits limits) {
        Price ask = tick.quote().ask().orElse(null);
        Price bid = tick.quote().bid().orElse(null);
        boolean byAsk = ask != null && (bid == null || room(limits, ask) <= room(limits, bid));
        Price quote = byAsk || bid == null ? tick.quote().ask().orElse(tick.last()) : bid;
        boolean above = limits.upper().minus(quote).compareTo(quote.minus(limits.lower())) <= 0;
        tell(
                tick,
                LimitEvent.Kind.QUOTE_AT_BAND,
                LimitEvent.Severity.WARNING,
                quote,
                Optional.of(above ? limits.upper() : limits.lower()),
                0,
                "");
    }

    private void tellChanges(Tick tick, DynamicLimits limits) {
        long half = limits.halfWidth().hundredths();
        if (band == null) {
            toldHalfWidth = half;
        } else if (Math.abs(half - toldHalfWidth)
                > WIDTH_TOLERANCE_TICKS * contract.tickSize().hundredths()) {
            toldHalfWidth = half;
            tell(
                    tick,
                    LimitEvent.Kind.WIDTH_CHANGED,
                    LimitEvent.Severity.WARNING,
                    tick.last(),
                    Optional.empty(),
                    limits.halfWidth().points(),
                    "");
        }
        band = limits;
        String old = code;
        code = limits.code();
        if (old != null && !old.equals(limits.code())) {
            tell(
                    tick,
                    LimitEvent.Kind.CODE_CHANGED,
                    LimitEvent.Severity.WARNING,
                    tick.last(),
                    Optional.empty(),
                    0,
                    old + " → " + limits.code());
        }
    }

    private void tell(
            Tick tick,
            LimitEvent.Kind kind,
            LimitEvent.Severity severity,
            Price price,
            Optional<Price> reference,
            double figure,
            String detail) {
        events.add(new LimitEvent(
                ++sequence,
                contract.code(),
                tick.time(),
                tick.receivedAt(),
                kind,
                severity,
                price,
                reference,
                figure,
                detail,
                tick.raw()));
    }

    /// Begins a new session: today's extremes, the width and what was told are forgotten; the log of events and the
    /// raw code are kept, since a code that differs from yesterday's is a change.
    void newSession() {
        status = null;
        previous = null;
        nearestApproach = null;
        band = null;
        mostConsumed = 0;
        for (StageSide side : sides) {
            side.told = StageSide.NOT_TOLD;
        }
        consumption.forget();
        quoteAtBand.forget();
        notFollowing.forget();
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
