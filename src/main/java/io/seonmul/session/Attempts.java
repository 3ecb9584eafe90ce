// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/// Counts and times the attempts to connect, by the policy and within the budget. Session thread only; time is the
/// monotonic clock's.
final class Attempts {

    /// A link that the sleep has killed is found in this time.
    private static final Duration WAKING = Duration.ofMinutes(1);

    private final ConnectBudget budget = new ConnectBudget();
    private final HollowWatch hollow = new HollowWatch();
    private final RandomGenerator random;
    private final Duration limit;
    private int sinceProof;
    private long all;
    private boolean underWay;
    private boolean asked;
    private long deadline;
    private long nextAt;
    private OptionalLong wokeAt = OptionalLong.empty();
    private long tradesSeen;
    private long quotesSeen;

    /// @param limit how long one attempt may take
    /// @param random gives the jitter
    Attempts(Duration limit, RandomGenerator random) {
        this.limit = limit;
        this.random = random;
    }

    /// Begins an attempt if the budget allows one now.
    boolean begin(long now, MarketHours hours) {
        ConnectBudget.Allowance allowance = budget.next(now, hours, asked);
        if (allowance.delay().isPositive()) {
            return false;
        }
        budget.spend(now, hours, allowance.occasion());
        asked = false;
        all++;
        sinceProof++;
        extend(now);
        return true;
    }

    /// Gives the attempt under way its full time from now.
    void extend(long now) {
        underWay = true;
        deadline = now + limit.toNanos();
    }

    boolean isUnderWay() {
        return underWay;
    }

    boolean isOverdue(long now) {
        return underWay && now - deadline >= 0;
    }

    /// The attempt under way, if any, is given up, as the keys are others now.
    void renewed() {
        underWay = false;
        sinceProof = 0;
        budget.renew();
    }

    /// The link is up.
    void succeeded() {
        underWay = false;
    }

    /// The link has lived long enough: the next failure counts as the first.
    void proven() {
        sinceProof = 0;
    }

    /// Takes note of how many records came since the start: with each the connection has proved its worth.
    void noteRecords(long trades, long quotes) {
        if (trades != tradesSeen) {
            hollow.flowed();
        }
        if (trades != tradesSeen || quotes != quotesSeen) {
            budget.renew();
        }
        tradesSeen = trades;
        quotesSeen = quotes;
    }

    /// Whether a link that brings no trade at `now` is to be given up for another; if so, it is taken for given up.
    boolean givesUpHollow(long now, MarketHours hours) {
        if (!hollow.isWorthAnother(now, hours)) {
            return false;
        }
        hollow.reopened(now);
        return true;
    }

    /// Plans the next attempt after a failure.
    ///
    /// @param met whether a server was met
    void failed(FailureReason reason, boolean met, long now) {
        if (underWay && !met) {
            budget.unmet(now);
        }
        underWay = false;
        asked = wokeAt.isPresent() && now - wokeAt.getAsLong() < WAKING.toNanos();
        wokeAt = OptionalLong.empty();
        nextAt = now
                + ReconnectPolicy.delay(reason, Math.max(sinceProof, 1), random).toNanos();
    }

    /// The computer slept, its clock was set, or it is on a network again: no delay of the policy is waited for, and
    /// what the sleep has done to a
    /// link shows soon.
    void woke(long now) {
        hurry(now);
        wokeAt = OptionalLong.of(now);
    }

    /// The user asked: no delay of the policy is waited for, only the budget's.
    void hurry(long now) {
        asked = true;
        nextAt = now;
    }

    /// How long until the next attempt; it may change with the hour.
    Duration untilNext(long now, MarketHours hours) {
        Duration planned = Duration.ofNanos(Math.max(nextAt - now, 0));
        Duration allowed = budget.next(now, hours, asked).delay();
        return planned.compareTo(allowed) > 0 ? planned : allowed;
    }

    /// The number of the attempt that comes next, from 1.
    int next() {
        return sinceProof + 1;
    }

    /// Attempts since the start.
    long all() {
        return all;
    }
}
