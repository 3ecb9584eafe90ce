// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import java.util.SplittableRandom;

/// One index through one synthetic day, second by second, with the premium at which its futures stand over theory.
/// A pure function of the mood, the underlying and yesterday's close; immutable after construction.
final class IndexPath {

    private static final double OVERNIGHT_SHARE = 0.35;
    private static final double SOFT_LIMIT = 0.035;
    private static final double HARD_LIMIT = 0.06;
    private static final double FAST_PREMIUM_SECONDS = 150;
    private static final double SLOW_PREMIUM_SECONDS = 3_000;
    private static final double FAST_PREMIUM_SPREAD = 0.0003;
    private static final double SLOW_PREMIUM_SPREAD = 0.0006;

    private final double previousClose;
    private final SessionClock hours;
    private final double[] spot;
    private final double[] premium;

    IndexPath(MarketMood mood, Underlying underlying, double previousClose) {
        this.previousClose = previousClose;
        hours = mood.hours();
        spot = new double[hours.sessionSeconds() + 1];
        premium = new double[hours.sessionSeconds() + 1];
        SplittableRandom random = mood.random(underlying.name());
        double link = underlying.link();
        double own = StrictMath.sqrt(1 - link * link);
        double perSecond = underlying.dayVolatility() / StrictMath.sqrt(SessionClock.CONTINUOUS_SECONDS);
        double moved =
                OVERNIGHT_SHARE * underlying.dayVolatility() * (link * mood.overnight() + own * random.nextGaussian());
        double fast = 0;
        double slow = SLOW_PREMIUM_SPREAD * random.nextGaussian();
        for (int second = 0; second < spot.length; second++) {
            moved += perSecond * (link * mood.shock(second) + own * mood.agitation(second) * random.nextGaussian());
            // A day that would run into the static limits is pulled back before it gets there.
            double beyond = Math.max(0, Math.abs(moved) - SOFT_LIMIT);
            moved = Math.clamp(moved - Math.signum(moved) * beyond * 0.002, -HARD_LIMIT, HARD_LIMIT);
            fast += -fast / FAST_PREMIUM_SECONDS
                    + FAST_PREMIUM_SPREAD * StrictMath.sqrt(2 / FAST_PREMIUM_SECONDS) * random.nextGaussian();
            slow += -slow / SLOW_PREMIUM_SECONDS
                    + SLOW_PREMIUM_SPREAD * StrictMath.sqrt(2 / SLOW_PREMIUM_SECONDS) * random.nextGaussian();
            spot[second] = previousClose * (1 + moved);
            premium[second] = fast + slow;
        }
    }

    /// Yesterday's last value, in points.
    double previousClose() {
        return previousClose;
    }

    /// Today's last value, in points.
    double close() {
        return spot[spot.length - 1];
    }

    /// The index as published in that second of the session, in hundredths of a point.
    long spotHundredths(int second) {
        return Math.round(spot[second] * 100);
    }

    /// Where a future with that carry is worth at that moment, in points: the futures lead the published index by a
    /// second.
    ///
    /// @param nanoOfDay the moment; held inside the session
    /// @param carry fraction that theory adds to the index
    double futureAt(long nanoOfDay, double carry) {
        double second = (nanoOfDay - hours.openAt()) / (double) SessionClock.SECOND + 1;
        double held = Math.clamp(second, 0, spot.length - 1.0);
        int before = (int) held;
        int after = Math.min(before + 1, spot.length - 1);
        double share = held - before;
        double index = spot[before] + share * (spot[after] - spot[before]);
        double above = premium[before] + share * (premium[after] - premium[before]);
        return index * (1 + carry + above);
    }
}
