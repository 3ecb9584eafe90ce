// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// When something was told last, so that it is told at most once within [LimitWatch#COOL_DOWN_SECONDS] exchange
/// seconds.
/// Session thread only.
final class Cooling {

    private boolean told;
    private long toldAt;
    private long withheld;

    /// Whether it may be told at `second`, without telling it.
    boolean isOver(long second) {
        return !told || second - toldAt >= LimitWatch.COOL_DOWN_SECONDS;
    }

    /// Whether it may be told now: then it counts as told, otherwise as withheld.
    boolean mayTell(long second) {
        if (!isOver(second)) {
            withheld++;
            return false;
        }
        told = true;
        toldAt = second;
        return true;
    }

    /// How often it was withheld since it was last told; forgotten by being asked.
    long takeWithheld() {
        long count = withheld;
        withheld = 0;
        return count;
    }

    /// Something worse came: it may be told at once.
    void restart() {
        told = false;
    }

    void forget() {
        told = false;
        withheld = 0;
    }
}
