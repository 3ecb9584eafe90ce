// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Watches one contract's dynamic band: what prints consume of it, the quote against it, whether it follows, and
/// changes of its width and code. Session thread only.
///
/// What lies between two records of which some were lost is not called one print.
final class BandWatch {

    /// Share of the band's half width that makes a print, or a second, worth telling; and the share that is loud.
    private static final double CONSUMED = 0.30;

    private static final double CONSUMED_MUCH = 0.60;
    /// The half width is 1 % of the base price rounded to the tick, so it may step by a tick without meaning.
    private static final long WIDTH_TOLERANCE_TICKS = 1;

    private final Contract contract;
    private final LimitEvents events;
    private final Episode consumption = new Episode();
    private final Episode quoteAtBand = new Episode();
    private final Episode notFollowing = new Episode();
    private final Cooling widthChange = new Cooling();
    private final Cooling codeChange = new Cooling();
    private boolean bandKnown;
    private @Nullable String code;
    private long toldHalfWidth;
    private long secondLow;
    private long secondHigh;
    private double printConsumed = Double.NaN;
    private double secondConsumed = Double.NaN;
    private double mostConsumed;

    BandWatch(Contract contract, LimitEvents events) {
        this.contract = contract;
        this.events = events;
    }

    /// A condition at the band, by level (0: there is none): told when it begins or rises, forgotten after
    /// [LimitWatch#CALM_SECONDS] without it, and told at the same level at most once within
    /// [LimitWatch#COOL_DOWN_SECONDS].
    private static final class Episode {
        private final Cooling cooling = new Cooling();
        private int now;
        private int told;
        private long lastSeen;

        boolean isNews(int level, long second) {
            if (now > 0 && second - lastSeen > LimitWatch.CALM_SECONDS) {
                now = 0;
            }
            if (level == 0) {
                return false;
            }
            lastSeen = second;
            boolean news = level > now;
            now = Math.max(now, level);
            if (!news) {
                return false;
            }
            if (level > told) {
                cooling.restart();
            }
            boolean mayTell = cooling.mayTell(second);
            told = mayTell ? level : told;
            return mayTell;
        }

        long takeWithheld() {
            return cooling.takeWithheld();
        }

        void forget() {
            now = 0;
            told = 0;
            cooling.forget();
        }
    }

    /// Takes the next record.
    ///
    /// @param contiguous whether nothing was lost between the record before and this one
    void add(Tick tick, @Nullable Tick before, long second, boolean contiguous) {
        trackSecond(tick, before, contiguous);
        consume(tick, before, contiguous);
        tellConsumption(tick, second);
        if (tick.hasDynamicLimits()) {
            tellBand(tick, second);
        }
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

    static LimitStatus.QuotePosition quotePosition(Tick tick) {
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

    static boolean isFollowing(Tick tick) {
        return !tick.hasDynamicLimits()
                || Math.abs(tick.figure(Figure.UPPER_LIMIT)
                                + tick.figure(Figure.LOWER_LIMIT)
                                - 2 * tick.figure(Figure.LAST))
                        <= 1;
    }

    private void tellConsumption(Tick tick, long second) {
        double consumed = larger(printConsumed, secondConsumed);
        int level = consumed >= CONSUMED_MUCH ? 2 : consumed >= CONSUMED ? 1 : 0;
        if (consumption.isNews(level, second)) {
            tell(
                    tick,
                    LimitEvent.Kind.BAND_CONSUMED,
                    level > 1 ? LimitEvent.Severity.CRITICAL : LimitEvent.Severity.WARNING,
                    consumed * 100,
                    consumption.takeWithheld());
        }
    }

    private void tellBand(Tick tick, long second) {
        int level = switch (quotePosition(tick)) {
            case OUTSIDE -> 2;
            case TOUCHING -> 1;
            case INSIDE, UNKNOWN -> 0;
        };
        if (quoteAtBand.isNews(level, second)) {
            tellQuote(tick);
        }
        if (notFollowing.isNews(isFollowing(tick) ? 0 : 1, second)) {
            tell(tick, LimitEvent.Kind.BAND_NOT_FOLLOWING, LimitEvent.Severity.WARNING, 0, notFollowing.takeWithheld());
        }
        tellWidth(tick, second);
        tellCode(tick, second);
    }

    private void tellQuote(Tick tick) {
        long ask = tick.figure(Figure.ASK);
        long bid = tick.figure(Figure.BID);
        long quote = room(tick, ask) <= room(tick, bid) ? ask : bid;
        long upper = tick.figure(Figure.UPPER_LIMIT);
        long lower = tick.figure(Figure.LOWER_LIMIT);
        events.add(
                tick,
                new LimitEvents.Told(
                        LimitEvent.Kind.QUOTE_AT_BAND,
                        LimitEvent.Severity.WARNING,
                        Price.ofHundredths(quote),
                        Optional.of(Price.ofHundredths(upper - quote <= quote - lower ? upper : lower)),
                        0,
                        "",
                        quoteAtBand.takeWithheld(),
                        Optional.empty()));
    }

    private void tellWidth(Tick tick, long second) {
        long half = halfWidth(tick);
        if (!bandKnown) {
            bandKnown = true;
            toldHalfWidth = half;
        } else if (Math.abs(half - toldHalfWidth)
                        > WIDTH_TOLERANCE_TICKS * contract.tickSize().hundredths()
                && widthChange.isOver(second)) {
            widthChange.mayTell(second);
            toldHalfWidth = half;
            tell(tick, LimitEvent.Kind.WIDTH_CHANGED, LimitEvent.Severity.WARNING, half / 100.0, 0);
        }
    }

    private void tellCode(Tick tick, long second) {
        String now = tick.limitCode();
        String old = code;
        if (now.equals(old)) {
            return;
        }
        if (old == null) {
            code = now;
        } else if (codeChange.isOver(second)) {
            codeChange.mayTell(second);
            code = now;
            events.add(
                    tick,
                    new LimitEvents.Told(
                            LimitEvent.Kind.CODE_CHANGED,
                            LimitEvent.Severity.WARNING,
                            tick.last(),
                            Optional.empty(),
                            0,
                            old + " → " + now));
        }
    }

    private void tell(Tick tick, LimitEvent.Kind kind, LimitEvent.Severity severity, double figure, long withheld) {
        events.add(
                tick,
                new LimitEvents.Told(
                        kind, severity, tick.last(), Optional.empty(), figure, "", withheld, Optional.empty()));
    }

    /// Begins a new session. The raw code is kept, since one that differs from yesterday's is a change.
    void newSession() {
        bandKnown = false;
        mostConsumed = 0;
        consumption.forget();
        quoteAtBand.forget();
        notFollowing.forget();
        widthChange.forget();
        codeChange.forget();
    }

    double printConsumed() {
        return printConsumed;
    }

    double secondConsumed() {
        return secondConsumed;
    }

    double mostConsumed() {
        return mostConsumed;
    }
}
