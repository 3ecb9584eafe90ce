// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.openinterest;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// The last prices of the watched outright months, and the calendar spread of a month with its watched neighbour. FX
/// thread only.
final class CalendarSpread {

    private final Map<InstrumentCode, Last> lasts = new TreeMap<>();

    /// A last price and when its record came.
    private record Last(Price price, Instant at) {}

    /// The last of the later month less the last of the nearer one. Immutable.
    ///
    /// @param age how long ago the older of the two came
    record Spread(InstrumentCode near, InstrumentCode far, Price points, Duration age) {}

    /// Keeps that month's last price; other codes are passed over.
    void take(InstrumentSnapshot snapshot) {
        if (snapshot.code().isOutright()) {
            lasts.put(
                    snapshot.code(),
                    new Last(snapshot.tick().last(), snapshot.tick().receivedAt()));
        }
    }

    /// Only these codes are watched now.
    void retain(Collection<InstrumentCode> watched) {
        lasts.keySet().retainAll(watched);
    }

    /// The spread of `shown` with the next later watched month of its product, or else with the next nearer one; empty
    /// if it is not of a watched month, or no other month is watched.
    Optional<Spread> of(InstrumentSnapshot shown, Instant now) {
        InstrumentCode code = shown.code();
        if (!lasts.containsKey(code)) {
            return Optional.empty();
        }
        YearMonth today = YearMonth.from(shown.tick().clock());
        Comparator<InstrumentCode> byMonth = Comparator.comparing(month -> month.month(today));
        Optional<InstrumentCode> later = lasts.keySet().stream()
                .filter(other -> isMonthOf(code, other) && byMonth.compare(other, code) > 0)
                .min(byMonth);
        Optional<InstrumentCode> nearer = lasts.keySet().stream()
                .filter(other -> isMonthOf(code, other) && byMonth.compare(other, code) < 0)
                .max(byMonth);
        return later.map(far -> spread(code, far, now)).or(() -> nearer.map(near -> spread(near, code, now)));
    }

    private static boolean isMonthOf(InstrumentCode code, InstrumentCode other) {
        return other.product().equals(code.product());
    }

    private Spread spread(InstrumentCode near, InstrumentCode far, Instant now) {
        Last first = Objects.requireNonNull(lasts.get(near), near::text);
        Last second = Objects.requireNonNull(lasts.get(far), far::text);
        Instant older = first.at().isBefore(second.at()) ? first.at() : second.at();
        Duration age = Duration.between(older, now);
        return new Spread(near, far, second.price().minus(first.price()), age.isNegative() ? Duration.ZERO : age);
    }
}
