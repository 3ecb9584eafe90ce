// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.OptionalLong;

/// Makes a connect storm impossible, in every state and whatever asks: KIS blocks who connects endlessly. Session
/// thread only; time is the monotonic clock's, in nanoseconds.
///
/// | connects | bound |
/// |---|---|
/// | all | never two within a second, never more than 20 in ten minutes |
/// | while no record comes, in the first hour | at most 20: 13 as fast as the policy has them, then one every ten
/// minutes, and the two below |
/// | while no record comes, from then on | one every ten minutes while the calendar says open or does not know, one an
/// hour while it says closed |
/// | kept for the user's button, for the computer's waking up and for a network that comes back | one an hour beside
/// those |
/// | kept for the ten minutes before an opening | one beside those |
/// | that reached no server: no address, no route, refused | not counted above; three at once, then one a minute |
///
/// A record proves that the connection is worth having: with it all counts anew, but for the first line.
final class ConnectBudget {

    /// What a connect is made for.
    enum Occasion {
        /// The policy's delay is over.
        PLANNED,
        /// The user asked, the computer woke up, or the network came back.
        ASKED,
        /// A session opens soon.
        OPENING
    }

    static final Duration SPACING = Duration.ofSeconds(1);
    static final Duration WINDOW = Duration.ofMinutes(10);
    static final int MOST = 20;
    static final Duration FIRST_HOUR = Duration.ofHours(1);
    static final int FREE = 13;
    static final Duration GAP = Duration.ofMinutes(10);
    static final Duration GAP_CLOSED = Duration.ofHours(1);
    static final Duration KEPT_EVERY = Duration.ofHours(1);
    static final int MOST_UNMET = 3;
    static final Duration UNMET_EVERY = Duration.ofMinutes(1);

    /// The planned connects since the last record that reached a server.
    ///
    /// @param first when the first was
    /// @param count how many
    /// @param last when the newest was
    private record Drought(long first, int count, long last) {

        Drought with(long now) {
            return new Drought(first, count + 1, now);
        }
    }

    private static final Drought NONE = new Drought(0, 0, 0);

    private final ArrayDeque<Long> connects = new ArrayDeque<>();
    private Drought drought = NONE;
    private Drought droughtBefore = NONE;
    private OptionalLong askedAt = OptionalLong.empty();
    private OptionalLong openingAt = OptionalLong.empty();
    /// When as many would have been made, one a minute, as reached no server.
    private OptionalLong unmetUntil = OptionalLong.empty();

    /// What a connect would be made for, and how long from `now` until it is allowed.
    record Allowance(Occasion occasion, Duration delay) {}

    /// The first connect that is allowed.
    ///
    /// @param asked whether the user asked, or the computer woke up
    Allowance next(long now, MarketHours hours, boolean asked) {
        long always = always(now);
        Allowance next = of(Occasion.PLANNED, Math.max(always, Math.max(unmetWait(now), droughtWait(now, hours))));
        if (hours.untilReady().isPresent()) {
            long ready = hours.untilReady().get().toNanos();
            next = sooner(next, of(Occasion.OPENING, Math.max(always, Math.max(ready, keptWait(openingAt, now)))));
        }
        return asked ? sooner(next, of(Occasion.ASKED, Math.max(always, keptWait(askedAt, now)))) : next;
    }

    private static Allowance of(Occasion occasion, long wait) {
        return new Allowance(occasion, Duration.ofNanos(Math.max(wait, 0)));
    }

    private static Allowance sooner(Allowance planned, Allowance kept) {
        return kept.delay().compareTo(planned.delay()) < 0 ? kept : planned;
    }

    private long always(long now) {
        while (!connects.isEmpty() && now - connects.getFirst() >= WINDOW.toNanos()) {
            connects.removeFirst();
        }
        long wait = 0;
        if (!connects.isEmpty()) {
            wait = connects.getLast() + SPACING.toNanos() - now;
        }
        if (connects.size() >= MOST) {
            wait = Math.max(wait, connects.getFirst() + WINDOW.toNanos() - now);
        }
        return wait;
    }

    private long droughtWait(long now, MarketHours hours) {
        boolean early = now - drought.first < FIRST_HOUR.toNanos();
        if (drought.count == 0 || (early && drought.count < FREE)) {
            return 0;
        }
        long next = drought.last + GAP.toNanos();
        boolean late = Math.max(next - drought.first, now - drought.first) >= FIRST_HOUR.toNanos();
        return (late && hours.isClosed() ? drought.last + GAP_CLOSED.toNanos() : next) - now;
    }

    private static long keptWait(OptionalLong usedAt, long now) {
        return usedAt.isPresent() ? usedAt.getAsLong() + KEPT_EVERY.toNanos() - now : 0;
    }

    private long unmetWait(long now) {
        return unmetUntil.isPresent()
                ? unmetUntil.getAsLong()
                        - UNMET_EVERY.multipliedBy(MOST_UNMET - 1L).toNanos()
                        - now
                : 0;
    }

    /// Takes note of a connect at `now`.
    ///
    /// @throws IllegalStateException if it is not allowed yet
    void spend(long now, MarketHours hours, Occasion occasion) {
        boolean asked = occasion == Occasion.ASKED;
        if (next(now, hours, asked).delay().isPositive()) {
            throw new IllegalStateException("too many connects");
        }
        connects.addLast(now);
        droughtBefore = drought;
        switch (occasion) {
            case PLANNED -> drought = drought.count == 0 ? new Drought(now, 1, now) : drought.with(now);
            case ASKED -> askedAt = OptionalLong.of(now);
            case OPENING -> openingAt = OptionalLong.of(now);
        }
    }

    /// The newest connect reached no server, so that none was burdened.
    void unmet(long now) {
        drought = droughtBefore;
        boolean ahead = unmetUntil.isPresent() && unmetUntil.getAsLong() - now > 0;
        unmetUntil = OptionalLong.of((ahead ? unmetUntil.getAsLong() : now) + UNMET_EVERY.toNanos());
    }

    /// A record came, or the keys are others: the connection is worth having.
    void renew() {
        drought = NONE;
        droughtBefore = NONE;
        askedAt = OptionalLong.empty();
        openingAt = OptionalLong.empty();
    }
}
