// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import java.util.SplittableRandom;

/// What makes a demo's live hours worth watching in one contract: bursts of trading every half a minute, and every few
/// minutes one order so large that its price takes a good part of the dynamic band and comes back within seconds. A
/// pure function of its generator and beginning; immutable after construction.
final class Commotion {

    /// A shift beyond this is a sweep under way, not its aftermath.
    private static final double UNDER_WAY = 0.003;

    private static final Commotion NONE = new Commotion(new SplittableRandom(0), SessionClock.SESSION_SECONDS + 1);

    private static final double BURST_HALF_LIFE_SECONDS = 4;
    private static final double SWEEP_HALF_LIFE_SECONDS = 5;
    private static final double SMALLEST_SWEEP = 0.0036;
    private static final double LARGEST_SWEEP = 0.0064;

    private final double[] activity = new double[SessionClock.SESSION_SECONDS + 1];
    private final double[] shift = new double[SessionClock.SESSION_SECONDS + 1];

    private Commotion(SplittableRandom random, int from) {
        double burstDecay = StrictMath.pow(0.5, 1 / BURST_HALF_LIFE_SECONDS);
        double sweepDecay = StrictMath.pow(0.5, 1 / SWEEP_HALF_LIFE_SECONDS);
        int burstAt = from + 5 + random.nextInt(20);
        int sweepAt = from + 30 + random.nextInt(150);
        double excited = 0;
        double swept = 0;
        for (int second = 0; second < activity.length; second++) {
            excited *= burstDecay;
            swept *= sweepDecay;
            if (second == burstAt) {
                excited += 2 + 3 * random.nextDouble();
                burstAt += 20 + random.nextInt(40);
            }
            if (second == sweepAt) {
                excited += 5;
                double reach = SMALLEST_SWEEP + (LARGEST_SWEEP - SMALLEST_SWEEP) * random.nextDouble();
                swept = random.nextBoolean() ? reach : -reach;
                sweepAt += 150 + random.nextInt(330);
            }
            activity[second] = 1 + excited;
            shift[second] = swept;
        }
    }

    /// No commotion at all: every pace but the demo's.
    static Commotion none() {
        return NONE;
    }

    /// Commotion from that second of the session on.
    static Commotion from(int second, SplittableRandom random) {
        return new Commotion(random, second);
    }

    /// How many times as busy as without commotion that second is, 1 or more.
    double activity(int second) {
        return activity[second];
    }

    /// Whether a sweep is under way in that second.
    boolean sweeps(int second) {
        return Math.abs(shift[second]) > UNDER_WAY;
    }

    /// How far off its worth the contract stands in that second, as a share of the price.
    double shift(int second) {
        return shift[second];
    }
}
