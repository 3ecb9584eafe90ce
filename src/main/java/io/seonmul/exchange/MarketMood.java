// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import java.util.SplittableRandom;

/// What all contracts of one synthetic day share, second by second: how active the market is, and the shock that
/// moves every index. A pure function of the seed and the day; immutable after construction.
final class MarketMood {

    private static final double ACTIVITY_MEMORY_SECONDS = 600;
    private static final double ACTIVITY_SPREAD = 0.35;
    private static final double NEWS_EVERY_SECONDS = 1_800;
    private static final double NEWS_HALF_LIFE_SECONDS = 18;

    private final long seed;
    private final int day;
    private final SessionClock hours;
    private final double[] activity;
    private final double[] shock;
    private final double overnight;

    /// @param hours the day's hours
    MarketMood(long seed, int day, SessionClock hours) {
        this.seed = seed;
        this.day = day;
        this.hours = hours;
        activity = new double[hours.sessionSeconds() + 1];
        shock = new double[hours.sessionSeconds() + 1];
        SplittableRandom random = random("mood");
        overnight = random.nextGaussian();
        double slow = 0;
        double news = 0;
        double newsDecay = StrictMath.pow(0.5, 1 / NEWS_HALF_LIFE_SECONDS);
        for (int second = 0; second < activity.length; second++) {
            slow += -slow / ACTIVITY_MEMORY_SECONDS
                    + ACTIVITY_SPREAD * StrictMath.sqrt(2 / ACTIVITY_MEMORY_SECONDS) * random.nextGaussian();
            news *= newsDecay;
            if (random.nextDouble() < 1 / NEWS_EVERY_SECONDS) {
                news += 2 + 4 * random.nextDouble();
            }
            activity[second] = StrictMath.exp(slow - ACTIVITY_SPREAD * ACTIVITY_SPREAD / 2) + news;
            shock[second] = agitation(second) * random.nextGaussian();
        }
    }

    /// The day's hours.
    SessionClock hours() {
        return hours;
    }

    /// A generator of random numbers that belongs to `name` alone on this day of this seed.
    SplittableRandom random(String name) {
        long mixed = seed * 0x9E3779B97F4A7C15L + day * 0xBF58476D1CE4E5B9L + name.hashCode() * 0x94D049BB133111EBL;
        return new SplittableRandom(mixed ^ (mixed >>> 29));
    }

    /// How many times as busy as usual for its time of day that second is; mean about 1.
    double activity(int second) {
        return activity[second];
    }

    /// The common shock of that second, in standard deviations of an average second.
    double shock(int second) {
        return shock[second];
    }

    /// How far an average shock reaches in that second: volatility goes with the square root of activity.
    double agitation(int second) {
        double trading = hours.isContinuous(second) ? 1 : 0.02;
        return StrictMath.sqrt(trading * activity[second] * hours.shape(second));
    }

    /// The common shock between yesterday's close and today's opening, standard normal.
    double overnight() {
        return overnight;
    }
}
