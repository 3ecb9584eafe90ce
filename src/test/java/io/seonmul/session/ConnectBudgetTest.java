// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The bounds of the connects, against callers that never wait longer than they have to.
class ConnectBudgetTest {

    private static final MarketHours OPEN = new MarketHours(MarketHours.Trading.OPEN, Optional.empty());
    private static final MarketHours CLOSED = new MarketHours(MarketHours.Trading.CLOSED, Optional.empty());
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final ConnectBudget budget = new ConnectBudget();
    private final List<Long> connects = new ArrayList<>();
    private long now = -7 * HOUR;

    private ConnectBudget.Occasion connect(MarketHours hours, boolean asked) {
        ConnectBudget.Allowance allowance = budget.next(now, hours, asked);
        now += allowance.delay().toNanos();
        budget.spend(now, later(hours, allowance.delay()), allowance.occasion());
        connects.add(now);
        return allowance.occasion();
    }

    private static MarketHours later(MarketHours hours, Duration by) {
        return new MarketHours(hours.trading(), hours.untilOpening().map(until -> until.minus(by)));
    }

    private void greedily(MarketHours hours, boolean asked, long until) {
        while (now + budget.next(now, hours, asked).delay().toNanos() < until) {
            connect(hours, asked);
        }
        now = until;
    }

    private long within(long from, long length) {
        return connects.stream()
                .filter(at -> at - from >= 0 && at - from < length)
                .count();
    }

    private long mostWithin(long from, long length) {
        return connects.stream()
                .filter(at -> at - from >= 0)
                .mapToLong(at -> within(at, length))
                .max()
                .orElse(0);
    }

    @Test
    void aDroughtHasTwentyInItsFirstHourAndThenSixAnHourOrOne() {
        long begin = now;
        greedily(OPEN, false, begin + 5 * HOUR);
        assertThat(within(begin, HOUR)).isEqualTo(18);
        assertThat(mostWithin(begin + HOUR, HOUR)).isEqualTo(6);
        long closing = now;
        greedily(CLOSED, false, closing + 5 * HOUR);
        assertThat(mostWithin(closing, HOUR)).isEqualTo(1);
    }

    @Test
    void whoeverAsksHasOneMoreAnHour() {
        long begin = now;
        greedily(OPEN, true, begin + 5 * HOUR);
        assertThat(within(begin, HOUR)).isBetween(19L, 20L);
        assertThat(mostWithin(begin + HOUR, HOUR)).isEqualTo(7);
        long closing = now;
        greedily(CLOSED, true, closing + 5 * HOUR);
        assertThat(mostWithin(closing, HOUR)).isEqualTo(2);
    }

    @Test
    void oneIsKeptForWhoeverAsksAndForTheMinutesBeforeAnOpening() {
        greedily(CLOSED, false, now + 2 * HOUR);
        connect(CLOSED, false);
        MarketHours evening = new MarketHours(MarketHours.Trading.CLOSED, Optional.of(Duration.ofMinutes(40)));
        assertThat(budget.next(now + 2_000_000_000L, evening, false).delay()).isEqualTo(Duration.ofMinutes(30));

        now += 2_000_000_000L;
        assertThat(connect(CLOSED, true)).isEqualTo(ConnectBudget.Occasion.ASKED);
        now += 2_000_000_000L;
        MarketHours soon = new MarketHours(MarketHours.Trading.CLOSED, Optional.of(Duration.ofMinutes(9)));
        assertThat(budget.next(now, soon, false).delay()).isZero();
        assertThat(connect(soon, false)).isEqualTo(ConnectBudget.Occasion.OPENING);
        now += 2_000_000_000L;
        assertThat(budget.next(now, soon, true).delay()).isGreaterThan(Duration.ofMinutes(50));
    }

    @Test
    void aRecordGivesTheBudgetBackButForTheBurst() {
        long begin = now;
        while (now - begin < HOUR) {
            budget.renew();
            connect(OPEN, true);
        }
        assertThat(mostWithin(begin, ConnectBudget.WINDOW.toNanos())).isEqualTo(ConnectBudget.MOST);
        assertThat(connects.get(1) - connects.get(0)).isEqualTo(ConnectBudget.SPACING.toNanos());
    }

    @Test
    void whatReachedNoServerIsOneAMinuteAndCostsNothing() {
        long begin = now;
        while (now - begin < 3 * HOUR) {
            connect(OPEN, false);
            budget.unmet(now);
        }
        assertThat(mostWithin(begin, MINUTE)).isLessThanOrEqualTo(ConnectBudget.MOST_UNMET);
        assertThat(within(begin, HOUR)).isBetween(60L, 60L + ConnectBudget.MOST_UNMET);
        assertThat(connects.getLast() - connects.get(connects.size() - 2)).isEqualTo(MINUTE);
        connects.clear();
        begin = now;
        greedily(OPEN, false, begin + HOUR);
        assertThat(connects).as("as in a drought that begins").hasSizeGreaterThan(15);
    }

    @Test
    void whatIsNotAllowedYetCannotBeSpent() {
        connect(OPEN, false);
        assertThatThrownBy(() -> budget.spend(now + 1, OPEN, ConnectBudget.Occasion.PLANNED))
                .isInstanceOf(IllegalStateException.class);
    }

    /// Whatever happens in whatever order, the first line of the budget holds.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noSequenceMakesAStorm(long seed) {
        Random random = new Random(seed);
        while (connects.size() < 500) {
            MarketHours hours = switch (random.nextInt(4)) {
                case 0 -> OPEN;
                case 1 -> CLOSED;
                case 2 -> MarketHours.UNKNOWN;
                default ->
                    new MarketHours(MarketHours.Trading.CLOSED, Optional.of(Duration.ofMinutes(random.nextInt(600))));
            };
            now += random.nextLong(random.nextBoolean() ? 3_000_000_000L : 20 * MINUTE);
            connect(hours, random.nextBoolean());
            switch (random.nextInt(4)) {
                case 0 -> budget.renew();
                case 1 -> budget.unmet(now);
                default -> {}
            }
        }
        for (int i = 1; i < connects.size(); i++) {
            assertThat(connects.get(i) - connects.get(i - 1)).isGreaterThanOrEqualTo(ConnectBudget.SPACING.toNanos());
        }
        assertThat(mostWithin(connects.getFirst(), ConnectBudget.WINDOW.toNanos()))
                .isLessThanOrEqualTo(ConnectBudget.MOST);
    }
}
