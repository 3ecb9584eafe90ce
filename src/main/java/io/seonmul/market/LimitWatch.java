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
    private @Nullable Tick newest;
    private List<LimitStage> stages = List.of();
    private long base = Figure.ABSENT;
    /// Beyond these prices a stage is near, or was and is not clearly far again; hundredths.
    private long calmAbove = Long.MAX_VALUE;

    private long calmBelow = Long.MIN_VALUE;
    private boolean told;
    private long nearestApproach = Long.MAX_VALUE;
    private boolean bandKnown;
    private @Nullable String code;
    private long toldHalfWidth;
    private long secondLow;
    private long secondHigh;
    private double printConsumed = Double.NaN;
    private double secondConsumed = Double.NaN;
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
        Tick before = newest;
        newest = tick;
        if (tick.baseHundredths() != base) {
            baseChanged(tick);
        }
        trackApproach(tick);
        trackSecond(tick, before, contiguous);
        consume(tick, before, contiguous);
        tellStages(tick);
        tellConsumption(tick, larger(printConsumed, secondConsumed));
        if (tick.hasDynamicLimits()) {
            tellBand(tick);
        }
    }

    private void baseChanged(Tick tick) {
        base = tick.baseHundredths();
        stages = contract.code().isSpread() || base <= 0
                ? List.of()
                : IntStream.of(STAGES)
                        .mapToObj(percent -> LimitStage.of(percent, tick.basePrice(), contract.tickSize()))
                        .toList();
        if (stages.isEmpty()) {
            calmAbove = Long.MIN_VALUE;
            calmBelow = Long.MAX_VALUE;
        } else {
            long far = (long) Math.ceil(FAR_AGAIN * base) + 1;
            calmAbove = stages.getFirst().lower().hundredths() + far;
            calmBelow = stages.getFirst().upper().hundredths() - far;
        }
    }

    /// The session's own high and low tell the nearest approach of the whole day, whenever the monitor joined.
    private void trackApproach(Tick tick) {
        if (stages.isEmpty()) {
            return;
        }
        long last = tick.figure(Figure.LAST);
        long high = Math.max(last, tick.figure(Figure.HIGH)); // an absent one is the smallest number of all
        long low = tick.figure(Figure.LOW) == Figure.ABSENT ? last : Math.min(last, tick.figure(Figure.LOW));
        LimitStage first = stages.getFirst();
        nearestApproach = Math.min(
                nearestApproach,
                Math.min(first.upper().hundredths() - high, low - first.lower().hundredths()));
    }

    /// Keeps the lowest and highest price of the exchange second, and of the print that led into it, if that is known.
    private void trackSecond(Tick tick, @Nullable Tick before, boolean contiguous) {
        long last = tick.figure(Figure.LAST);
        if (before == null || before.secondOfDay() != tick.secondOfDay()) {
            long entry = before == null || !contiguous ? last : before.figure(Figure.LAST);
            secondLow = Math.min(last, entry);
            secondHigh = Math.max(last, entry);
        } else {
            secondLow = Math.min(secondLow, last);
            secondHigh = Math.max(secondHigh, last);
        }
    }

    /// The band in force when a print was made is the one that the record before it carried.
    private void consume(Tick tick, @Nullable Tick before, boolean contiguous) {
        long half = before != null && before.hasDynamicLimits()
                ? halfWidth(before)
                : tick.hasDynamicLimits() ? halfWidth(tick) : 0;
        printConsumed = before == null || !contiguous || half <= 0
                ? Double.NaN
                : (double) Math.abs(tick.figure(Figure.LAST) - before.figure(Figure.LAST)) / half;
        secondConsumed = half <= 0 ? Double.NaN : (double) (secondHigh - secondLow) / half;
        mostConsumed = larger(mostConsumed, larger(printConsumed, secondConsumed));
    }

    private static long halfWidth(Tick tick) {
        return (tick.figure(Figure.UPPER_LIMIT) - tick.figure(Figure.LOWER_LIMIT)) / 2;
    }

    /// The larger of two shares of which either may be unknown.
    private static double larger(double one, double other) {
        if (Double.isNaN(one)) {
            return other;
        }
        return Double.isNaN(other) ? one : Math.max(one, other);
    }

    private static LimitStatus.QuotePosition quotePosition(Tick tick) {
        long ask = tick.figure(Figure.ASK);
        long bid = tick.figure(Figure.BID);
        if (!tick.hasDynamicLimits() || (ask == Figure.ABSENT && bid == Figure.ABSENT)) {
            return LimitStatus.QuotePosition.UNKNOWN;
        }
        long room = Math.min(room(tick, ask), room(tick, bid));
        if (room < 0) {
            return LimitStatus.QuotePosition.OUTSIDE;
        }
        return room == 0 ? LimitStatus.QuotePosition.TOUCHING : LimitStatus.QuotePosition.INSIDE;
    }

    /// Hundredths from `quote` to the nearer edge of the band; negative where it lies outside, all there is where there
    /// is no quote.
    private static long room(Tick tick, long quote) {
        return quote == Figure.ABSENT
                ? Long.MAX_VALUE
                : Math.min(tick.figure(Figure.UPPER_LIMIT) - quote, quote - tick.figure(Figure.LOWER_LIMIT));
    }

    private static boolean isFollowing(Tick tick) {
        return !tick.hasDynamicLimits()
                || Math.abs(tick.figure(Figure.UPPER_LIMIT)
                                + tick.figure(Figure.LOWER_LIMIT)
                                - 2 * tick.figure(Figure.LAST))
                        <= 1;
    }

    private void tellStages(Tick tick) {
        long last = tick.figure(Figure.LAST);
        if (!told && last > calmAbove && last < calmBelow) {
            return; // every side of every stage is clearly far, which is how nearly all days pass
        }
        told = false;
        double base = tick.basePrice().points();
        for (int i = 0; i < stages.size(); i++) {
            LimitStage stage = stages.get(i);
            double up = stage.upper().minus(tick.last()).points() / base;
            double down = tick.last().minus(stage.lower()).points() / base;
            sides[2 * i].at(up).ifPresent(kind -> tellStage(tick, kind, stage.upper(), "+" + stage.percent(), up));
            sides[2 * i + 1]
                    .at(down)
                    .ifPresent(kind -> tellStage(tick, kind, stage.lower(), "-" + stage.percent(), down));
            told |= sides[2 * i].told > StageSide.NOT_TOLD || sides[2 * i + 1].told > StageSide.NOT_TOLD;
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
        if (consumption.isNews(level, tick.secondOfDay())) {
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

    private void tellBand(Tick tick) {
        int second = tick.secondOfDay();
        int level = switch (quotePosition(tick)) {
            case OUTSIDE -> 2;
            case TOUCHING -> 1;
            case INSIDE, UNKNOWN -> 0;
        };
        if (quoteAtBand.isNews(level, second)) {
            tellQuote(tick);
        }
        if (notFollowing.isNews(isFollowing(tick) ? 0 : 1, second)) {
            tell(
                    tick,
                    LimitEvent.Kind.BAND_NOT_FOLLOWING,
                    LimitEvent.Severity.WARNING,
                    tick.last(),
                    Optional.empty(),
                    0,
                    "");
        }
        tellChanges(tick);
    }

    private void tellQuote(Tick tick) {
        long ask = tick.figure(Figure.ASK);
        long bid = tick.figure(Figure.BID);
        long quote = room(tick, ask) <= room(tick, bid) ? ask : bid;
        long upper = tick.figure(Figure.UPPER_LIMIT);
        long lower = tick.figure(Figure.LOWER_LIMIT);
        tell(
                tick,
                LimitEvent.Kind.QUOTE_AT_BAND,
                LimitEvent.Severity.WARNING,
                Price.ofHundredths(quote),
                Optional.of(Price.ofHundredths(upper - quote <= quote - lower ? upper : lower)),
                0,
                "");
    }

    private void tellChanges(Tick tick) {
        long half = halfWidth(tick);
        if (!bandKnown) {
            bandKnown = true;
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
                    half / 100.0,
                    "");
        }
        String now = tick.limitCode();
        String old = code;
        if (!now.equals(old)) {
            code = now;
            if (old != null) {
                tell(
                        tick,
                        LimitEvent.Kind.CODE_CHANGED,
                        LimitEvent.Severity.WARNING,
                        tick.last(),
                        Optional.empty(),
                        0,
                        old + " → " + now);
            }
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
        newest = null;
        nearestApproach = Long.MAX_VALUE;
        bandKnown = false;
        told = false;
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
        Tick tick = newest;
        if (tick == null) {
            throw new IllegalStateException("no record yet");
        }
        boolean staged = !stages.isEmpty();
        return new LimitStatus(
                tick.basePrice(),
                stages,
                staged ? stages.getFirst().upper().minus(tick.last()) : Price.ZERO,
                staged ? tick.last().minus(stages.getFirst().lower()) : Price.ZERO,
                staged ? Price.ofHundredths(nearestApproach) : Price.ZERO,
                tick.dynamicLimits(),
                printConsumed,
                secondConsumed,
                mostConsumed,
                quotePosition(tick),
                isFollowing(tick));
    }

    List<LimitEvent> events() {
        return events.view();
    }
}
