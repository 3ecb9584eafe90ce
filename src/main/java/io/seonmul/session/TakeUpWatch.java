// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.Tick;
import io.seonmul.protocol.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The alarm of one code whose records come and are not taken: either they cannot be read, or they can and the shown
/// record stands still. Session thread only.
///
/// It knows nothing of why a record is or is not shown, and compares what arrived with what is shown: a defect or an
/// error of the audit is found as well as a feed that is broken. A record that is shown already, sent again, is nothing
/// new.
final class TakeUpWatch {

    /// How far the shown record may stay behind those that arrive, by the exchange's time; and how old the last good
    /// record may be when others cannot be read.
    static final Duration PATIENCE = Duration.ofSeconds(3);

    /// Records older than the shown one may well be late ones, which fill a gap of the past: so many in a row, over
    /// [#PATIENCE], are not.
    private static final int MOST_LATE = 3;

    private static final int HALF_DAY = 43_200;

    private @Nullable Tick shown;
    /// The first record that arrived since the shown one last changed; null while there was none.
    private @Nullable Tick first;
    private @Nullable Tick newest;
    private Instant newestAt = Instant.EPOCH;
    private int waiting;
    /// Of those that wait, how many are later than the shown one.
    private int later;
    private long rejected;
    /// Records that could not be read since the last that could.
    private long rejectedInRow;
    private Instant rejectedSince = Instant.EPOCH;
    private long rejectedAt;
    private Optional<Rejection> lastRejection = Optional.empty();
    private boolean everGood;
    private long goodAt;

    /// A record arrived that could be read. It is not yet known whether it will be shown.
    void arrived(Tick tick, long now) {
        good(now);
        Tick present = shown;
        if (present != null && isSame(present, tick)) {
            return;
        }
        if (first == null) {
            first = tick;
        }
        if (newest == null || secondsFrom(newest, tick) >= 0) {
            newest = tick;
        }
        newestAt = tick.receivedAt();
        later += present == null || secondsFrom(present, tick) > 0 ? 1 : 0;
        waiting++;
    }

    /// A record arrived that could be read, of a channel whose records are not compared with what is shown.
    void good(long now) {
        everGood = true;
        goodAt = now;
        rejectedInRow = 0;
    }

    /// A record of the code arrived that could not be read.
    void rejected(Rejection why, Instant at, long now) {
        if (rejectedInRow++ == 0) {
            rejectedSince = at;
        }
        rejected++;
        rejectedAt = now;
        lastRejection = Optional.of(why);
    }

    /// What is shown of the code now; another record than before ends the waiting.
    void shown(Tick tick) {
        Tick before = shown;
        if (before == null || !before.equals(tick)) {
            shown = tick;
            forgetArrivals();
        }
    }

    /// The link is another: what the old one sent is not waited for any more.
    void linkOpened() {
        forgetArrivals();
        rejectedInRow = 0;
    }

    private void forgetArrivals() {
        first = null;
        newest = null;
        waiting = 0;
        later = 0;
    }

    /// The alarm; empty while the records are taken.
    Optional<CodeState> judge(long now) {
        if (rejectedInRow > 0 && (!everGood || now - goodAt >= PATIENCE.toNanos())) {
            return Optional.of(new CodeState.NotTaken(rejectedSince, lastRejection));
        }
        Tick from = first;
        Tick to = newest;
        return from != null && to != null && isBehind(from, to)
                ? Optional.of(new CodeState.NotTaken(from.receivedAt(), Optional.empty()))
                : Optional.empty();
    }

    private boolean isBehind(Tick from, Tick to) {
        Tick present = shown;
        int ahead = secondsFrom(present == null ? from : present, to);
        boolean newer = later > 1 && ahead >= PATIENCE.toSeconds();
        boolean older = waiting >= MOST_LATE
                && Duration.between(from.receivedAt(), newestAt).compareTo(PATIENCE) >= 0;
        return newer || older;
    }

    /// From one record to another by the exchange's time of the day, over midnight the short way.
    private static int secondsFrom(Tick from, Tick to) {
        return Math.floorMod(to.secondOfDay() - from.secondOfDay() + HALF_DAY, 2 * HALF_DAY) - HALF_DAY;
    }

    private static boolean isSame(Tick one, Tick other) {
        return one.secondOfDay() == other.secondOfDay()
                && one.volume() == other.volume()
                && one.raw().equals(other.raw());
    }

    /// Whether a record that could not be read came within `time`: the exchange trades.
    boolean rejectedWithin(Duration time, long now) {
        return rejected > 0 && now - rejectedAt <= time.toNanos();
    }

    /// Records of the code that could not be read.
    long rejected() {
        return rejected;
    }

    /// Why the newest of them could not be read.
    Optional<Rejection> lastRejection() {
        return lastRejection;
    }
}
