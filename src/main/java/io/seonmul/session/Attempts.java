// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.time.Duration;
import java.util.Random;

/// Counts and times the attempts to connect, within the budget. Session thread only; time is the monotonic clock's.
final class Attempts {

    private final ConnectBudget budget = new ConnectBudget();
    private final Random random = new Random();
    private final Duration limit;
    private int sinceProof;
    private long all;
    private boolean underWay;
    private long deadline;
    private long nextAt;

    /// @param limit how long one attempt may take
    Attempts(Duration limit) {
        this.limit = limit;
    }

    /// Begins an attempt if the budget allows one now.
    boolean begin(long now) {
        if (budget.untilAllowed(now).isPositive()) {
            return false;
        }
        budget.spend(now);
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

    /// The attempt under way, if any, is given up for another.
    void abandoned() {
        underWay = false;
    }

    /// The link is up.
    void succeeded() {
        underWay = false;
    }

    /// The link has lived long enough: the next failure counts as the first.
    void proven() {
        sinceProof = 0;
    }

    /// Plans the next attempt after a failure.
    ///
    /// @return how long until it
    Duration plan(FailureReason reason, long now) {
        underWay = false;
        Duration delay = ReconnectPolicy.delay(reason, Math.max(sinceProof, 1), random);
        Duration allowed = budget.untilAllowed(now);
        Duration wait = delay.compareTo(allowed) > 0 ? delay : allowed;
        nextAt = now + wait.toNanos();
        return wait;
    }

    boolean isDue(long now) {
        return now - nextAt >= 0;
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
